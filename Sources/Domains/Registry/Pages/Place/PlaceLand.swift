import Kernel
package import Storage
package import Web

extension Registry {
    /// What the register shows of a place: what is owned, how much of it is let, which contracts end soon.
    package static func face(_ database: any Database, late: @escaping LateContracts = { _, _, _ in [] })
        -> FaceSource
    {
        { place, request in
            try database.read { tx in try PlaceLand(place, request, late, in: tx).face(request) }
        }
    }
}

/// The land of a place and who has it.
struct PlaceLand {
    private let place: PlaceView
    private let whole: LandTally
    private let byChild: [LandTally]
    private let contracts: (running: Int64, ending: Int64)
    private let cards: [AssetLine]
    private let outlines: [(AssetID, Parcel)]
    private let parcels: [LandParcel]
    private let late: Set<ContractID>
    private let today: CivilDate

    init(_ place: PlaceView, _ request: PageRequest, _ late: LateContracts, in tx: any ReadTransaction) throws {
        self.place = place
        today = request.now.date
        let rows = try LandQueries.tallies(within: place.path, on: today, in: tx)
        whole = rows.reduce(LandTally()) { $0 + $1.tally }
        byChild = place.children.map { child in
            rows.filter { $0.path.hasPrefix(child.path) }.reduce(LandTally()) { $0 + $1.tally }
        }
        contracts = try LandQueries.countContracts(within: place.path, on: today, in: tx)
        outlines = place.isVillage ? try LandQueries.listOutlines(within: place.path, limit: 500, in: tx) : []
        parcels =
            place.isVillage ? try ParcelQueries.list(within: place.path, on: today, limit: 500, in: tx) : []
        let isBare = outlines.isEmpty && parcels.isEmpty
        cards = isBare ? [] : try AssetQueries.list(within: place.id, limit: 1_000, in: tx)
        self.late = isBare ? [] : try late(place.path, today, tx)
    }

    func face(_ request: PageRequest) -> PlaceFace {
        var parts: [PlaceFace.Part] = []
        if !outlines.isEmpty || !parcels.isEmpty { parts.append(.init(15, map(request))) }
        if !place.isVillage, whole.cards > 0 { parts.append(.init(60, bars(request))) }
        let format = request.format
        let answer = FrontText.owns(
            cards: format.count(whole.cards), leased: format.count(whole.leased), area: format.area(whole.area))
        return PlaceFace(
            sentences: [(10, whole.cards == 0 ? FrontText.ownsNothing : answer)], figures: figures(request),
            parts: parts)
    }

    private func figures(_ request: PageRequest) -> [PlaceFace.Figure] {
        let format = request.format
        let share = format.percent(whole.leasedArea.units, of: whole.area.units)
        return [
            .init(
                10,
                .init(
                    FrontText.land, "\(format.area(whole.area))", definition: FrontText.landDefinition,
                    to: Paths.list("/assets", at: place.id),
                    basis: .init(today, note: FrontText.cards(format.count(whole.cards))))),
            .init(
                20,
                .init(
                    FrontText.letShare, "\(share)", definition: FrontText.letShareDefinition,
                    to: Paths.list("/assets", at: place.id, state: AssetStatus.leased.rawValue),
                    basis: .init(
                        today, numerator: format.area(whole.leasedArea), denominator: format.area(whole.area),
                        note: FrontText.idle(format.count(whole.idle))))),
            .init(
                30,
                .init(
                    FrontText.running, "\(format.count(contracts.running))",
                    definition: FrontText.runningDefinition,
                    to: Paths.list("/contracts", at: place.id, state: TermStanding.running.rawValue),
                    basis: .init(
                        today, note: FrontText.ending(format.count(contracts.ending), days: TermStanding.soon)),
                    tone: contracts.ending > 0 ? .warning : .neutral)),
        ]
    }

    private func bars(_ request: PageRequest) -> BarChart {
        let rows = zip(place.children, byChild).filter { $0.1.cards > 0 }.sorted { $0.1.leasedArea > $1.1.leasedArea }
        return BarChart(
            FrontText.letByPlace,
            rows.prefix(24).map { child, tally in
                let share = request.format.percent(tally.leasedArea.units, of: tally.area.units)
                return BarChart.Bar(
                    child.name, tally.leasedArea.units,
                    text: "\(request.format.area(tally.leasedArea)) · \(share)", to: Paths.place(child.id))
            })
    }

    private func map(_ request: PageRequest) -> any Component {
        let known = Dictionary(cards.map { ($0.asset.id, $0) }, uniquingKeysWith: { first, _ in first })
        func tone(_ card: AssetLine?) -> Tag.Tone { LandMap.tone(LandState(card, late: late, on: today)) }
        // A card with parcels of its own is drawn by them.
        let surveyed = Set(parcels.compactMap(\.asset))
        let byCard = outlines.compactMap { id, parcel -> ParcelMap.Parcel? in
            guard let card = known[id], !surveyed.contains(id) else { return nil }
            return ParcelMap.Parcel(
                card.asset.name, parcel.corners.map { .init(east: $0.x, north: $0.y) }, to: Paths.asset(id),
                tone: tone(card))
        }
        let byParcel = parcels.map { parcel in
            LandMap.parcel(parcel, to: Paths.parcel(parcel.id), tone: tone(parcel.asset.flatMap { known[$0] }))
        }
        var parts: [any Component] = [LandMap.map(FrontText.mapLegend, byCard + byParcel)]
        if !parcels.isEmpty { parts.append(ActionBar([Action(LandText.village, to: Paths.land(place.id))])) }
        return Section(FrontText.map, parts)
    }
}

/// A map of squares: every village of a county or township, the darker the more of its land is let.
struct VillageSquares {
    private let villages: [Division]
    private let townships: [Division]
    private let tallies: [(path: String, tally: LandTally)]

    /// Nil where there are no villages below, or more than fit a page.
    init?(within place: PlaceView, on day: CivilDate, in tx: any ReadTransaction) throws {
        guard !place.isVillage, place.level >= .county else { return nil }
        villages = try DivisionQueries.list(.village, within: place.id, limit: 401, in: tx)
        guard (1...400).contains(villages.count) else { return nil }
        townships =
            place.level == .township
            ? try DivisionQueries.find(place.id, in: tx).map { [$0] } ?? []
            : try DivisionQueries.list(.township, within: place.id, limit: 100, in: tx)
        tallies = try LandQueries.tallies(within: place.path, on: day, in: tx)
    }

    func map(late: Set<DivisionID>, _ request: PageRequest) -> TileMap {
        var sums: [String: LandTally] = [:]
        let paths = Set(villages.map(\.path))
        for row in tallies {
            // A card lies in a village or in one of its groups.
            let parts = row.path.split(separator: "/")
            let own = "/" + parts.joined(separator: "/") + "/"
            let above = "/" + parts.dropLast().joined(separator: "/") + "/"
            let key = paths.contains(own) ? own : above
            sums[key, default: LandTally()] = sums[key, default: LandTally()] + row.tally
        }
        let blocks = townships.compactMap { township -> TileMap.Block? in
            let own = villages.filter { $0.path.hasPrefix(township.path) }
            guard !own.isEmpty else { return nil }
            return TileMap.Block(
                township.name, to: Paths.place(township.id),
                own.map { village in
                    let tally = sums[village.path] ?? LandTally()
                    return TileMap.Tile(
                        village.name, to: Paths.place(village.id),
                        figure: request.format.percent(tally.leasedArea.units, of: tally.area.units),
                        level: TileMap.Tile.level(tally.leasedArea.units, of: tally.area.units),
                        isMarked: late.contains(village.id))
                })
        }
        return TileMap(FrontText.squares, legend: FrontText.squaresLegend, marked: FrontText.lateMark, blocks)
    }
}
