import Kernel
import Storage

/// Where a worker's wages go.
struct WageAccount: Sendable {
    let bank: String
    let number: String
}

/// A row of a file for the bank.
struct TransferLine: Sendable {
    let file: Int64
    let worker: WorkerID
    let workerName: String
    let amount: Money
    let state: TransferState
    let sentAt: Instant
}

enum AccountQueries {
    static func find(_ worker: WorkerID, in tx: any ReadTransaction) throws -> WageAccount? {
        try tx.first("SELECT bank, number FROM labour_account WHERE worker = \(worker)").map {
            WageAccount(bank: try $0.get(0), number: try $0.get(1))
        }
    }

    /// Of an order, the latest file first.
    static func listTransfers(on order: OrderID, in tx: any ReadTransaction) throws -> [TransferLine] {
        try tx.rows(
            """
            SELECT t.file, t.worker, w.display_name, t.amount_fen, t.state, t.sent_at
            FROM labour_transfer t JOIN labour_worker w ON w.id = t.worker
            WHERE t.order_id = \(order) ORDER BY t.file DESC, t.worker
            """
        ).map { row in
            TransferLine(
                file: try row.get(0), worker: try row.get(1), workerName: try row.get(2), amount: try row.get(3),
                state: try row.get(4), sentAt: try row.get(5))
        }
    }

    /// The whole name, as it stands on the account; nil once erased.
    static func findName(of worker: WorkerID, _ desk: DeskReading, in tx: any ReadTransaction) throws -> String? {
        for case let registered as WorkerRegistered in try desk.events(StreamID("worker", worker.text), tx) {
            return registered.name.content
        }
        return nil
    }
}
