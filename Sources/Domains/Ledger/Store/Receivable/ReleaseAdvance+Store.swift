package import Storage

extension AdvanceReleased {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            "UPDATE receivable SET earned_fen = earned_fen + \(amount) WHERE receivable = \(receivable)")
    }
}
