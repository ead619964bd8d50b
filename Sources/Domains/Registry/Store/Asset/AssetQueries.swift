package import Kernel
package import Storage

/// One line of a village's register: what it is, who has it, until when, at what price.
package struct AssetLine: Sendable, Hashable {
    package let asset: Asset
    package let ownerName: String
    package let divisionName: String
    /// The contract in force or last in force; its lessee's public name and its price.
    package let contract: ContractID?
    package let lesseeName: String?
    package let contractEnd: CivilDate?
    package let unitPrice: Money?
}

/// Looking up cards of the register.
package enum AssetQueries {
    package static func find(_ id: AssetID, in tx: any ReadTransaction) throws -> Asset? {
        try tx.first("\(columns) FROM asset a WHERE a.id = \(id)").map(read)
    }

    /// The corners of the parcel in order; empty when it is not surveyed.
    package static func listParcel(of id: AssetID, in tx: any ReadTransaction) throws -> [ParcelPoint] {
        let text: String? = try tx.find("SELECT parcel FROM asset WHERE id = \(id)")
        return AssetQueries.parcel(text ?? "")
    }

    /// The outline that stands in the column `parcel`, for those who read many cards at once.
    package static func outline(_ column: String) -> Parcel { Parcel(AssetQueries.parcel(column)) }

    /// The cards of a place and all below it, by name of the card; `only` is a condition on the cards `a`, where there is none
    /// those that are not retired.
    package static func list(
        within ancestor: DivisionID, owner: OrganisationID? = nil, only: SQL? = nil, limit: Int = 500,
        in tx: any ReadTransaction
    ) throws -> [AssetLine] {
        guard let path = try DivisionQueries.findPath(ancestor, in: tx) else { return [] }
        var conditions: [SQL] = [DivisionQueries.within(path)]
        if let owner { conditions.append("a.owner = \(owner)") }
        conditions.append(only ?? AssetStatus.standing)
        return try lines(SQL.joined(conditions, by: " AND "), limit: limit, tx)
    }

    /// One card with its line's names and contract.
    package static func findLine(_ id: AssetID, in tx: any ReadTransaction) throws -> AssetLine? {
        try lines("a.id = \(id)", limit: 1, tx).first
    }

    private static func lines(_ condition: SQL, limit: Int, _ tx: any ReadTransaction) throws -> [AssetLine] {
        try tx.rows(
            """
            \(columns), o.name, \(DivisionQueries.called("d.id")), c.id, p.display_name, c.ends, c.unit_price_fen
            FROM asset a JOIN division d ON d.id = a.division JOIN organisation o ON o.id = a.owner
                LEFT JOIN contract c ON c.id = a.contract LEFT JOIN party p ON p.id = c.lessee
            WHERE \(condition) ORDER BY a.name, a.id LIMIT \(limit)
            """
        ).map { row in
            AssetLine(
                asset: try read(row), ownerName: try row.get(24), divisionName: try row.get(25),
                contract: try row.find(26), lesseeName: try row.find(27), contractEnd: try row.find(28),
                unitPrice: try row.find(29))
        }
    }

    private static let columns: SQL = """
        SELECT a.id, a.owner, a.division, a.asset_class, a.kind, a.name, a.area, a.original_value_fen, a.asset_right,
            a.right_until, a.households, a.asset_use, a.east, a.south, a.west, a.north, a.reserved_by, a.dispute,
            a.contract, a.leased_until, a.retired_on, a.retired_cause, a.successor, a.retired_entry
        """

    private static func read(_ row: Row) throws -> Asset {
        var sides: Boundaries?
        if let east: String = try row.find(12) {
            sides = Boundaries(east: east, south: try row.get(13), west: try row.get(14), north: try row.get(15))
        }
        return Asset(
            id: try row.get(0), owner: try row.get(1), division: try row.get(2), assetClass: try row.get(3),
            kind: try row.get(4), name: try row.get(5), area: try row.find(6), originalValue: try row.find(7),
            right: try row.get(8), rightUntil: try row.find(9), households: try row.find(10), use: try row.get(11),
            boundaries: sides, reservedBy: try row.find(16), dispute: try row.find(17), contract: try row.find(18),
            leasedUntil: try row.find(19), retirement: try retirement(row))
    }
}

extension AssetQueries {
    private static func retirement(_ row: Row) throws -> Retirement? {
        guard let day: CivilDate = try row.find(20) else { return nil }
        return Retirement(
            cause: try row.get(21), day: day, successor: try row.find(22), entry: try row.get(23))
    }
}

/// Looking up resolutions.
package enum ResolutionQueries {
    package static func find(_ id: ResolutionID, in tx: any ReadTransaction) throws -> Resolution? {
        try tx.first("\(columns) WHERE id = \(id)").map(read)
    }

    /// The resolutions of a body, newest first.
    package static func list(of organisation: OrganisationID, limit: Int = 200, in tx: any ReadTransaction) throws
        -> [Resolution]
    {
        try tx.rows(
            "\(columns) WHERE organisation = \(organisation) ORDER BY resolved_on DESC, id LIMIT \(limit)"
        ).map(read)
    }

    /// SHA-256 digests of the papers, in order.
    package static func listEvidence(of id: ResolutionID, in tx: any ReadTransaction) throws -> [String] {
        try tx.rows("SELECT sha256 FROM resolution_evidence WHERE resolution = \(id) ORDER BY number").map {
            try $0.get(0)
        }
    }

    private static let columns: SQL = """
        SELECT id, organisation, matter, body, entitled, present, in_favour, resolved_on FROM resolution
        """

    private static func read(_ row: Row) throws -> Resolution {
        Resolution(
            id: try row.get(0), organisation: try row.get(1), matter: try row.get(2), body: try row.get(3),
            entitled: try row.get(4), present: try row.get(5), inFavour: try row.get(6), date: try row.get(7))
    }
}
