import Exchange
package import Kernel
package import Registry
package import Storage
package import Web

/// Open data: what leaves the house for machines to read, as the Open Contracting Data Standard (OCDS 1.1) has it.
///
/// It reads the tables of Exchange and Registry and has no commands, no events and no tables of its own, so it is not a
/// module of the log. `Model/` makes releases and records of what `Store/` read; `Resources/ruralLease` is our extension
/// of the standard, served under the addresses that every package names.
package enum OpenData {
    /// The files of the extension, and the two packages of each lot.
    package static func routes(database: any Database) -> [Route] { OCDSRoute.all(database) }

    /// The record package of one lot as the house publishes it at `origin`; nil before the lot's first notice.
    package static func record(of lot: LotID, at origin: String, in tx: any ReadTransaction) throws -> JSON? {
        try OCDSExport.recordPackage(lot: lot, publisher: OCDSPublisher(at: origin), in: tx)
    }
}
