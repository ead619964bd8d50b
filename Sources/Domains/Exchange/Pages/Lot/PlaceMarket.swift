import Kernel
import Registry
package import Storage
package import Web

extension Exchange {
    /// What the exchange shows of a place: lots one can take part in, with what is left of their time, and a year's deals.
    package static func face(_ database: any Database) -> FaceSource {
        { place, request in
            let lots = try database.read { tx in
                try LotQueries.placeLots(
                    within: place.path, on: request.now.date, limit: request.turn == nil ? 6 : 12, in: tx)
            }
            return PlaceMarket(place: place, lots: lots).face(request)
        }
    }
}

struct PlaceMarket {
    let place: PlaceView
    let lots: PlaceLots

    func face(_ request: PageRequest) -> PlaceFace {
        let format = request.format
        let deals = lots.deals
        let rise = Money(fen: deals.reached.fen - deals.begun.fen)
        let figures = [
            PlaceFace.Figure(
                70,
                .init(
                    MarketText.open, "\(format.count(lots.openCount))", definition: MarketText.openDefinition,
                    to: way(.onMarket), basis: .init(request.now.date))),
            .init(
                80,
                .init(
                    MarketText.deals, "\(format.wholeMoney(deals.total))", definition: MarketText.dealsDefinition,
                    to: way(.dealsOfYear),
                    basis: .init(
                        request.now.date, numerator: format.money(rise), denominator: format.money(deals.begun),
                        note: MarketText.rise(format.count(deals.count), format.percent(rise.fen, of: deals.begun.fen)))
                )),
        ]
        guard !lots.open.isEmpty else { return PlaceFace(figures: figures) }
        let more = Action(MarketText.all, to: Links.address("/lots", query: ["place": place.id.text]))
        let section = Section(
            MarketText.now, [Cards(lots.open.map { Self.card($0, request) }), ActionBar([more])])
        return PlaceFace(figures: figures, parts: [.init(40, section)])
    }

    /// The lots that a figure counts.
    private func way(_ group: LotGroup) -> String {
        Links.address("/lots", query: ["group": group.rawValue, "place": place.id.text])
    }

    static func card(_ line: LotLine, _ request: PageRequest) -> Cards.Card {
        let end = line.state == .auctionRunning ? line.endsAt : line.closesAt
        let left = end.map { end -> HTML in
            """
            \(LotWords.clock(line.state), request.language) \(HTML.countdown(to: end, from: request.now, request.language))
            """
        }
        return Cards.Card(
            line.assetName, to: "/lots/\(line.id)",
            tag: Tag(ExchangeText.state(line.state), line.state.tone),
            lead: """
                \(request.format.money(line.price ?? line.startPrice)) \
                <small>\(LotWords.per(line.priceUnit), request.language)</small>
                """,
            lines: [
                "\(line.villageName) · \(ExchangeText.category(line.category), request.language)"
                    + (line.area == .zero ? "" : " · \(request.format.area(line.area))")
            ] + (line.state == .resultPublicity ? [] : [left].compactMap { $0 }))
    }
}
