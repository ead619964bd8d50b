import Kernel
import Registry
package import Storage

extension AuctionEnded {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let result: [LotState] = priorityEndsAt == nil ? [.awardProposed] : [.awardProposed, .priorityWindow]
        try tx.step(
            state.lot, paddle == nil ? [.failed] : result, entry,
            also: "bid_count = \(bidCount), ends_at = \(entry.at)")
    }
}

extension OffersOpened {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("DELETE FROM bid WHERE lot = \(lot)")
        try tx.list(offers, of: lot, until: nextEndsAt, entry)
        if let end = nextEndsAt { try tx.run("UPDATE lot SET ends_at = \(end) WHERE id = \(lot)") }
    }
}

extension OffersListed {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.list(offers, of: lot, entry)
    }
}
