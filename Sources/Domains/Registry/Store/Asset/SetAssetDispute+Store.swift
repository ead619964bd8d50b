package import Kernel
package import Storage

extension SetAssetDispute {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(asset: try AssetQueries.find(asset, in: tx))
    }
}

extension AssetDisputeSet {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE asset SET dispute = \(dispute) WHERE id = \(asset)")
    }
}
