import Foundation
import Glibc

/// The files and connections this process may have open. systemd and shells give 1,024 unless they are told otherwise,
/// which a thousand watchers of one auction use up.
package enum OpenFiles {
    /// Kept for the store, the log and what the libraries open.
    static let reserve = 256

    /// The limit in force.
    package static var limit: Int { Int(clamping: read().rlim_cur) }

    /// Raises the soft limit to the hard one, as every process may for itself; answers what is in force then.
    @discardableResult
    package static func raise() -> Int {
        var limits = read()
        limits.rlim_cur = limits.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits)
        return limit
    }

    private static func read() -> rlimit {
        var limits = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits)
        return limits
    }
}
