package import Kernel
package import Storage

/// What there is to tell somebody who is not at the desk; of one kind and person the latest.
enum MessageRow {
    /// An offer, as long as it stands.
    static func put(_ offer: SeatOffered, at: Instant, in tx: any WriteTransaction) throws {
        try put(.offer, to: offer.worker, on: offer.order, at: at, until: offer.until, in: tx)
    }

    /// Who may be on the way already is told until an hour after the start.
    static func put(
        cancelled order: OrderID, _ start: Instant, to workers: [WorkerID], at: Instant, in tx: any WriteTransaction
    ) throws {
        let until = start.adding(seconds: 3_600)
        for worker in workers { try put(.cancelled, to: worker, on: order, at: at, until: until, in: tx) }
    }

    /// A missed pay day is told for a day, so that nobody is called in the night; who hires is told once an order.
    static func put(_ arrear: ArrearAdvanced, at: Instant, in tx: any WriteTransaction) throws {
        guard arrear.step == .due else { return }
        let (order, worker, until) = (arrear.order, arrear.worker, at.adding(days: 1))
        try put(.wagesMissed, to: worker, on: order, at: at, until: until, in: tx)
        let known: Int64? = try tx.find(
            "SELECT 1 FROM labour_message WHERE order_id = \(order) AND kind = \(MessageKind.reminder) LIMIT 1")
        if known == nil { try put(.reminder, to: worker, on: order, at: at, until: until, in: tx) }
    }

    private static func put(
        _ kind: MessageKind, to worker: WorkerID, on order: OrderID, at: Instant, until: Instant,
        in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO labour_message (order_id, worker, kind, at, until)
            VALUES (\(order), \(worker), \(kind), \(at), \(until))
            ON CONFLICT (order_id, worker, kind) DO UPDATE SET at = excluded.at, until = excluded.until, outcome = NULL
            """)
    }
}

extension MessageFacts {
    init(_ kind: MessageKind, to worker: WorkerID, on order: OrderID, in tx: any ReadTransaction) throws {
        let row = try tx.first(
            "SELECT at, outcome FROM labour_message WHERE order_id = \(order) AND worker = \(worker) AND kind = \(kind)"
        )
        self.init(at: try row?.get(0), outcome: try row?.find(1))
    }
}

extension NoteMessage {
    package func facts(on known: Order, _ context: Context, in tx: any ReadTransaction) throws -> MessageFacts {
        try MessageFacts(kind, to: worker, on: order, in: tx)
    }
}

extension TellByVoice {
    package func facts(on known: Order, _ context: Context, in tx: any ReadTransaction) throws -> MessageFacts {
        try MessageFacts(kind, to: worker, on: order, in: tx)
    }
}

extension MessageNoted {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE labour_message SET outcome = \(outcome)
            WHERE order_id = \(order) AND worker = \(worker) AND kind = \(kind) AND at = \(at)
            """)
    }
}
