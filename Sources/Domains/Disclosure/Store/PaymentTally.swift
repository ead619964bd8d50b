import Kernel
import Registry
import Storage

/// What contracts of a place owe until a day: due, paid, and what is late by age.
struct PaymentTally: Sendable, Hashable {
    var due = Money.zero
    var paid = Money.zero
    /// Late by up to 30, 90 and 365 days, and longer.
    var late: [Money] = [.zero, .zero, .zero, .zero]
    var places: Set<DivisionID> = []

    var allLate: Money { late.reduce(.zero) { $0 + $1 } }
    static let ages: [Int] = [30, 90, 365]
}

extension PaymentQueries {
    /// The instalments due on `day` or before, of the place and all below it.
    static func tally(within path: String, on day: CivilDate, in tx: any ReadTransaction) throws -> PaymentTally {
        var tally = PaymentTally()
        let bounds = PaymentTally.ages.map { day.adding(days: -$0) }
        let rows = try tx.rows(
            """
            SELECT p.division, CAST(sum(p.amount_fen) AS BIGINT), CAST(sum(p.paid_fen) AS BIGINT),
                CAST(sum(CASE WHEN p.due < \(day) AND p.due >= \(bounds[0]) THEN p.amount_fen - p.paid_fen ELSE 0 END) AS BIGINT),
                CAST(sum(CASE WHEN p.due < \(bounds[0]) AND p.due >= \(bounds[1]) THEN p.amount_fen - p.paid_fen ELSE 0 END)
                    AS BIGINT),
                CAST(sum(CASE WHEN p.due < \(bounds[1]) AND p.due >= \(bounds[2]) THEN p.amount_fen - p.paid_fen ELSE 0 END)
                    AS BIGINT),
                CAST(sum(CASE WHEN p.due < \(bounds[2]) THEN p.amount_fen - p.paid_fen ELSE 0 END) AS BIGINT)
            FROM disclosed_payment p JOIN division d ON d.id = p.division
            WHERE \(DivisionQueries.within(path)) AND p.due <= \(day) GROUP BY p.division
            """)
        for row in rows {
            tally.due = tally.due + (try row.get(1))
            tally.paid = tally.paid + (try row.get(2))
            let late: [Money] = try (3...6).map { try row.get($0) }
            tally.late = zip(tally.late, late).map { $0 + $1 }
            if late.contains(where: { $0 > .zero }) { tally.places.insert(try row.get(0)) }
        }
        return tally
    }
}

extension NoticeQueries {
    /// What hangs on the boards of a place and all below it, what closes first first.
    static func listOpen(within path: String, limit: Int, in tx: any ReadTransaction) throws -> [(
        Notice, place: String
    )] {
        let found = try tx.rows(
            """
            SELECT n.notice, d.name FROM notice n JOIN division d ON d.id = n.division
            WHERE \(DivisionQueries.within(path)) AND n.closed_at IS NULL ORDER BY n.closes_at, n.notice LIMIT \(limit)
            """
        ).map { (try $0.get(0, as: NoticeID.self), try $0.get(1, as: String.self)) }
        return try found.compactMap { id, name in try find(id, in: tx).map { ($0, name) } }
    }

    static func countOpen(within path: String, in tx: any ReadTransaction) throws -> Int64 {
        try tx.get(
            """
            SELECT CAST(count(*) AS BIGINT) FROM notice n JOIN division d ON d.id = n.division
            WHERE \(DivisionQueries.within(path)) AND n.closed_at IS NULL
            """)
    }
}
