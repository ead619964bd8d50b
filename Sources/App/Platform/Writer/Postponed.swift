import Kernel

/// An act of the clock that the store refused: until when it is left alone. After each failure twice as long, a minute at
/// most.
struct Postponed: Sendable {
    let seconds: Int64
    let until: Instant
    /// Whether it waits for a year's calendar, and is due the moment one comes in.
    let waitsForYear: Bool

    init(after earlier: Postponed?, at instant: Instant) {
        seconds = min((earlier?.seconds ?? 0) * 2 + (earlier == nil ? 1 : 0), 60)
        until = instant.adding(seconds: seconds)
        waitsForYear = false
    }

    /// What waits for a year's calendar is tried once an hour.
    init(hourAfter instant: Instant) {
        seconds = 3_600
        until = instant.adding(seconds: seconds)
        waitsForYear = true
    }
}
