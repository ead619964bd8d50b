package import Kernel
package import Registry
package import Storage

extension CloseMonth {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(readiness: try MonthReadiness(organisation, month, in: tx))
    }
}

extension MonthReadiness {
    package init(_ organisation: OrganisationID, _ month: AccountingMonth, in tx: any ReadTransaction) throws {
        self.init()
        openDrafts = try DraftQueries.countOpen(organisation, month, in: tx)
        unconfirmed = try VoucherQueries.unconfirmed(organisation, month, in: tx).count
        let numbers = try tx.first(
            """
            SELECT COUNT(*), COALESCE(MAX(number), 0) FROM voucher
            WHERE organisation = \(organisation) AND month = \(month)
            """)
        hasGap = try numbers.map { try $0.get(0, as: Int64.self) != $0.get(1, as: Int64.self) } ?? false
        let balances = try YearBalances(organisation, through: month, in: tx)
        negative = balances.standing(["101", "102"]).filter { $0.amount < .zero }
        unreconciled = try ReconciliationQueries.unreconciled(organisation, month, balances, in: tx)
        undepreciated = try AssetCardQueries.listUnworn(organisation, month, in: tx).count
        isBalanced = balances.sum("") == .zero
        let isDecember = month.next == month.next.january
        leftovers = isDecember ? balances.standing(["181", "321", "32202", "5"]) : []
    }
}

extension YearBalances {
    /// What stands on every account at the end of `month`.
    init(_ organisation: OrganisationID, through month: AccountingMonth, in tx: any ReadTransaction) throws {
        var accounts: [AccountCode: Money] = [:]
        try tx.each(
            """
            SELECT account, CAST(SUM(debit_fen - credit_fen) AS BIGINT) FROM account_balance
            WHERE organisation = \(organisation) AND month <= \(month) GROUP BY account
            """
        ) { row in
            guard let account = AccountCode(row.text(0)), row.integer(1) != 0 else { return }
            accounts[account] = Money(fen: row.integer(1))
        }
        self.init(accounts: accounts)
    }
}

extension MonthClosed {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE books SET closed_through = \(month) WHERE organisation = \(organisation)")
    }
}
