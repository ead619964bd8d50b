package import Kernel
package import Storage

extension OpenNotice {
    package func facts(on state: Disclosure.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            isKnownPlace: try Disclosure.isKnown(division, in: tx),
            isOwnSubject: try context.principal.role == .system || isOwnSubject(in: tx))
    }
}

extension NoticeOpened {
    package func project(
        from standing: Void, to state: Disclosure.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO notice (notice, division, kind, subject, title_zh, title_en, body_zh, body_en, from_date,
                until_date, closes_at, digest, opened_at, closed_at)
            VALUES (\(notice), \(place), \(kind), \(subject), \(title.zh), \(title.en), \(body.zh), \(body.en),
                \(from), \(until), \(closesAt), \(digest), \(entry.at), \(nil as Instant?))
            """)
    }
}
