package import Kernel

/// Working time: two instants, half-open. What ends at 12:00 and what begins at 12:00 do not overlap, and a night belongs
/// whole to the day it starts. Never two clock times and a date: that is where attendance programs go wrong.
package struct Shift: Sendable, Hashable {
    package let start: Instant
    package let end: Instant

    /// Throws where it ends before it starts, or lasts longer than 31 days.
    package init(_ start: Instant, _ end: Instant) throws(Rejection) {
        guard end > start, end.milliseconds - start.milliseconds <= 31 * 86_400_000 else {
            throw LabourRefusal.shiftBackwards()
        }
        self.start = start
        self.end = end
    }

    /// Whole minutes; a begun minute does not count.
    package var minutes: Int64 { (end.milliseconds - start.milliseconds) / 60_000 }

    /// The day that lists and pay cycles put it on: the day it starts.
    package var day: CivilDate { start.date }

    package func overlaps(_ other: Shift) -> Bool { start < other.end && other.start < end }

    /// Every calendar day it touches with the minutes that lie on it, split at midnight: never more than 1,440.
    package var minutesByDay: [(day: CivilDate, minutes: Int64)] {
        var parts: [(day: CivilDate, minutes: Int64)] = []
        var from = start
        while from < end {
            let to = min(end, from.date.end)
            parts.append((from.date, (to.milliseconds - from.milliseconds) / 60_000))
            from = to
        }
        return parts
    }
}

extension Array where Element == Shift {
    /// The positions, from 0, of those that overlap `other`: all of them, not only the first that was looked at.
    package func overlapping(_ other: Shift) -> [Int] { indices.filter { self[$0].overlaps(other) } }

    /// The time they cover together, in order: what two of them claim is there once.
    package var covered: [Shift] {
        var whole: [Shift] = []
        for shift in sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            guard let last = whole.last, shift.start <= last.end,
                let joined = try? Shift(last.start, Swift.max(last.end, shift.end))
            else {
                whole.append(shift)
                continue
            }
            whole[whole.count - 1] = joined
        }
        return whole
    }
}
