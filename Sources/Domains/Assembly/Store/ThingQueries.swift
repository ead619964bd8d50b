package import Kernel
package import Storage

extension Assembly {
    /// What its streams are called in public.
    package static func findThing(on stream: StreamID, in tx: any ReadTransaction) throws -> NamedThing? {
        switch stream.kind {
        case "meeting":
            return try MeetingID(stream.id).flatMap { try MeetingQueries.find($0, in: tx) }.map {
                NamedThing("\($0.name) \($0.day)", to: "/meetings/\(stream.id)")
            }
        case "deliberation":
            return try DeliberationID(stream.id).flatMap { try DeliberationQueries.find($0, in: tx) }.map {
                NamedThing($0.subjectLine, to: "/deliberations/\(stream.id)")
            }
        default: return nil
        }
    }
}
