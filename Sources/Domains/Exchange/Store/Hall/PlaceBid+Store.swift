import Kernel
import Registry
package import Storage

extension BidPlaced {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [
                lot.sqlValue, number.sqlValue, paddle.sqlValue, price.sqlValue,
                entry.at.sqlValue, endsAt?.sqlValue ?? .null, (slip != nil).sqlValue, entry.index.sqlValue,
            ], to: "bid")
    }
}
