import Kernel
import Registry
import Web

/// What is to be had now, and what was.
struct LotIndexPage {
    let lines: [LotLine]
    /// Of all pages together.
    let count: Int64
    /// Those one can take part in now; nil where the reader asked for a state.
    let open: Int64?
    let places: [Division]
    let search: LotSearch

    func page(_ request: PageRequest) -> Page {
        let format = Format(request.language)
        return Page(
            ExchangeText.Page.lots, request,
            [
                Headline(
                    question,
                    answer: open.map { ExchangeText.Page.open(format.count($0), of: format.count(count)) }
                        ?? ExchangeText.Page.matching(format.count(count)), in: request.language),
                LotSearchForm(request: request, places: places),
                filters(request),
                ListTable(
                    request,
                    columns: [
                        .init("lot", ExchangeText.Field.lot), .init("place", ExchangeText.Field.place),
                        .init("category", ExchangeText.Field.category), .init("area", ExchangeText.Field.area, .number),
                        .init("price", ExchangeText.Field.price, .number),
                        .init("state", ExchangeText.Field.state, .state),
                        .init("closes", ExchangeText.Field.closesAt, .number),
                    ],
                    rows: lines.map { LotIndexPage.row($0, request) }, isPaged: true,
                    empty: EmptyState(ExchangeText.Page.noLots)),
                Pager(request, pages: Int((count + Int64(LotSearch.pageSize) - 1) / Int64(LotSearch.pageSize))),
            ])
    }

    private var question: Message {
        switch search.group {
        case .dealsOfYear: ExchangeText.Page.dealsQuestion
        case .onMarket: ExchangeText.Page.lotsQuestion
        case nil: open == nil ? ExchangeText.Page.chosenQuestion : ExchangeText.Page.lotsQuestion
        }
    }

    /// What the figures of a place count together, or else the states people look for.
    private func filters(_ request: PageRequest) -> ActionBar {
        if search.group != nil {
            return .filter("group", [("onMarket", MarketText.open), ("dealsOfYear", MarketText.deals)], request)
        }
        let states: [LotState] = [.listed, .auctionRunning, .resultPublicity, .performing]
        return .filter("state", states.map { ($0.rawValue, ExchangeText.state($0)) }, request)
    }

    static func row(_ line: LotLine, _ request: PageRequest) -> [ListCell] {
        let format = Format(request.language)
        let price = line.price ?? line.startPrice
        return [
            .text(line.assetName, to: "/lots/\(line.id)"), .text(line.villageName),
            .text(request(ExchangeText.category(line.category))), .area(line.area, format),
            .html(
                "\(format.money(price)) <small>\(request(LotWords.per(line.priceUnit)))</small>",
                Format.typedMoney(fen: price.fen)),
            .tag(Tag(ExchangeText.state(line.state), line.state.tone), request.language),
            .instant(line.closesAt, request.language),
        ]
    }
}

extension LotState {
    var tone: Tag.Tone {
        switch self {
        case .listed, .auctionScheduled, .atStation, .auctionRunning, .resultPublicity: .active
        case .contractSigned, .settling, .certified, .filed, .performing, .renewed: .good
        case .objection, .suspended, .relistDecision, .singleBidder, .expiring: .warning
        case .failed, .rejected, .terminated, .withdrawn, .breached, .earlyTerminated: .bad
        default: .neutral
        }
    }
}
