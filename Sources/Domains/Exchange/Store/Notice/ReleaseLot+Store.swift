import Kernel
import Registry
package import Storage

extension LotReleased {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE lot_hold SET released_at = \(entry.at)
            WHERE lot = \(lot) AND notice = \(board.notice) AND objection = \(board.objection)
            """)
        guard opensAt != nil, let notice = state.lot?.notice else { return }
        try tx.run(
            "UPDATE lot SET opens_at = \(notice.opensAt), ends_at = \(notice.endsAt) WHERE id = \(lot)")
    }
}
