package import Kernel
import Registry
package import Storage

extension Depreciate {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(cards: try AssetCardQueries.listUnworn(organisation, month, in: tx))
    }
}

extension AssetsDepreciated {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        for wear in worn {
            try tx.run(
                """
                UPDATE asset_card SET worn_fen = worn_fen + \(wear.amount), worn_through = \(month)
                WHERE organisation = \(organisation) AND asset = \(wear.asset)
                """)
        }
    }
}
