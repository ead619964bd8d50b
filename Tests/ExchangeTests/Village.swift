import Foundation
import Kernel
import Registry
import TestSupport

@testable import Exchange

/// A small invented village to try rules in: who is who, a field, and the shortest way to any point of a lot's life.
struct Village {
    static func id<Named>(_ text: String, as type: Named.Type = Named.self) -> Identifier<Named> {
        guard let identifier = Identifier<Named>(text) else { preconditionFailure(text) }
        return identifier
    }

    static func at(_ text: String) -> Instant {
        guard let instant = Instant(text) else { preconditionFailure(text) }
        return instant
    }

    static func day(_ text: String) -> CivilDate {
        guard let date = CivilDate(text) else { preconditionFailure(text) }
        return date
    }

    static let lot: LotID = id("L1")

    static func principal(_ role: Role, _ person: String) -> Principal {
        Principal(person: id(person), role: role, office: id("office-\(person)"), division: id("p140404101201"))
    }

    static func context(_ now: Instant, _ principal: Principal, sequence: Int64 = 7) -> Context {
        Context(now: now, principal: principal, calendar: .announced, sequence: sequence)
    }

    static let clerk = principal(.villageClerk, "clerk")
    static let agent = principal(.stationAgent, "agent")
    static let reviewer = principal(.stationReviewer, "reviewer")
    static let releaser = principal(.countyReleaser, "releaser")
    static let system = principal(.system, "system")

    /// The field of the Luxian deal: 20 mu, 800 yuan a mu and year, step 20, paid 40/30/30 in years 1, 3 and 5.
    static func terms(
        category: TradeCategory = .a1, way: TransferWay = .assignment, mode: TradingMode = .ascending,
        area: Area = Area(mu: 20), startsOn: CivilDate? = day("2019-06-01"), years: Int64? = 30,
        endsOn: CivilDate? = nil, start: Int64 = 80_000, unit: PriceUnit = .fenPerMuYear, step: Int64 = 2_000,
        extensionSeconds: Int64 = 180, deposit: Int64 = 1_000_000,
        payments: [PaymentShare] = [
            PaymentShare(year: 1, basisPoints: 4_000), PaymentShare(year: 3, basisPoints: 3_000),
            PaymentShare(year: 5, basisPoints: 3_000),
        ], rise: Rise? = nil, portions: [Portion] = [], resolution: ResolutionID? = nil
    ) -> LotTerms {
        LotTerms(
            category: category, transferWay: way, mode: mode, use: "grain", area: area, startsOn: startsOn,
            years: years, endsOn: endsOn, startPrice: Money(fen: start), priceUnit: unit, step: Money(fen: step),
            extensionSeconds: extensionSeconds, deposit: Money(fen: deposit), payments: payments, rise: rise,
            portions: portions, resolution: resolution)
    }

    static func card(
        area: Area? = Area(mu: 20), rightUntil: CivilDate? = nil, isFree: Bool = true, recentArea: Area = .zero,
        recentTotal: Money = .zero
    ) -> AssetFacts {
        AssetFacts(
            owner: id("collective"), division: id("p140404101201"), name: "East field", divisionName: "Tanba",
            area: area, rightUntil: rightUntil, isFree: isFree, recentArea: recentArea, recentTotal: recentTotal)
    }

    static func roster(_ count: Int) -> [BidderRow] {
        (0..<count).map { number in
            BidderRow(
                bidder: id("b\(number + 1)"), lot: lot, party: id("person\(number + 1)"), state: .qualified,
                deposit: .matched)
        }
    }
}

/// One lot's stream, driven command by command without a store.
struct LotRun {
    var state = ExchangeState()
    var facts = ExchangeFacts()
    var now = Village.at("2019-04-08T09:00:00+08:00")
    private(set) var events: [Exchange.Event] = []
    private(set) var due: [Due<Exchange.Command>] = []

    init(facts: ExchangeFacts = ExchangeFacts(asset: Village.card())) {
        self.facts = facts
        self.facts.figures = CountyFigures(on: now.date)
    }

    var lot: Lot? { state.lot }

    @discardableResult
    mutating func give(_ verb: any Verb, by principal: Principal) throws(Rejection) -> [Exchange.Event] {
        let context = Village.context(now, principal, sequence: Int64(events.count))
        let caused = try Exchange.decide(Exchange.Command(verb), state, facts, context)
        for event in caused {
            Exchange.evolve(&state, with: event, at: now)
            events.append(event)
            due += Exchange.due(after: event, state: state, at: now)
        }
        return caused
    }

    /// Runs what the clock has due up to and including `instant`, each at its own instant; late ones may be refused.
    mutating func wait(until instant: Instant) {
        while let next = due.filter({ $0.at <= instant }).min(by: { $0.at < $1.at }) {
            if let position = due.firstIndex(where: { $0.at == next.at }) { due.remove(at: position) }
            now = next.at
            _ = try? give(next.command.verb, by: Village.system)
        }
        now = instant
    }

    /// Up to the published notice.
    static func listed(_ terms: LotTerms = Village.terms(), rightUntil: CivilDate? = nil) throws -> LotRun {
        var run = LotRun(facts: ExchangeFacts(asset: Village.card(rightUntil: rightUntil)))
        try run.give(
            DraftLot(
                lot: Village.lot, asset: Village.id("field"), organisation: Village.id("collective"), terms: terms),
            by: Village.clerk)
        run.facts.resolution = ResolutionFacts(organisation: Village.id("collective"), passed: true)
        try run.give(SubmitLot(lot: Village.lot, resolution: Village.id("resolution1")), by: Village.clerk)
        try run.give(AcceptLot(lot: Village.lot), by: Village.agent)
        try run.give(ReviewLot(lot: Village.lot, decision: .approve), by: Village.reviewer)
        try run.give(PublishNotice(lot: Village.lot), by: Village.releaser)
        return run
    }

    /// Up to the running auction with `bidders` paddles.
    static func running(_ terms: LotTerms = Village.terms(), bidders: Int = 2) throws -> LotRun {
        var run = try listed(terms)
        run.facts.roster = Village.roster(bidders)
        guard let opensAt = run.lot?.notice?.opensAt else { preconditionFailure("no notice") }
        run.wait(until: opensAt)
        return run
    }

    mutating func bid(_ price: Int64, by bidder: Int) throws(Rejection) {
        try give(
            PlaceBid(lot: Village.lot, price: Money(fen: price)), by: Village.principal(.bidder, "person\(bidder)"))
    }
}

/// The number a rule refuses with; nil when it did not refuse.
func refusal(_ body: () throws -> Void) -> Int? {
    do {
        try body()
        return nil
    } catch let rejection as Rejection {
        return rejection.number
    } catch {
        return -1
    }
}

/// A file of the shared real data; nil where they are not beside the project.
func sharedText(_ path: String) -> String? {
    sharedData(path).flatMap { try? String(contentsOf: $0, encoding: .utf8) }
}
