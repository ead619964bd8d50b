package import Kernel

/// A clock for drills: it begins at `start`, goes as fast as the world, but between `slowFrom` and `slowUntil` a
/// millisecond of the house takes `factor` milliseconds of the world. So a load that no machine could take in a tenth of
/// a second arrives within a tenth of a second by the only clock that counts, the house's own.
package struct SlowedClock: WriterClock {
    private let start: Instant
    private let slowFrom: Instant
    private let slowUntil: Instant
    private let factor: Int64
    private let begun = ContinuousClock.now

    package init(start: Instant, slowFrom: Instant, slowUntil: Instant, factor: Int64) {
        precondition(start <= slowFrom && slowFrom <= slowUntil && factor > 0)
        self.start = start
        self.slowFrom = slowFrom
        self.slowUntil = slowUntil
        self.factor = factor
    }

    package func now() -> Instant {
        instant(after: begun.duration(to: .now).milliseconds)
    }

    /// The house's instant `milliseconds` of the world after the beginning.
    package func instant(after milliseconds: Int64) -> Instant {
        let lead = slowFrom.milliseconds - start.milliseconds
        guard milliseconds > lead else { return start.adding(milliseconds: milliseconds) }
        let slowed = milliseconds - lead
        let window = (slowUntil.milliseconds - slowFrom.milliseconds) * factor
        return slowed < window
            ? slowFrom.adding(milliseconds: slowed / factor) : slowUntil.adding(milliseconds: slowed - window)
    }
}
