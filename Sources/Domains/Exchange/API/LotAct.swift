import Kernel
import Registry
import Storage
import Web

/// One thing done to a lot by a plain form: the command, and what it asks for besides the lot.
struct LotAct: Sendable {
    let verb: any LotVerb.Type
    /// The states in which the act is offered on the lot's page.
    let states: Set<LotState>
    let fields: @Sendable (LotView, Language) -> [FormField]
    let isDangerous: Bool
    /// On whose desk a lot in one of the states stands because of this act. Nobody's for what need not be done; of what a
    /// higher desk may do in another's stead, only the other's.
    let waitsFor: Set<Role>

    init(
        _ verb: any LotVerb.Type, in states: Set<LotState>, isDangerous: Bool = false, waitsFor: Set<Role>? = nil,
        _ fields: @escaping @Sendable (LotView, Language) -> [FormField] = { _, _ in [] }
    ) {
        self.verb = verb
        self.states = states
        self.fields = fields
        self.isDangerous = isDangerous
        self.waitsFor = isDangerous ? [] : waitsFor ?? verb.access.roles
    }

    /// The last part of the address, and the command without the module's name.
    var command: String { verb.name }
    var title: Message { verb.title }
    /// Who may do it: the command says so itself.
    var roles: Set<Role> { verb.access.roles }

    /// Whether the act belongs to the lot's mode: offers to sealed modes, a draw to draws, a hammer to live auctions.
    func fits(_ mode: TradingMode) -> Bool {
        switch command {
        case HoldDraw.name: mode == .draw || mode.isSealed
        case RecordHammer.name: mode == .liveAuction
        case RecordScores.name: mode == .tender
        case PlaceOffer.name: mode.isSealed
        case SetProxyLimit.name: mode == .ascending
        default: true
        }
    }

    /// Whether the papers and the resolution decide it: from the application to the notice.
    var needsPapers: Bool {
        !isDangerous && !states.isDisjoint(with: [.draft, .submitted, .accepted, .approved])
    }

    /// The command as it is with nothing typed; nil where something has to be.
    func bare(of lot: LotView, _ language: Language) -> (any Command)? {
        guard !isDangerous, fields(lot, language).allSatisfy(\.isOptional) else { return nil }
        return try? verb.read(["lot": .string(lot.line.id.text)], notation: .exact)
    }

    func path(of lot: LotView) -> String { "/lots/\(lot.line.id)/\(command)" }

    func route(_ database: any Database, _ desk: DeskReading) -> Route {
        Route(
            "/lots/{lot}/\(command)", title, verb.access, database, of: Exchange.belonging,
            .form(
                command: verb.fullName,
                page: { request in
                    guard let view = try Exchange.view(request, database) else { return .notFound }
                    let basis = try LotBasis.read(of: view, for: self, request, desk, database)
                    return .page(LotActPage(view: view, act: self, basis: basis).page(request))
                }, done: { request, _ in "/lots/\(request.parameters["lot"] ?? "")" }))
    }

    private static let station: Set<Role> = [.stationAgent, .countyOfficer]
    private static let supervision: Set<Role> = [.stationReviewer, .countyOfficer, .supervisor]
    private static let stoppable = Set(LotState.allCases.filter(\.isBeforeSigning))

    static let all: [LotAct] = [
        LotAct(SubmitLot.self, in: [.draft, .resolving, .returned], waitsFor: [.villageClerk]) {
            view, language in
            resolution(view.resolutions, language, value: view.resolution?.text ?? "")
        },
        LotAct(
            AttachMaterial.self, in: [.draft, .resolving, .submitted, .returned], waitsFor: []
        ) { _, language in
            [
                .choice("material", ExchangeText.Rule.material, options(ExchangeText.material, language)),
                .paper("digest", ExchangeText.Field.digest),
            ]
        },
        LotAct(AcceptLot.self, in: [.submitted]),
        LotAct(ReturnLot.self, in: [.submitted], waitsFor: station) { _, _ in [reasons] },
        LotAct(ReviewLot.self, in: [.accepted]) { _, language in
            [
                .choice("decision", ExchangeText.Field.decision, options(ExchangeText.review, language)),
                .textarea(
                    "reasons", ExchangeText.Field.reasons, hint: ExchangeText.Page.reasonsToReject, optional: true),
            ]
        },
        LotAct(PublishNotice.self, in: [.approved]) { view, language in
            clockFields(view, language) + seedField(view)
        },
        LotAct(AgreePrice.self, in: [.singleBidder], waitsFor: station) { view, _ in
            [.money("priceFen", ExchangeText.Field.price, value: view.line.startPrice)]
        },
        LotAct(HoldDraw.self, in: [.auctionRunning], waitsFor: station) { _, _ in
            [.text("seed", ExchangeText.Field.seed)]
        },
        LotAct(RecordHammer.self, in: [.auctionRunning]) { view, _ in
            [
                .number("paddle", ExchangeText.Field.paddle),
                .money("priceFen", ExchangeText.Field.price, value: view.line.startPrice),
                .paper("protocolDigest", ExchangeText.Field.protocolPaper),
            ]
        },
        LotAct(RecordScores.self, in: [.auctionRunning]) { view, _ in scoreFields(view) },
        LotAct(ReviseLot.self, in: [.relistDecision], waitsFor: [.villageClerk]) { view, language in
            [
                .choice(
                    "resolution", ExchangeText.Field.resolution, options(view.resolutions, language),
                    hint: ExchangeText.Page.newResolution)
            ]
                + TermFields(view.terms).list(language)
        },
        LotAct(AmendNotice.self, in: [.listed], waitsFor: []) { view, language in
            [reasons] + clockFields(view, language)
        },
        LotAct(AwardNext.self, in: [.breached]),
        LotAct(MatchPrice.self, in: [.priorityWindow], waitsFor: [], standIn),
        LotAct(PlaceOffer.self, in: [.auctionRunning], waitsFor: []) { view, language in
            [.money("priceFen", ExchangeText.Field.price, value: view.line.startPrice)] + standIn(view, language)
        },
        LotAct(SetProxyLimit.self, in: [.auctionRunning], waitsFor: []) { _, _ in
            [.money("limitFen", ExchangeText.Field.limit)]
        },
        LotAct(PublishResult.self, in: [.awardProposed, .priorityWindow], waitsFor: station),
        LotAct(AnswerObjection.self, in: [.objection]) { view, language in
            [
                .number("number", ExchangeText.Field.number, value: view.objections.last?.number),
                .choice("decision", ExchangeText.Field.decision, options(ExchangeText.objection, language)),
                .textarea("answer", ExchangeText.Field.answer),
            ]
        },
        LotAct(
            RaiseObjection.self, in: [.resultPublicity, .objection],
            waitsFor: []
        ) {
            _, _ in [.textarea("grounds", ExchangeText.Field.grounds)]
        },
        LotAct(SignContract.self, in: [.contractPending], waitsFor: station) { view, _ in
            let first: [FormField] = view.terms.startsOn == nil ? [.date("startsOn", ExchangeText.Field.startsOn)] : []
            return first + [.text("witness", ExchangeText.Field.witness, optional: true)]
        },
        LotAct(RecordFirstPayment.self, in: [.contractSigned, .settling]) { _, _ in
            [
                .money("amountFen", ExchangeText.Field.amount), .text("reference", ExchangeText.Field.reference),
                .date("receivedOn", ExchangeText.Rule.receivedOn, optional: true),
            ]
        },
        LotAct(CertifyLot.self, in: [.settling]),
        LotAct(FileLot.self, in: [.certified], waitsFor: station),
        LotAct(
            RelistLot.self,
            in: [.relistDecision, .failed, .singleBidder, .breached]
        ) { view, language in clockFields(view, language) + seedField(view) },
        LotAct(RecordBreach.self, in: [.contractPending], isDangerous: true) { _, _ in [reasons] },
        LotAct(
            SuspendLot.self, in: stoppable, isDangerous: true,
            stopFields(.suspended)),
        LotAct(ExtendSuspension.self, in: [.suspended], waitsFor: []) { _, _ in
            [reasons]
        },
        LotAct(ExtendSigning.self, in: [.contractPending], waitsFor: []) { _, _ in [reasons] },
        LotAct(RenewContract.self, in: [.expiring], waitsFor: [.villageClerk]) { view, language in
            [
                .choice(
                    "resolution", ExchangeText.Field.resolution, options(view.resolutions, language),
                    hint: ExchangeText.Page.newResolution),
                .money("priceFen", ExchangeText.Field.price, value: view.line.price ?? view.line.startPrice),
            ]
        },
        LotAct(EndContractEarly.self, in: [.performing, .expiring], isDangerous: true) { _, language in
            [.choice("cause", ExchangeText.Field.cause, options(ExchangeText.earlyEnd, language)), reasons]
        },
        LotAct(ResumeLot.self, in: [.suspended], waitsFor: supervision),
        LotAct(
            TerminateLot.self, in: stoppable.union([.suspended]), isDangerous: true,
            stopFields(.terminated)),
        LotAct(WithdrawLot.self, in: stoppable, isDangerous: true, stopFields(.withdrawn)),
    ]

    /// Every choice of an enum with its words.
    static func options<Choice: FieldChoice>(_ words: (Choice) -> Message, _ language: Language) -> [FormField.Option] {
        Choice.allCases.map { FormField.Option($0.rawValue, language(words($0))) }
    }

    /// The owner's resolutions, told by their day, matter and votes.
    static func options(_ resolutions: [Resolution], _ language: Language) -> [FormField.Option] {
        resolutions.map { resolution in
            let votes = BasisText.votes(resolution.inFavour, of: resolution.entitled)
            let words = [Format(language).date(resolution.date), language(resolution.matter.label), language(votes)]
            return FormField.Option(resolution.id.text, words.joined(separator: " · "))
        }
    }

    /// The choice of a resolution; none where there is nothing to choose from.
    static func resolution(
        _ resolutions: [Resolution], _ language: Language, hint: Message? = nil, value: String = ""
    ) -> [FormField] {
        guard !resolutions.isEmpty else { return [] }
        return [
            .choice(
                "resolution", ExchangeText.Field.resolution, options(resolutions, language), hint: hint, optional: true,
                value: value)
        ]
    }

    private static var reasons: FormField { .textarea("reasons", ExchangeText.Field.reasons) }

    private static let clockFields: @Sendable (LotView, Language) -> [FormField] = { _, _ in
        [
            .instant("closesAt", ExchangeText.Field.closesAt, hint: ExchangeText.Field.byDefault, optional: true),
            .instant("opensAt", ExchangeText.Field.opensAt, hint: ExchangeText.Field.byDefault, optional: true),
            .instant("endsAt", ExchangeText.Field.endsAt, hint: ExchangeText.Field.byDefault, optional: true),
        ]
    }

    /// Where a draw may decide: the words that the desk keeps to itself until then.
    private static func seedField(_ view: LotView) -> [FormField] {
        guard view.terms.mode == .draw || view.terms.tieRule == .draw else { return [] }
        return [
            .text(
                "drawSeed", ExchangeText.Field.drawSeed, hint: ExchangeText.Field.drawSeedHint,
                optional: view.line.state != .approved)
        ]
    }

    /// Points of three judges for every opened offer; a larger panel has rows left for two more.
    private static func scoreFields(_ view: LotView) -> [FormField] {
        let paddles = Set(view.bids.map(\.paddle)).sorted()
        let rows = (1...5).flatMap { judge in paddles.map { (judge: Int64(judge), paddle: $0) } }
        return rows.enumerated().flatMap { position, row -> [FormField] in
            let isSpare = row.judge > 3
            func name(_ part: String) -> String { "scores[\(position)].\(part)" }
            return [
                .number(
                    name("judge"), ExchangeText.Page.judge, optional: isSpare, value: isSpare ? nil : row.judge),
                .number(
                    name("paddle"), ExchangeText.Field.paddle, optional: isSpare, value: isSpare ? nil : row.paddle),
                .number(
                    name("points"), ExchangeText.Page.points, hint: ExchangeText.Page.pointsHint, optional: isSpare),
            ]
        } + [.paper("protocolDigest", ExchangeText.Field.protocolPaper)]
    }

    /// For who comes to the station: the paddle and the signed slip.
    private static let standIn: @Sendable (LotView, Language) -> [FormField] = { _, _ in
        [
            .number("paddle", ExchangeText.Field.paddle, hint: ExchangeText.Page.standIn, optional: true),
            .paper("slip", ExchangeText.Field.slip, optional: true),
        ]
    }

    /// Only the causes that are listed for this way of stopping.
    private static func stopFields(_ state: LotState) -> @Sendable (LotView, Language) -> [FormField] {
        { _, language in
            let causes = StopCause.allCases.filter { $0.isListed(for: state) }
            return [
                .choice(
                    "cause", ExchangeText.Field.cause,
                    causes.map { FormField.Option($0.rawValue, language(ExchangeText.cause($0))) }), reasons,
            ]
        }
    }
}
