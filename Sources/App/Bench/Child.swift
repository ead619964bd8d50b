import Dispatch
import Foundation
import Glibc

/// Another process of this same program, its output read by us.
final class Child {
    struct Ended {
        let output: String
        let code: Int32
        /// User and system time of it and of its own children, in nanoseconds.
        let processorTime: Int64
        /// The most memory it, or one of its children, ever held. In kilobytes.
        let peak: Int64
    }

    let process: pid_t
    private let output: Int32
    private var bytes: [UInt8] = []

    static var program: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    }

    /// Starts it. Its complaints go where ours go, or nowhere.
    init(_ arguments: [String], isQuiet: Bool = false) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw BenchFailure("no pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        if isQuiet { posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) }
        var words = ([Child.program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        let code = posix_spawn(&process, Child.program, &actions, nil, &words, environ)
        close(ends[1])
        guard code == 0 else { throw BenchFailure("cannot start \(arguments): \(String(cString: strerror(code)))") }
        self.process = process
        output = ends[0]
    }

    deinit { close(output) }

    /// The next line of its output; nil at the end.
    func line() -> String? {
        while true {
            if let end = bytes.firstIndex(of: 0x0A) {
                defer { bytes.removeFirst(end + 1) }
                return String(decoding: bytes[..<end], as: UTF8.self)
            }
            guard more() else { return nil }
        }
    }

    private func more() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(output, &buffer, buffer.count)
        if count > 0 { bytes += buffer[..<count] }
        return count > 0
    }

    /// Asks it to end, where it does not by itself.
    func stop() { kill(process, SIGTERM) }

    /// Reads to the end and waits.
    func wait() -> Ended {
        while more() {}
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        func nanoseconds(_ time: timeval) -> Int64 { Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_usec) * 1_000 }
        return Ended(
            output: String(decoding: bytes, as: UTF8.self), code: status & 0x7F == 0 ? status >> 8 & 0xFF : -1,
            processorTime: nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime), peak: Int64(usage.ru_maxrss))
    }
}
