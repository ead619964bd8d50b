import Foundation
import Synchronization

/// Whether something can still be written where the house keeps its things. Asks the file system for a little room and
/// gives it back; at most once a second, so that whoever asks often costs nothing.
final class DiskRoom: Sendable {
    private let path: String
    private let last = Mutex<(at: ContinuousClock.Instant, isThere: Bool)?>(nil)
    /// What one group of commands may need, and the write-ahead log's next piece.
    private static let bytes: off_t = 1_048_576

    init(in dataDirectory: URL) {
        path = dataDirectory.appending(path: "room").path
    }

    var isThere: Bool {
        last.withLock { last in
            if let known = last, known.at.duration(to: .now) < .seconds(1) { return known.isThere }
            let isThere = ask()
            last = (.now, isThere)
            return isThere
        }
    }

    private func ask() -> Bool {
        let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer {
            close(descriptor)
            unlink(path)
        }
        return posix_fallocate(descriptor, 0, DiskRoom.bytes) == 0
    }
}
