import Kernel
import Registry
import Storage

/// What came in and went out in one month, of one collective or of all below a place.
struct MonthFlow: Sendable, Hashable {
    let month: AccountingMonth
    var income = Money.zero
    var expense = Money.zero
}

enum FlowQueries {
    /// The months from `first` through `last`, also those in which nothing was booked.
    static func months(
        within path: String, from first: AccountingMonth, through last: AccountingMonth, in tx: any ReadTransaction
    ) throws -> [MonthFlow] {
        let rows = try tx.rows(
            """
            SELECT b.month, b.account, CAST(sum(b.credit_fen - b.debit_fen) AS BIGINT)
            FROM account_balance b JOIN books k ON k.organisation = b.organisation
                JOIN division d ON d.id = k.division
            WHERE \(DivisionQueries.within(path)) AND b.month >= \(first) AND b.month <= \(last)
            GROUP BY b.month, b.account
            """)
        var flows = Dictionary(
            uniqueKeysWithValues: (first.index...max(first.index, last.index)).map {
                ($0, MonthFlow(month: AccountingMonth(index: $0)))
            })
        for row in rows {
            let month: AccountingMonth = try row.get(0)
            let account: AccountCode = try row.get(1)
            let amount: Money = try row.get(2)
            guard var flow = flows[month.index] else { continue }
            switch Chart.of2023.root(of: account)?.accountClass {
            case .income: flow.income = flow.income + amount
            case .expense: flow.expense = flow.expense - amount
            default: break
            }
            flows[month.index] = flow
        }
        return flows.values.sorted { $0.month < $1.month }
    }

    /// How many collectives of a place keep books here.
    static func countBooks(within path: String, in tx: any ReadTransaction) throws -> Int64 {
        try tx.get(
            """
            SELECT CAST(count(*) AS BIGINT) FROM books k JOIN division d ON d.id = k.division
            WHERE \(DivisionQueries.within(path))
            """)
    }
}
