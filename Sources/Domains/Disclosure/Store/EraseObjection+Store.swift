package import Kernel
package import Storage

extension EraseObjection {
    package func facts(on state: NoticeState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(hasWords: try NoticeQueries.findText(of: objection, to: notice, in: tx) != nil)
    }
}

extension ObjectionErased {
    package func project(
        from standing: Void, to state: Disclosure.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("DELETE FROM objection_text WHERE notice = \(notice) AND objection = \(objection)")
    }
}
