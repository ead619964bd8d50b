package import Kernel

/// A file of count sheets, judged row by row (`docs/replay.md`). Needs no house: the rule is the one the register uses.
package struct VoteReplay: Sendable {
    package enum Column: String, Sendable, CaseIterable {
        case name = "case"
        case body, matter, entitled, present
        case inFavour = "for"
        case against, abstain, invalid, noticeDays, households, householdsPresent, townshipApproved
        case date, expect, neededPresent, neededFor
    }

    /// One sheet that could be read, and what the file itself says should come of it.
    package struct Outcome: Sendable {
        package let name: String
        package let verdict: Ballot.Verdict
        package let isDisputedBetweenLaws: Bool
        /// Nil where the file expects nothing.
        package let agrees: Bool?
    }

    package let encoding: TableEncoding
    package let answers: [Table<Column>.Answer<Outcome>]

    package init(_ bytes: [UInt8]) throws(Rejection) {
        let needed: Set<Column> = [.body, .matter, .entitled, .present, .inFavour]
        let columns = Column.allCases.map {
            TableColumn($0, [$0.rawValue] + RegistryText.voteHeadings($0), isRequired: needed.contains($0))
        }
        let table = try TableReader(columns, mostRows: 1_000_000).read(bytes)
        encoding = table.encoding
        answers = table.answers { row throws(Rejection) in .accepted(try VoteReplay.outcome(row)) }
    }

    package var outcomes: [Outcome] {
        answers.compactMap { if case .accepted(let outcome) = $0.outcome { outcome } else { nil } }
    }

    private static func outcome(_ row: Table<Column>.Row) throws(Rejection) -> Outcome {
        var problems = RowProblems()
        let ballot = ballot(row, &problems)
        let expected = problems.take { () throws(Rejection) in try row.text(.expect) } ?? ""
        let present = problems.take { () throws(Rejection) in try row.optional(.neededPresent, as: Int64.self) } ?? nil
        let inFavour = problems.take { () throws(Rejection) in try row.optional(.neededFor, as: Int64.self) } ?? nil
        let name = problems.take { () throws(Rejection) in try row.text(.name) } ?? ""
        try problems.finish()
        let verdict = ballot.verdict
        let agrees =
            verdict.result.rawValue == expected && (present == nil || present == verdict.neededPresent)
            && (inFavour == nil || inFavour == verdict.neededInFavour)
        return Outcome(
            name: name.isEmpty ? String(row.line) : name, verdict: verdict,
            isDisputedBetweenLaws: ballot.matter.isDisputedBetweenLaws && ballot.body == .representatives,
            agrees: expected.isEmpty ? nil : agrees)
    }

    /// Stands in with examples where a cell is bad; then `problems` is not empty.
    private static func ballot(_ row: Table<Column>.Row, _ problems: inout RowProblems) -> Ballot {
        func count(_ key: Column, _ problems: inout RowProblems) -> Int64? {
            problems.take { () throws(Rejection) in try row.optional(key, as: Int64.self) } ?? nil
        }
        func needed(_ key: Column, _ problems: inout RowProblems) -> Int64 {
            problems.take { () throws(Rejection) in try row.value(key, as: Int64.self) } ?? 0
        }
        let body = problems.take { () throws(Rejection) in try row.value(.body, as: ResolutionBody.self) }
        let matter = problems.take { () throws(Rejection) in try row.value(.matter, as: ResolutionMatter.self) }
        let isApproved = problems.take { () throws(Rejection) in try readApproval(row) }
        let date = problems.take { () throws(Rejection) in try row.optional(.date, as: CivilDate.self) } ?? nil
        return Ballot(
            body ?? .example, matter ?? .example, entitled: needed(.entitled, &problems),
            present: needed(.present, &problems), inFavour: needed(.inFavour, &problems),
            against: count(.against, &problems) ?? 0, abstained: count(.abstain, &problems) ?? 0,
            invalid: count(.invalid, &problems) ?? 0, noticeDays: count(.noticeDays, &problems),
            households: count(.households, &problems), householdsPresent: count(.householdsPresent, &problems),
            isApprovedByTownship: isApproved ?? false, on: date)
    }

    private static func readApproval(_ row: Table<Column>.Row) throws(Rejection) -> Bool {
        let word = try row.text(.townshipApproved).lowercased()
        if RegistryText.approved.contains(word) { return true }
        if word.isEmpty || RegistryText.notApproved.contains(word) { return false }
        throw KernelRejection.notAChoice(field: row.heading(.townshipApproved), choices: ["yes", "no"]).rejection
    }
}
