import Kernel
import Registry
import Storage
import Web

/// Who holds a paddle, for a supervisor or the county's centre: shown once the desk has said why.
struct LookPage {
    let view: LotView
    let paddle: Int64
    let row: BidderLine
    /// Nil until the reader's desk has said why.
    let identity: BidderIdentity?

    static let path = "/lots/{lot}/paddles/{paddle}"

    static func route(_ database: any Database, _ desk: DeskReading) -> Route {
        Route(
            path, LookBehindBid.title, LookBehindBid.access, database, of: Exchange.belonging,
            .form(
                command: LookBehindBid.fullName,
                page: { request in
                    guard let view = try Exchange.view(request, database), let paddle = request.part("paddle"),
                        let page = try database.read({ try read(view, paddle, request, desk, in: $0) })
                    else { return .notFound }
                    return .page(page.page(request))
                },
                done: { request, _ in
                    "/lots/\(request.parameters["lot"] ?? "")/paddles/\(request.parameters["paddle"] ?? "")"
                }))
    }

    private static func read(
        _ view: LotView, _ paddle: Int64, _ request: PageRequest, _ desk: DeskReading, in tx: any ReadTransaction
    ) throws -> LookPage? {
        guard let office = request.principal?.office,
            let bidder = try LookQueries.findBidder(of: paddle, at: view.line.id, in: tx),
            let row = try BidderQueries.findLine(bidder, in: tx)
        else { return nil }
        let hasLooked = try LookQueries.hasLooked(office, at: view.line.id, paddle, in: tx)
        return LookPage(
            view: view, paddle: paddle, row: row,
            identity: hasLooked ? try BidderIdentity.read(of: row, desk, in: tx) : nil)
    }

    func page(_ request: PageRequest) -> Page {
        let fields: [FormField] = [
            .hidden("lot", view.line.id.text), .hidden("paddle", String(paddle)),
            .textarea("reasons", LookText.reason),
        ]
        var answer: HTML = "\(request(LookText.notYet))"
        if let identity { answer = "\(identity.name ?? row.partyName)" }
        var parts: [any Component] = [
            Headline(
                LookText.holder(paddle), answer: answer,
                note: Message(zh: view.line.assetName, en: view.line.assetName))
        ]
        if let identity {
            parts.append(identity.facts(of: row, request.format))
        } else {
            parts.append(FormBuilder(request, submit: LookText.look, note: LookText.hint, fields))
        }
        parts.append(ActionBar([Action(ExchangeText.Page.backToLot, to: "/lots/\(view.line.id)")]))
        return Page(LookText.look, request, parts)
    }

    /// The ways to it from the lot's page, for desks that may look.
    static func actions(_ view: LotView, _ request: PageRequest, isOwnPlace: Bool) -> [Action] {
        guard isOwnPlace, let role = request.principal?.role, LookBehindBid.access.roles.contains(role) else {
            return []
        }
        return Set(view.bids.map(\.paddle)).sorted().map {
            Action(LookText.holder($0), to: "/lots/\(view.line.id)/paddles/\($0)")
        }
    }

    /// What a bidder reads of it.
    static func section(_ looks: [LookQueries.Look], _ request: PageRequest) -> Section {
        Section(
            LookText.seen,
            [
                DataTable(
                    columns: [
                        .init(ExchangeText.Field.lot), .init(ExchangeText.Field.time, .number), .init(LookText.desk),
                        .init(LookText.reason), .init(LookText.entry, .number),
                    ],
                    rows: looks.map { look in
                        [
                            HTML.link(look.lotName, to: "/lots/\(look.lot)"), HTML.time(look.at, request.language),
                            "\(look.desk)", "\(look.reason)", HTML.link(String(look.entry), to: "/log/\(look.entry)"),
                        ]
                    })
            ])
    }
}
