import Kernel
import Registry
import Storage

/// Something to tell, with what its sentence needs.
struct MessageLine: Sendable {
    let order: OrderLine
    let worker: WorkerID
    let kind: MessageKind
    let at: Instant
    let until: Instant
    let outcome: MessageOutcome?
    let work: EngagementLine
    /// Whether the seat came free again.
    let isReplacement: Bool

    var net: Money { work.net }
    var owed: Money { work.owed }

    /// Whom it goes to, as pages show the name.
    var name: String { kind.isForEmployer ? work.employerName : work.workerName }
    /// The stream that says the telephone.
    var recipient: StreamID {
        kind.isForEmployer
            ? StreamID("employer", order.terms.employer.text) : StreamID("worker", worker.text)
    }
}

enum MessageQueries {
    /// What nobody has tried to send.
    static let unsent: SQL = "outcome IS NULL"
    /// What a clerk says by voice: an offer until it is answered, anything else until it was told.
    static let toCall: SQL = "(kind = 'offer' OR outcome IS NULL OR outcome IN ('failed', 'noPhone'))"

    /// What there is still time to tell, the most pressing first: of offers those that nobody has answered.
    static func list(_ condition: SQL, at now: Instant, limit: Int, in tx: any ReadTransaction) throws -> [MessageLine]
    {
        let rows = try tx.rows(
            """
            SELECT order_id, worker, kind, at, until, outcome FROM labour_message
            WHERE until > \(now) AND \(condition) ORDER BY until, order_id, worker, kind LIMIT \(limit)
            """)
        return try rows.compactMap { row in
            let (order, worker): (OrderID, WorkerID) = (try row.get(0), try row.get(1))
            let kind: MessageKind = try row.get(2)
            guard let line = try LabourQueries.findOrder(order, in: tx),
                let work = try LabourQueries.findEngagement(worker, on: order, in: tx)
            else { return nil }
            switch kind {
            case .offer: guard work.phase == .offered else { return nil }
            case .cancelled: guard work.phase == .cancelled else { return nil }
            case .wagesMissed, .reminder: guard work.owed > .zero else { return nil }
            }
            let ended: Int64? = try tx.find(
                """
                SELECT 1 FROM labour_engagement
                WHERE order_id = \(order) AND phase IN ('withdrawn', 'declined', 'lapsed', 'noShow') LIMIT 1
                """)
            return MessageLine(
                order: line, worker: worker, kind: kind, at: try row.get(3), until: try row.get(4),
                outcome: try row.find(5), work: work, isReplacement: ended != nil)
        }
    }

    /// On which order she was asked last.
    static func findLastAsked(_ worker: WorkerID, in tx: any ReadTransaction) throws -> OrderID? {
        try tx.find(
            """
            SELECT order_id FROM labour_message
            WHERE worker = \(worker) AND kind = \(MessageKind.offer) ORDER BY at DESC, order_id LIMIT 1
            """)
    }

    /// Who looks for work under a telephone's mark.
    static func listWorkers(phone mark: String, in tx: any ReadTransaction) throws -> [WorkerLine] {
        try tx.rows("SELECT id FROM labour_worker WHERE phone_mark = \(mark) ORDER BY id LIMIT 5")
            .compactMap { try LabourQueries.findWorker(try $0.get(0), in: tx) }
    }

    /// The number that a desk wrote down; nil where there is none, or it was erased.
    static func findPhone(of recipient: StreamID, _ desk: DeskReading, in tx: any ReadTransaction) throws -> String? {
        for event in try desk.events(recipient, tx) {
            if let worker = event as? WorkerRegistered { return worker.phone?.content }
            if let employer = event as? EmployerRegistered { return employer.phone?.content }
        }
        return nil
    }
}
