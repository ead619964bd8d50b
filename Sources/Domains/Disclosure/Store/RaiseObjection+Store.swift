package import Kernel
import Registry
package import Storage

extension RaiseObjection {
    package func facts(on state: NoticeState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            most: try ParameterQueries.value(.objectionPerPerson, at: state.place, on: context.now.date, in: tx).value)
    }
}

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
