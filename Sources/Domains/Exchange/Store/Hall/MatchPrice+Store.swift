import Kernel
import Registry
package import Storage

extension PriceMatched {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.write(state.lot)
    }
}
