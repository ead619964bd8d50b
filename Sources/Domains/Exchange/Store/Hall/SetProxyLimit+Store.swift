import Kernel
import Registry
package import Storage

extension ProxyLimitSet {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // Under seal: it stands in no table.
    }
}
