import Kernel

/// The county's land: the fields of the cards and some smaller ones beside them, drawn on the grid; one was surveyed anew,
/// one split, two merged.
extension DemoCounty {
    private typealias Corner = (east: Int64, north: Int64)

    mutating func drawLand() {
        for (number, village) in DemoText.villages.enumerated() {
            drawCards(village, number)
            drawSmall(village, number)
        }
        changeLand(DemoText.villages[0], 0)
        drawLines()
        for (village, use) in zip(DemoText.villages, ["crops", "storage", "parking"]) { see(village, use) }
    }

    /// The county's lines reach into the first village: farmland over its cards, the urban boundary at its small fields.
    private mutating func drawLines() {
        let here = origin(0)
        let lines: [(String, [Corner])] = [
            ("farmland", [(-4_000, -4_000), (18_000, -4_000), (18_000, 60_000), (-4_000, 60_000)]),
            ("urban", [(44_000, -4_000), (60_000, -4_000), (60_000, 20_000), (44_000, 20_000)]),
        ]
        for (kind, corners) in lines {
            give(
                day(110), "county-intake", "registry.layRedLine", "line-\(kind)",
                [
                    "redLine": .string("\(kind)-line"), "kind": .string(kind), "division": .string(Self.county),
                    "number": .string("\(kind.prefix(1).uppercased())-001"), "outline": outline(corners, from: here),
                    "source": .string(DemoText.spatialPlan), "from": "2025-01-01",
                ])
        }
    }

    /// Somebody uses a small field that nobody has by a contract.
    private mutating func see(_ village: DemoVillage, _ use: String) {
        give(
            day(6), village.desk, "cleanup.recordUse", "seen-\(village.id)",
            [
                "observation": .string("seen-\(village.id)"), "organisation": .string(village.collective),
                "use": .string(use), "seenOn": .string("\(day(8).date)"), "seenBy": "villager",
                "parcel": .string("land-\(village.id)-small-1"),
            ])
    }

    /// A village's corner of the sheet, in centimetres of zone 38.
    private func origin(_ number: Int) -> Corner {
        (43_000_000 + Int64(number) * 500_000, 402_000_000 + Int64(number % 3) * 400_000)
    }

    private func outline(_ corners: [Corner], from origin: Corner) -> JSON {
        var last: Corner = (0, 0)
        let steps = corners.map { corner in
            let here: Corner = (origin.east + corner.east, origin.north + corner.north)
            defer { last = here }
            return "\(here.east - last.east),\(here.north - last.north)"
        }
        return .string("38 " + steps.joined(separator: " "))
    }

    /// A card's field lies west of the small ones, the next card's north of it.
    private mutating func drawCards(_ village: DemoVillage, _ number: Int) {
        var south: Int64 = 0
        for asset in village.assets {
            guard let mu = asset.mu else { continue }
            // 25,000 cm wide: a mu is 267 cm high.
            let height = mu * 267
            enter(
                village, asset.id, asset.name, asset: asset.id, contract: mu * Area.unitsPerMu,
                outline(
                    [(0, south), (24_600, south + 120), (25_200, south + height), (200, south + height - 90)],
                    from: origin(number)))
            south += height + 600
        }
    }

    private mutating func drawSmall(_ village: DemoVillage, _ number: Int) {
        for (position, name) in DemoText.smallFields.enumerated() {
            // The third was let by the strip of a rope: its contract says less than is there.
            enter(
                village, "\(village.id)-small-\(position + 1)", name, asset: nil,
                contract: position == 2 ? 30_000 : nil, outline(small(position, number), from: origin(number)))
        }
    }

    private func small(_ position: Int, _ number: Int) -> [Corner] {
        let (column, row) = (position % 4, position / 4)
        return [(0, 0), (1, 0), (1, 1), (0, 1)].map { corner(column + $0.0, row + $0.1, number) }
    }

    /// Neighbours share their corners, which are nowhere quite square.
    private func corner(_ column: Int, _ row: Int, _ number: Int) -> Corner {
        let (bend, lean) = ((column * 37 + row * 61 + number * 13) % 9, (column * 23 + row * 41 + number * 7) % 7)
        return (
            26_500 + Int64(column) * 6_000 + Int64(bend) * 90,
            Int64(row) * 4_500 + Int64(lean) * 110 + Int64(number) * 200
        )
    }

    private mutating func enter(
        _ village: DemoVillage, _ id: String, _ name: String, asset: String?, contract: Int64?, _ outline: JSON
    ) {
        var arguments: [String: JSON] = [
            "parcel": .string("land-\(id)"), "owner": .string(village.collective),
            "division": .string(village.division), "number": .string(id.uppercased()), "name": .string(name),
            "outline": outline,
        ]
        if let asset { arguments["asset"] = .string(asset) }
        if let contract { arguments["contractArea"] = .integer(contract) }
        give(day(115), village.desk, "registry.enterParcel", "parcel-\(id)", .object(arguments))
    }

    private mutating func changeLand(_ village: DemoVillage, _ number: Int) {
        let here = origin(number)
        let height = (village.assets[0].mu ?? 0) * 267
        give(
            day(60), village.desk, "registry.redrawParcel", "redraw-\(village.id)",
            [
                "parcel": .string("land-\(village.assets[0].id)"), "reason": .string(DemoText.surveyedAgain),
                "outline": outline(
                    [(0, 0), (24_600, 120), (25_200, height), (12_400, height + 350), (200, height - 90)], from: here),
            ])
        let field = small(1, number)
        let (low, high) = (middle(field[0], field[1]), middle(field[3], field[2]))
        let halves = [[field[0], low, high, field[3]], [low, field[1], field[2], high]]
        let parts = halves.enumerated().map { position, half -> JSON in
            [
                "number": .string("\(village.id.uppercased())-SMALL-2-\(position + 1)"),
                "name": .string(DemoText.smallFields[1]), "outline": outline(half, from: here),
            ]
        }
        give(
            day(50), village.desk, "registry.splitParcel", "split-\(village.id)",
            [
                "parcel": .string("land-\(village.id)-small-2"), "reason": .string(DemoText.sharedOut),
                "parts": .array(parts),
            ])
        give(
            day(45), village.desk, "registry.mergeParcels", "merge-\(village.id)",
            [
                "parcels": .array([
                    .string("land-\(village.id)-small-7"), .string("land-\(village.id)-small-8"),
                ]),
                "number": .string("\(village.id.uppercased())-SMALL-7"), "name": .string(DemoText.smallFields[6]),
                "reason": .string(DemoText.putTogether),
            ])
    }

    private func middle(_ one: Corner, _ other: Corner) -> Corner {
        (one.east + (other.east - one.east) / 2, one.north + (other.north - one.north) / 2)
    }
}
