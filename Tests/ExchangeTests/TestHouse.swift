@testable import Exchange
import Kernel
import Registry
import Storage
import TestSupport
import Testing

/// Register and exchange over one store: decides, evolves and projects as the writer does, passes every event through its
/// leaf form, runs what is due, and holds every refusal against what the command declares.
final class TestHouse {
    let database: any Database
    var now = Village.at("2026-03-02T09:00:00+08:00")
    private var register: [StreamID: RegistryState] = [:]
    private var states: [StreamID: ExchangeState] = [:]
    private(set) var sequence: Int64 = 0
    private(set) var events: [Exchange.Event] = []
    private var due: [Due<Exchange.Command>] = []

    static let village: DivisionID = Village.id("p140421100201")
    static let collective: OrganisationID = Village.id("tanba")
    static let asset: AssetID = Village.id("field")

    init() throws {
        database = try temporaryDatabase(Registry.migrations + Exchange.migrations)
        try populate()
    }

    private func populate() throws {
        let rows = [
            ("14", "山西省", ""), ("1404", "长治市", "14"), ("140421", "长治县", "1404"), ("140421100", "韩店镇", "140421"),
            ("140421100201", "潭坝村", "140421100"),
        ].map { DivisionRow(code: $0.0, name: $0.1, level: "", parent: $0.2) }
        try register(
            .importDivisions(ImportDivisions(codeSystem: .statistical, asOf: Village.day("2017-01-01"), rows: rows)))
        try register(
            .registerOrganisation(
                RegisterOrganisation(
                    organisation: Self.collective, division: Self.village, kind: .collective, name: "潭坝村集体经济组织")))
        try register(
            .registerAsset(
                RegisterAsset(
                    asset: Self.asset,
                    card: AssetCard(
                        owner: Self.collective, division: Self.village, assetClass: .dry, kind: .resource,
                        name: "河东二十亩", area: Area(mu: 20), right: .contractedManagement,
                        rightUntil: Village.day("2057-12-31"), use: "粮食"))))
        for number in 1...3 {
            try register(
                .registerParty(
                    RegisterParty(
                        party: Village.id("person\(number)"), kind: .person,
                        name: Personal("王小明", of: Village.id("x\(number)")), division: Self.village)))
        }
    }

    private func context(_ principal: Principal) -> Context {
        Context(now: now, principal: principal, calendar: .announced, sequence: sequence)
    }

    private func header(_ stream: StreamID, _ principal: Principal) -> EntryHeader {
        EntryHeader(index: sequence, at: now, stream: stream, office: principal.office, role: principal.role)
    }

    func register(_ command: RegistryCommand) throws {
        let principal = Village.principal(.countyOfficer, "county")
        let context = context(principal)
        let stream = command.payload.stream(context)
        var state = register[stream] ?? Registry.initialState(of: stream)
        try database.write { tx in
            let facts = try Registry.facts(for: command, context: context, in: tx)
            for event in try Registry.decide(command, state, facts, context) {
                Registry.evolve(&state, with: event, at: now)
                try Registry.project(event, header(stream, principal), in: tx)
                sequence += 1
            }
        }
        register[stream] = state
    }

    @discardableResult
    func give(_ verb: any Verb, by principal: Principal) throws -> [Exchange.Event] {
        let command = Exchange.Command(verb)
        let context = context(principal)
        let stream = verb.stream(context)
        var state = states[stream] ?? Exchange.initialState(of: stream)
        defer { states[stream] = state }
        return try database.write { tx in
            let facts = try Exchange.facts(for: command, context: context, in: tx)
            let caused: [Exchange.Event]
            do throws(Rejection) {
                caused = try Exchange.decide(command, state, facts, context)
            } catch {
                let declared = type(of: verb).rejections
                for rejection in error.flattened where (3_000..<4_000).contains(rejection.number) {
                    #expect(declared.contains(rejection.number), "\(type(of: verb)) answered \(rejection.number)")
                }
                throw error
            }
            for event in caused {
                let event = try throughLeaf(event)
                Exchange.evolve(&state, with: event, at: now)
                due += Exchange.due(after: event, state: state, at: now)
                try Exchange.project(event, header(stream, principal), in: tx)
                events.append(event)
                sequence += 1
            }
            return caused
        }
    }

    private func throughLeaf(_ event: Exchange.Event) throws -> Exchange.Event {
        let payload = event.payload
        let form = try #require(Exchange.Event.forms.first { $0.name == type(of: payload).name })
        return try form.read(.object(payload.openFields))
    }

    /// Runs what is due up to `instant`, each at its own instant, and stands there.
    func wait(until instant: Instant) throws {
        while let next = due.filter({ $0.at <= instant }).min(by: { $0.at < $1.at }) {
            due.remove(at: due.firstIndex { $0.at == next.at } ?? 0)
            now = next.at
            _ = refusal { _ = try self.give(next.command.verb, by: Village.system) }
        }
        now = instant
    }

    /// The lot's page as the store has it.
    func view(_ lot: LotID = Village.lot) throws -> LotView {
        try #require(try database.read { try LotQueries.findView(lot, in: $0) })
    }

    /// From the draft to the published notice.
    func list(
        _ terms: LotTerms = Village.terms(startsOn: nil), lot: LotID = Village.lot, asset: AssetID = TestHouse.asset
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
        for case .contractSigned(let signed) in events where signed.lot == lot {
            let terms = ContractTerms(
                lot: lot, asset: signed.asset, lessor: signed.lessor, lessee: signed.lessee, category: signed.category,
                way: signed.transferWay, start: signed.startsOn, end: signed.endsOn, unitPrice: signed.price,
                total: signed.total, instalments: signed.instalments, use: signed.use)
            try register(.registerContract(RegisterContract(contract: signed.contract, terms: terms)))
            try give(CertifyLot(lot: lot), by: Village.agent)
            try register(
                .authenticateContract(AuthenticateContract(contract: signed.contract, lot: lot, level: .township)))
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
                    bidder: bidder, amount: Money(fen: 1_000_000), payerAccount: account, reference: "t\(number)"),
                by: Village.agent)
            try give(QualifyBidder(bidder: bidder), by: Village.agent)
        }
    }
}
