import Kernel
package import Storage

extension ObjectionRaised {
    package func project(
        from standing: Void, to state: Disclosure.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO objection (notice, objection, raised_at, reply_by)
            VALUES (\(notice), \(objection), \(entry.at), \(replyBy))
            """)
        // Nothing to keep once the words were destroyed.
        guard let text = text.content else { return }
        try tx.run(
            "INSERT INTO objection_text (notice, objection, text) VALUES (\(notice), \(objection), \(text))")
    }
}
