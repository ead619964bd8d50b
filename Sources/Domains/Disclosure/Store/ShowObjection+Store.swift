package import Kernel
import Registry
package import Storage

extension ShowObjection {
    package func facts(on state: NoticeState, _ context: Context, in tx: any ReadTransaction) throws -> ReplyTerm {
        try ReplyTerm.read(at: state.place, context, in: tx)
    }
}

extension ObjectionShown {
    package func project(
        from standing: Void, to state: Disclosure.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.addObjection(objection, to: notice, entry, replyBy: replyBy)
    }
}
