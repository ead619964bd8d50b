import Kernel
import Registry
package import Storage

extension DrawHeld {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE lot SET draw_seed = \(seed) WHERE id = \(lot)")
    }
}
