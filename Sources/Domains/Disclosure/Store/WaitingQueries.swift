package import Kernel
import Registry
package import Storage

extension Disclosure {
    /// Objections without an answer, for who may answer them: of one notice straight to it. For who objects in person their
    /// own, with the answer of the last thirty days.
    package static func listWaiting(for principal: Principal, at now: Instant, in tx: any ReadTransaction) throws
        -> [Waiting]
    {
        if principal.role.isPrivate { return try ofRaiser(principal.person, at: now, in: tx) }
        let answers = AnswerObjection.access.roles.contains(principal.role)
        guard answers || principal.role == .supervisor else { return [] }
        let path = try DivisionQueries.findPath(principal.division, in: tx) ?? "/"
        let open = try tx.rows(
            """
            SELECT o.notice, o.reply_by, n.title_zh, n.title_en, o.raised_at, o.objection, \(DivisionQueries.called("d.id"))
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

    private static func ofRaiser(_ person: PersonID, at now: Instant, in tx: any ReadTransaction) throws -> [Waiting] {
        let calendar = try CalendarQueries.calendar(in: tx)
        let items = try tx.rows(
            """
            SELECT o.notice, o.reply_by, n.title_zh, n.title_en, o.raised_at, o.answered_at
            FROM objection_raiser r JOIN objection o ON o.notice = r.notice AND o.objection = r.objection
                JOIN notice n ON n.notice = o.notice
            WHERE r.person = \(person) AND (o.answered_at IS NULL OR o.answered_at >= \(now.adding(days: -30)))
            ORDER BY o.reply_by, o.notice, o.objection LIMIT 100
            """
        ).map { row in
            let isAnswered = try row.find(5, as: Instant.self) != nil
            return Waiting.Item(
                Message(zh: try row.get(2), en: try row.get(3)), isAnswered ? PageText.seeAnswer : PageText.waiting,
                path: "/notices/\(try row.get(0, as: NoticeID.self))", since: try row.get(4),
                by: isAnswered ? nil : try row.get(1, as: Instant.self), now: now, in: calendar)
        }
        return items.isEmpty
            ? [] : [Waiting(PageText.objections, items.count, path: "/notices", items: items, isElsewhere: true)]
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
