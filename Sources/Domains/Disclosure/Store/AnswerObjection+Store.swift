import Kernel
package import Storage

extension ObjectionAnswered {
    package func project(
        from standing: Void, to state: Disclosure.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE objection SET answer_zh = \(answer.zh), answer_en = \(answer.en), answered_at = \(entry.at)
            WHERE notice = \(notice) AND objection = \(objection)
            """)
    }
}
