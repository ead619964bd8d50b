package import Kernel
import Registry
package import Storage

extension ConfirmAward {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(signDays: try lot.figure(.contractSignDays, context, in: tx))
    }
}

extension AwardConfirmed {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(state.lot, [.awardConfirmed, .contractPending], entry)
        try tx.releaseDeposits(of: lot, except: paddle, entry)
    }
}
