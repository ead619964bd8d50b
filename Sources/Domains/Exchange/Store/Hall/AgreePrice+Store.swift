package import Kernel
import Registry
package import Storage

extension AgreePrice {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            roster: try BidderQueries.listRoster(of: lot.id, in: tx),
            relists: try lot.figure(.singleBidderCountyRelists, context, in: tx))
    }
}

extension PriceAgreed {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(state.lot, [.awardProposed], entry, also: "bidders = \(paddles.count)")
        try tx.deal(paddles)
    }
}
