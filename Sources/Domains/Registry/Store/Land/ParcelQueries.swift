package import Geometry
package import Kernel
package import Storage

/// Looking up parcels of land.
package enum ParcelQueries {
    package static func find(_ id: ParcelID, in tx: any ReadTransaction) throws -> LandParcel? {
        try tx.first("\(columns) WHERE p.id = \(id) AND o.valid_to IS NULL").map(read)
    }

    /// Of several, in the order asked for; nil where there is none.
    static func find(_ ids: [ParcelID], in tx: any ReadTransaction) throws -> [LandParcel?] {
        try ids.map { try find($0, in: tx) }
    }

    /// The parcel that stands under this number on the owner's list.
    package static func find(number: String, of owner: OrganisationID, in tx: any ReadTransaction) throws -> LandParcel?
    {
        try tx.first(
            """
            \(columns) WHERE p.owner = \(owner) AND p.number = \(number) AND p.closed_on IS NULL AND o.valid_to IS NULL
            """
        ).map(read)
    }

    /// The parcels standing whose boxes touch the outline's box, by name; of both zones.
    package static func listNeighbours(of outline: Outline, in tx: any ReadTransaction) throws -> [LandParcel] {
        let found = try near(outline, "1 = 1", current: [1], in: tx)
        return found.sorted { $0.id.text < $1.id.text }
    }

    /// Outlines whose boxes touch the box of `outline`, of both zones, that fit the condition.
    static func near(
        _ outline: Outline, _ condition: SQL, current: [Int64], in tx: any ReadTransaction
    ) throws -> [LandParcel] {
        guard let box = outline.box else { return [] }
        var found: [LandParcel] = []
        for zone in Zone.allCases {
            let near = box.moved(from: outline.zone, to: zone)
            for touching in BoxSearch.conditions(near, in: zone, of: "o") {
                for isCurrent in current {
                    found += try tx.rows(
                        "\(columns) WHERE o.is_current = \(isCurrent) AND \(touching) AND \(condition)"
                    ).map(read)
                }
            }
        }
        return found
    }

    /// The parcels of a place and all below it as they lay on `day`, by number.
    package static func list(within path: String, on day: CivilDate, limit: Int = 1_000, in tx: any ReadTransaction)
        throws
        -> [LandParcel]
    {
        try tx.rows(
            """
            \(columns) JOIN division d ON d.id = p.division
            WHERE \(DivisionQueries.within(path)) AND o.valid_from <= \(day) AND (o.valid_to IS NULL OR o.valid_to > \(day))
                AND (p.closed_on IS NULL OR p.closed_on > \(day))
            ORDER BY p.number, p.id LIMIT \(limit)
            """
        ).map(read)
    }

    /// The outlines a card's parcels have today.
    package static func list(of asset: AssetID, in tx: any ReadTransaction) throws -> [LandParcel] {
        try tx.rows(
            """
            \(columns) WHERE p.asset = \(asset) AND p.closed_on IS NULL AND o.valid_to IS NULL ORDER BY p.number, p.id
            """
        ).map(read)
    }

    /// Every outline a parcel ever had, the oldest first, with the day it began and, where it did, the day it ended.
    package static func listOutlines(of id: ParcelID, in tx: any ReadTransaction) throws
        -> [(outline: LandOutline, from: CivilDate, to: CivilDate?)]
    {
        try tx.rows(
            "SELECT outline, valid_from, valid_to FROM parcel_outline WHERE parcel = \(id) ORDER BY version"
        ).compactMap { row in
            guard let outline = LandOutline(text: try row.get(0)) else { return nil }
            return (outline, try row.get(1), try row.find(2))
        }
    }

    /// What the parcel was cut from or made of, and what it became.
    package static func listKin(of id: ParcelID, in tx: any ReadTransaction) throws -> (
        before: [ParcelID], after: [ParcelID]
    ) {
        (
            try tx.rows("SELECT parent FROM parcel_kin WHERE child = \(id) ORDER BY parent").map { try $0.get(0) },
            try tx.rows("SELECT child FROM parcel_kin WHERE parent = \(id) ORDER BY child").map { try $0.get(0) }
        )
    }

    /// The ground a parcel shares with others, as it was found when one of them entered; closed ones left out.
    package static func listShared(of id: ParcelID, in tx: any ReadTransaction) throws
        -> [(number: String, parcel: ParcelID, areaCm2: Int64, widthMm: Int64, verdict: GroundVerdict)]
    {
        try tx.rows(
            """
            SELECT p.number, p.id, s.area_cm2, s.width_mm, s.verdict FROM parcel_shared s
                JOIN parcel p ON p.id = CASE WHEN s.parcel = \(id) THEN s.other ELSE s.parcel END
            WHERE (s.parcel = \(id) OR s.other = \(id)) AND p.closed_on IS NULL ORDER BY p.number, p.id
            """
        ).map { (try $0.get(0), try $0.get(1), try $0.get(2), try $0.get(3), try $0.get(4)) }
    }

    private static let columns: SQL = """
        SELECT p.id, p.owner, p.division, p.number, p.name, p.asset, p.area, p.contract_area, o.outline, o.valid_from,
            p.closed_on
        FROM parcel p JOIN parcel_outline o ON o.parcel = p.id
        """

    private static func read(_ row: Row) throws -> LandParcel {
        let text: String = try row.get(8)
        guard let outline = LandOutline(text: text) else { throw RegistryRefusal.outlineUnreadable() }
        return LandParcel(
            id: try row.get(0), owner: try row.get(1), division: try row.get(2), number: try row.get(3),
            name: try row.get(4), asset: try row.find(5), area: try row.get(6), contractArea: try row.find(7),
            outline: outline, since: try row.get(9), closedOn: try row.find(10))
    }
}
