import Glibc
import Storage

/// Keeps a second writer out of a store: a lock on a file beside it, which the kernel lets go of when the process dies.
final class WriterLock: Sendable {
    private let descriptor: Int32

    /// `path`: the store's file; the lock lies beside it as `….lock`.
    init(besides path: String) throws(StorageError) {
        let descriptor = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .unavailable("cannot open \(path).lock: \(String(cString: strerror(errno)))")
        }
        guard Self.take(descriptor) else {
            close(descriptor)
            throw .unavailable("another program is writing to \(path)")
        }
        self.descriptor = descriptor
    }

    /// Tries for half a second: a process started by the last writer holds the lock until it runs its own program, and a
    /// writer being restarted needs a moment to die.
    private static func take(_ descriptor: Int32) -> Bool {
        for _ in 0..<20 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            usleep(25_000)
        }
        return false
    }

    deinit {
        close(descriptor)
    }
}
