package import Kernel
package import Registry
package import Storage

/// One published cell with its dates.
struct GuidePriceLine {
    let row: GuidePriceRow
    let county: DivisionID
    let validFrom: CivilDate
    /// Of the township, or of the county where the cell is the whole county's.
    let placeName: String?

    struct Cell: Hashable {
        let county: DivisionID
        let place: DivisionID?
        let assetClass: AssetClass
    }

    var cell: Cell { Cell(county: county, place: row.place, assetClass: row.assetClass) }
}

extension [GuidePriceLine] {
    /// What holds on a day, or will: of each place and class the latest that has begun, and those yet to begin. The
    /// lines stand with the latest first.
    func inForce(on day: CivilDate) -> (now: [GuidePriceLine], before: [GuidePriceLine]) {
        var begun: Set<GuidePriceLine.Cell> = []
        var (now, before): ([GuidePriceLine], [GuidePriceLine]) = ([], [])
        for line in self {
            let isNow = line.validFrom > day || begun.insert(line.cell).inserted
            if isNow { now.append(line) } else { before.append(line) }
        }
        return (now, before)
    }
}

/// Looking up guide prices and the deals they are made from.
package enum GuidePriceQueries {
    /// The floor for land of a class at a place on a day.
    package static func findFloor(
        of assetClass: AssetClass, at place: DivisionID, on day: CivilDate, in tx: any ReadTransaction
    ) throws -> Money? {
        try find(of: assetClass, at: place, on: day, in: tx)?.floor
    }

    /// Floor and guide price: the township's own cell, else the county's; the latest table.
    package static func find(
        of assetClass: AssetClass, at place: DivisionID, on day: CivilDate, in tx: any ReadTransaction
    ) throws -> (floor: Money, middle: Money)? {
        guard let path = try DivisionQueries.findPath(place, in: tx) else { return nil }
        let above = path.split(separator: "/").map { String($0) }
        return try tx.first(
            """
            SELECT floor_fen, mid_fen FROM guide_price WHERE county IN \(list: above) AND asset_class = \(assetClass)
                AND valid_from <= \(day) AND place IN \(list: above + [""])
            ORDER BY valid_from DESC, CASE WHEN place = '' THEN 1 ELSE 0 END LIMIT 1
            """
        ).map { (floor: try $0.get(0), middle: try $0.get(1)) }
    }

    /// All tables, the latest first.
    static func list(limit: Int = 500, in tx: any ReadTransaction) throws -> [GuidePriceLine] {
        try tx.rows(
            """
            SELECT place, asset_class, floor_fen, mid_fen, high_fen, previous_mid_fen, samples, borrowed_from, valid_from,
                division.name, county
            FROM guide_price
                LEFT JOIN division ON division.id = CASE WHEN place = '' THEN county ELSE place END
            ORDER BY valid_from DESC, place, asset_class LIMIT \(limit)
            """
        ).map { row in
            let source: String = try row.get(7)
            let guide = GuidePriceRow(
                place: DivisionID(try row.get(0)), assetClass: try row.get(1), floor: try row.get(2),
                middle: try row.get(3), high: try row.get(4), previousMiddle: try row.find(5), samples: try row.get(6),
                borrowedFrom: GuidePriceSource(rawValue: source) ?? .none)
            return GuidePriceLine(
                row: guide, county: try row.get(10), validFrom: try row.get(8), placeName: try row.find(9))
        }
    }

    /// The signed deals of land per mu and year since `since`, as the formula takes them.
    package static func listDeals(since: Instant, in tx: any ReadTransaction) throws -> [GuideDeal] {
        try tx.rows(
            """
            SELECT v.parent, t.parent, a.asset_class, l.price_fen FROM lot l JOIN asset a ON a.id = l.asset
                JOIN division v ON v.id = l.village JOIN division t ON t.id = v.parent
            WHERE l.contract IS NOT NULL AND l.price_unit = 'fenPerMuYear' AND l.drafted_at >= \(since)
                AND t.parent IS NOT NULL ORDER BY l.id
            """
        ).map { row in
            GuideDeal(
                township: try row.get(0), county: try row.get(1), assetClass: try row.get(2), price: try row.get(3))
        }
    }
}

extension GuidePriceForm {
    /// The table a county would publish on `day`: the signed deals of the county's months, and what holds now.
    static func read(of county: DivisionID, on day: CivilDate, in tx: any ReadTransaction) throws -> GuidePriceForm {
        func figure(_ key: ParameterKey) throws -> Int64 {
            try ParameterQueries.value(key, at: county, on: day, in: tx).value
        }
        let since = day.adding(months: -Int(try figure(.guidePriceMonths))).start
        return GuidePriceForm(
            county: county, deals: try GuidePriceQueries.listDeals(since: since, in: tx),
            before: try GuidePriceQueries.list(in: tx), least: Int(try figure(.guidePriceMinSamples)))
    }
}
