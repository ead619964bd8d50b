package import Kernel
package import Storage

extension Environment {
    /// What its streams are called in public.
    package static func findThing(on stream: StreamID, in tx: any ReadTransaction) throws -> NamedThing? {
        switch stream.kind {
        case "facility":
            return try FacilityID(stream.id).flatMap { try EnvironmentQueries.find($0, in: tx) }.map {
                NamedThing($0.name, to: "/environment/facilities/\(stream.id)")
            }
        default: return nil
        }
    }
}
