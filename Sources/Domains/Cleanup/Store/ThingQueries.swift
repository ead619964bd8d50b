package import Kernel
package import Storage

extension Cleanup {
    /// What its streams are called in public.
    package static func findThing(on stream: StreamID, in tx: any ReadTransaction) throws -> NamedThing? {
        switch stream.kind {
        case "case":
            return try CaseID(stream.id).flatMap { try CaseQueries.find($0, in: tx) }.map {
                NamedThing($0.object, to: "/cleanup/\(stream.id)")
            }
        default: return nil
        }
    }
}
