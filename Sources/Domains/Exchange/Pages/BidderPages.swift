import Kernel
import Registry
import Storage
import Web

/// What to bid next, in one field.
struct BidForm {
    let view: LotView
    /// The reader's registration; nil at a desk.
    var own: BidderLine?

    func page(_ request: PageRequest) -> Page {
        let format = Format(request.language)
        let isDown = view.terms.auctionRule.direction == .down
        let step = isDown ? -view.line.startPrice.fen.signum() * view.terms.step.fen : view.terms.step.fen
        let next = view.line.price.map { Money(fen: $0.fen + step) } ?? view.line.startPrice
        var fields: [FormField] = [
            .hidden("lot", view.line.id.text),
            .money("priceFen", ExchangeText.Field.price, hint: meaning(of: next, format), value: next),
        ]
        if request.principal?.role != .bidder {
            fields += [.number("paddle", ExchangeText.Field.paddle), .paper("slip", ExchangeText.Field.slip)]
        }
        fields += PriceJump.question(request)
        let end = view.currentEnd.map { format.instant($0) } ?? ""
        let form = FormBuilder(
            request, submit: ExchangeText.Command.placeBid, note: ExchangeText.Page.bidIsFinal, fields)
        return Page(
            ExchangeText.Command.placeBid, request,
            [
                Headline(
                    ExchangeText.Page.nextBidQuestion, answer: "\(format.money(next))",
                    note: ExchangeText.Page.running(leader: view.bids.last?.paddle, endsAt: end)),
                FactList(of: view.line),
            ] + guarded(form, request) + [ActionBar([Action(ExchangeText.Page.backToLot, to: "/lots/\(view.line.id)")])]
        )
    }

    /// Who leads need not bid: the form is folded below the words that say so.
    private func guarded(_ form: FormBuilder, _ request: PageRequest) -> [any Component] {
        guard let own, own.paddle > 0, view.bids.last?.paddle == own.paddle else { return [form] }
        return [
            Callout(.good, ExchangeText.Page.youLead(own.paddle), ExchangeText.Page.noNeedToBid),
            Details(ExchangeText.Page.bidAgainstMyself, isOpen: !request.form.rejections.isEmpty, [form]),
        ]
    }
}

extension FactList {
    /// Which lot a form is about.
    init(of line: LotLine) {
        self.init([
            .init(ExchangeText.Field.lot, "\(line.assetName)"), .init(ExchangeText.Field.place, "\(line.villageName)"),
        ])
    }
}

extension BidForm {
    /// What the price counts for, and what the next one comes to over the whole term.
    private func meaning(of next: Money, _ format: Format) -> Message {
        let unit = ExchangeText.unit(view.line.priceUnit)
        guard view.terms.startPrice > .zero, view.terms.portions.isEmpty,
            let total = try? view.expectedTotal.scaled(by: next.fen, over: view.terms.startPrice.fen)
        else { return unit }
        return LotWords.counts(unit, LotWords.total(format.money(total), LotFacts(view: view).term(format)))
    }
}

/// Who wants to bid, and from which account the deposit comes.
struct RegistrationForm {
    let view: LotView

    func page(_ request: PageRequest, in tx: any ReadTransaction) throws -> Page {
        let format = Format(request.language)
        let isOwn = request.principal?.role == .bidder
        let person = request.principal?.person.text ?? ""
        let party: FormField =
            isOwn
            ? .hidden("party", person)
            : try .pick(
                "party", ExchangeText.Field.party, of: PartyName.self, request, tx, within: county(in: tx),
                hint: ExchangeText.Page.partyHint)
        var fields: [FormField] = [
            .hidden("lot", view.line.id.text), party,
            .text("account", ExchangeText.Field.account, hint: ExchangeText.Page.ownAccount),
        ]
        if !isOwn { fields.append(.paper("slip", ExchangeText.Field.slip)) }
        return Page(
            ExchangeText.Command.registerBidder, request,
            [
                Headline(
                    ExchangeText.Page.registerQuestion, answer: "\(format.money(view.terms.deposit))",
                    note: ExchangeText.Page.listed(until: view.line.closesAt.map { format.instant($0) } ?? "")),
                FactList(of: view.line),
                FormBuilder(request, submit: ExchangeText.Command.registerBidder, fields),
                ActionBar([Action(ExchangeText.Page.backToLot, to: "/lots/\(view.line.id)")]),
            ])
    }
}

extension RegistrationForm {
    /// Whoever is registered anywhere in the county may come to any of its stations.
    private func county(in tx: any ReadTransaction) throws -> DivisionID? {
        guard let village = try DivisionQueries.find(view.line.village, in: tx) else { return nil }
        return try DivisionQueries.findCounty(of: village, in: tx)?.id
    }
}

/// Registrations: a bidder's own, or a lot's for the station.
struct RegistrationsPage {
    let rows: [BidderLine]
    let title: Message
    let isStaff: Bool
    /// Where to pay, for the registrations whose deposit is still due.
    var slips: [DepositSlip] = []
    /// Which desks looked at the reader behind a bid.
    var looks: [LookQueries.Look] = []

    init(
        rows: [BidderLine], of title: Message, isStaff: Bool = false, slips: [DepositSlip] = [],
        looks: [LookQueries.Look] = []
    ) {
        self.looks = looks
        self.slips = slips
        self.rows = rows
        self.title = title
        self.isStaff = isStaff
    }

    func page(_ request: PageRequest) -> Page {
        let format = Format(request.language)
        var parts: [any Component] = [
            Headline(
                isStaff ? ExchangeText.Page.biddersQuestion : ExchangeText.Page.mineQuestion,
                answer: ExchangeText.Page.registrations(format.count(rows.count)), in: request.language)
        ]
        for slip in slips { parts.append(slip.section(request)) }
        parts.append(
            DataTable(
                columns: [
                    .init(ExchangeText.Field.lot),
                    .init(isStaff ? ExchangeText.Field.bidder : ExchangeText.Field.lotState, isStaff ? .text : .state),
                    .init(ExchangeText.Field.state, .state), .init(ExchangeText.Field.deposit, .number),
                    .init(ExchangeText.Field.depositState, .state), .init(ExchangeText.Field.remark),
                ],
                rows: rows.map { row($0, request, format) }))
        if !looks.isEmpty { parts.append(LookPage.section(looks, request)) }
        if isStaff, let lot = rows.first?.lot {
            parts.append(ActionBar([Action(ExchangeText.Page.backToLot, to: "/lots/\(lot)")]))
        }
        return Page(title, request, parts)
    }

    private func row(_ line: BidderLine, _ request: PageRequest, _ format: Format) -> [HTML] {
        var acts = BidderAct.offered(on: line, to: request.principal?.role ?? .villager)
            .map { (request($0.title), $0.path(of: line)) }
        if !isStaff, line.lotState == .auctionRunning, line.state == .qualified {
            acts.insert((request(ExchangeText.Command.placeBid), "/lots/\(line.lot)/bid"), at: 0)
        }
        let shared: HTML = line.isShared ? Tag(ExchangeText.Page.sharedAccount, .bad).html(request.language) : ""
        return [
            "\(HTML.link(line.lotName, to: "/lots/\(line.lot)")) <small>\(line.villageName)</small>",
            isStaff
                ? "\(line.partyName)"
                : Tag(ExchangeText.state(line.lotState), line.lotState.tone).html(request.language),
            "\(request(ExchangeText.bidder(line.state)))", "\(format.money(line.depositDue))",
            "\(request(ExchangeText.deposit(line.deposit)))", "\(shared)\(HTML.acts(acts))",
        ]
    }
}

/// One act on one registration.
struct BidderActPage {
    let row: BidderLine
    let act: BidderAct
    /// For desks only.
    var identity: BidderIdentity?

    func page(_ request: PageRequest) -> Page {
        Page(
            act.title, request,
            [
                Headline(
                    act.title, answer: "\(identity?.name ?? row.partyName)",
                    note: Message(zh: row.lotName, en: row.lotName))
            ] + (identity.map { [$0.facts(of: row, request.format)] } ?? []) + [
                FormBuilder(
                    request, submit: act.title, [.hidden("bidder", row.bidder.text)] + act.fields(row, request.language)
                ),
                // The list of all who registered is the staff's; a bidder goes back to the own registrations.
                ActionBar([
                    request.principal?.role == .bidder
                        ? Action(ExchangeText.Page.mine, to: "/exchange/mine")
                        : Action(ExchangeText.Page.bidders, to: "/lots/\(row.lot)/bidders")
                ]),
            ])
    }
}
