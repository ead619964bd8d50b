package import Kernel
import Registry
package import Storage

extension ExtendSigning {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(days: try lot.figure(.contractSignExtensionDays, context, in: tx))
    }
}

extension SigningExtended {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.write(state.lot)
    }
}
