import Kernel
import Registry
package import Storage

extension LotHeld {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO lot_hold (lot, notice, objection, since)
            VALUES (\(lot), \(board.notice), \(board.objection), \(entry.at))
            """)
    }
}

extension LotQueries {
    /// The objections to a lot's notices that hold it up, the oldest first.
    static func listHolds(of lot: LotID, in tx: any ReadTransaction) throws -> [LotView.Hold] {
        try tx.rows(
            "SELECT notice, since FROM lot_hold WHERE lot = \(lot) AND released_at IS NULL ORDER BY since, objection"
        ).map { LotView.Hold(notice: try $0.get(0), since: try $0.get(1)) }
    }
}
