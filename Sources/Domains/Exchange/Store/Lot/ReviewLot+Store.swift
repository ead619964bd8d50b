import Kernel
import Registry
package import Storage

extension LotApproved {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(state.lot, [.reviewing, .approved], entry, also: "sign_off = \(signOff)")
    }
}

extension LotRejected {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(state.lot, [.reviewing, .rejected], entry, remark: reasons)
    }
}
