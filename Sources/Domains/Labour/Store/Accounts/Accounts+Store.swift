package import Kernel
import Registry
package import Storage

extension RegisterAccount {
    package func facts(on known: Worker, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let mark = context.marks.of(account: AccountNumber.plain(number.content ?? ""))
        let other: Int64? = try tx.find(
            "SELECT 1 FROM labour_account WHERE mark = \(mark) AND worker <> \(worker) LIMIT 1")
        let sent: Int64? = try tx.find(
            "SELECT 1 FROM labour_transfer WHERE worker = \(worker) AND state = \(TransferState.sent) LIMIT 1")
        return Facts(isAnothers: other != nil, isWithBank: sent != nil)
    }
}

extension SendWages {
    package func facts(on known: Order, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            withAccount: Set(
                try known.engagements.keys.sorted().filter { try AccountQueries.find($0, in: tx) != nil }))
    }
}

extension AccountRegistered {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // Nothing to keep once the number was destroyed.
        guard let plain = number.content, let known = mark.content else { return }
        try tx.run(
            """
            INSERT INTO labour_account (worker, bank, number, mark) VALUES (\(worker), \(bank), \(plain), \(known))
            ON CONFLICT (worker) DO UPDATE SET bank = excluded.bank, number = excluded.number, mark = excluded.mark
            """)
    }
}

extension WagesSent {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        for row in rows {
            try tx.run(
                """
                INSERT INTO labour_transfer (order_id, file, worker, amount_fen, state, sent_at)
                VALUES (\(order), \(file), \(row.worker), \(row.amount), \(TransferState.sent), \(entry.at))
                """)
        }
    }
}

extension TransferReturned {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try TransferRow.end(.returned, of: worker, on: order, in: tx)
    }
}

/// What became of a row of a file.
enum TransferRow {
    /// Of the file that is with the bank; of wages paid by hand there is none.
    static func end(_ state: TransferState, of worker: WorkerID, on order: OrderID, in tx: any WriteTransaction) throws
    {
        try tx.run(
            """
            UPDATE labour_transfer SET state = \(state)
            WHERE order_id = \(order) AND worker = \(worker) AND state = \(TransferState.sent)
            """)
    }
}
