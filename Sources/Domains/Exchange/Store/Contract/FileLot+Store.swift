package import Kernel
import Registry
package import Storage

extension FileLot {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            digest: try FilingQueries.find(lot.id, in: tx)?.digest,
            expiringDays: try lot.figure(.contractExpiringDays, context, in: tx))
    }
}

extension LotFiled {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(state.lot, [.filed, .performing], entry, also: "file_digest = \(digest)")
    }
}
