import Kernel
import Registry
package import Storage

extension ContractFinished {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(state.lot, [.finished], entry)
    }
}
