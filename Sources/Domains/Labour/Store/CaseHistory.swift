import Kernel
import Storage

/// What the log says of one person's work on one order, in its order: the evidence of a case.
struct CaseHistory: Sendable {
    /// The entries that concern her, each with what it says.
    struct Step: Sendable {
        let entry: Int64
        let at: Instant
        let event: any Event
    }

    let steps: [Step]

    init(of worker: WorkerID, on order: OrderID, _ desk: DeskReading, in tx: any ReadTransaction) throws {
        steps = try desk.history(StreamID("labourOrder", order.text), tx).compactMap { past in
            guard Self.concerns(worker, past.event) else { return nil }
            return Step(entry: past.entry.index, at: past.entry.at, event: past.event)
        }
    }

    /// The printed lines of her slip; none before hours were confirmed.
    var lines: [WageLine] { steps.compactMap { ($0.event as? WagesDue)?.lines }.last ?? [] }

    private static func concerns(_ worker: WorkerID, _ event: any Event) -> Bool {
        switch event {
        case is OrderPosted, is OrderCancelled: true
        case let event as SeatOffered: event.worker == worker
        case let event as SeatTaken: event.worker == worker
        case let event as CheckedIn: event.worker == worker
        case let event as WagesDue: event.worker == worker
        case let event as WagesPaid: event.worker == worker
        case let event as WagesSent: event.rows.contains { $0.worker == worker }
        case let event as TransferReturned: event.worker == worker
        case let event as ArrearAdvanced: event.worker == worker
        case let event as MessageNoted: event.worker == worker || event.kind.isForEmployer
        default: false
        }
    }
}
