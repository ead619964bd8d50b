package import Foundation
package import Kernel
import Synchronization

/// A clock that is moved on by hand, for training: a notice of twenty working days is over at a click. Between two moves
/// it goes at the machine's pace; it never goes back, and it is where it was after a restart.
///
/// Only for a house that was begun for practice: in a real one nobody's deadline may be moved.
package final class PracticeClock: WriterClock {
    private let machine: any WriterClock
    private let file: URL
    /// How far it is ahead of the machine's, in milliseconds; below zero in a county that is played in the past.
    private let ahead: Mutex<Int64>

    /// Nil when the house in `dataDirectory` was not begun for practice.
    package init?(in dataDirectory: URL, machine: any WriterClock = SystemClock()) {
        let mark = dataDirectory.appending(path: "keys/practice")
        guard FileManager.default.fileExists(atPath: mark.path) else { return nil }
        self.machine = machine
        file = PracticeClock.file(in: dataDirectory)
        let kept = (try? String(contentsOf: file, encoding: .utf8)).flatMap {
            Int64($0.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        ahead = Mutex(kept ?? 0)
    }

    /// Whether a clock was moved here before: from then on the house lives ahead of the machine.
    package static func wasMoved(in dataDirectory: URL) -> Bool {
        FileManager.default.fileExists(atPath: file(in: dataDirectory).path)
    }

    package func now() -> Instant { ahead.withLock { machine.now().adding(milliseconds: $0) } }

    /// The machine's own time: sign-ins and one-time codes go by it, whatever the house's clock says.
    package func machineNow() -> Instant { machine.now() }

    /// Moves on to `instant`; an earlier one changes nothing. Kept before it counts.
    package func advance(to instant: Instant) throws {
        try ahead.withLock { ahead in
            let wanted = instant.milliseconds - machine.now().milliseconds
            guard wanted > ahead else { return }
            try "\(wanted)\n".write(to: file, atomically: true, encoding: .utf8)
            ahead = wanted
        }
    }

    private static func file(in dataDirectory: URL) -> URL { dataDirectory.appending(path: "practice-clock") }
}
