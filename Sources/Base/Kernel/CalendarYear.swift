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
        var bad: [Rejection] = []
        var kinds: [CivilDate: CalendarDayKind] = [:]
        let first = CivilDate(firstOfMonth: year * 12)
        let last = CivilDate(firstOfMonth: year * 12 + 12).adding(days: -1)
        let span = first.adding(days: -14)...last.adding(days: 14)
        for day in days {
            let isMadeUpOnWeekday = day.kind == .work && day.date.weekday <= 5
            if !span.contains(day.date) || isMadeUpOnWeekday || kinds.updateValue(day.kind, forKey: day.date) != nil {
                bad.append(KernelRejection.calendarDay(date: day.date, year: year).rejection)
            }
        }
        for day in StatutoryHolidays.days(of: year) where kinds[day] != .off {
            bad.append(KernelRejection.calendarIncomplete(date: day, year: year).rejection)
        }
        if let rejection = Rejection.all(bad) { throw rejection }
        guard year >= 1950, kinds.values.count(where: { $0 == .off }) >= CalendarYear.fewest else {
            throw KernelRejection.calendarIncomplete(date: first, year: year).rejection
        }
        self.year = year
        self.days = days.sorted { $0.date < $1.date }
    }

    /// No year has had fewer days off since 1950: New Year 1, Spring Festival 3, May 1, October 2.
    private static let fewest = 7

    private enum Column: String, CaseIterable {
        case date, name, kind
    }

    /// From a file of rows `date,name,kind`, or from JSON: a list of objects with these members, alone or as `days` of an
    /// object; instead of `kind` there may be `isOffDay`, as open lists of holidays have it.
    ///
    /// `year` says which year's list it is; nil takes the year in which most days lie. Of a file of several years, one year
    /// is taken: the days from 15 December of the year before that carry the name of its New Year come with it.
    package init(_ bytes: [UInt8], year: Int? = nil) throws(Rejection) {
        let days: [CalendarDay]
        switch bytes.first(where: { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }) {
        case UInt8(ascii: "{"), UInt8(ascii: "["): days = try CalendarYear.json(bytes)
        default: days = try CalendarYear.table(bytes)
        }
        let counts = Dictionary(grouping: days, by: \.date.year).mapValues(\.count)
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
            throw KernelRejection.tableEmpty.rejection
        }
        let wanted = year ?? most
        try self.init(wanted, days: CalendarYear.days(days, of: wanted))
    }

    /// Those of `year`, the New Year holiday's at either end with the year they belong to.
    private static func days(_ days: [CalendarDay], of year: Int) -> [CalendarDay] {
        days.filter { day in
            let (dayYear, month, dayOfMonth) = day.date.components
            let isNewYear = month == 12 && dayOfMonth >= 15 && NotationText.isNewYear(day.name)
            return (isNewYear ? dayYear + 1 : dayYear) == year
        }
    }

    private static func table(_ bytes: [UInt8]) throws(Rejection) -> [CalendarDay] {
        let reader = TableReader(
            Column.allCases.map { TableColumn($0, [$0.rawValue] + NotationText.calendarHeadings($0.rawValue)) })
        var days: [CalendarDay] = []
        var bad: [Rejection] = []
        let answers = try reader.read(bytes).answers { (row) throws(Rejection) -> Table<Column>.Outcome<CalendarDay> in
            var problems = RowProblems()
            let date = problems.take { () throws(Rejection) in try row.value(.date, as: CivilDate.self) }
            let name = problems.take { () throws(Rejection) in try row.value(.name, as: Name.self) }
            let kind = problems.take { () throws(Rejection) in
                let word = try row.text(.kind)
                guard let kind = CalendarDayKind(rawValue: word.lowercased()) ?? NotationText.calendarKind(word) else {
                    throw KernelRejection.notAChoice(
                        field: row.heading(.kind), choices: CalendarDayKind.allCases.map(\.rawValue)
                    ).rejection
                }
                return kind
            }
            try problems.finish()
            guard let date, let name, let kind else { return .setAside(.foreign) }
            return .accepted(CalendarDay(date: date, name: name.text, kind: kind))
        }
        for answer in answers {
            switch answer.outcome {
            case .accepted(let day): days.append(day)
            case .refused(let rejection): bad += rejection.flattened.map { $0.under("line \(answer.line)") }
            case .setAside: continue
            }
        }
        if let rejection = Rejection.all(bad) { throw rejection }
        return days
    }

    private static func json(_ bytes: [UInt8]) throws(Rejection) -> [CalendarDay] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let json = try JSON(parsing: bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes)
        guard let list = json.array ?? json["days"]?.array else {
            throw KernelRejection.wrongType(field: "days", expected: "list").rejection
        }
        guard list.count <= 10_000 else { throw KernelRejection.tooLarge(limit: 10_000).rejection }
        var days: [CalendarDay] = []
        var bad: [Rejection] = []
        for (position, element) in list.enumerated() {
            var members = element.object ?? [:]
            if let isOff = members.removeValue(forKey: "isOffDay")?.bool, members["kind"] == nil {
                members["kind"] = .string(isOff ? CalendarDayKind.off.rawValue : CalendarDayKind.work.rawValue)
            }
            do throws(Rejection) {
                days.append(try CalendarDay.read(.object(members)))
            } catch {
                bad += error.flattened.map { $0.under("days[\(position)]") }
            }
        }
        if let rejection = Rejection.all(bad) { throw rejection }
        return days
    }
}
