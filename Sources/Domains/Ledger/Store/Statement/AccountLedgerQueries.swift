import Kernel
package import Registry
package import Storage

/// Reading the ledgers of accounts.
package enum AccountLedgerQueries {
    /// The ledger of `account` and those below it, of one `party` alone where asked for, over whole months.
    package static func get(
        _ organisation: OrganisationID, _ account: AccountCode, party: PartyID? = nil, from first: AccountingMonth,
        through last: AccountingMonth, daily: Bool = false, in tx: any ReadTransaction
    ) throws -> AccountLedger {
        let table: SQL = party == nil ? "account_balance" : "party_balance"
        let one: SQL = party.map { "AND party = \($0)" } ?? ""
        let own: SQL = party.map { "AND l.party = \($0)" } ?? ""
        let below = account.text + "~"
        let january = first.january
        let before = try tx.first(
            """
            SELECT CAST(COALESCE(SUM(debit_fen - credit_fen), 0) AS BIGINT),
                CAST(COALESCE(SUM(CASE WHEN month >= \(january) THEN debit_fen ELSE 0 END), 0) AS BIGINT),
                CAST(COALESCE(SUM(CASE WHEN month >= \(january) THEN credit_fen ELSE 0 END), 0) AS BIGINT)
            FROM \(table) WHERE organisation = \(organisation) AND account >= \(account) AND account < \(below)
                AND month < \(first) \(one)
            """)
        let entries = try tx.rows(
            """
            SELECT v.voucher, v.month, v.number, v.date, v.summary, l.account, l.party, l.debit_fen, l.credit_fen,
                l.quantity
            FROM voucher_line l JOIN voucher v
                ON v.organisation = l.organisation AND v.month = l.month AND v.number = l.number
            WHERE l.organisation = \(organisation) AND l.month >= \(first) AND l.month <= \(last)
                AND l.account >= \(account) AND l.account < \(below) \(own)
            ORDER BY v.date, v.number, l.line
            """
        ).map { row in
            AccountLedger.Entry(
                voucher: try row.get(0), month: try row.get(1), number: try row.get(2), date: try row.get(3),
                summary: try row.get(4), account: try row.get(5), party: try row.find(6), debit: try row.get(7),
                credit: try row.get(8), quantity: try row.find(9))
        }
        let brought = FullTrialBalance.Pair(
            debit: try before?.get(1) ?? .zero, credit: try before?.get(2) ?? .zero)
        return AccountLedger(
            opening: try before?.get(0) ?? .zero, brought: brought, entries, from: first, through: last, daily: daily)
    }

    /// How many pieces, kilograms or mu were on an account and those below it before `month`, in thousandths.
    static func quantity(
        _ organisation: OrganisationID, _ account: AccountCode, before month: AccountingMonth,
        in tx: any ReadTransaction
    ) throws -> Int64 {
        try tx.find(
            """
            SELECT CAST(COALESCE(SUM(CASE WHEN debit_fen <> 0 THEN quantity ELSE -quantity END), 0) AS BIGINT)
            FROM voucher_line
            WHERE organisation = \(organisation) AND month < \(month) AND account >= \(account)
                AND account < \(account.text + "~")
            """) ?? 0
    }
}
