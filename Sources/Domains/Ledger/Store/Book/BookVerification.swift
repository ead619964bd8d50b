import Kernel
import Registry
package import Storage

extension BookRecount {
    /// Adds one event of the log; events that move no money only count. Vouchers first: they are nearly all there are.
    package mutating func add(_ event: any Event<Ledger>) {
        switch event {
        case let posted as VoucherPosted: add(posted)
        case let opened as BooksOpened: add(opened)
        case let more as LinesContinued: add(more)
        case let event as MonthClosed: close(event.organisation, through: event.month)
        case let event as MonthReopened: close(event.organisation, through: event.month.previous)
        case let settled as InstalmentSettled: add(settled)
        default: break
        }
        count()
    }

    /// Holds the recount against the running balances of the store; empty when they agree to the fen.
    package mutating func differences(in tx: any ReadTransaction) throws -> [Finding] {
        let rows: SQL = "SELECT organisation, account, month, debit_fen, credit_fen FROM account_balance"
        try tx.each(rows) { row in
            guard let organisation = OrganisationID(row.text(0)), let account = AccountCode(row.text(1)) else {
                throw StorageError.failed("a balance of no account")
            }
            let key = Key(
                organisation: organisation, account: account, month: AccountingMonth(index: Int(row.integer(2))))
            compare(key, Turnover(debit: Money(fen: row.integer(3)), credit: Money(fen: row.integer(4))))
        }
        return finish()
    }
}
