package import Kernel
import Registry
package import Storage

extension AwardNext {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(next: try LotQueries.findNextBid(of: lot.id, in: tx))
    }
}

extension AwardPassedOn {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(state.lot, [.awardProposed], entry)
    }
}
