import Kernel
import Registry
import Storage

/// What a closed month shows on the wall.
struct WallMonth: Sendable {
    /// A kind of income or expense: an account of the chart with all below it.
    struct Kind: Sendable, Hashable {
        let account: AccountCode
        let name: Message
        let isIncome: Bool
        let month: Money
        let year: Money
    }

    /// One voucher that moved cash or bank.
    struct Movement: Sendable, Hashable {
        let voucher: VoucherID
        let number: Int64
        let date: CivilDate
        let summary: String
        /// In above zero, out below.
        let amount: Money
        let entry: Int64
    }

    let month: AccountingMonth
    /// Cash and bank before the month.
    let before: Money
    let movements: [Movement]
    /// Everything that came in and went out in the year so far.
    let yearIn: Money
    let yearOut: Money
    let kinds: [Kind]

    var received: Money { movements.reduce(.zero) { $0 + max(.zero, $1.amount) } }
    var paid: Money { movements.reduce(.zero) { $0 + max(.zero, -$1.amount) } }
    var after: Money { before + received - paid }
}

enum WallQueries {
    static func get(_ organisation: OrganisationID, _ month: AccountingMonth, in tx: any ReadTransaction) throws
        -> WallMonth
    {
        let before = try YearBalances(organisation, through: month.previous, in: tx)
        let year = try movements(organisation, from: month.january, through: month, in: tx)
        return WallMonth(
            month: month, before: before.sum("101") + before.sum("102"),
            movements: year.filter { AccountingMonth($0.date) == month },
            yearIn: year.reduce(.zero) { $0 + max(.zero, $1.amount) },
            yearOut: year.reduce(.zero) { $0 + max(.zero, -$1.amount) },
            kinds: try kinds(organisation, month, in: tx))
    }

    /// The one collective of a place that has closed a month.
    static func shown(in division: DivisionID, in tx: any ReadTransaction) throws -> OrganisationID? {
        let rows = try tx.rows(
            """
            SELECT organisation FROM books WHERE division = \(division) AND closed_through IS NOT NULL
            ORDER BY organisation LIMIT 2
            """)
        return rows.count == 1 ? try rows[0].get(0) : nil
    }

    /// What moved cash or bank; money moved between own accounts is no movement.
    private static func movements(
        _ organisation: OrganisationID, from first: AccountingMonth, through last: AccountingMonth,
        in tx: any ReadTransaction
    ) throws -> [WallMonth.Movement] {
        try tx.rows(
            """
            SELECT v.voucher, v.number, v.date, v.summary, CAST(SUM(l.debit_fen - l.credit_fen) AS BIGINT), v.entry
            FROM voucher v JOIN voucher_line l
                ON l.organisation = v.organisation AND l.month = v.month AND l.number = v.number
            WHERE v.organisation = \(organisation) AND v.month >= \(first) AND v.month <= \(last)
                AND l.account >= '101' AND l.account < '103'
            GROUP BY v.voucher, v.month, v.number, v.date, v.summary, v.entry
            HAVING SUM(l.debit_fen - l.credit_fen) <> 0 ORDER BY v.date, v.number
            """
        ).map { row in
            WallMonth.Movement(
                voucher: try row.get(0), number: try row.get(1), date: try row.get(2), summary: try row.get(3),
                amount: try row.get(4), entry: try row.get(5))
        }
    }

    /// Income and expense by kind, what the year end carried on left out.
    private static func kinds(_ organisation: OrganisationID, _ month: AccountingMonth, in tx: any ReadTransaction)
        throws -> [WallMonth.Kind]
    {
        var sums: [AccountCode: (month: Money, year: Money)] = [:]
        for (table, sign) in [("account_balance", Int64(1)), ("result_transfer", -1)] as [(SQL, Int64)] {
            let rows = try tx.rows(
                """
                SELECT account, CAST(SUM(CASE WHEN month = \(month) THEN credit_fen - debit_fen ELSE 0 END) AS BIGINT),
                    CAST(SUM(credit_fen - debit_fen) AS BIGINT)
                FROM \(table) WHERE organisation = \(organisation) AND month >= \(month.january) AND month <= \(month)
                    AND account >= '5' AND account < '6'
                GROUP BY account
                """)
            for row in rows {
                guard let root = Chart.of2023.root(of: try row.get(0))?.code else { continue }
                let (one, all) = (try row.get(1, as: Int64.self), try row.get(2, as: Int64.self))
                let old = sums[root] ?? (.zero, .zero)
                sums[root] = (old.month + Money(fen: sign * one), old.year + Money(fen: sign * all))
            }
        }
        return sums.sorted { $0.key < $1.key }.compactMap { code, sum in
            guard let account = Chart.of2023[code], sum.month != .zero || sum.year != .zero else { return nil }
            let isIncome = account.accountClass == .income
            return WallMonth.Kind(
                account: code, name: account.name, isIncome: isIncome, month: isIncome ? sum.month : -sum.month,
                year: isIncome ? sum.year : -sum.year)
        }
    }
}
