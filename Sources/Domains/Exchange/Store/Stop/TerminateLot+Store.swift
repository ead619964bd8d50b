import Kernel
import Registry
package import Storage

extension LotTerminated {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.stop(state.lot, entry, reasons)
    }
}
