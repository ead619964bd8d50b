package import Storage

extension MonthReopened {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE books SET closed_through = \(month.previous) WHERE organisation = \(organisation)")
    }
}
