import Kernel
import Registry
package import Storage

extension LotApproved {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(lot, [.reviewing, .approved], entry)
        try tx.run("UPDATE lot SET sign_off = \(signOff) WHERE id = \(lot)")
    }
}

extension LotRejected {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(lot, [.reviewing, .rejected], entry, remark: reasons)
    }
}
