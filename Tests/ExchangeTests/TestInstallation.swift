import Kernel
import Storage
import TestSupport
import Testing

@testable import Exchange
@testable import Registry

/// Registry and Exchange over one store: what is given goes the writer's way, and the clock's own commands are kept and run.
final class TestInstallation {
    let database: any Database
    private let registry: ModuleRunner<Registry>
    private let exchange: ModuleRunner<Exchange>

    var now: Instant {
        get { exchange.now }
        set {
            exchange.now = newValue
            registry.now = newValue
        }
    }

    static let village: DivisionID = Village.id("p140421100201")
    /// Responsible for the whole county.
    static let county = Principal(
        person: Village.id("county"), role: .countyOfficer, office: Village.id("office-county"),
        division: Village.id("p140421"))
    static let collective: OrganisationID = Village.id("tanba")
    static let asset: AssetID = Village.id("field")

    init(at now: Instant = Village.at("2026-03-02T09:00:00+08:00")) throws {
        database = try temporaryDatabase(Registry.migrations + Exchange.migrations)
        registry = ModuleRunner(database, now: now)
        exchange = ModuleRunner(database, now: now)
        try populate()
    }

    private func populate() throws {
        let rows = [
            ("14", "山西省", ""), ("1404", "长治市", "14"), ("140421", "长治县", "1404"), ("140421100", "韩店镇", "140421"),
            ("140421100201", "潭坝村", "140421100"),
        ].map { DivisionRow(code: $0.0, name: $0.1, level: "", parent: $0.2) }
        try register(
            ImportDivisions(codeSystem: .statistical, asOf: Village.day("2017-01-01"), rows: rows))
        try register(
            RegisterOrganisation(
                organisation: Self.collective, division: Self.village, kind: .collective, name: "潭坝村集体经济组织"))
        try register(
            RegisterAsset(
                asset: Self.asset,
                card: AssetCard(
                    owner: Self.collective, division: Self.village, assetClass: .dry, kind: .resource, name: "河东二十亩",
                    area: Area(mu: 20), right: .contractedManagement, rightUntil: Village.day("2057-12-31"), use: "粮食"))
        )
        for number in 1...3 {
            try register(
                RegisterParty(
                    party: Village.id("person\(number)"), kind: .person,
                    name: Personal("王小明", of: Village.id("x\(number)")), division: Self.village))
        }
    }

    @discardableResult
    func register(
        _ command: some Command<Registry>, by principal: Principal = TestInstallation.county
    ) throws -> [any Event<Registry>] {
        try registry.give(command, by: principal)
    }

    @discardableResult
    func give(_ command: some Command<Exchange>, by principal: Principal) throws -> [any Event<Exchange>] {
        try exchange.give(command, by: principal)
    }

    /// Expects the command to be refused with `refusal` and nothing else.
    func expectRefusal(
        _ refusal: ExchangeRefusal, _ command: some Command<Exchange>, by principal: Principal,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        exchange.expectRefusal(refusal, command, by: principal, sourceLocation: sourceLocation)
    }

    /// Runs what is due up to `instant`, each at its own instant, and stands there.
    func wait(until instant: Instant) throws {
        try exchange.advance(to: instant, system: Village.system)
        registry.now = exchange.now
    }

    var events: [any Event<Exchange>] { exchange.events.map(\.event) }
    func all<Kind: Event>(_ kind: Kind.Type) -> [Kind] { exchange.all(kind) }

    /// The lot as its own stream tells it.
    func lot(_ lot: LotID = Village.lot) throws -> Lot { try #require(exchange.state(of: .lot(lot)).lot) }

    /// The lot's page as the store has it.
    func view(_ lot: LotID = Village.lot) throws -> LotView {
        try #require(try database.read { try LotQueries.findView(lot, in: $0) })
    }

    /// From the draft to the published notice.
    func list(
        _ terms: LotTerms = Village.terms(startsOn: nil), lot: LotID = Village.lot,
        asset: AssetID = TestInstallation.asset
    ) throws {
        try give(
            DraftLot(lot: lot, asset: asset, organisation: Self.collective, terms: terms), by: Village.clerk)
        try give(SubmitLot(lot: lot), by: Village.clerk)
        try give(AcceptLot(lot: lot), by: Village.agent)
        try give(ReviewLot(lot: lot, decision: .approve), by: Village.reviewer)
        try give(PublishNotice(lot: lot), by: Village.releaser)
    }

    /// The certificate, and what the policies then have the register do.
    func certify(_ lot: LotID = Village.lot) throws {
        for signed in all(ContractSigned.self) where signed.lot == lot {
            let terms = ContractTerms(
                lot: lot, asset: signed.asset, lessor: signed.lessor, lessee: signed.lessee, category: signed.category,
                way: signed.transferWay, start: signed.startsOn, end: signed.endsOn, unitPrice: signed.price,
                total: signed.total, instalments: signed.instalments, use: signed.use)
            try register(RegisterContract(contract: signed.contract, terms: terms), by: Village.system)
            try give(CertifyLot(lot: lot), by: Village.reviewer)
            try register(AuthenticateContract(contract: signed.contract, lot: lot, level: .township))
        }
    }

    /// Registers, pays and admits bidders 1… for the lot.
    func admit(_ count: Int, lot: LotID = Village.lot) throws {
        for number in 1...count {
            let person = Village.principal(.bidder, "person\(number)")
            let bidder: BidderID = Village.id("\(lot)-b\(number)")
            let account = Personal("6222 0000 000\(number)", of: Village.id("x"))
            try give(
                RegisterBidder(lot: lot, bidder: bidder, party: Village.id("person\(number)"), account: account),
                by: person)
            try give(
                RecordDeposit(
                    bidder: bidder, amount: Money(fen: 1_000_000), payerAccount: account, reference: "\(lot)-t\(number)"
                ),
                by: Village.agent)
            try give(QualifyBidder(bidder: bidder), by: Village.agent)
        }
    }

    /// A field that the collective owns itself.
    func ownField() throws -> AssetID {
        let field: AssetID = Village.id("own-field")
        try register(
            RegisterAsset(
                asset: field,
                card: AssetCard(
                    owner: Self.collective, division: Self.village, assetClass: .dry, kind: .resource, name: "村集体地",
                    area: Area(mu: 20), right: .ownership, use: "粮食")))
        return field
    }

    /// A resolution that a body of the village passed with everybody in favour.
    func resolve(_ id: String, of body: OrganisationID = TestInstallation.collective) throws {
        try register(
            RecordResolution(
                resolution: Village.id(id), organisation: body, matter: .assetLease, body: .assembly, entitled: 100,
                present: 100, inFavour: 100, date: now.date, evidence: [String(repeating: "ab", count: 32)]))
    }

    /// The Luxian rounds over the store: a bid every half minute from 800 to 1,200, and the hammer.
    static func sold() throws -> TestInstallation {
        let installation = try TestInstallation()
        try installation.list()
        try installation.admit(3)
        try installation.sell()
        return installation
    }

    /// Twenty-one bids of three bidders in turn, and the end of the auction.
    func sell() throws {
        try wait(until: try #require(try lot().notice).opensAt)
        for round in 0...20 {
            now = now.adding(seconds: 30)
            try give(
                PlaceBid(lot: Village.lot, price: Money(fen: 80_000 + Int64(round) * 2_000)),
                by: Village.principal(.bidder, "person\(round % 3 + 1)"))
        }
        try wait(until: now.adding(days: 1))
    }

    /// Sold, and the result public.
    static func published() throws -> TestInstallation {
        let installation = try sold()
        try installation.give(PublishResult(lot: Village.lot), by: Village.agent)
        return installation
    }

    /// Sold, and nobody objected.
    static func confirmed() throws -> TestInstallation {
        let installation = try published()
        try installation.wait(until: try #require(try installation.lot().publicityEndsAt))
        return installation
    }

    /// Sold and signed.
    static func signed() throws -> TestInstallation {
        let installation = try confirmed()
        try installation.give(SignContract(lot: Village.lot), by: Village.agent)
        return installation
    }

    /// Sold, signed, the first instalment paid, and certified.
    static func certified() throws -> TestInstallation {
        let installation = try signed()
        try installation.give(
            RecordFirstPayment(lot: Village.lot, amount: Money(fen: 28_800_000), reference: "t"), by: Village.agent)
        try installation.certify()
        return installation
    }
}
