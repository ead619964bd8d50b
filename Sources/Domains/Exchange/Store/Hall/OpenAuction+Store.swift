package import Kernel
import Registry
package import Storage

extension OpenAuction {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            roster: try BidderQueries.listRoster(of: lot.id, in: tx),
            prioritySeconds: try lot.figure(.priorityWindowSeconds, context, in: tx))
    }
}

extension AuctionOpened {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(
            state.lot, [.auctionRunning], entry, also: "bidders = \(paddles.count), ends_at = \(endsAt)")
        try tx.deal(paddles)
    }
}

extension PaddlesDealt {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // At a station the hall has not opened yet: until then nobody sees how many bid.
        if standing.state != .atStation {
            try tx.run("UPDATE lot SET bidders = bidders + \(paddles.count) WHERE id = \(lot)")
        }
        try tx.deal(paddles)
    }
}
