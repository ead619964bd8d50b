import Kernel
package import Registry
package import Storage

/// Reading the cards of fixed assets.
package enum AssetCardQueries {
    package static func find(_ asset: AssetID, of organisation: OrganisationID, in tx: any ReadTransaction) throws
        -> AssetCard?
    {
        try list(where: "organisation = \(organisation) AND asset = \(asset)", in: tx).first
    }

    /// All cards of the books, by identifier.
    package static func list(_ organisation: OrganisationID, in tx: any ReadTransaction) throws -> [AssetCard] {
        try list(where: "organisation = \(organisation)", in: tx)
    }

    /// The cards in use in `month` whose wear of it is not booked.
    static func listUnworn(_ organisation: OrganisationID, _ month: AccountingMonth, in tx: any ReadTransaction) throws
        -> [AssetCard]
    {
        try list(
            where: "organisation = \(organisation) AND (worn_through IS NULL OR worn_through < \(month))", in: tx
        ).filter { card in
            AccountingMonth(card.inUse) < month && card.worn < card.cost
                && (card.disposedOn.map { AccountingMonth($0) >= month } ?? true)
        }
    }

    private static func list(where condition: SQL, in tx: any ReadTransaction) throws -> [AssetCard] {
        try tx.rows(
            """
            SELECT asset, organisation, name, account, expense, cost_fen, residual, method, months, units, in_use,
                worn_fen, worn_through, disposed_on, base_month, base_worn_fen
            FROM asset_card WHERE \(condition) ORDER BY asset
            """
        ).map { row in
            AssetCard(
                id: try row.get(0), organisation: try row.get(1), name: try row.get(2), account: try row.get(3),
                expense: try row.get(4), cost: try row.get(5), residual: try row.get(6), method: try row.get(7),
                months: try row.find(8), units: try row.find(9), inUse: try row.get(10), worn: try row.get(11),
                wornThrough: try row.find(12), disposedOn: try row.find(13), baseMonth: try row.find(14),
                baseWorn: try row.get(15))
        }
    }
}
