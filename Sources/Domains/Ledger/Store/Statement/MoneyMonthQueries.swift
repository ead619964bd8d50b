import Kernel
import Registry
import Storage

/// What came in and went out of cash and bank in one month.
struct MoneyMonth: Sendable, Hashable {
    let month: AccountingMonth
    let debit: Money
    let credit: Money
}

enum MoneyMonthQueries {
    /// The twelve months that end with `last`, empty ones too; money moved between own accounts counts on both sides.
    static func list(_ organisation: OrganisationID, through last: AccountingMonth, in tx: any ReadTransaction) throws
        -> [MoneyMonth]
    {
        let first = AccountingMonth(index: last.index - 11)
        let rows = try tx.rows(
            """
            SELECT month, CAST(SUM(debit_fen) AS BIGINT), CAST(SUM(credit_fen) AS BIGINT) FROM account_balance
            WHERE organisation = \(organisation) AND account >= '101' AND account < '103'
                AND month >= \(first) AND month <= \(last)
            GROUP BY month
            """
        ).map { MoneyMonth(month: try $0.get(0), debit: try $0.get(1), credit: try $0.get(2)) }
        let known = Dictionary(rows.map { ($0.month, $0) }) { first, _ in first }
        return (first.index...last.index).map { index in
            let month = AccountingMonth(index: index)
            return known[month] ?? MoneyMonth(month: month, debit: .zero, credit: .zero)
        }
    }
}
