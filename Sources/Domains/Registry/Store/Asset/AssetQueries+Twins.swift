package import Kernel
package import Storage

extension AssetQueries {
    /// Other cards of the same place, not retired, that have the card's own outline: one field entered twice.
    package static func listTwins(of id: AssetID, at division: DivisionID, in tx: any ReadTransaction) throws -> [Asset]
    {
        let own: String? = try tx.find("SELECT parcel FROM asset WHERE id = \(id)")
        guard let own, !own.isEmpty else { return [] }
        let parcel = outline(own)
        let rows = try tx.rows(
            "SELECT id, parcel FROM asset WHERE division = \(division) AND parcel <> '' AND id <> \(id) AND retired_on IS NULL ORDER BY id"
        )
        return try rows.compactMap { row in
            guard parcel.isTwin(of: outline(try row.get(1))) else { return nil }
            return try find(try row.get(0), in: tx)
        }
    }
}
