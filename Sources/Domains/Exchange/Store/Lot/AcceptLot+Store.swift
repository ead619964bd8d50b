package import Kernel
import Registry
package import Storage

extension AcceptLot {
    /// What the list of papers asks of the lot's seller, and what the register holds of it.
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        guard let card = try AssetQueries.find(lot.asset, in: tx) else { return Facts(checklist: Checklist()) }
        let resolution = try lot.resolution.flatMap { try ResolutionQueries.find($0, in: tx) }
        return Facts(
            checklist: Checklist(
                lot.terms, SellerKind(right: card.right, households: card.households), on: context.now.date,
                hasResolution: resolution != nil))
    }
}

extension LotAccepted {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(state.lot, [.accepted], entry)
    }
}
