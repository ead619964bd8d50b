package import Kernel
import Registry
package import Storage

extension Disclosure {
    /// Objections without an answer, for who may answer them: of one notice straight to it.
    package static func listWaiting(for principal: Principal, at now: Instant, in tx: any ReadTransaction) throws
        -> [Waiting]
    {
        let answers = AnswerObjection.access.roles.contains(principal.role)
        guard answers || principal.role == .supervisor else { return [] }
        let path = try DivisionQueries.findPath(principal.division, in: tx) ?? "/"
        let open = try tx.rows(
            """
            SELECT o.notice, o.reply_by, n.title_zh, n.title_en, o.raised_at, o.objection, d.name
            FROM objection o JOIN notice n ON n.notice = o.notice JOIN division d ON d.id = n.division
            WHERE o.answered_at IS NULL AND \(DivisionQueries.within(path)) ORDER BY o.reply_by, o.notice, o.objection
            """
        ).map { row in
            let place: String = try row.get(6)
            let (zh, en): (String, String) = (try row.get(2), try row.get(3))
            return OpenObjection(
                notice: try row.get(0), replyBy: try row.get(1),
                title: Message(zh: "\(zh) · \(place)", en: "\(en) · \(place)"), raisedAt: try row.get(4),
                id: try row.get(5))
        }.filter { answers || $0.replyBy < now }
        guard let first = open.first else { return [] }
        let isOneNotice = open.allSatisfy { $0.notice == first.notice }
        return [
            Waiting(
                PageText.objectionsWaiting, open.count, path: isOneNotice ? "/notices/\(first.notice)" : "/notices",
                isLate: first.replyBy < now,
                items: try items(open, isAnswering: answers, at: now, in: tx))
        ]
    }

    /// Who may not answer is led to the notice, where the objection stands.
    private static func items(
        _ open: [OpenObjection], isAnswering: Bool, at now: Instant, in tx: any ReadTransaction
    ) throws -> [Waiting.Item] {
        let calendar = try CalendarQueries.calendar(in: tx)
        return open.prefix(100).map { objection in
            Waiting.Item(
                objection.title, isAnswering ? AnswerObjection.title : PageText.unanswered,
                path: "/notices/\(objection.notice)"
                    + (isAnswering ? "/objections/\(objection.id)/answer" : ""),
                since: objection.raisedAt,
                by: objection.replyBy, now: now, in: calendar)
        }
    }
}

/// An objection nobody has answered yet.
private struct OpenObjection {
    let notice: NoticeID
    let replyBy: Instant
    let title: Message
    let raisedAt: Instant
    let id: ObjectionID
}
