import Foundation
import Kernel
import Registry
import TestSupport
import Testing

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

    /// What card, county and law allow: the shipped figures, and nobody else's lot nearby.
    static func limits(
        area: Area? = Area(mu: 20), rightUntil: CivilDate? = nil, floor: Money? = nil, isHouseholdRight: Bool = false,
        recentArea: Area = .zero, recentTotal: Money = .zero, on day: CivilDate = day("2026-03-02")
    ) -> TermLimits {
        TermLimits(
            area: area, rightUntil: rightUntil,
            cap: TermCap(
                leaseYears: Parameters.shipped(.termLeaseYears, on: day).value,
                wasteYears: Parameters.shipped(.termFourWasteYears, on: day).value),
            floor: floor, isHouseholdRight: isHouseholdRight, recentArea: recentArea, recentTotal: recentTotal,
            figures: CountyFigures(
                Dictionary(
                    uniqueKeysWithValues: ParameterKey.terms.map { ($0, Parameters.shipped($0, on: day).value) })))
    }

    static func roster(_ count: Int) -> [BidderRow] {
        (0..<count).map { number in
            BidderRow(
                bidder: id("b\(number + 1)"), lot: lot, party: id("person\(number + 1)"), state: .qualified,
                deposit: .matched)
        }
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

/// Expects a rule to refuse with `expected` and nothing else.
func expectRefusal(
    _ expected: ExchangeRefusal, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
) {
    let rejection = #expect(throws: Rejection.self, sourceLocation: sourceLocation, performing: body)
    #expect(rejection?.number == expected.number, sourceLocation: sourceLocation)
}

/// A file of the shared real data; nil where they are not beside the project.
func sharedText(_ path: String) -> String? {
    sharedData(path).flatMap { try? String(contentsOf: $0, encoding: .utf8) }
}
