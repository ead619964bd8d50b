import Kernel
import Registry
import Storage

/// What contracts of a place owe until a day: due, paid, and what is late by age.
struct PaymentTally: Sendable, Hashable {
    var due = Money.zero
    var paid = Money.zero
    /// By age, in the order of `ArrearsAge`.
    var late: [Money] = ArrearsAge.allCases.map { _ in .zero }
    var places: Set<DivisionID> = []

    var allLate: Money { late.reduce(.zero) { $0 + $1 } }
}

/// One instalment that is not, or not wholly, paid though its day is over.
struct LateInstalment: Sendable, Hashable {
    let contract: ContractID
    let number: Int64
    let due: CivilDate
    let missing: Money

    func days(on day: CivilDate) -> Int64 { Int64(day.dayNumber - due.dayNumber) }
}

extension ArrearsAge {
    /// The condition on the instalments `p`.
    func condition(on day: CivilDate) -> SQL {
        let begun: SQL = "p.due <= \(day.adding(days: -days.first))"
        return days.last.map { "\(begun) AND p.due >= \(day.adding(days: -$0))" } ?? begun
    }
}

extension PaymentQueries {
    /// The instalments due on `day` or before, of the place and all below it.
    static func tally(within path: String, on day: CivilDate, in tx: any ReadTransaction) throws -> PaymentTally {
        var tally = PaymentTally()
        let late = ArrearsAge.allCases.map { age -> SQL in
            "CAST(sum(CASE WHEN \(age.condition(on: day)) THEN p.amount_fen - p.paid_fen ELSE 0 END) AS BIGINT)"
        }
        let rows = try tx.rows(
            """
            SELECT p.division, CAST(sum(p.amount_fen) AS BIGINT), CAST(sum(p.paid_fen) AS BIGINT),
                \(SQL.joined(late, by: ", "))
            FROM disclosed_payment p JOIN division d ON d.id = p.division
            WHERE \(DivisionQueries.within(path)) AND p.due <= \(day) GROUP BY p.division
            """)
        for row in rows {
            tally.due = tally.due + (try row.get(1))
            tally.paid = tally.paid + (try row.get(2))
            let late: [Money] = try late.indices.map { try row.get(3 + $0) }
            tally.late = zip(tally.late, late).map { $0 + $1 }
            if late.contains(where: { $0 > .zero }) { tally.places.insert(try row.get(0)) }
        }
        return tally
    }

    /// What is late in the place and all below it, the longest first; of one age, or of all.
    static func listLate(
        within path: String, _ age: ArrearsAge?, on day: CivilDate, limit: Int, in tx: any ReadTransaction
    ) throws -> [LateInstalment] {
        let isLate = age?.condition(on: day) ?? "p.due < \(day)"
        return try tx.rows(
            """
            SELECT p.contract, p.number, p.due, p.amount_fen - p.paid_fen
            FROM disclosed_payment p JOIN division d ON d.id = p.division
            WHERE \(DivisionQueries.within(path)) AND \(isLate) AND p.paid_fen < p.amount_fen
            ORDER BY p.due, p.contract, p.number LIMIT \(limit)
            """
        ).map {
            LateInstalment(
                contract: try $0.get(0), number: try $0.get(1), due: try $0.get(2), missing: try $0.get(3))
        }
    }
}

extension NoticeQueries {
    /// What hangs on the boards of a place and all below it, what closes first first.
    static func listOpen(within path: String, limit: Int, in tx: any ReadTransaction) throws -> [(
        Notice, place: String
    )] {
        let found = try tx.rows(
            """
            SELECT n.notice, \(DivisionQueries.called("d.id")) FROM notice n JOIN division d ON d.id = n.division
            WHERE \(DivisionQueries.within(path)) AND n.closed_at IS NULL ORDER BY n.closes_at, n.notice LIMIT \(limit)
            """
        ).map { (try $0.get(0, as: NoticeID.self), try $0.get(1, as: String.self)) }
        return try found.compactMap { id, name in try find(id, in: tx).map { ($0, name) } }
    }

    /// The notices of a place and all below it, latest first.
    static func list(within path: String, onlyOpen: Bool, limit: Int, in tx: any ReadTransaction) throws -> [Notice] {
        let places: SQL = "division IN (SELECT id FROM division WHERE \(DivisionQueries.within(path)))"
        let within: SQL = path == "/" ? "1 = 1" : places
        return try list(where: onlyOpen ? "\(within) AND closed_at IS NULL" : within, limit: limit, in: tx)
    }

    static func countOpen(within path: String, in tx: any ReadTransaction) throws -> Int64 {
        try tx.get(
            """
            SELECT CAST(count(*) AS BIGINT) FROM notice n JOIN division d ON d.id = n.division
            WHERE \(DivisionQueries.within(path)) AND n.closed_at IS NULL
            """)
    }
}
