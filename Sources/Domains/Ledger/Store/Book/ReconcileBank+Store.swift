package import Kernel
import Registry
package import Storage

extension ReconcileBank {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(book: try YearBalances(organisation, through: month, in: tx).sum(account.text))
    }
}

extension BankReconciled {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            DELETE FROM bank_reconciliation
            WHERE organisation = \(organisation) AND account = \(account) AND month = \(month)
            """)
        try tx.run(
            """
            INSERT INTO bank_reconciliation (organisation, account, month, book_fen, statement_fen, open_items, entry)
            VALUES (\(organisation), \(account), \(month), \(book), \(statement), \(onlyBook.count + onlyBank.count),
                \(entry.index))
            """)
    }
}

enum ReconciliationQueries {
    /// Accounts with an earlier statement on record and none that agrees with what `month` says now.
    static func unreconciled(
        _ organisation: OrganisationID, _ month: AccountingMonth, _ balances: YearBalances, in tx: any ReadTransaction
    ) throws -> [AccountCode] {
        let rows = try tx.rows(
            """
            SELECT account, MAX(month), MAX(CASE WHEN month = \(month) THEN book_fen END) FROM bank_reconciliation
            WHERE organisation = \(organisation) AND month <= \(month) GROUP BY account ORDER BY account
            """
        ).map { (account: try $0.get(0, as: AccountCode.self), book: try $0.find(2, as: Money.self)) }
        return rows.filter { $0.book != balances.sum($0.account.text) }.map(\.account)
    }
}
