import Kernel

/// An act of the clock that the store refused: until when it is left alone. After each failure twice as long, a minute at
/// most.
struct Postponed: Sendable {
    let seconds: Int64
    let until: Instant

    init(after earlier: Postponed?, at instant: Instant) {
        seconds = min((earlier?.seconds ?? 0) * 2 + (earlier == nil ? 1 : 0), 60)
        until = instant.adding(seconds: seconds)
    }
}
