import Glibc
import Synchronization

/// A program of the machine in a process of its own, which has nothing of ours open but what it is given.
///
/// `Foundation.Process` copies 256 bytes of a directory entry that is shorter, and ends the program where nothing lies behind
/// it (swift-corelibs-foundation 5472, not in Swift 6.3.1): decision record 0251.
package enum Tool {
    /// The program could not be started; `code` as in errno.
    package struct Failure: Error {
        package let code: Int32
    }

    /// As much may be given to a program at once: a pipe holds it.
    private static let mostInput = 60_000
    /// As much of what it says is kept.
    private static let mostOutput = 1 << 20

    /// No program starts between the making of a pipe and its being kept from programs: it would hold the pipe open.
    private static let turn = Mutex(())

    private typealias CloseFrom = @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32

    /// Closes all descriptors from one on (glibc 2.34, not among what Swift's Glibc shows).
    private static let closeFrom: CloseFrom? = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np").map {
        unsafeBitCast($0, to: CloseFrom.self)
    }

    private static func pipe() throws(Failure) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        let code = turn.withLock { _ in
            guard Glibc.pipe(&ends) == 0 else { return errno }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            return 0
        }
        guard code == 0 else { throw Failure(code: code) }
        return (ends[0], ends[1])
    }

    /// Starts the program at `path`; it reads `input` and then nothing more. What it says goes to the descriptor `output` or
    /// nowhere, its complaints go nowhere. Without `environment` it has ours.
    package static func start(
        _ path: String, _ arguments: [String] = [], environment: [String: String]? = nil, input: [UInt8] = [],
        output: Int32? = nil
    ) throws(Failure) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let ends = try pipe()
        defer { close(ends.read) }
        let written = write(ends.write, input, min(input.count, mostInput))
        close(ends.write)
        guard written == input.count else { throw Failure(code: E2BIG) }
        posix_spawn_file_actions_adddup2(&actions, ends.read, STDIN_FILENO)
        if let output {
            posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        } else {
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        }
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        _ = closeFrom?(&actions, STDERR_FILENO + 1)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (signals, none) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        var settings = (environment ?? [:]).map { strdup("\($0)=\($1)") } + [nil]
        defer { for word in words + settings { free(word) } }
        var id: Int32 = 0
        let code = turn.withLock { _ in
            if environment == nil {
                posix_spawn(&id, path, &actions, &attributes, &words, environ)
            } else {
                posix_spawn(&id, path, &actions, &attributes, &words, &settings)
            }
        }
        guard code == 0 else { throw Failure(code: code) }
        return id
    }

    /// How it ended: its code, -1 where a signal ended it. Nil while it runs, unless we wait for it.
    package static func end(of id: Int32, waits: Bool) -> Int32? {
        var status: Int32 = 0
        while true {
            let found = waitpid(id, &status, waits ? 0 : WNOHANG)
            if found == id { return status & 0x7F == 0 ? status >> 8 & 0xFF : -1 }
            if found == 0 { return nil }
            guard errno == EINTR else { return -1 }
        }
    }

    /// Runs a program to its end and answers what it said; nil where it failed.
    package static func run(_ path: String, _ arguments: [String], environment: [String: String]) throws(Failure)
        -> [UInt8]?
    {
        let ends = try pipe()
        defer { close(ends.read) }
        let id: pid_t
        do {
            defer { close(ends.write) }
            id = try start(path, arguments, environment: environment, output: ends.write)
        }
        var said: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = read(ends.read, &buffer, buffer.count)
            if count > 0, said.count < mostOutput { said += buffer[..<count] }
            if count == 0 || (count < 0 && errno != EINTR) { break }
        }
        return end(of: id, waits: true) == 0 ? said : nil
    }
}
