import Exchange
package import Kernel
package import Registry
package import Storage

/// The packages of one lot, read and written in one go.
extension OCDSExport {
    /// Nil for a lot that is unknown or not public yet.
    package static func releasePackage(lot: LotID, publisher: OCDSPublisher, in tx: any ReadTransaction) throws
        -> JSON?
    {
        try OCDSQueries.find(lot, in: tx).flatMap { releasePackage([$0], publisher) }
    }

    /// Nil for a lot that is unknown or not public yet.
    package static func recordPackage(lot: LotID, publisher: OCDSPublisher, in tx: any ReadTransaction) throws
        -> JSON?
    {
        try OCDSQueries.find(lot, in: tx).flatMap { recordPackage([$0], publisher) }
    }
}
