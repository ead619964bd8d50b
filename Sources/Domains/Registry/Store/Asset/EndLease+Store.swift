package import Kernel
package import Storage

extension EndLease {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(asset: try AssetQueries.find(asset, in: tx))
    }
}

extension LeaseEnded {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE asset SET leased_until = \(endedOn) WHERE id = \(asset)")
        try tx.run("UPDATE contract SET ended_on = \(endedOn) WHERE id = \(contract)")
    }
}
