package import Kernel
import Registry
package import Storage

extension SuspendLot {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(maxDays: try lot.figure(.suspendMaxDays, context, in: tx))
    }
}

extension LotSuspended {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(state.lot, [.suspended], entry, remark: reasons)
    }
}
