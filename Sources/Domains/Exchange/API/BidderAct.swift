import Kernel
import Registry
import Storage
import Web

/// One thing done to a registration by a plain form: the command, and when it is offered.
struct BidderAct: Sendable {
    let verb: any BidderVerb.Type
    let fields: @Sendable (BidderLine, Language) -> [FormField]
    /// Whether the act can move this registration on; others are not offered.
    let isOffered: @Sendable (BidderLine) -> Bool

    init(
        _ verb: any BidderVerb.Type,
        _ fields: @escaping @Sendable (BidderLine, Language) -> [FormField] = { _, _ in [] },
        when isOffered: @escaping @Sendable (BidderLine) -> Bool
    ) {
        self.verb = verb
        self.isOffered = isOffered
        self.fields = fields
    }

    var command: String { verb.name }
    var title: Message { verb.title }
    /// Who may do it: the command says so itself.
    var roles: Set<Role> { verb.access.roles }

    static let all: [BidderAct] = [
        BidderAct(
            RecordDeposit.self,
            { row, _ in
                [
                    .money("amountFen", ExchangeText.Field.amount, value: row.depositDue),
                    .text("payerAccount", ExchangeText.Field.account),
                    .text("payerName", ExchangeText.Field.payerName, optional: true),
                    .text("reference", ExchangeText.Field.reference),
                ]
            }
        ) { [.required, .declared, .arrived].contains($0.deposit) },
        BidderAct(
            QualifyBidder.self, { _, _ in [.paper("capacityReview", ExchangeText.Rule.capacityReview, optional: true)] }
        ) {
            $0.lotState == .listed && $0.deposit.isSecured && [.registered, .docsPending].contains($0.state)
        },
        BidderAct(RefuseBidder.self, { _, _ in [.textarea("reasons", ExchangeText.Field.reasons)] }) {
            $0.lotState == .listed && [.registered, .docsPending].contains($0.state)
        },
        BidderAct(
            ProposeForfeiture.self,
            { _, language in
                [
                    .choice("cause", ExchangeText.Field.cause, causes(language)),
                    .paper("decisionDigest", ExchangeText.Field.decisionPaper),
                ]
            }
        ) { $0.deposit == .locked && !$0.lotState.isBidding },
        BidderAct(
            ReplyToForfeiture.self, { _, _ in [.textarea("reply", ExchangeText.Field.answer)] }
        ) { $0.deposit == .locked && !$0.lotState.isBidding },
        BidderAct(ApproveForfeiture.self) {
            $0.deposit == .locked && !$0.lotState.isBidding
        },
        BidderAct(RefundDeposit.self, { _, _ in [.text("reference", ExchangeText.Field.reference)] }) {
            $0.deposit == .refundDue
        },
    ]

    /// Listed causes of a forfeiture, named as the decision document names them.
    private static func causes(_ language: Language) -> [FormField.Option] {
        LotAct.options(ExchangeText.forfeiture, language)
    }

    /// What `role` can do with this registration now.
    static func offered(on row: BidderLine, to role: Role) -> [BidderAct] {
        all.filter { $0.roles.contains(role) && $0.isOffered(row) }
    }

    func path(of row: BidderLine) -> String { "/lots/\(row.lot)/bidders/\(row.bidder)/\(command)" }

    func route(_ database: any Database, _ desk: DeskReading) -> Route {
        Route(
            "/lots/{lot}/bidders/{bidder}/\(command)", title, verb.access, database, of: BidderAct.belonging,
            .form(
                command: verb.fullName,
                page: { request in
                    guard let row = try BidderAct.row(request, database) else { return .notFound }
                    let isDesk = request.principal.map { ExchangeDesk.bidderReaders.reach[$0.role] != nil } ?? false
                    let identity =
                        try isDesk
                        ? database.read { try BidderIdentity.read(of: row, desk, in: $0) } : nil
                    return .page(BidderActPage(row: row, act: self, identity: identity).page(request))
                },
                done: { request, _ in
                    request.principal?.role == .bidder
                        ? "/exchange/mine" : "/lots/\(request.parameters["lot"] ?? "")/bidders"
                }))
    }

    /// The registration of the address.
    private static func row(_ request: PageRequest, _ database: any Database) throws -> BidderLine? {
        guard let bidder = request.identifier("bidder", as: BidderName.self) else { return nil }
        return try database.read { try BidderQueries.findLine(bidder, in: $0) }
    }

    /// Where the registration of the address lies, and whose it is.
    private static func belonging(_ request: PageRequest, in tx: any ReadTransaction) throws -> Belonging? {
        guard let bidder = request.identifier("bidder", as: BidderName.self) else { return nil }
        let registration = try Registration(of: bidder, in: tx)
        guard let outline = registration.outline, outline.lot.text == request.parameters["lot"] else { return nil }
        return Belonging(at: outline.village, of: registration.holder)
    }
}

extension LotState {
    /// Before the winner is known: no deposit can be forfeited yet.
    var isBidding: Bool { LotState.bidding.contains(self) }
    private static let bidding: Set<LotState> = [.listed, .closed, .auctionScheduled, .auctionRunning]
}
