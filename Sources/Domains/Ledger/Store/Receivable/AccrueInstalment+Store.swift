package import Storage

extension InstalmentAccrued {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE receivable SET billed_fen = billed_fen + \(amount), earned_fen = earned_fen + \(earned)
            WHERE receivable = \(receivable)
            """)
        try tx.run(
            "UPDATE instalment SET accrued_on = \(date) WHERE receivable = \(receivable) AND number = \(number)")
    }
}
