import Kernel
import Registry
package import Storage

extension LotEnded {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // The event before it says how; this one is for Registry.
    }
}
