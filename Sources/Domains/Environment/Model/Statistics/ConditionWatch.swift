package import Kernel

/// A condition that must hold for a set time, in measuring time, before it is an alarm: one raise and one clear, however
/// many readings; the same condition later is a new number.
package struct ConditionWatch: Sendable, Hashable {
    package enum Change: Sendable, Hashable {
        case raised(number: Int, since: Instant)
        case cleared(number: Int, since: Instant, held: Int64)
    }

    /// In milliseconds.
    private let hold: Int64
    private var since: Instant?
    private var isRaised = false
    private var number = 0

    package init(holdSeconds: Int64) { hold = holdSeconds * 1_000 }

    /// A reading at its measuring time, in order of it. A race of raise and clear cannot be: both come of the same order.
    package mutating func observe(_ isTrue: Bool, at instant: Instant) -> Change? {
        guard isTrue else {
            defer { (since, isRaised) = (nil, false) }
            guard isRaised, let since else { return nil }
            return .cleared(number: number, since: since, held: instant.milliseconds - since.milliseconds)
        }
        let began = since ?? instant
        since = began
        guard !isRaised, instant.milliseconds - began.milliseconds >= hold else { return nil }
        isRaised = true
        number += 1
        return .raised(number: number, since: began)
    }
}

/// What the clock of a station is worth: readings from the future are kept, but are not the present.
package enum ClockFinding: String, Sendable, Hashable {
    case good
    /// More than five minutes ahead of its arrival: kept with the flag, not "current".
    case ahead
    /// More than an hour ahead: shown at its arrival, the claimed time kept beside it.
    case quarantined
    /// Older than the repair window: kept, not counted without consent.
    case tooOld

    package static func of(_ claimed: Instant, arrived: Instant) -> ClockFinding {
        let minutes = { (name: String) in DatedTables.value(name, on: arrived.date) * 60_000 }
        let ahead = claimed.milliseconds - arrived.milliseconds
        if ahead > minutes("clockQuarantine") { return .quarantined }
        if ahead > minutes("clockTolerance") { return .ahead }
        let days = DatedTables.value("repairWindow", on: arrived.date)
        return -ahead > days * 86_400_000 ? .tooOld : .good
    }

    /// The newest measuring time that the clock vouches for; arrival decides nothing.
    package static func current<Value>(_ readings: [(at: Instant, arrived: Instant, value: Value)]) -> Value? {
        readings.filter { of($0.at, arrived: $0.arrived) != .ahead && of($0.at, arrived: $0.arrived) != .quarantined }
            .max { $0.at < $1.at }?.value
    }

    /// The skew of a station in milliseconds: the median of what it says less what arrives.
    package static func skew(_ pairs: [(sent: Instant, arrived: Instant)]) -> Int64? {
        let sorted = pairs.map { $0.sent.milliseconds - $0.arrived.milliseconds }.sorted()
        return sorted.isEmpty ? nil : sorted[sorted.count / 2]
    }
}

/// Pieces of time aligned to the civil clock, none before what was asked.
package enum Buckets {
    /// Starts of `seconds`-long pieces from `from` to `until`; the first is the first whole one at or after `from`.
    package static func starts(from: Instant, until: Instant, seconds: Int64) -> [Instant] {
        guard seconds > 0, from < until else { return [] }
        let length = seconds * 1_000
        let offset = from.milliseconds + 8 * 3_600_000
        let rest = ((offset % length) + length) % length
        let first = rest == 0 ? from.milliseconds : from.milliseconds + length - rest
        return stride(from: first, to: until.milliseconds, by: Int64.Stride(length)).map { Instant(milliseconds: $0) }
    }
}
