import Kernel
import Storage
import Web

/// One thing staff do to a lot by a plain form: the command, who may, and what it asks for besides the lot.
struct LotAct: Sendable {
    /// The last part of the address, and the command without the module's name.
    let command: String
    let title: Message
    let roles: Set<Role>
    /// The states in which the act is offered on the lot's page.
    let states: Set<LotState>
    let fields: @Sendable (LotView, Language) -> [FormField]
    let isDangerous: Bool

    init(
        _ type: (some LotVerb).Type, _ roles: Set<Role>, in states: Set<LotState>, isDangerous: Bool = false,
        _ fields: @escaping @Sendable (LotView, Language) -> [FormField] = { _, _ in [] }
    ) {
        command = type.name
        title = type.title
        self.roles = roles
        self.states = states
        self.fields = fields
        self.isDangerous = isDangerous
    }

    /// Whether the act belongs to the lot's mode: offers to sealed modes, a draw to draws, a hammer to live auctions.
    func fits(_ mode: TradingMode) -> Bool {
        switch command {
        case HoldDraw.name: mode == .draw || mode.isSealed
        case RecordHammer.name: mode == .liveAuction
        case PlaceOffer.name: mode.isSealed
        case SetProxyLimit.name: mode == .ascending
        default: true
        }
    }

    func path(of lot: LotView) -> String { "/lots/\(lot.line.id)/\(command)" }

    func route(_ database: any Database) -> Route {
        Route(
            "/lots/{lot}/\(command)", title, .roles(roles),
            .form(
                command: "exchange.\(command)",
                page: { request in
                    guard let view = try Exchange.view(request, database) else { return .notFound }
                    return .page(LotActPage(view: view, act: self).page(request))
                }, done: { request, _ in "/lots/\(request.parameters["lot"] ?? "")" }))
    }

    private static let village: Set<Role> = [.villageClerk, .stationAgent, .countyOfficer]
    private static let station: Set<Role> = [.stationAgent, .countyOfficer]
    private static let reviewers: Set<Role> = [.stationReviewer, .countyOfficer]
    private static let releasers: Set<Role> = [.stationReviewer, .countyOfficer, .countyReleaser]
    private static let stoppable = Set(LotState.allCases.filter(\.isBeforeSigning))

    static let all: [LotAct] = [
        LotAct(SubmitLot.self, village, in: [.draft, .resolving, .returned]) { _, _ in
            [.text("resolution", ExchangeText.Field.resolution, optional: true)]
        },
        LotAct(AcceptLot.self, station, in: [.submitted]),
        LotAct(ReturnLot.self, station, in: [.submitted]) { _, _ in [reasons] },
        LotAct(ReviewLot.self, reviewers, in: [.accepted]) { _, language in
            [
                .choice("decision", ExchangeText.Field.decision, options(ExchangeText.review, language)),
                .textarea("reasons", ExchangeText.Field.reasons, optional: true),
            ]
        },
        LotAct(PublishNotice.self, releasers, in: [.approved], clockFields),
        LotAct(AgreePrice.self, station, in: [.singleBidder]) { view, _ in
            [.money("priceFen", ExchangeText.Field.price, value: view.line.startPrice)]
        },
        LotAct(HoldDraw.self, station, in: [.auctionRunning]) { _, _ in [.text("seed", ExchangeText.Field.seed)] },
        LotAct(RecordHammer.self, station, in: [.auctionRunning]) { view, _ in
            [
                .number("paddle", ExchangeText.Field.paddle),
                .money("priceFen", ExchangeText.Field.price, value: view.line.startPrice),
                .text("protocolDigest", ExchangeText.Field.digest),
            ]
        },
        LotAct(AmendNotice.self, releasers, in: [.listed]) { view, language in
            [reasons] + clockFields(view, language)
        },
        LotAct(AwardNext.self, station, in: [.breached]),
        LotAct(MatchPrice.self, [.bidder, .stationAgent], in: [.priorityWindow], standIn),
        LotAct(PlaceOffer.self, [.bidder, .stationAgent], in: [.auctionRunning]) { view, language in
            [.money("priceFen", ExchangeText.Field.price, value: view.line.startPrice)] + standIn(view, language)
        },
        LotAct(SetProxyLimit.self, [.bidder], in: [.auctionRunning]) { _, _ in
            [.money("limitFen", ExchangeText.Field.limit)]
        },
        LotAct(PublishResult.self, station, in: [.awardProposed, .priorityWindow]),
        LotAct(AnswerObjection.self, reviewers, in: [.objection]) { view, language in
            [
                .number("number", ExchangeText.Field.number, value: view.objections.last?.number),
                .choice("decision", ExchangeText.Field.decision, options(ExchangeText.objection, language)),
                .textarea("answer", ExchangeText.Field.answer),
            ]
        },
        LotAct(
            RaiseObjection.self, [.bidder, .villager, .villageClerk, .stationAgent], in: [.resultPublicity, .objection]
        ) {
            _, _ in [.textarea("grounds", ExchangeText.Field.grounds)]
        },
        LotAct(SignContract.self, station, in: [.contractPending]) { view, _ in
            let first: [FormField] = view.terms.startsOn == nil ? [.date("startsOn", ExchangeText.Field.startsOn)] : []
            return first + [.text("witness", ExchangeText.Field.witness, optional: true)]
        },
        LotAct(RecordFirstPayment.self, station, in: [.contractSigned, .settling]) { _, _ in
            [.money("amountFen", ExchangeText.Field.amount), .text("reference", ExchangeText.Field.reference)]
        },
        LotAct(CertifyLot.self, releasers, in: [.settling]),
        LotAct(FileLot.self, station, in: [.certified]) { _, _ in [.text("digest", ExchangeText.Field.digest)] },
        LotAct(
            RelistLot.self, [.stationAgent, .stationReviewer, .countyOfficer],
            in: [.relistDecision, .failed, .singleBidder, .breached], clockFields),
        LotAct(RecordBreach.self, reviewers, in: [.contractPending], isDangerous: true) { _, _ in [reasons] },
        LotAct(
            SuspendLot.self, [.stationReviewer, .countyOfficer, .supervisor], in: stoppable, isDangerous: true,
            stopFields),
        LotAct(ResumeLot.self, [.stationReviewer, .countyOfficer, .supervisor], in: [.suspended]),
        LotAct(
            TerminateLot.self, [.countyOfficer, .supervisor], in: stoppable.union([.suspended]), isDangerous: true,
            stopFields),
        LotAct(WithdrawLot.self, village, in: stoppable, isDangerous: true, stopFields),
    ]

    /// Every choice of an enum with its words.
    static func options<Choice: FieldChoice>(_ words: (Choice) -> Message, _ language: Language) -> [FormField.Option] {
        Choice.allCases.map { FormField.Option($0.rawValue, language(words($0))) }
    }

    private static var reasons: FormField { .textarea("reasons", ExchangeText.Field.reasons) }

    private static let clockFields: @Sendable (LotView, Language) -> [FormField] = { _, _ in
        [
            .instant("closesAt", ExchangeText.Field.closesAt, hint: ExchangeText.Field.byDefault, optional: true),
            .instant("opensAt", ExchangeText.Field.opensAt, hint: ExchangeText.Field.byDefault, optional: true),
            .instant("endsAt", ExchangeText.Field.endsAt, hint: ExchangeText.Field.byDefault, optional: true),
        ]
    }

    /// For who comes to the station: the paddle and the signed slip.
    private static let standIn: @Sendable (LotView, Language) -> [FormField] = { _, _ in
        [
            .number("paddle", ExchangeText.Field.paddle, hint: ExchangeText.Page.standIn, optional: true),
            .text("slip", ExchangeText.Field.slip, optional: true),
        ]
    }

    private static let stopFields: @Sendable (LotView, Language) -> [FormField] = { _, language in
        [
            .choice(
                "cause", ExchangeText.Field.cause,
                options(ExchangeText.cause, language)), reasons,
        ]
    }
}

/// One thing staff do to a registration by a plain form.
struct BidderAct: Sendable {
    let command: String
    let title: Message
    let roles: Set<Role>
    let fields: [FormField]

    init(
        _ type: (some BidderVerb).Type, _ fields: [FormField] = [],
        by roles: Set<Role> = [.stationAgent, .countyOfficer]
    ) {
        self.roles = roles
        command = type.name
        title = type.title
        self.fields = fields
    }

    static let all: [BidderAct] = [
        BidderAct(
            RecordDeposit.self,
            [
                .money("amountFen", ExchangeText.Field.amount), .text("payerAccount", ExchangeText.Field.account),
                .text("payerName", ExchangeText.Field.payerName, optional: true),
                .text("reference", ExchangeText.Field.reference),
            ]),
        BidderAct(QualifyBidder.self),
        BidderAct(RefuseBidder.self, [.textarea("reasons", ExchangeText.Field.reasons)]),
        BidderAct(
            ProposeForfeiture.self,
            [
                .choice("cause", ExchangeText.Field.cause, causes), .text("decisionDigest", ExchangeText.Field.digest),
            ]), BidderAct(ApproveForfeiture.self, by: [.stationReviewer, .countyOfficer, .countyReleaser]),
        BidderAct(RefundDeposit.self, [.text("reference", ExchangeText.Field.reference)]),
    ]

    /// Listed causes of a forfeiture, named as the decision document names them.
    private static var causes: [FormField.Option] {
        ForfeitureCause.allCases.map { cause in
            let words = ExchangeText.forfeiture(cause)
            return FormField.Option(cause.rawValue, "\(words.zh) \(words.en)")
        }
    }

    func route(_ database: any Database) -> Route {
        Route(
            "/bidders/{bidder}/\(command)", title, .roles(roles),
            .form(
                command: "exchange.\(command)",
                page: { request in
                    guard let bidder = request.identifier("bidder", as: BidderName.self),
                        let row = try database.read({ try BidderQueries.findLine(bidder, in: $0) })
                    else { return .notFound }
                    return .page(BidderActPage(row: row, act: self).page(request))
                }, done: { _, _ in "/exchange/desk" }))
    }
}
