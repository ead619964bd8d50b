package import Kernel

/// A stranger's file of pay questions, answered by the room's rules (`docs/replay.md`): pay days as a table, or cases as
/// JSON. Needs no house.
package enum PayReplay: Sendable {
    case payDays(PayDayReplay)
    case cases([PayCase])

    /// Throws where the file is neither; what is wrong with one row or case is that one's own answer.
    package init(_ bytes: [UInt8], calendar: WorkingCalendar = .announced) throws(Rejection) {
        let first = bytes.first { !" \n\r\t\u{FEFF}".utf8.contains($0) }
        guard first == UInt8(ascii: "[") || first == UInt8(ascii: "{") else {
            self = .payDays(try PayDayReplay(bytes, calendar: calendar))
            return
        }
        let json = try JSON(parsing: bytes, limits: .strangers)
        self = .cases((json["cases"]?.array ?? json.array ?? [json]).enumerated().map { PayCase($1, number: $0 + 1) })
    }

    package var outcomes: [PayOutcome] {
        switch self {
        case .payDays(let replay): replay.outcomes
        case .cases(let cases): cases.map(\.outcome)
        }
    }
}

/// How an answer stands to what the file expects.
package enum PayOutcome: String, Sendable, CaseIterable {
    case agrees, differs
    /// The file expects nothing.
    case answered
    /// Nothing in the case can be reckoned: it tells an act in words. Those acts have tests of the room's own.
    case notReckoned
    case unreadable
}

/// A table of agreed pay days.
package struct PayDayReplay: Sendable {
    package enum Column: String, Sendable, CaseIterable {
        case agreed = "agreed_day"
        case latest = "latest_pay_day"
        case rule
    }

    package struct Row: Sendable {
        package let agreed: CivilDate
        package let latest: CivilDate
        /// Nil where the file expects nothing.
        package let expected: CivilDate?

        package var outcome: PayOutcome { expected.map { $0 == latest ? .agrees : .differs } ?? .answered }
    }

    package let answers: [Table<Column>.Answer<Row>]

    package init(_ bytes: [UInt8], calendar: WorkingCalendar) throws(Rejection) {
        let columns = Column.allCases.map {
            TableColumn($0, [$0.rawValue] + LabourText.payDayHeadings($0), isRequired: $0 == .agreed)
        }
        answers = try TableReader(columns, mostRows: 1_000_000).read(bytes).answers { row throws(Rejection) in
            var problems = RowProblems()
            let agreed = problems.take { () throws(Rejection) in try row.value(.agreed, as: CivilDate.self) }
            let expected = problems.take { () throws(Rejection) in try row.optional(.latest, as: CivilDate.self) }
            let latest = problems.take { () throws(Rejection) in
                try agreed.map { day throws(Rejection) in try PayDay.latest(for: day, calendar) }
            }
            try problems.finish()
            guard let agreed, let day = latest ?? nil else { throw LabourRefusal.amountMissing() }
            return .accepted(Row(agreed: agreed, latest: day, expected: expected ?? nil))
        }
    }

    package var outcomes: [PayOutcome] {
        answers.compactMap { answer in
            switch answer.outcome {
            case .accepted(let row): row.outcome
            case .refused: .unreadable
            case .setAside: nil
            }
        }
    }
}
