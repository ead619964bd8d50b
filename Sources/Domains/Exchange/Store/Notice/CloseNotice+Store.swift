package import Kernel
import Registry
package import Storage

extension CloseNotice {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            roster: try BidderQueries.listRoster(of: lot.id, in: tx),
            least: lot.terms.mode == .tender
                ? try lot.figure(.tenderMinBidders, context, in: tx) : lot.terms.mode.minimumBidders)
    }
}

extension NoticeClosed {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(state.lot, [.closed, outcome], entry)
    }
}
