import Foundation
package import Kernel

/// Where the writer reads the time. Rules never see it: they see the writer's stamp.
package protocol WriterClock: Sendable {
    func now() -> Instant
    /// Why what it says is not believed; nil while it is.
    var doubt: ClockDoubt? { get }
    /// The house is opened on a log whose last entry has this instant.
    func takeUp(after last: Instant)
    /// A person says that it is right.
    func trust()
    /// By how many milliseconds it is ahead of a time server; nil where none has answered.
    var difference: Int64? { get }
}

/// A clock that nobody doubts: one set by hand, or by a scenario.
extension WriterClock {
    package var doubt: ClockDoubt? { nil }
    package func takeUp(after last: Instant) {}
    package func trust() {}
    package var difference: Int64? { nil }
}

extension Duration {
    /// Whole milliseconds.
    package var milliseconds: Int64 { components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000 }
}

/// The machine's clock.
package struct SystemClock: WriterClock {
    package init() {}

    package func now() -> Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
    }
}
