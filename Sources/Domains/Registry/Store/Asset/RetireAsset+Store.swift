package import Kernel
package import Storage

extension RetireAsset {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            asset: try AssetQueries.find(asset, in: tx),
            successor: try successor.flatMap { try AssetQueries.find($0, in: tx) },
            lastContract: try CardQueries.findLastContract(on: asset, in: tx),
            parcels: try ParcelQueries.list(of: asset, in: tx))
    }
}

extension AssetRetired {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE asset SET retired_on = \(day), retired_cause = \(cause), successor = \(successor),
                retired_entry = \(entry.index)
            WHERE id = \(asset)
            """)
        for parcel in parcels { try parcel.close(on: entry.at.date, for: [], in: tx) }
    }
}
