package import Kernel
package import Storage

extension ReserveAsset {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(asset: try AssetQueries.find(asset, in: tx))
    }
}

extension AssetReserved {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE asset SET reserved_by = \(lot) WHERE id = \(asset)")
    }
}
