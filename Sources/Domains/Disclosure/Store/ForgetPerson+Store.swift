import Kernel
package import Storage

extension PersonForgotten {
    package func project(
        from standing: Void, to state: Disclosure.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            DELETE FROM objection_text WHERE EXISTS (SELECT 1 FROM objection_raiser r WHERE r.person = \(person)
                AND r.notice = objection_text.notice AND r.objection = objection_text.objection)
            """)
        try tx.run("DELETE FROM objection_raiser WHERE person = \(person)")
    }
}
