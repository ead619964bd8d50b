package import Kernel
import Synchronization

/// What the writer has done since the program's start: numbers only, nothing of anybody.
package struct WriterCounts: Sendable, Hashable {
    /// Commands by answer. Refused by rules, or not taken because the house cannot write.
    package var accepted: Int64 = 0
    package var refused: Int64 = 0
    package var unavailable: Int64 = 0
    /// The commit gave no clear answer.
    package var unknown: Int64 = 0
    /// Transactions that failed as a whole.
    package var failures: Int64 = 0
    /// The last transaction failed; when, by the house's clock.
    package var failedAt: Instant?
}

final class Meter: Sendable {
    private let counts = Mutex(WriterCounts())

    var now: WriterCounts { counts.withLock { $0 } }

    func note(_ answers: [Answer]) {
        counts.withLock { counts in
            counts.failedAt = nil
            for answer in answers {
                switch answer {
                case .accepted: counts.accepted += 1
                case .rejected(let rejection) where rejection.kind == .unavailable: counts.unavailable += 1
                case .rejected: counts.refused += 1
                }
            }
        }
    }

    func noteFailure(at instant: Instant) {
        counts.withLock { counts in
            counts.failures += 1
            counts.failedAt = instant
        }
    }

    func note(unavailable: Int = 0, unknown: Int = 0) {
        counts.withLock { counts in
            counts.unavailable += Int64(unavailable)
            counts.unknown += Int64(unknown)
        }
    }
}
