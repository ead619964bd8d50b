import Kernel
import Registry
package import Storage

extension ForfeitureReplied {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // Personal: it stands in no table.
    }
}
