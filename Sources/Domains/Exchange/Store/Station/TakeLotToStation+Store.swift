package import Kernel
import Registry
package import Storage

extension TakeLotToStation {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            roster: try BidderQueries.listRoster(of: lot.id, in: tx),
            prioritySeconds: try lot.figure(.priorityWindowSeconds, context, in: tx))
    }
}

extension LotTakenToStation {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(state.lot, [.atStation], entry)
        try tx.deal(paddles)
    }
}
