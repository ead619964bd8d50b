package import Kernel
import Registry
package import Storage

extension WithdrawLot {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(hasBidders: try !BidderQueries.listRoster(of: lot.id, in: tx).isEmpty)
    }
}

extension LotWithdrawn {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.stop(state.lot, entry, reasons)
    }
}
