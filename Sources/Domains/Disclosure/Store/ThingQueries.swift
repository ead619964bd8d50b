package import Kernel
package import Storage

extension Disclosure {
    /// What its streams are called in public.
    package static func findThing(on stream: StreamID, in tx: any ReadTransaction) throws -> NamedThing? {
        switch stream.kind {
        case "notice":
            return try NoticeID(stream.id).flatMap { try NoticeQueries.find($0, in: tx) }.map {
                NamedThing($0.title.zh, to: "/notices/\(stream.id)")
            }
        default: return nil
        }
    }
}
