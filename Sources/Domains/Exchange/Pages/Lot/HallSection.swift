import Kernel
import Registry
import Web

/// The hall of a running auction: where the reader stands, what the house's clock says, how often the end has moved.
struct HallSection {
    let view: LotView
    let own: BidderLine?

    func parts(_ request: PageRequest) -> [any Component] {
        let format = Format(request.language)
        let moves = view.bids.count { $0.movedEndTo != nil }
        let each = format.duration(milliseconds: view.terms.extensionSeconds * 1_000)
        let tiles = StatTiles([
            .init(
                ExchangeText.Page.clock, .clock(request.now, request.language), definition: ExchangeText.Page.clockNote),
            .init(
                ExchangeText.Field.endsAt, view.currentEnd.map { HTML.time($0, request.language) } ?? "—",
                definition: ExchangeText.Page.endsNote),
            .init(
                ExchangeText.Page.bidCount, "\(format.count(view.bids.count))",
                definition: ExchangeText.Page.bidCountNote(format.count(view.bidders))),
            .init(
                ExchangeText.Page.extensions, "\(format.count(moves))",
                definition: ExchangeText.Page.extensionsNote(each)),
        ])
        return standing.map { [$0, tiles] } ?? [tiles]
    }

    /// Whether the reader leads; nil for who has no paddle here.
    private var standing: Callout? {
        guard let own, own.state == .qualified else { return nil }
        if view.bids.last?.paddle == own.paddle { return Callout(.good, ExchangeText.Page.youLead(own.paddle)) }
        guard view.bids.contains(where: { $0.paddle == own.paddle }) else {
            return Callout(.info, ExchangeText.Page.notYetBid(own.paddle))
        }
        return Callout(.warning, ExchangeText.Page.outbid(own.paddle))
    }
}
