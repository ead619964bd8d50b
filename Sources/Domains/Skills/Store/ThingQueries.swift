package import Kernel
package import Storage

extension Skills {
    /// What its streams are called in public.
    package static func findThing(on stream: StreamID, in tx: any ReadTransaction) throws -> NamedThing? {
        switch stream.kind {
        case "course":
            return try CourseID(stream.id).flatMap { try SkillsQueries.findCourse($0, in: tx) }.map {
                NamedThing($0.plan.title, to: "/skills/courses/\(stream.id)")
            }
        default: return nil
        }
    }
}
