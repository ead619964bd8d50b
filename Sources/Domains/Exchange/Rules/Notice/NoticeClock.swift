package import Kernel
import Registry

/// The three instants a notice fixes: registrations close, the auction opens, and its first end.
package struct NoticeClock: Sendable, Hashable {
    package let closesAt: Instant
    package let opensAt: Instant
    package let endsAt: Instant

    package init(closesAt: Instant, opensAt: Instant, endsAt: Instant) {
        self.closesAt = closesAt
        self.opensAt = opensAt
        self.endsAt = endsAt
    }

    /// What the county demands of a notice.
    package struct Facts: Sendable {
        /// The working days the notice runs at the least.
        package let days: Int64
        /// The days of the calendar it runs at the least, by the law on the mode; 0 where no law speaks.
        package let leastDays: Int64
        /// The seconds of the auction from its opening to its first end, where nobody asked for others.
        package let freeSeconds: Int64
    }

    /// From what the clerk asked for and what the county demands: `days` whole working days at the least, counted from the
    /// day after publication. An asked instant may be later than the demand, never earlier.
    static func plan(
        closesAt: Instant?, opensAt: Instant?, endsAt: Instant?, _ facts: Facts, _ context: Context
    ) throws(Rejection) -> NoticeClock {
        let working = try context.calendar.end(ofWorkingDays: Int(facts.days), from: context.now)
        let earliest = max(working, context.now.date.adding(days: Int(facts.leastDays)).end)
        let closes = closesAt ?? earliest
        guard closes >= earliest else {
            throw ExchangeRefusal.noticeTooShort(max(facts.days, facts.leastDays), earliest)
        }
        let opens: Instant
        if let opensAt { opens = opensAt } else { opens = try morning(after: closes, context.calendar) }
        let ends = endsAt ?? opens.adding(seconds: facts.freeSeconds)
        guard opens >= closes, ends > opens else { throw ExchangeRefusal.noticeTimes() }
        return NoticeClock(closesAt: closes, opensAt: opens, endsAt: ends)
    }

    /// Nine o'clock on the first working day that begins after `instant`.
    static func morning(after instant: Instant, _ calendar: WorkingCalendar) throws(Rejection) -> Instant {
        try calendar.date(1, workingDaysAfter: instant.adding(milliseconds: -1).date).start.adding(seconds: 9 * 3_600)
    }
}
