import Kernel
import Registry
import Storage

extension OpenNotice {
    /// Whether what the notice is about lies in its place or below: a contract, an asset, a body, a resolution. What is of
    /// no such kind lies nowhere, and nobody but the house speaks of it.
    func isOwnSubject(in tx: any ReadTransaction) throws -> Bool {
        guard let subject, !subject.isEmpty else { return true }
        let parts = subject.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let place = try Self.place(of: parts[0], parts[1], in: tx) else { return false }
        return try DivisionQueries.isWithin(place, of: division, in: tx)
    }

    private static func place(of kind: String, _ name: String, in tx: any ReadTransaction) throws -> DivisionID? {
        switch kind {
        case "contract": try ContractID(name).flatMap { try ContractQueries.find($0, in: tx)?.division }
        case "asset": try AssetID(name).flatMap { try AssetQueries.find($0, in: tx)?.division }
        case "organisation": try OrganisationID(name).flatMap { try OrganisationQueries.find($0, in: tx)?.division }
        default: nil
        }
    }
}
