package import Storage

extension BookRecount {
    /// Holds the recount against the running balances of the store; empty when they agree to the fen.
    package mutating func differences(in tx: any ReadTransaction) throws -> [Finding] {
        let rows: SQL = "SELECT organisation, account, month, debit_fen, credit_fen FROM account_balance"
        for row in try tx.rows(rows) {
            let key = Key(organisation: try row.get(0), account: try row.get(1), month: try row.get(2))
            compare(key, Turnover(debit: try row.get(3), credit: try row.get(4)))
        }
        return finish()
    }
}
