import Kernel
import Registry
import Storage

/// A complaint as a list has it: no word of it, and nobody's name.
struct ComplaintLine: Sendable {
    let id: ComplaintID
    let place: DivisionID
    let placeName: String
    let kind: ComplaintKind
    let site: SiteID?
    let photo: String?
    let phase: ComplaintPhase
    let filedAt: Instant
    let answerBy: Instant
    let answeredAt: Instant?
    let closing: ComplaintClosing?
    let wasLate: Bool
    let isCounter: Bool
    let isForgotten: Bool

    func isOverdue(at now: Instant) -> Bool { phase == .filed && answerBy < now }
}

/// What somebody said of a complaint.
struct ComplaintWord: Sendable {
    let isAnswer: Bool
    let at: Instant
    let text: String
}

/// How the complaints of one place stand.
struct ComplaintTally: Sendable {
    let place: DivisionID
    var filed: Int64 = 0
    var open: Int64 = 0
    /// Open past their time.
    var overdue: Int64 = 0
    /// Answered, or closed, after their time.
    var late: Int64 = 0

    mutating func add(_ other: ComplaintTally) {
        filed += other.filed
        open += other.open
        overdue += other.overdue
        late += other.late
    }
}

enum ComplaintQueries {
    private static let complaints: SQL = """
        SELECT c.id, c.division, \(DivisionQueries.called("d.id")), c.kind, c.site, c.photo, c.phase, c.filed_at, c.answer_by, c.answered_at, c.closing,
            c.was_late, c.is_counter, c.is_forgotten
        FROM waste_complaint c JOIN division d ON d.id = c.division
        """

    private static func line(_ row: Row) throws -> ComplaintLine {
        ComplaintLine(
            id: try row.get(0), place: try row.get(1), placeName: try row.get(2), kind: try row.get(3),
            site: try row.find(4), photo: try row.find(5), phase: try row.get(6), filedAt: try row.get(7),
            answerBy: try row.get(8), answeredAt: try row.find(9), closing: try row.find(10), wasLate: try row.get(11),
            isCounter: try row.get(12), isForgotten: try row.get(13))
    }

    static func find(_ id: ComplaintID, in tx: any ReadTransaction) throws -> ComplaintLine? {
        try tx.first("\(complaints) WHERE c.id = \(id)").map(line)
    }

    static func isForgotten(_ id: ComplaintID, in tx: any ReadTransaction) throws -> Bool {
        try tx.find("SELECT is_forgotten FROM waste_complaint WHERE id = \(id)", as: Int64.self) == 1
    }

    /// Who complained in person.
    static func findPerson(of id: ComplaintID, in tx: any ReadTransaction) throws -> PersonID? {
        try tx.find("SELECT person FROM waste_complainant WHERE complaint = \(id)")
    }

    /// In the order they were said.
    static func listWords(of id: ComplaintID, in tx: any ReadTransaction) throws -> [ComplaintWord] {
        try tx.rows(
            "SELECT is_answer, said_at, text FROM waste_complaint_words WHERE complaint = \(id) ORDER BY entry"
        ).map { ComplaintWord(isAnswer: try $0.get(0), at: try $0.get(1), text: try $0.get(2)) }
    }

    static func countOpen(of person: PersonID, in tx: any ReadTransaction) throws -> Int64 {
        try tx.find(
            """
            SELECT count(*) FROM waste_complainant p JOIN waste_complaint c ON c.id = p.complaint
            WHERE p.person = \(person) AND c.phase <> \(ComplaintPhase.closed)
            """) ?? 0
    }

    /// Of a place and below those that wait for an answer, whoever waits longest past their time first.
    static func listFiled(within place: DivisionID, limit: Int, in tx: any ReadTransaction) throws -> [ComplaintLine] {
        guard let path = try DivisionQueries.findPath(place, in: tx) else { return [] }
        let there: SQL = "c.division IN (SELECT id FROM division WHERE \(DivisionQueries.within(path)))"
        return try tx.rows(
            """
            \(complaints) WHERE \(there) AND c.phase = \(ComplaintPhase.filed) ORDER BY c.answer_by, c.id LIMIT \(limit)
            """
        ).map(line)
    }

    /// Of a place and below: those that wait for an answer, whoever waits longest past their time first, then those of
    /// late that were answered.
    static func list(within place: DivisionID, limit: Int, in tx: any ReadTransaction) throws -> [ComplaintLine] {
        guard let path = try DivisionQueries.findPath(place, in: tx) else { return [] }
        let there: SQL = "c.division IN (SELECT id FROM division WHERE \(DivisionQueries.within(path)))"
        let open = try listFiled(within: place, limit: limit, in: tx)
        let rest = try tx.rows(
            """
            \(complaints) WHERE \(there) AND c.phase <> \(ComplaintPhase.filed)
            ORDER BY c.phase, c.filed_at DESC, c.id LIMIT \(limit)
            """
        ).map(line)
        return open + rest
    }

    /// One's own, the latest first.
    static func list(of person: PersonID, limit: Int, in tx: any ReadTransaction) throws -> [ComplaintLine] {
        try tx.rows(
            """
            \(complaints) JOIN waste_complainant p ON p.complaint = c.id WHERE p.person = \(person)
            ORDER BY c.filed_at DESC, c.id LIMIT \(limit)
            """
        ).map(line)
    }

    /// Each place's complaints that are open or were made since `from`.
    static func tally(since from: Instant, at now: Instant, in tx: any ReadTransaction) throws -> [ComplaintTally] {
        try tx.rows(
            """
            SELECT division, count(*), CAST(sum(CASE WHEN phase = \(ComplaintPhase.filed) THEN 1 ELSE 0 END) AS BIGINT),
                CAST(sum(CASE WHEN phase = \(ComplaintPhase.filed) AND answer_by < \(now) THEN 1 ELSE 0 END) AS BIGINT),
                CAST(sum(was_late) AS BIGINT)
            FROM waste_complaint WHERE phase = \(ComplaintPhase.filed) OR filed_at >= \(from)
            GROUP BY division ORDER BY division LIMIT 5000
            """
        ).map { row in
            ComplaintTally(
                place: try row.get(0), filed: try row.get(1), open: try row.get(2), overdue: try row.get(3),
                late: try row.get(4))
        }
    }
}
