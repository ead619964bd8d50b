package import Kernel
import Registry
package import Storage

extension DisposeAsset {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> AssetFacts {
        AssetFacts(card: try AssetCardQueries.find(asset, of: organisation, in: tx))
    }
}

extension AssetDisposed {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE asset_card SET disposed_on = \(date)
            WHERE organisation = \(organisation) AND asset = \(asset)
            """)
    }
}
