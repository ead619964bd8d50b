import CEpoll
import Foundation
import Glibc

/// What a process may ask of the kernel for itself.
enum Processes {
    /// As many open files as the kernel allows: every viewer is one.
    static func liftFileLimit() {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    /// From here on the peak of memory counts anew (proc(5), clear_refs).
    static func forgetPeak() {
        malloc_trim(0)
        try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
    }
}
