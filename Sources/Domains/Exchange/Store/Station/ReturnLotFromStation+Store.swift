import Kernel
import Registry
package import Storage

extension LotReturnedFromStation {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(
            state.lot, [.auctionRunning], entry,
            also: """
                ends_at = \(endsAt), opens_at = \(openedAt), bidders =
                (SELECT CAST(count(*) AS BIGINT) FROM bidder b WHERE b.lot = \(lot) AND b.paddle > 0)
                """)
    }
}

extension StationBidMerged {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [
                lot.sqlValue, number.sqlValue, paddle.sqlValue, price.sqlValue,
                at.sqlValue, endsAt?.sqlValue ?? .null, (slip != nil).sqlValue, entry.index.sqlValue,
            ], to: "bid")
    }
}
