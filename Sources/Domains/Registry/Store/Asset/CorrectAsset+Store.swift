package import Kernel
package import Storage

extension CorrectAsset {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let card = try AssetQueries.find(asset, in: tx)
        let owner = try OrganisationQueries.find(contents.owner, in: tx)
        return Facts(
            asset: card, division: try card.flatMap { try DivisionQueries.find($0.division, in: tx) }, owner: owner,
            ownerDivision: try owner.flatMap { try DivisionQueries.find($0.division, in: tx) },
            corrections: try CardQueries.countCorrections(of: asset, in: tx),
            lastContract: try CardQueries.findLastContract(on: asset, in: tx),
            parcel: try ParcelQueries.list(of: asset, in: tx).first?.number)
    }
}

extension AssetCorrected {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let sides = after.boundaries
        try tx.run(
            """
            UPDATE asset SET owner = \(after.owner), asset_class = \(after.assetClass), kind = \(after.kind),
                name = \(after.name), area = \(after.area), original_value_fen = \(after.originalValue),
                asset_right = \(after.right), right_until = \(after.rightUntil), households = \(after.households),
                asset_use = \(after.use), east = \(sides?.east), south = \(sides?.south), west = \(sides?.west),
                north = \(sides?.north)
            WHERE id = \(asset)
            """)
        try tx.run(
            """
            INSERT INTO asset_correction (asset, number, entry, day, before, after, reason)
            VALUES (\(asset), \(number), \(entry.index), \(entry.at.date),
                \(JSON.object(before.openFields).canonicalText), \(JSON.object(after.openFields).canonicalText),
                \(reason))
            """)
    }
}

/// What became of a card.
package enum CardQueries {
    static func countCorrections(of asset: AssetID, in tx: any ReadTransaction) throws -> Int64 {
        try tx.find("SELECT count(*) FROM asset_correction WHERE asset = \(asset)") ?? 0
    }

    /// Every correction of a card, the newest first.
    package static func listCorrections(of asset: AssetID, in tx: any ReadTransaction) throws -> [CardCorrection] {
        try tx.rows(
            """
            SELECT number, entry, day, before, after, reason FROM asset_correction WHERE asset = \(asset)
            ORDER BY number DESC
            """
        ).map { row in
            CardCorrection(
                number: try row.get(0), entry: try row.get(1), day: try row.get(2), before: try contents(row.get(3)),
                after: try contents(row.get(4)), reason: try row.get(5))
        }
    }

    /// The contract on a card that runs, or ran, longest.
    static func findLastContract(on asset: AssetID, in tx: any ReadTransaction) throws -> ContractSpan? {
        try tx.first(
            """
            SELECT id, starts, coalesce(ended_on, ends) FROM contract WHERE asset = \(asset)
            ORDER BY coalesce(ended_on, ends) DESC, id LIMIT 1
            """
        ).map { ContractSpan(contract: try $0.get(0), start: try $0.get(1), end: try $0.get(2)) }
    }

    private static func contents(_ text: String) throws -> CardContents {
        try CardContents.read(try JSON(parsing: Array(text.utf8)))
    }
}
