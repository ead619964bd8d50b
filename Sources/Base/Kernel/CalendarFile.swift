/// A file of holidays as the State Council's lists are passed on: rows `date,name,kind`, or JSON, a list of objects with
/// these members, alone or as `days` of an object; instead of `kind` there may be `isOffDay`, as open lists have it.
package struct CalendarFile: Sendable {
    /// What became of one row.
    package struct Row: Sendable {
        /// In a file of rows the line, in JSON the place in the list; from 1.
        package let line: Int
        package let excerpt: String
        package let outcome: Outcome
    }

    package enum Outcome: Sendable {
        case accepted(CalendarDay)
        case setAside(SetAsideReason)
        case refused(Rejection)
    }

    /// Every row but the headings, in the order of the file.
    package let rows: [Row]

    /// Throws what makes the whole no such file; what is wrong with a row is its answer.
    package init(_ bytes: [UInt8]) throws(Rejection) {
        switch bytes.first(where: { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }) {
        case UInt8(ascii: "{"), UInt8(ascii: "["): rows = try CalendarFile.json(bytes)
        default: rows = try CalendarFile.table(bytes)
        }
    }

    /// The days of the file; throws every row that is wrong, under its line.
    package func days() throws(Rejection) -> [CalendarDay] {
        var days: [CalendarDay] = []
        var bad: [Rejection] = []
        for row in rows {
            switch row.outcome {
            case .accepted(let day): days.append(day)
            case .setAside: continue
            case .refused(let rejection): bad += rejection.flattened.map { $0.under("line \(row.line)") }
            }
        }
        if let rejection = Rejection.all(bad) { throw rejection }
        return days
    }

    /// The years whose lists stand in the file, the earliest first.
    package var years: [Int] {
        Set(
            rows.compactMap { row in
                if case .accepted(let day) = row.outcome { day.yearOfList } else { nil }
            }
        ).sorted()
    }

    /// The list of `year`; nil takes the year of which most days are there. Throws every row that is wrong.
    package func year(_ year: Int? = nil) throws(Rejection) -> CalendarYear {
        let days = try days()
        let counts = Dictionary(grouping: days, by: \.yearOfList).mapValues(\.count)
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
            throw KernelRejection.tableEmpty.rejection
        }
        let wanted = year ?? most
        return try CalendarYear(wanted, days: days.filter { $0.yearOfList == wanted })
    }

    private enum Column: String, CaseIterable {
        case date, name, kind
    }

    private static func table(_ bytes: [UInt8]) throws(Rejection) -> [Row] {
        let reader = TableReader(
            Column.allCases.map { TableColumn($0, [$0.rawValue] + NotationText.calendarHeadings($0.rawValue)) })
        return try reader.read(bytes).answers { (row) throws(Rejection) -> Table<Column>.Outcome<CalendarDay> in
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
        }.map { answer in
            let outcome: Outcome =
                switch answer.outcome {
                case .accepted(let day): .accepted(day)
                case .setAside(let reason): .setAside(reason)
                case .refused(let rejection): .refused(rejection)
                }
            return Row(line: answer.line, excerpt: answer.excerpt, outcome: outcome)
        }
    }

    private static func json(_ bytes: [UInt8]) throws(Rejection) -> [Row] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let json = try JSON(parsing: bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes)
        guard let list = json.array ?? json["days"]?.array else {
            throw KernelRejection.wrongType(field: "days", expected: .list(most: nil)).rejection
        }
        guard list.count <= 10_000 else { throw KernelRejection.tooLarge(limit: 10_000).rejection }
        return list.enumerated().map { position, element in
            var members = element.object ?? [:]
            if let isOff = members.removeValue(forKey: "isOffDay")?.bool, members["kind"] == nil {
                members["kind"] = .string(isOff ? CalendarDayKind.off.rawValue : CalendarDayKind.work.rawValue)
            }
            let outcome: Outcome
            do throws(Rejection) {
                outcome = .accepted(try CalendarDay.read(.object(members)))
            } catch {
                outcome = .refused(error)
            }
            let excerpt = [members["date"]?.string, members["name"]?.string].compactMap { $0 }.joined(separator: " ")
            return Row(line: position + 1, excerpt: String(excerpt.prefix(80)), outcome: outcome)
        }
    }
}

extension CalendarDay {
    /// The year whose list the day stands in: from 15 December on, days that carry the name of New Year belong to the next.
    package var yearOfList: Int {
        let (year, month, day) = date.components
        return month == 12 && day >= 15 && NotationText.isNewYear(name) ? year + 1 : year
    }
}
