package import Kernel
import Registry
package import Storage

extension RaiseObjection {
    package func facts(on state: NoticeState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            term: try ReplyTerm.read(at: state.place, context, in: tx),
            most: try ParameterQueries.value(.objectionPerPerson, at: state.place, on: context.now.date, in: tx).value)
    }
}

extension ReplyTerm {
    static func read(at place: DivisionID, _ context: Context, in tx: any ReadTransaction) throws -> ReplyTerm {
        ReplyTerm(days: try ParameterQueries.value(.objectionReplyDays, at: place, on: context.now.date, in: tx).value)
    }
}

extension ObjectionRaised {
    package func project(
        from standing: Void, to state: Disclosure.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.addObjection(objection, to: notice, entry, replyBy: replyBy)
        // Nothing to keep once the words were destroyed.
        guard let text = text.content else { return }
        try tx.run(
            """
            INSERT INTO objection_text (notice, objection, text, paper)
            VALUES (\(notice), \(objection), \(text), \(paper))
            """)
        guard endsWithPerson, let person = raiser?.content else { return }
        try tx.run(
            "INSERT INTO objection_raiser (notice, objection, person) VALUES (\(notice), \(objection), \(person))")
    }
}

extension WriteTransaction {
    func addObjection(_ objection: ObjectionID, to notice: NoticeID, _ entry: EntryHeader, replyBy: Instant) throws {
        try run(
            """
            INSERT INTO objection (notice, objection, raised_at, reply_by)
            VALUES (\(notice), \(objection), \(entry.at), \(replyBy))
            """)
    }
}
