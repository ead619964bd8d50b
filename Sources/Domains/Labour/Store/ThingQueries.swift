package import Kernel
import Registry
package import Storage

extension Labour {
    /// What its streams are called in public.
    package static func findThing(on stream: StreamID, in tx: any ReadTransaction) throws -> NamedThing? {
        switch stream.kind {
        case "labourOrder":
            return try OrderID(stream.id).flatMap { try LabourQueries.findOrder($0, in: tx) }.map {
                NamedThing($0.terms.work, to: "/labour/orders/\(stream.id)")
            }
        case "labourHall":
            return try DivisionID(stream.id).flatMap { try DivisionQueries.find($0, in: tx) }.map {
                NamedThing($0.name, to: "/places/\(stream.id)")
            }
        default: return nil
        }
    }
}
