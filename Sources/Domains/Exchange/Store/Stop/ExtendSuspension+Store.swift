package import Kernel
import Registry
package import Storage

extension ExtendSuspension {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            renewals: try lot.figure(.suspendRenewals, context, in: tx),
            days: try lot.figure(.suspendMaxDays, context, in: tx))
    }
}

extension SuspensionExtended {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE lot SET remark = \(reasons) WHERE id = \(lot)")
    }
}
