package import Kernel

/// When wages are to be paid (Order 724, arts. 13 and 14; Labour Contract Law, art. 72).
package enum PayDay {
    /// The agreed day, or the last working day before it: a pay day on a rest day moves back, never forward. Throws where
    /// the year's holidays are not announced.
    package static func latest(for agreed: CivilDate, _ calendar: WorkingCalendar) throws(Rejection) -> CivilDate {
        var day = agreed
        while try !calendar.isWorkingDay(day) { day = day.adding(days: -1) }
        return day
    }

    /// The day on which work of `day` is to be paid.
    package static func due(for day: CivilDate, _ cycle: PayCycle, _ calendar: WorkingCalendar) throws(Rejection)
        -> CivilDate
    {
        switch cycle {
        case .day, .hour: return day
        case .halfMonth: return try latest(for: day.adding(days: 14), calendar)
        case .week: return try max(latest(for: day.adding(days: 7 - day.weekday), calendar), day)
        case .month:
            return try max(latest(for: CivilDate(firstOfMonth: day.month + 1).adding(days: -1), calendar), day)
        }
    }
}

/// The cycle that order and engagement agree on.
package enum PayCycle: String, FieldChoice { case hour, day, week, halfMonth, month }

extension CivilDate {
    /// Months since January of the year 0.
    fileprivate var month: Int { components.year * 12 + components.month - 1 }
}
