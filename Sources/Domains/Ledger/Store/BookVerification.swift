import Kernel
import Registry
package import Storage

extension BookRecount {
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
