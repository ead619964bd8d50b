package import Storage

extension ObjectionEscalated {
    package func project(
        from standing: Void, to state: Disclosure.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE objection SET escalated_at = \(entry.at) WHERE notice = \(notice) AND objection = \(objection)
            """)
    }
}
