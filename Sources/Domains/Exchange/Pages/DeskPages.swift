import Kernel
import Registry
import Web

/// What waits at a desk of the exchange.
enum ExchangeDesk {
    static let roles: Set<Role> = [
        .villageClerk, .stationAgent, .stationReviewer, .countyOfficer, .countyReleaser, .supervisor,
    ]

    /// Who may see who registered for a lot.
    static let bidderReaders: Access = .own(.stationAgent, .stationReviewer, .countyOfficer)

    /// Who takes in the bidders of a lot: lets them in, counts their deposits and pays them back.
    static let bidderKeepers: Set<Role> = [.stationAgent, .countyOfficer]

    /// The states and modes in which a lot waits for `role`, both in the order they are declared.
    static func waiting(for role: Role) -> [(state: LotState, modes: [TradingMode])] {
        let acts = LotAct.all.filter { $0.waitsFor.contains(role) }
        return LotState.allCases.compactMap { state in
            let here = acts.filter { $0.states.contains(state) }
            let modes = TradingMode.allCases.filter { mode in here.contains { $0.fits(mode) } }
            return modes.isEmpty ? nil : (state, modes)
        }
    }
}

struct DeskPage {
    let lines: [LotLine]
    /// What must not be missed besides: money past its clock.
    let notes: [any Component]

    func page(_ request: PageRequest) -> Page {
        let format = Format(request.language)
        return Page(
            ExchangeText.Page.desk, request,
            [
                Headline(
                    ExchangeText.Page.deskQuestion,
                    answer: "\(request(ExchangeText.Waiting.count(format.count(lines.count))))")
            ] + notes + [
                ListTable(
                    request,
                    columns: [
                        .init("lot", ExchangeText.Field.lot), .init("place", ExchangeText.Field.place),
                        .init("state", ExchangeText.Field.state, .state),
                        .init("handling", ExchangeText.Field.handling), .init("act", ExchangeText.Field.act),
                    ],
                    rows: lines.map { row($0, request) }, most: LotQueries.mostWaiting,
                    empty: EmptyState(ExchangeText.Page.nothingWaits)),
                ActionBar(
                    PublishContact.isOffered(to: request)
                        ? [Action(ContactText.publish, to: "/exchange/contact")] : []),
            ])
    }

    private func row(_ line: LotLine, _ request: PageRequest) -> [ListCell] {
        let role = request.principal?.role ?? .villager
        let acts = LotAct.all.filter {
            !$0.isDangerous && $0.roles.contains(role) && $0.states.contains(line.state) && $0.fits(line.mode)
        }
        let links = acts.map { (request($0.title), "/lots/\(line.id)/\($0.command)") } + bidders(line, role, request)
        return [
            .text(line.assetName, to: "/lots/\(line.id)"), .text(line.villageName),
            .tag(Tag(ExchangeText.state(line.state), line.state.tone), request.language),
            .text(request(ExchangeText.level(line.handling))),
            .html(.acts(links), links.map(\.0).joined(separator: " ")),
        ]
    }

    /// The way to the list of who registered.
    private func bidders(_ line: LotLine, _ role: Role, _ request: PageRequest) -> [(String, String)] {
        guard ExchangeDesk.bidderKeepers.contains(role), line.state.isPublic else { return [] }
        return [(request(ExchangeText.Page.bidders), "/lots/\(line.id)/bidders")]
    }
}

/// One act on one lot.
struct LotActPage {
    let view: LotView
    let act: LotAct
    var basis = LotBasis()

    func page(_ request: PageRequest) -> Page {
        let format = Format(request.language)
        return Page(
            act.title, request,
            [
                Headline(act.title, answer: "\(view.line.assetName)", note: ExchangeText.state(view.line.state)),
                FactList([
                    .init(ExchangeText.Field.place, "\(view.line.villageName)"),
                    .init(ExchangeText.Field.category, "\(request(ExchangeText.category(view.terms.category)))"),
                    .init(
                        ExchangeText.Field.area,
                        view.terms.area == .zero ? nil : "\(format.area(view.terms.area))"),
                    price(request),
                    .init(
                        ExchangeText.Field.total,
                        "\(format.money(view.total ?? (try? view.totalNow) ?? view.expectedTotal))"),
                    .init(ExchangeText.Field.handling, "\(request(ExchangeText.level(view.line.handling)))"),
                ]),
            ] + LotBasisSection(basis: basis, view: view).parts(request) + [
                FormBuilder(
                    request, submit: act.title, isDangerous: act.isDangerous,
                    [.hidden("lot", view.line.id.text)] + act.fields(view, request.language)
                        + PriceJump.question(request)),
                ActionBar([Action(ExchangeText.Page.backToLot, to: "/lots/\(view.line.id)")]),
            ])
    }

    /// What was bid, and by which paddle; before any bid, what it starts at.
    private func price(_ request: PageRequest) -> FactList.Fact {
        let unit = request(LotWords.per(view.terms.priceUnit))
        guard let price = view.line.price else {
            return .init(
                ExchangeText.Field.startPrice, "\(request.format.money(view.terms.startPrice)) <small>\(unit)</small>")
        }
        let leader = view.paddle.map { " · \(request(ExchangeText.Page.paddle($0)))" } ?? ""
        return .init(
            view.contract == nil ? LotWords.priceNow : LotWords.priceReached,
            "\(request.format.money(price)) <small>\(unit)</small>\(leader)")
    }
}

/// A lot drafted from its card: what the register knows is filled in, only the offer is typed.
struct DraftForm {
    let card: Asset
    let resolutions: [Resolution]
    /// How late a bid moves the end, as the county has it.
    let extensionSeconds: Int64

    func page(_ request: PageRequest) -> Page {
        Page(
            ExchangeText.Command.draftLot, request,
            [
                Headline(ExchangeText.Command.draftLot, answer: "\(card.name)"),
                FormBuilder(
                    request, submit: ExchangeText.Command.draftLot, note: ExchangeText.Page.draftNote,
                    fields(request.language) + PriceJump.question(request)),
            ])
    }

    private func fields(_ language: Language) -> [FormField] {
        let category: TradeCategory = card.right == .contractedManagement ? .a1 : card.assetClass.isLand ? .a2 : .c1
        let way: TransferWay = card.right == .contractedManagement ? .assignment : .lease
        let unit: PriceUnit = card.area == nil ? .fenPerYear : .fenPerMuYear
        var known = TermFields(
            category: category, way: way, unit: unit, use: card.use, area: card.area ?? .zero)
        known.extensionSeconds = extensionSeconds
        return [.hidden("asset", card.id.text), .hidden("organisation", card.owner.text)] + known.list(language)
            + LotAct.resolution(resolutions, language, hint: ExchangeText.Page.resolutionHint)
    }
}

/// The terms of a lot as fields: empty but for what the register knows, or as they stand now.
struct TermFields {
    let category: TradeCategory
    let way: TransferWay
    let unit: PriceUnit
    let use: String
    let area: Area
    var terms: LotTerms?
    /// The county's `auction.extensionSeconds`.
    var extensionSeconds: Int64?

    init(category: TradeCategory, way: TransferWay, unit: PriceUnit, use: String, area: Area) {
        self.category = category
        self.way = way
        self.unit = unit
        self.use = use
        self.area = area
    }

    init(_ terms: LotTerms) {
        self.init(
            category: terms.category, way: terms.transferWay, unit: terms.priceUnit, use: terms.use, area: terms.area)
        self.terms = terms
    }

    func list(_ language: Language) -> [FormField] {
        [
            .choice(
                "category", ExchangeText.Field.category, LotAct.options(ExchangeText.category, language),
                value: category.rawValue),
            .choice(
                "transferWay", ExchangeText.Field.way, LotAct.options(ExchangeText.way, language), value: way.rawValue),
            .choice(
                "mode", ExchangeText.Field.mode, LotAct.options(ExchangeText.mode, language),
                value: (terms?.mode ?? .ascending).rawValue),
            .text("use", ExchangeText.Field.use, value: use), .area("areaUnits", ExchangeText.Field.area, value: area),
            .date("startsOn", ExchangeText.Field.startsOn, optional: true, value: terms?.startsOn),
            .number(
                "years", ExchangeText.Field.years, hint: ExchangeText.Page.yearsOrEnd, optional: true,
                value: terms?.years),
            .date("endsOn", ExchangeText.Field.endsOn, optional: true, value: terms?.endsOn),
            .money("startPriceFen", ExchangeText.Field.startPrice, value: terms?.startPrice),
            .choice(
                "priceUnit", ExchangeText.Field.unit, LotAct.options(ExchangeText.unit, language),
                value: unit.rawValue),
            .money(
                "stepFen", ExchangeText.Field.step, hint: ExchangeText.Page.emptyIsCountys, optional: true,
                value: terms?.step),
            .money(
                "depositFen", ExchangeText.Field.deposit, hint: ExchangeText.Page.emptyIsCountys, optional: true,
                value: terms?.deposit),
            .number(
                "extensionSeconds", ExchangeText.Field.extension, value: terms?.extensionSeconds ?? extensionSeconds),
            .choice(
                "priority", ExchangeText.Field.priority, LotAct.options(ExchangeText.priority, language),
                optional: true,
                value: terms?.priority.rawValue ?? ""),
        ] + plan
    }

    private var plan: [FormField] {
        (0..<3).flatMap { row -> [FormField] in
            let share = terms.flatMap { row < $0.payments.count ? $0.payments[row] : nil }
            return [
                .number(
                    "paymentPlan[\(row)].year", ExchangeText.Field.planYear(row + 1), optional: true, value: share?.year
                ),
                .share(
                    "paymentPlan[\(row)].basisPoints", ExchangeText.Field.planShare(row + 1),
                    hint: ExchangeText.Page.planHint, optional: true, value: share?.basisPoints),
            ]
        }
    }
}
