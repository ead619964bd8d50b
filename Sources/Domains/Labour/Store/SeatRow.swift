import Kernel
import Storage

/// What the tables repeat of an order's state after any event: its seats, and one person's work on it.
enum SeatRow {
    static func refresh(_ order: Order?, in tx: any WriteTransaction) throws {
        guard let order else { return }
        try tx.run(
            """
            UPDATE labour_order SET seats = \(order.book.seats), taken = \(Int64(order.book.taken.count)),
                waiting = \(Int64(order.book.waiting.count)), is_cancelled = \(order.isCancelled)
            WHERE id = \(order.id)
            """)
    }

    static func refresh(_ worker: WorkerID, of order: Order?, in tx: any WriteTransaction) throws {
        guard let order, let work = order.engagements[worker] else { return }
        let terms = order.terms
        try tx.run(
            """
            INSERT INTO labour_engagement (order_id, worker, employer, place, phase, starts, ends, day, until, accepted,
                came, minutes, gross_fen, net_fen, paid_fen, due_on, arrear, crew)
            VALUES (\(order.id), \(worker), \(terms.employer), \(order.place), \(work.phase), \(terms.start),
                \(terms.end), \(terms.start.date), \(work.until), 0, \(work.came), \(work.minutes), \(work.gross),
                \(work.net), \(work.paid), \(work.dueOn), \(work.arrear), \(work.crew))
            ON CONFLICT (order_id, worker) DO UPDATE SET phase = excluded.phase, until = excluded.until,
                came = excluded.came, minutes = excluded.minutes, gross_fen = excluded.gross_fen,
                net_fen = excluded.net_fen, paid_fen = excluded.paid_fen, due_on = excluded.due_on,
                arrear = excluded.arrear, crew = excluded.crew
            """)
    }
}
