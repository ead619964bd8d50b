package import Kernel
import Registry
package import Storage

extension Waste {
    /// Complaints that wait for an answer. Within their time they wait at the village's desk; past it they go on to the station's
    /// and the county's as well, which have those of places without a village's desk from the beginning. That time has passed
    /// is a matter of the clock and needs no entry: the log has when the answer was due, and when it came.
    package static func listWaiting(for principal: Principal, at now: Instant, in tx: any ReadTransaction) throws
        -> [Waiting]
    {
        guard AnswerComplaint.access.roles.contains(principal.role) else { return [] }
        let open = try ComplaintQueries.listFiled(within: principal.division, limit: 500, in: tx).filter {
            principal.role == .villageClerk || $0.place == principal.division || $0.isOverdue(at: now)
        }
        guard !open.isEmpty else { return [] }
        let calendar = try CalendarQueries.calendar(in: tx)
        let items = open.map { line in
            Waiting.Item(
                Message(
                    zh: "\(line.placeName) \(line.kind.label.zh)", en: "\(line.placeName): \(line.kind.label.en)"),
                AnswerComplaint.title, path: "/waste/complaints/\(line.id)", since: line.filedAt, by: line.answerBy,
                now: now, in: calendar)
        }
        let isEscalated = principal.role != .villageClerk && open.contains { $0.place != principal.division }
        return [
            Waiting(
                isEscalated ? ComplaintText.escalatedWait : ComplaintText.complaintsWait, items.count,
                path: "/waste/complaints", isLate: open.contains { $0.isOverdue(at: now) }, items: items)
        ]
    }
}
