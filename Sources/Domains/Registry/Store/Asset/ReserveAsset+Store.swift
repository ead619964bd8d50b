package import Kernel
package import Storage

extension ReserveAsset {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let card = try AssetQueries.find(asset, in: tx)
        return Facts(
            asset: card, twins: try card.map { try AssetQueries.listTwins(of: asset, at: $0.division, in: tx) } ?? [])
    }
}

extension AssetReserved {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE asset SET reserved_by = \(lot) WHERE id = \(asset)")
    }
}
