package import Geometry
package import Kernel
package import Storage

extension ParcelQueries {
    /// The parcels of land under contract on `day` whose boxes touch the outline's box, by name. Each with the outline of
    /// that day; of a parcel that entered later its first one, since the ground was let before it was drawn.
    package static func listContracted(beside outline: Outline, on day: CivilDate, in tx: any ReadTransaction) throws
        -> [LandParcel]
    {
        let found = try near(
            outline,
            """
            (o.valid_from <= \(day) OR o.version = 1) AND (o.valid_to IS NULL OR o.valid_to > \(day))
                AND (p.closed_on IS NULL OR p.closed_on > \(day)) AND p.asset IN (
                    SELECT c.asset FROM contract c
                    WHERE c.asset = p.asset AND c.starts <= \(day) AND coalesce(c.ended_on, c.ends) >= \(day))
            """, current: [0, 1], in: tx)
        return found.sorted { $0.id.text < $1.id.text }
    }

    /// The parcels standing that hold this place.
    package static func list(at place: Place, in tx: any ReadTransaction) throws -> [LandParcel] {
        guard let zone = Zone(longitude: place.longitude) else { return [] }
        let corner = Outline(zone: zone, pieces: [Piece(outer: [zone.grid(place)])])
        return try listNeighbours(of: corner, in: tx).filter { parcel in
            let outline = parcel.outline.outline
            return outline.holds(outline.zone.grid(place))
        }
    }

    /// How many contracts of a body run on `day` for land that is drawn by no parcel: what they cover is not on the map.
    package static func countUndrawn(of owner: OrganisationID, on day: CivilDate, in tx: any ReadTransaction) throws
        -> Int64
    {
        try tx.find(
            """
            SELECT count(*) FROM asset a JOIN contract c ON c.asset = a.id
            WHERE a.owner = \(owner) AND a.kind = \(AssetKind.resource) AND c.starts <= \(day)
                AND coalesce(c.ended_on, c.ends) >= \(day)
                AND NOT EXISTS (SELECT 1 FROM parcel p WHERE p.asset = a.id)
            """) ?? 0
    }
}

/// A parcel standing, by its number and name.
extension ParcelName: RowPicked {
    static var select: SQL {
        "SELECT p.id, p.number, p.name, \(DivisionQueries.called("d.id")) FROM parcel p JOIN division d ON d.id = p.division"
    }
    static var condition: SQL? { "p.closed_on IS NULL" }
    static var columns: [SQL] { ["p.number", "p.name", "d.name"] }
    static var key: SQL { "p.id" }
    static var order: SQL { "d.code, p.number, p.id" }
    static func pick(_ row: Row) throws -> Pick {
        let parts: [String] = [try row.get(1), try row.get(2), try row.get(3)]
        return Pick(try row.get(0), parts.joined(separator: " · "))
    }
}

/// A card that the exchange holds for a lot.
package struct ReservedCard: Sendable, Hashable {
    package let lot: LotID
    package let owner: OrganisationID
    package let name: String
}

extension AssetQueries {
    /// The cards of a body that lots hold, by name.
    package static func listReserved(of owner: OrganisationID, in tx: any ReadTransaction) throws -> [ReservedCard] {
        try reserved("owner = \(owner) AND reserved_by IS NOT NULL", tx)
    }

    /// The cards a lot holds, or that were let by it.
    package static func listReserved(by lot: LotID, in tx: any ReadTransaction) throws -> [ReservedCard] {
        let held = try reserved("reserved_by = \(lot)", tx)
        guard held.isEmpty, let contract = try ContractQueries.findByLot(lot, in: tx) else { return held }
        return [ReservedCard(lot: lot, owner: contract.lessor, name: contract.asset.text)]
    }

    private static func reserved(_ condition: SQL, _ tx: any ReadTransaction) throws -> [ReservedCard] {
        try tx.rows("SELECT reserved_by, owner, name FROM asset WHERE \(condition) ORDER BY name, id LIMIT 200").map {
            ReservedCard(lot: try $0.get(0), owner: try $0.get(1), name: try $0.get(2))
        }
    }
}
