package import Kernel
import Registry
package import Storage

extension Ledger {
    /// What its streams are called in public.
    package static func findThing(on stream: StreamID, in tx: any ReadTransaction) throws -> NamedThing? {
        switch stream.kind {
        case "books":
            let body = try OrganisationID(stream.id).flatMap { try OrganisationQueries.find($0, in: tx) }
            return body.map { NamedThing($0.name, to: "/places/\($0.division)#money") }
        default: return nil
        }
    }
}
