/// What a day of the State Council's list is.
package enum CalendarDayKind: String, FieldChoice {
    case off, work
}

/// One day that differs from the plain week.
package struct CalendarDay: FieldRecord, Hashable {
    package let date: CivilDate
    /// The holiday it belongs to, as the notice names it.
    package let name: String
    package let kind: CalendarDayKind

    package init(date: CivilDate, name: String, kind: CalendarDayKind) {
        self.date = date
        self.name = name
        self.kind = kind
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(date: pass.value("date", \.date), name: pass.value("name", \.name), kind: pass.value("kind", \.kind))
    }
}

/// The State Council's list of one year: its holidays and the weekends worked in their place. The days around New Year may
/// lie in the last weeks of the year before or the first of the year after.
package struct CalendarYear: Sendable, Hashable {
    package let year: Int
    /// In order of their dates, each once.
    package let days: [CalendarDay]

    /// Throws every day that cannot belong to the year's list, and every day the law names that the list lacks.
    package init(_ year: Int, days: [CalendarDay]) throws(Rejection) {
        guard CalendarYear.known.contains(year) else {
            throw KernelRejection.outOfRange(
                field: "year", lowest: Int64(CalendarYear.known.lowerBound),
                highest: Int64(CalendarYear.known.upperBound)
            ).rejection
        }
        var bad: [Rejection] = []
        var kinds: [CivilDate: CalendarDayKind] = [:]
        let first = CivilDate(firstOfMonth: year * 12)
        let last = CivilDate(firstOfMonth: year * 12 + 12).adding(days: -1)
        let span = first.adding(days: -14)...last.adding(days: 14)
        let off = Set(days.filter { $0.kind == .off }.map(\.date))
        for day in days {
            // A notice may name the first day of work after a holiday (2020-02-03); elsewhere a weekday is worked anyway,
            // and whoever lists one means another day.
            let isMadeUpOnWeekday =
                day.kind == .work && day.date.weekday <= 5 && !off.contains(day.date.adding(days: -1))
            if !span.contains(day.date) || isMadeUpOnWeekday || kinds.updateValue(day.kind, forKey: day.date) != nil {
                bad.append(KernelRejection.calendarDay(date: day.date, year: year).rejection)
            }
        }
        for day in StatutoryHolidays.days(of: year) where kinds[day] != .off {
            bad.append(KernelRejection.calendarIncomplete(date: day, year: year).rejection)
        }
        if let rejection = Rejection.all(bad) { throw rejection }
        guard kinds.values.count(where: { $0 == .off }) >= CalendarYear.fewest else {
            throw KernelRejection.calendarIncomplete(date: first, year: year).rejection
        }
        self.year = year
        self.days = days.sorted { $0.date < $1.date }
    }

    /// Holidays by decree of the State Council begin in 1950 (1949-12-23); instants end before 2200.
    package static let known = 1950...2199
    /// No year has had fewer days off since 1950: New Year 1, Spring Festival 3, May 1, October 2.
    private static let fewest = 7

    /// Of one year of a file (`CalendarFile`); nil takes the year of which most days are there.
    package init(_ bytes: [UInt8], year: Int? = nil) throws(Rejection) {
        self = try CalendarFile(bytes).year(year)
    }
}
