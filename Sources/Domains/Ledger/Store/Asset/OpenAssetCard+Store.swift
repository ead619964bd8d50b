package import Kernel
import Registry
package import Storage

extension OpenAssetCard {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> AssetFacts {
        AssetFacts(card: try asset.flatMap { try AssetCardQueries.find($0, of: organisation, in: tx) })
    }
}

extension AssetCardOpened {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO asset_card (organisation, asset, name, account, expense, cost_fen, residual, method, months,
                units, in_use, worn_fen)
            VALUES (\(organisation), \(asset), \(name), \(account), \(expense), \(cost), \(residual), \(method),
                \(months), \(units), \(inUse), \(worn))
            """)
    }
}
