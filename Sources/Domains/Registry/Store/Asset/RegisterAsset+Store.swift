package import Kernel
package import Storage

extension RegisterAsset {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let owner = try OrganisationQueries.find(card.owner, in: tx)
        return Facts(
            division: try DivisionQueries.find(card.division, in: tx), owner: owner,
            ownerDivision: try owner.flatMap { try DivisionQueries.find($0.division, in: tx) })
    }
}

extension AssetRegistered {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let sides = card.boundaries
        try tx.run(
            """
            INSERT INTO asset (id, owner, division, asset_class, kind, name, area, original_value_fen, asset_right,
                right_until, households, asset_use, east, south, west, north, parcel)
            VALUES (\(asset), \(card.owner), \(card.division), \(card.assetClass), \(card.kind), \(card.name),
                \(card.area), \(card.originalValue), \(card.right), \(card.rightUntil), \(card.households),
                \(card.use), \(sides?.east), \(sides?.south), \(sides?.west), \(sides?.north),
                \(AssetQueries.parcelText(card.parcel)))
            """)
    }
}
