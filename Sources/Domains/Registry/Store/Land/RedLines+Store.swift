package import Geometry
package import Kernel
package import Storage

extension Registry {
    /// Areas inside the lines of the spatial plan, found by their boxes as parcels are.
    static let redLineTables: [SQL] = [
        """
        CREATE TABLE red_line (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, division TEXT NOT NULL REFERENCES division (id),
            number TEXT NOT NULL CHECK (number <> ''), outline TEXT NOT NULL, source TEXT NOT NULL,
            valid_from TEXT NOT NULL, valid_to TEXT, reason TEXT, zone INTEGER NOT NULL, west INTEGER NOT NULL,
            south INTEGER NOT NULL, east INTEGER NOT NULL, north INTEGER NOT NULL, cell_level INTEGER NOT NULL,
            cell_east INTEGER NOT NULL, cell_north INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX red_line_by_cell ON red_line (zone, cell_level, cell_east, cell_north)",
        "CREATE INDEX red_line_by_number ON red_line (division, kind, number)",
        // Which card a lot holds, for whoever names the lot.
        "CREATE INDEX asset_by_lot ON asset (reserved_by)",
    ]

    static let redLineProjections = [ProjectedTable("red_line", key: ["id"])]
}

extension RedLineKind: SQLValueConvertible {}

extension LayRedLine {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            division: try DivisionQueries.find(division, in: tx),
            known: try RedLineQueries.find(kind, number, at: division, in: tx))
    }
}

extension RedLineLaid {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let box = outline.outline.box ?? GridBox(west: 0, south: 0, east: 0, north: 0)
        let cell = LooseCell(box)
        try tx.run(
            """
            INSERT INTO red_line (id, kind, division, number, outline, source, valid_from, zone, west, south, east,
                north, cell_level, cell_east, cell_north)
            VALUES (\(redLine), \(kind), \(place), \(number), \(outline.text), \(source), \(from),
                \(Int64(outline.outline.zone.rawValue)), \(box.west), \(box.south), \(box.east), \(box.north),
                \(Int64(cell.level)), \(cell.east), \(cell.north))
            """)
    }
}

extension WithdrawRedLine {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(line: try RedLineQueries.find(redLine, in: tx))
    }
}

extension RedLineWithdrawn {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE red_line SET valid_to = \(on), reason = \(reason) WHERE id = \(redLine)")
    }
}

/// Looking up the lines of the spatial plan.
package enum RedLineQueries {
    static func find(_ id: RedLineID, in tx: any ReadTransaction) throws -> RedLine? {
        try tx.first("\(columns) WHERE l.id = \(id)").map(read)
    }

    /// The area standing under a number.
    static func find(_ kind: RedLineKind, _ number: String, at division: DivisionID, in tx: any ReadTransaction) throws
        -> RedLine?
    {
        try tx.first(
            """
            \(columns) WHERE l.division = \(division) AND l.kind = \(kind) AND l.number = \(number)
                AND l.valid_to IS NULL
            """
        ).map(read)
    }

    /// The areas of a place and all below it, those that hold first, then by kind and number.
    static func list(at division: DivisionID, limit: Int, in tx: any ReadTransaction) throws -> [RedLine] {
        guard let path = try DivisionQueries.findPath(division, in: tx) else { return [] }
        return try tx.rows(
            """
            \(columns) WHERE l.division IN (SELECT id FROM division WHERE \(DivisionQueries.within(path)))
            ORDER BY l.valid_to IS NOT NULL, l.kind, l.number, l.id LIMIT \(limit)
            """
        ).map(read)
    }

    /// The areas that hold on `day` and whose boxes touch the box of one of the outlines.
    package static func list(
        beside outlines: [Outline], on day: CivilDate, limit: Int = 1_000_000, in tx: any ReadTransaction
    ) throws -> [RedLine] {
        var found: [RedLineID: RedLine] = [:]
        for zone in Zone.allCases {
            let boxes = outlines.compactMap { outline in outline.box.map { $0.moved(from: outline.zone, to: zone) } }
            guard let all = GridBox(boxes.flatMap(\.corners)) else { continue }
            for touching in BoxSearch.conditions(all, in: zone, of: "l") {
                for row in try tx.rows(
                    """
                    \(columns) WHERE \(touching) AND l.valid_from <= \(day)
                        AND (l.valid_to IS NULL OR l.valid_to > \(day))
                    ORDER BY l.id LIMIT \(limit)
                    """)
                {
                    let line = try read(row)
                    found[line.id] = line
                }
            }
        }
        return found.values.sorted { $0.id.text < $1.id.text }
    }

    /// How much of a card's parcels lies inside each kind of line on `day`. A card that is drawn by no parcel has none.
    package static func ground(of asset: AssetID, on day: CivilDate, in tx: any ReadTransaction) throws
        -> [LinedGround]
    {
        let outlines = try ParcelQueries.list(of: asset, in: tx).map(\.outline.outline)
        guard !outlines.isEmpty else { return [] }
        return LinedGround.of(outlines, in: try list(beside: outlines, on: day, in: tx))
    }

    private static let columns: SQL = """
        SELECT l.id, l.kind, l.division, l.number, l.outline, l.source, l.valid_from, l.valid_to FROM red_line l
        """

    private static func read(_ row: Row) throws -> RedLine {
        guard let outline = LandOutline(text: try row.get(4)) else { throw RegistryRefusal.outlineUnreadable() }
        return RedLine(
            id: try row.get(0), kind: try row.get(1), division: try row.get(2), number: try row.get(3),
            outline: outline, source: try row.get(5), from: try row.get(6), until: try row.find(7))
    }
}
