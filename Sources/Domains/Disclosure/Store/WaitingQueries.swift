package import Kernel
import Registry
package import Storage

extension Disclosure {
    /// Objections without an answer, for who may answer them: of one notice straight to it.
    package static func listWaiting(for principal: Principal, at now: Instant, in tx: any ReadTransaction) throws
        -> [Waiting]
    {
        guard AnswerObjection.access.roles.contains(principal.role) else { return [] }
        let path = try DivisionQueries.findPath(principal.division, in: tx) ?? "/"
        let open = try tx.rows(
            """
            SELECT o.notice, o.reply_by FROM objection o JOIN notice n ON n.notice = o.notice
                JOIN division d ON d.id = n.division
            WHERE o.answered_at IS NULL AND \(DivisionQueries.within(path)) ORDER BY o.reply_by, o.notice, o.objection
            """
        ).map { (notice: try $0.get(0) as NoticeID, replyBy: try $0.get(1) as Instant) }
        guard let first = open.first else { return [] }
        let isOneNotice = open.allSatisfy { $0.notice == first.notice }
        return [
            Waiting(
                PageText.objectionsWaiting, open.count, path: isOneNotice ? "/notices/\(first.notice)" : "/notices",
                isLate: first.replyBy < now)
        ]
    }
}
