package import Kernel
import Registry
package import Storage

extension RenewContract {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let record = try ResolutionQueries.find(resolution, in: tx)
        let card = try AssetQueries.find(lot.asset, in: tx)
        return Facts(
            resolution: record.map { ResolutionFacts(organisation: $0.organisation, passed: $0.isPassed) },
            floor: try card.flatMap {
                try GuidePriceQueries.findFloor(of: $0.assetClass, at: $0.division, on: context.now.date, in: tx)
            },
            isHouseholdRight: card?.right == .contractedManagement)
    }
}

extension ContractRenewed {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(state.lot, [.renewed], entry)
    }
}
