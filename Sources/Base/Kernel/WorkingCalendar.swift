/// Which days are working days: weekends, public holidays and make-up working weekends (调休 in the notices).
///
/// Known for the years the State Council has announced. Of a later year only the days that the law names by their date are
/// known; every other is answered with "not announced" and never guessed.
package struct WorkingCalendar: Sendable, Hashable {
    /// Day numbers that differ from the plain week; true = working.
    private var exceptions: [Int: Bool]
    private var years: Set<Int>

    /// From rows `date,name,kind` with kind `off` or `work`, sorted or not, of every year between the first and the last.
    /// Nil when a row cannot be read.
    package init?(csv: String) {
        var exceptions: [Int: Bool] = [:]
        var seen: [Int] = []
        for line in csv.split(whereSeparator: \.isNewline).dropFirst() {
            let columns = line.split(separator: ",", omittingEmptySubsequences: false)
            guard columns.count == 3, let date = CivilDate(String(columns[0])), ["off", "work"].contains(columns[2])
            else { return nil }
            exceptions[date.dayNumber] = columns[2] == "work"
            seen.append(date.year)
        }
        guard let first = seen.min(), let last = seen.max() else { return nil }
        self.exceptions = exceptions
        // Late December of the last announced year can carry the first days of the next year's holiday only.
        years = Set(first...last)
    }

    /// The announced years shipped with the program (`Resources/holidays.csv`, source in its decision record).
    package static let announced: WorkingCalendar = {
        let text = String(decoding: PackageResources.holidays_csv, as: UTF8.self)
        guard let calendar = WorkingCalendar(csv: text) else { preconditionFailure("the shipped calendar is readable") }
        return calendar
    }()

    /// This calendar and one year more, instead of the list of that year where it was known. The last weeks of December
    /// belong to two lists: what the other says of them stays.
    package func adding(_ year: CalendarYear) -> WorkingCalendar {
        var calendar = self
        calendar.years.insert(year.year)
        let first = CivilDate(firstOfMonth: year.year * 12).dayNumber
        let own = first..<(CivilDate(firstOfMonth: year.year * 12 + 11).dayNumber + 14)
        for day in calendar.exceptions.keys where own.contains(day) { calendar.exceptions[day] = nil }
        for day in year.days { calendar.exceptions[day.date.dayNumber] = day.kind == .work }
        return calendar
    }

    /// The years whose lists are known, in order.
    package var announcedYears: [Int] { years.sorted() }
    /// The last year whose holidays are known.
    package var lastAnnouncedYear: Int { years.max() ?? 0 }
    /// Whether the State Council's list of `year` is known.
    package func isAnnounced(_ year: Int) -> Bool { years.contains(year) }

    /// What is known of a day.
    package enum Day: Sendable, Hashable {
        case working, off
        /// It depends on the list of a year that is not here yet.
        case notAnnounced(year: Int)
    }

    package func day(_ date: CivilDate) -> Day {
        if let isWorking = exceptions[date.dayNumber] { return isWorking ? .working : .off }
        let year = date.year
        guard years.contains(year) else { return StatutoryHolidays.contains(date) ? .off : .notAnnounced(year: year) }
        return date.weekday <= 5 ? .working : .off
    }

    /// Throws `unknownYear` where the day depends on a list that is not announced.
    package func isWorkingDay(_ date: CivilDate) throws(Rejection) -> Bool {
        switch day(date) {
        case .working: return true
        case .off: return false
        case .notAnnounced(let year): throw KernelRejection.unknownYear(year: year).rejection
        }
    }

    /// The end of a count of working days, or where it has to wait.
    package enum Count: Sendable, Hashable {
        case ends(CivilDate)
        /// So many days are counted, through `through`; what follows depends on the list of `year`. Asked again once that
        /// list is known, the count goes on.
        case waits(year: Int, counted: Int, through: CivilDate)
    }

    /// The last of `count` working days after `date`; the day itself does not count (Civil Code art. 201).
    package func count(_ count: Int, workingDaysAfter date: CivilDate) -> Count {
        var day = date
        var counted = 0
        while counted < count {
            let next = day.adding(days: 1)
            // No list reaches the end of all days: the count waits there like anywhere else.
            guard next > day else { return .waits(year: day.year, counted: counted, through: day) }
            switch self.day(next) {
            case .working: counted += 1
            case .off: break
            case .notAnnounced(let year): return .waits(year: year, counted: counted, through: day)
            }
            day = next
        }
        return .ends(day)
    }

    /// The last of `count` working days after `date`; throws `unknownYear` where a day is not announced.
    package func date(_ count: Int, workingDaysAfter date: CivilDate) throws(Rejection) -> CivilDate {
        switch self.count(count, workingDaysAfter: date) {
        case .ends(let day): return day
        case .waits(let year, _, _): throw KernelRejection.unknownYear(year: year).rejection
        }
    }

    /// Working days after the day of `now` through the last day before `end`: 0 on the last day, -1 when it ended on the last
    /// working day before. Nil where a day is not announced, and beyond four years.
    package func workingDays(from now: Instant, to end: Instant) -> Int? {
        let last = Instant(milliseconds: end.milliseconds - 1).date
        var (day, other, sign) = (now.date, last, 1)
        if last < day { (day, other, sign) = (last, day, -1) }
        guard other.dayNumber - day.dayNumber <= 1_500 else { return nil }
        var count = 0
        while day < other {
            day = day.adding(days: 1)
            guard let isWorking = try? isWorkingDay(day) else { return nil }
            count += isWorking ? 1 : 0
        }
        // Whatever is over is late, also on a holiday right after.
        return sign < 0 ? -max(count, 1) : count
    }

    /// The instant at which a period of `count` working days that began at `start` is over: the end of its last day.
    package func end(ofWorkingDays count: Int, from start: Instant) throws(Rejection) -> Instant {
        try date(count, workingDaysAfter: start.date).end
    }
}
