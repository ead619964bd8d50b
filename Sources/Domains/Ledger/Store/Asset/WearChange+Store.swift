package import Kernel
import Registry
package import Storage

extension ChangeWearMethod {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> AssetFacts {
        AssetFacts(card: try AssetCardQueries.find(asset, of: organisation, in: tx))
    }
}

extension WearMethodChanged {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE asset_card SET method = \(method), months = \(months), units = \(units),
                base_month = \(from.previous), base_worn_fen = \(worn)
            WHERE organisation = \(organisation) AND asset = \(asset)
            """)
        try tx.run(
            """
            INSERT INTO wear_change (organisation, entry, asset, from_month, before_method, method, worn_fen, reason, date,
                office)
            VALUES (\(organisation), \(entry.index), \(asset), \(from), \(before), \(method), \(worn), \(reason), \(date),
                \(office))
            """)
    }
}

/// A change of method as the notes tell it.
struct WearChange: Sendable, Hashable {
    let asset: AssetID
    let name: String
    let from: AccountingMonth
    let before: WearMethod
    let method: WearMethod
    /// Cost less what was booked until then.
    let net: Money
    let reason: String
}

extension AssetCardQueries {
    /// The changes of a year, in order.
    static func changes(_ organisation: OrganisationID, _ year: AccountingYear, in tx: any ReadTransaction) throws
        -> [WearChange]
    {
        try tx.rows(
            """
            SELECT w.asset, c.name, w.from_month, w.before_method, w.method,
                CAST(c.cost_fen - w.worn_fen AS BIGINT), w.reason
            FROM wear_change w JOIN asset_card c ON c.organisation = w.organisation AND c.asset = w.asset
            WHERE w.organisation = \(organisation) AND w.from_month >= \(year.december.january)
                AND w.from_month <= \(year.december) ORDER BY w.entry
            """
        ).map {
            WearChange(
                asset: try $0.get(0), name: try $0.get(1), from: try $0.get(2), before: try $0.get(3),
                method: try $0.get(4), net: try $0.get(5), reason: try $0.get(6))
        }
    }
}
