import Kernel
import Registry
import Web

/// What is to be had now, and what was.
struct LotIndexPage {
    let lines: [LotLine]
    /// Of all pages together.
    let count: Int64
    let places: [Division]
    let search: LotSearch

    func page(_ request: PageRequest) -> Page {
        let format = Format(request.language)
        return Page(
            ExchangeText.Page.lots, request,
            [
                Headline(
                    ExchangeText.Page.lotsQuestion,
                    answer: "\(request(ExchangeText.Page.matching(format.count(count))))"),
                LotSearchForm(request: request, places: places),
                filters(request),
                DataTable(
                    columns: [
                        .init(ExchangeText.Field.lot), .init(ExchangeText.Field.place),
                        .init(ExchangeText.Field.category), .init(ExchangeText.Field.area, .number),
                        .init(ExchangeText.Field.price, .number), .init(ExchangeText.Field.state, .state),
                        .init(ExchangeText.Field.closesAt, .number),
                    ],
                    rows: lines.map { LotIndexPage.row($0, request) },
                    empty: EmptyState(ExchangeText.Page.noLots)),
                Pager(request, pages: Int((count + Int64(LotSearch.pageSize) - 1) / Int64(LotSearch.pageSize))),
            ])
    }

    /// One click each: everything, by state and by the kinds of right people look for.
    private func filters(_ request: PageRequest) -> ActionBar {
        let states: [LotState] = [.listed, .auctionRunning, .resultPublicity, .performing]
        let all = Action(ExchangeText.Page.all, to: request.path, isPrimary: search.state == nil)
        return ActionBar(
            [all]
                + states.map { state in
                    Action(
                        ExchangeText.state(state), to: request.link(setting: ["state": state.rawValue, "page": nil]),
                        isPrimary: search.state == state)
                })
    }

    static func row(_ line: LotLine, _ request: PageRequest) -> [HTML] {
        let format = Format(request.language)
        let price = line.price ?? line.startPrice
        return [
            HTML.link(line.assetName, to: "/lots/\(line.id)"), "\(line.villageName)",
            "\(request(ExchangeText.category(line.category)))", "\(format.area(line.area))",
            "\(format.money(price)) <small>\(request(LotWords.per(line.priceUnit)))</small>",
            Tag(ExchangeText.state(line.state), line.state.tone).html(request.language),
            line.closesAt.map { HTML.time($0, request.language) } ?? "",
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
