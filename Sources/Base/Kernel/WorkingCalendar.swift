/// Which days are working days: weekends, public holidays and make-up working weekends (调休 in the notices).
///
/// Known only for the years the State Council has announced. A day of a later year is refused as unknown, never guessed.
package struct WorkingCalendar: Sendable {
    /// Day numbers that differ from the plain week; true = working.
    private let exceptions: [Int: Bool]
    private let years: ClosedRange<Int>

    /// From rows `date,name,kind` with kind `off` or `work`, sorted or not. Nil when a row cannot be read.
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
        years = first...last
    }

    /// The announced years shipped with the program (`Resources/holidays.csv`, source in its decision record).
    package static let announced: WorkingCalendar = {
        let text = String(decoding: PackageResources.holidays_csv, as: UTF8.self)
        guard let calendar = WorkingCalendar(csv: text) else { preconditionFailure("the shipped calendar is readable") }
        return calendar
    }()

    /// The last year whose holidays are known.
    package var lastAnnouncedYear: Int { years.upperBound }

    package func isWorkingDay(_ date: CivilDate) throws(Rejection) -> Bool {
        guard years.contains(date.year) else { throw KernelRejection.unknownYear(year: date.year).rejection }
        return exceptions[date.dayNumber] ?? (date.weekday <= 5)
    }

    /// The last of `count` working days after `date`; the day itself does not count (Civil Code art. 201).
    package func date(_ count: Int, workingDaysAfter date: CivilDate) throws(Rejection) -> CivilDate {
        precondition(count >= 0)
        var day = date
        var left = count
        while left > 0 {
            day = day.adding(days: 1)
            if try isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    /// The instant at which a period of `count` working days that began at `start` is over: the end of its last day.
    package func end(ofWorkingDays count: Int, from start: Instant) throws(Rejection) -> Instant {
        try date(count, workingDaysAfter: start.date).end
    }
}
