import Foundation
import Kernel

/// One at a time in a folder or a file, whichever thread or process comes; the lock ends with whoever holds it.
enum FileLock {
    /// Throws `PaperRejection.noRoom` where the folder cannot be opened.
    static func holding<T>(folder path: String, _ body: () throws -> T) throws -> T {
        try holding(Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), PaperRejection.noRoom) { _ in try body() }
    }

    /// Throws `PaperRejection.noUpload` where there is no such file.
    static func holding<T>(file path: String, _ body: (Int32) throws -> T) throws -> T {
        try holding(Glibc.open(path, O_RDWR | O_CLOEXEC), PaperRejection.noUpload, body)
    }

    private static func holding<T>(_ descriptor: Int32, _ missing: PaperRejection, _ body: (Int32) throws -> T) throws
        -> T
    {
        guard descriptor >= 0 else { throw missing.rejection }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw PaperRejection.noRoom.rejection }
        }
        return try body(descriptor)
    }

    static func size(_ descriptor: Int32) -> Int { Int(lseek(descriptor, 0, SEEK_END)) }

    /// False where the disk did not take all of it.
    static func write(_ bytes: [UInt8], to descriptor: Int32, at start: Int) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                pwrite(descriptor, $0.baseAddress, $0.count, off_t(start + written))
            }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }
}
