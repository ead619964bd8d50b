package import Kernel
package import Storage

extension CloseMonth {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            openDrafts: try DraftQueries.countOpen(organisation, month, in: tx),
            unconfirmed: try VoucherQueries.unconfirmed(organisation, month, in: tx).count)
    }
}

extension MonthClosed {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE books SET closed_through = \(month) WHERE organisation = \(organisation)")
    }
}
