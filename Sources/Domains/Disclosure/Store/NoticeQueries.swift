package import Kernel
package import Registry
package import Storage

/// Reading the board.
package enum NoticeQueries {
    package static func find(_ notice: NoticeID, in tx: any ReadTransaction) throws -> Notice? {
        try list(where: "notice = \(notice)", limit: 1, in: tx).first
    }

    /// The notices of the place itself, latest first.
    package static func list(of division: DivisionID, limit: Int = 50, in tx: any ReadTransaction) throws -> [Notice] {
        try list(where: "division = \(division)", limit: limit, in: tx)
    }

    /// The notices of all places, latest first.
    package static func list(limit: Int = 100, in tx: any ReadTransaction) throws -> [Notice] {
        try list(where: "1 = 1", limit: limit, in: tx)
    }

    /// Notices whose title has all the words, latest first.
    static func search(_ words: String, limit: Int, in tx: any ReadTransaction) throws -> [Notice] {
        let conditions = words.split(whereSeparator: \.isWhitespace).prefix(5).map { word -> SQL in
            let escaped = word.lowercased().reduce(into: "") { text, character in
                if "%_!".contains(character) { text.append("!") }
                text.append(character)
            }
            return "lower(title_zh || ' ' || title_en) LIKE \("%" + escaped + "%") ESCAPE '!'"
        }
        guard !conditions.isEmpty else { return [] }
        return try list(where: SQL.joined(conditions, by: " AND "), limit: limit, in: tx)
    }

    /// The notices about one thing: `lot/L1`.
    package static func list(about subject: StreamID, in tx: any ReadTransaction) throws -> [Notice] {
        try list(where: "subject = \(subject.description)", limit: 50, in: tx)
    }

    package static func listObjections(to notice: NoticeID, in tx: any ReadTransaction) throws -> [Objection] {
        try tx.rows(
            """
            SELECT objection, notice, raised_at, reply_by, answer_zh, answer_en, answered_at, escalated_at
            FROM objection WHERE notice = \(notice) ORDER BY raised_at, objection
            """
        ).map { row in
            let zh: String? = try row.find(4)
            let en: String? = try row.find(5)
            return Objection(
                id: try row.get(0), notice: try row.get(1), raisedAt: try row.get(2), replyBy: try row.get(3),
                answer: zh.map { Message(zh: $0, en: en ?? $0) }, answeredAt: try row.find(6),
                escalatedAt: try row.find(7))
        }
    }

    /// What an objection says, for those who answer it; nil once it was destroyed.
    package static func findText(of objection: ObjectionID, to notice: NoticeID, in tx: any ReadTransaction) throws
        -> String?
    {
        try tx.find("SELECT text FROM objection_text WHERE notice = \(notice) AND objection = \(objection)")
    }

    /// The paper that came with its words; nil where none did, or they were destroyed.
    package static func findPaper(of objection: ObjectionID, to notice: NoticeID, in tx: any ReadTransaction) throws
        -> String?
    {
        try tx.find("SELECT paper FROM objection_text WHERE notice = \(notice) AND objection = \(objection)")
    }

    /// The objections whose words stand on the board and were written down by a desk.
    static func listWritten(to notice: NoticeID, in tx: any ReadTransaction) throws -> Set<ObjectionID> {
        Set(
            try tx.rows(
                """
                SELECT t.objection FROM objection_text t LEFT JOIN objection_raiser r
                    ON r.notice = t.notice AND r.objection = t.objection
                WHERE t.notice = \(notice) AND r.person IS NULL
                """
            ).map { try $0.get(0) })
    }

    static func list(where condition: SQL, limit: Int, in tx: any ReadTransaction) throws -> [Notice] {
        try tx.rows(
            """
            SELECT notice, division, kind, subject, title_zh, title_en, body_zh, body_en, from_date, until_date,
                closes_at, digest, closed_at, opened_at
            FROM notice WHERE \(condition) ORDER BY opened_at DESC, notice DESC LIMIT \(limit)
            """
        ).map { row in
            Notice(
                id: try row.get(0), division: try row.get(1), kind: try row.get(2), subject: try row.get(3),
                title: Message(zh: try row.get(4), en: try row.get(5)),
                body: Message(zh: try row.get(6), en: try row.get(7)), from: try row.get(8), until: try row.get(9),
                closesAt: try row.get(10), digest: try row.find(11), closedAt: try row.find(12),
                openedAt: try row.get(13))
        }
    }
}

/// Reading what contracts have paid.
package enum PaymentQueries {
    /// By contract, in the order of the instalments.
    package static func list(of contracts: [ContractID], in tx: any ReadTransaction) throws -> [ContractID: [Payment]] {
        var payments: [ContractID: [Payment]] = [:]
        let rows = try tx.rows(
            """
            SELECT contract, number, due, amount_fen, paid_fen, paid_on FROM disclosed_payment
            WHERE contract IN \(list: contracts) ORDER BY contract, number
            """)
        for row in rows {
            payments[try row.get(0), default: []].append(
                Payment(
                    number: try row.get(1), due: try row.get(2), amount: try row.get(3), paid: try row.get(4),
                    paidOn: try row.find(5)))
        }
        return payments
    }
}

extension NoticeKind: SQLValueConvertible {}

extension Disclosure {
    /// Whether the register knows the place.
    static func isKnown(_ place: DivisionID, in tx: any ReadTransaction) throws -> Bool {
        try DivisionQueries.find(place, in: tx) != nil
    }
}
