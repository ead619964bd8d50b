package import Kernel
package import Storage

extension UseResolution {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let row = try tx.first(
            """
            SELECT o.division, r.object, r.used_by FROM resolution r JOIN organisation o ON o.id = r.organisation
            WHERE r.id = \(resolution)
            """)
        return Facts(
            place: try row?.get(0), object: try row?.find(1), usedBy: try row?.find(2),
            asset: try tx.find("SELECT id FROM asset WHERE reserved_by = \(lot)"))
    }
}

extension ResolutionUsed {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE resolution SET used_by = \(lot) WHERE id = \(resolution)")
    }
}
