package import Kernel
package import Storage

/// The sums of the lines themselves, as a program without running balances makes them: what the bench holds ours against.
package enum LineSums {
    /// Every account of every book with what moved on it in whole months; gives how many there are, and their sum of debits.
    package static func all(
        from first: AccountingMonth, through last: AccountingMonth, in tx: any ReadTransaction
    ) throws -> (accounts: Int, debit: Money) {
        var accounts = 0
        var debit = Int64(0)
        try tx.each(
            """
            SELECT organisation, account, CAST(SUM(debit_fen) AS BIGINT), CAST(SUM(credit_fen) AS BIGINT)
            FROM voucher_line WHERE month >= \(first) AND month <= \(last) GROUP BY organisation, account
            """
        ) { row in
            accounts += 1
            debit += row.integer(2)
        }
        return (accounts, Money(fen: debit))
    }
}
