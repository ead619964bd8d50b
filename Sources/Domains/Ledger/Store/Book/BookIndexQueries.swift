import Kernel
import Registry
import Storage

/// A collective's books as somebody sees them who keeps many.
struct BookIndexLine: Sendable {
    let organisation: Organisation
    /// Nil where no books are open.
    let books: BookHeading?
    /// Balances of accounts 101 and 102.
    var money = Money.zero
    /// Contract payments whose day is over, as far as they are not received.
    var overdue = Money.zero
    /// Vouchers that are made or returned and not posted yet.
    var drafts: Int64 = 0

    /// Whether the books are closed through `month`.
    func isClosed(through month: AccountingMonth) -> Bool {
        guard let books else { return true }
        return books.closedThrough.map { month <= $0 } ?? (month < AccountingMonth(books.startDate))
    }
}

enum BookIndexQueries {
    /// As many are read at most: more than a city has.
    static let most = 5_000

    /// The collectives of a place and whatever else keeps books there; of all in four statements.
    static func list(within division: DivisionID, on today: CivilDate, in tx: any ReadTransaction) throws
        -> [BookIndexLine]
    {
        let path = try DivisionQueries.findPath(division, in: tx) ?? "/"
        let books = Dictionary(try BookQueries.list(in: tx).map { ($0.organisation, $0) }) { first, _ in first }
        let kept: SQL =
            "SELECT k.organisation FROM books k JOIN division d ON d.id = k.division WHERE \(DivisionQueries.within(path))"
        let money = try sums(
            """
            SELECT b.organisation, CAST(sum(b.debit_fen - b.credit_fen) AS BIGINT) FROM account_balance b
            WHERE b.organisation IN (\(kept)) AND b.account >= '101' AND b.account < '103' GROUP BY b.organisation
            """, in: tx)
        let overdue = try sums(
            """
            SELECT r.organisation, CAST(sum(i.amount_fen - i.paid_fen) AS BIGINT)
            FROM instalment i JOIN receivable r ON r.receivable = i.receivable JOIN division d ON d.id = r.division
            WHERE i.due < \(today) AND i.paid_fen < i.amount_fen AND \(DivisionQueries.within(path))
            GROUP BY r.organisation
            """, in: tx)
        let drafts = try sums(
            """
            SELECT f.organisation, CAST(count(*) AS BIGINT) FROM voucher_draft f
            WHERE f.organisation IN (\(kept)) AND f.state IN ('made', 'reviewed', 'returned') GROUP BY f.organisation
            """, in: tx)
        return try OrganisationQueries.list(within: division, limit: most, in: tx)
            .filter { books[$0.id] != nil || $0.kind.isCollective }
            .map { organisation in
                BookIndexLine(
                    organisation: organisation, books: books[organisation.id],
                    money: Money(fen: money[organisation.id] ?? 0), overdue: Money(fen: overdue[organisation.id] ?? 0),
                    drafts: drafts[organisation.id] ?? 0)
            }
    }

    private static func sums(_ statement: SQL, in tx: any ReadTransaction) throws -> [OrganisationID: Int64] {
        try tx.rows(statement).reduce(into: [:]) { sums, row in sums[try row.get(0)] = try row.get(1) as Int64 }
    }
}
