import Kernel
package import Storage

extension ReceivableClosed {
    /// What is owed is billed and earned from now on; an instalment of which something is owed counts as claimed.
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE receivable SET billed_fen = \(owed), earned_fen = \(owed), ended_on = \(endedOn)
            WHERE receivable = \(receivable)
            """)
        for part in parts {
            let claimedOn = part.left > .zero ? endedOn : nil
            try tx.run(
                """
                UPDATE instalment SET closed_fen = \(part.closed), accrued_on = coalesce(accrued_on, \(claimedOn))
                WHERE receivable = \(receivable) AND number = \(part.number)
                """)
        }
    }
}
