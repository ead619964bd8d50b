package import Kernel
import Storage

extension Installation {
    /// Whether `inner` is `outer` or lies below it. The root holds everything; an unregistered place lies nowhere else.
    package func isWithin(_ inner: DivisionID, _ outer: DivisionID) throws -> Bool {
        if inner == outer || outer == Principal.administrator.division { return true }
        return try database.read { tx in
            guard let place = try plan.path(inner, tx), let area = try plan.path(outer, tx) else { return false }
            return place.hasPrefix(area)
        }
    }
}
