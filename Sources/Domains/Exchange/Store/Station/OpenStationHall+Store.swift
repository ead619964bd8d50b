import Kernel
import Registry
package import Storage

extension StationHallPrepared {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(
            state.lot, [.auctionScheduled], entry,
            also: "listed_at = \(entry.at), closes_at = \(entry.at), opens_at = \(entry.at)")
    }
}
