import HJ212
import Kernel
import Registry
import Storage

/// A letter with its answer, as everyone may read it.
struct LetterLine: Sendable {
    let facility: FacilityID
    let number: Int64
    let alarm: Int64
    let item: MeasuredItem
    let day: CivilDate
    let version: Int64
    let demand: String
    let answerBy: CivilDate
    let office: OfficeID
    let writtenAt: Instant
    let answer: Answer?
    /// The day was judged anew and does not exceed: nothing is asked any more.
    let isVoid: Bool

    struct Answer: Sendable {
        let causes: String
        let measures: String
        let doneBy: CivilDate
        let office: OfficeID
        let at: Instant
    }

    /// Whether the answer came after its day, or is still missing after it.
    func isLate(at now: Instant) -> Bool { (answer?.at ?? now).date > answerBy }
}

struct VisitLine: Sendable {
    let number: Int64
    let day: CivilDate
    let words: String
}

enum UpkeepQueries {
    private static let letters: SQL = """
        SELECT l.facility, l.number, l.alarm, l.item, l.day, l.version, l.demand, l.answer_by, l.office, l.written_at,
            l.causes, l.measures, l.done_by, l.answerer, l.answered_at, a.closing
        FROM environment_letter l JOIN environment_alarm a ON a.facility = l.facility AND a.number = l.alarm
        """

    private static func letter(_ row: Row) throws -> LetterLine {
        var answer: LetterLine.Answer?
        if let at = try row.find(14, as: Instant.self) {
            answer = LetterLine.Answer(
                causes: try row.get(10), measures: try row.get(11), doneBy: try row.get(12), office: try row.get(13),
                at: at)
        }
        return LetterLine(
            facility: try row.get(0), number: try row.get(1), alarm: try row.get(2), item: try row.get(3),
            day: try row.get(4), version: try row.get(5), demand: try row.get(6), answerBy: try row.get(7),
            office: try row.get(8), writtenAt: try row.get(9), answer: answer,
            isVoid: try row.find(15, as: AlarmClosing.self) == .withdrawn)
    }

    /// The newest first.
    static func letters(of facility: FacilityID, in tx: any ReadTransaction) throws -> [LetterLine] {
        try tx.rows("\(letters) WHERE l.facility = \(facility) ORDER BY l.number DESC LIMIT 100").map(letter)
    }

    static func letter(_ number: Int64, of facility: FacilityID, in tx: any ReadTransaction) throws -> LetterLine? {
        try tx.first("\(letters) WHERE l.facility = \(facility) AND l.number = \(number)").map(letter)
    }

    /// Those without an answer that one is still asked for, the first due first.
    static func waitingLetters(in tx: any ReadTransaction) throws -> [LetterLine] {
        try tx.rows(
            "\(letters) WHERE l.answered_at IS NULL ORDER BY l.answer_by, l.facility, l.number LIMIT 200"
        ).map(letter).filter { !$0.isVoid }
    }

    /// The contracts by which a facility is run, as they were linked.
    static func contracts(of facility: FacilityID, in tx: any ReadTransaction) throws -> [ContractLine] {
        let ids = try tx.rows(
            """
            SELECT contract FROM environment_contract WHERE facility = \(facility) AND unlinked_why IS NULL
            ORDER BY entry LIMIT 50
            """
        ).map { try $0.get(0, as: ContractID.self) }
        guard !ids.isEmpty else { return [] }
        let lines = try ContractQueries.list(Set(ids), in: tx)
        return ids.compactMap { lines[$0] }
    }

    /// The newest first.
    static func visits(of facility: FacilityID, limit: Int, in tx: any ReadTransaction) throws -> [VisitLine] {
        try tx.rows(
            """
            SELECT number, day, words FROM environment_visit WHERE facility = \(facility)
            ORDER BY day DESC, number DESC LIMIT \(limit)
            """
        ).map { VisitLine(number: try $0.get(0), day: try $0.get(1), words: try $0.get(2)) }
    }

    /// The last count of each reagent, in the order of the list of reagents.
    static func reagents(of facility: FacilityID, in tx: any ReadTransaction) throws -> [(
        reagent: Reagent, last: ReagentUse
    )] {
        try Reagent.allCases.compactMap { reagent in
            try tx.first(
                """
                SELECT day, stock, used, days FROM environment_reagent
                WHERE facility = \(facility) AND reagent = \(reagent) ORDER BY day DESC LIMIT 1
                """
            ).map { row in
                (
                    reagent,
                    ReagentUse(
                        day: try row.get(0), stock: try row.get(1), used: try row.find(2), days: try row.find(3))
                )
            }
        }
    }
}
