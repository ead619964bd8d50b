package import Storage

extension NoticeClosed {
    package func project(
        from standing: Void, to state: Disclosure.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE notice SET closed_at = \(entry.at) WHERE notice = \(notice)")
    }
}
