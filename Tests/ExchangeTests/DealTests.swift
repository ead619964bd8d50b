import Kernel
import Registry
import Testing

@testable import Exchange

@Suite("The arithmetic of real deals")
struct DealTests {
    static func total(_ terms: LotTerms, at price: Int64, from day: String = "2019-01-01") throws -> Int64 {
        let term = try #require(terms.term(from: terms.startsOn ?? Village.day(day)))
        return try terms.total(at: Money(fen: price), over: term).fen
    }

    @Test("Luxian 2019: 20 mu × 1,200 × 30 years = 720,000")
    func luxian() throws {
        #expect(try Self.total(Village.terms(), at: 120_000) == 72_000_000)
    }

    @Test("Dachuan 2018: 74.92 mu at 350 and 33.44 mu at 250 for 9 years = 311,238.00, reported as 31.12 wan")
    func dachuan() throws {
        let terms = Village.terms(
            area: Area(units: 1_083_600), startsOn: nil, years: 9, start: 35_000, step: 500, payments: [],
            portions: [Portion(label: "dry", area: Area(units: 334_400), discount: Money(fen: 10_000))])
        #expect(try Self.total(terms, at: 35_000, from: "2018-06-01") == 31_123_800)
    }

    @Test("Baisha: 57,600 a year bid up to 165,700 is 3,314,000 in 20 years, and more with a rise every five years")
    func baisha() throws {
        let terms = Village.terms(
            category: .a2, way: .lease, area: Area(mu: 96), startsOn: nil, years: 20, start: 5_760_000,
            unit: .fenPerYear, step: 10_000, payments: [])
        #expect(try Self.total(terms, at: 16_570_000) == 331_400_000)
        let rising = Village.terms(
            category: .a2, way: .lease, area: Area(mu: 96), startsOn: nil, years: 20, start: 5_760_000,
            unit: .fenPerYear, step: 10_000, payments: [], rise: Rise(everyYears: 5, basisPoints: 500))
        let term = try #require(rising.term(from: Village.day("2020-01-01")))
        let rents = try rising.yearlyRents(at: Money(fen: 16_570_000), over: term).map(\.fen)
        #expect(rents.count == 20)
        // 165,700.00, then 173,985.00, 182,684.25 and 191,818.4625, rounded to the fen.
        #expect([rents[0], rents[5], rents[10], rents[15]] == [16_570_000, 17_398_500, 18_268_425, 19_181_846])
        #expect(rents[4] == rents[0] && rents[19] == rents[15])
    }

    @Test("Fucheng: a pond at 151,000 for five years, against 27,500 before")
    func fucheng() throws {
        let terms = Village.terms(
            category: .a4, way: .contractOut, mode: .agreement, startsOn: nil, years: 5, start: 2_750_000,
            unit: .fenTotal, step: 100, payments: [])
        #expect(try Self.total(terms, at: 15_100_000) == 15_100_000)
    }

    @Test("Guanghan 2025: 52.65 mu at 600 until 2028-08-31, the last year by its days")
    func guanghan() throws {
        let terms = Village.terms(
            area: Area(units: 526_500), startsOn: Village.day("2025-12-24"), years: nil,
            endsOn: Village.day("2028-08-31"), start: 60_000, step: 500, payments: [])
        let term = try #require(terms.term(from: Village.day("2025-12-24")))
        #expect(term.wholeYears == 2 && term.restDays == 252 && term.daysOfRestYear == 366)
        let rents = try terms.yearlyRents(at: Money(fen: 60_000), over: term).map(\.fen)
        // 31,590.00 a year; 31,590 × 252 ÷ 366 = 21,750.4918… days of the year to 2028-12-23, which has a 29 February.
        #expect(rents == [3_159_000, 3_159_000, 2_175_049])
        #expect(try Self.total(terms, at: 60_000) == 8_493_049)
    }

    @Test("Zhongjiang: 500 a year for ten years of water surface; Lixian: 7,000 as a lump sum")
    func small() throws {
        let pond = Village.terms(
            category: .a4, way: .lease, area: Area(units: 25_000), startsOn: nil, years: 10, start: 50_000,
            unit: .fenPerYear, step: 1_000, payments: [])
        #expect(try Self.total(pond, at: 50_000) == 500_000)
        let lump = Village.terms(
            category: .a4, way: .lease, startsOn: nil, years: 7, start: 700_000, unit: .fenTotal, step: 100,
            payments: [])
        #expect(try Self.total(lump, at: 700_000) == 700_000)
    }

    @Test("Instalments sum to the total for every price, whatever the shares")
    func instalmentsAreExact() throws {
        let terms = Village.terms(
            area: Area(units: 123_457), startsOn: Village.day("2024-02-29"), years: 7,
            payments: [
                PaymentShare(year: 1, basisPoints: 3_333), PaymentShare(year: 2, basisPoints: 3_333),
                PaymentShare(year: 7, basisPoints: 3_334),
            ])
        let term = try #require(terms.term(from: Village.day("2024-02-29")))
        for price in stride(from: Int64(1), through: 99_991, by: 937) {
            let parts = try terms.instalments(at: Money(fen: price), over: term)
            #expect(parts.reduce(Money.zero) { $0 + $1.amount } == (try terms.total(at: Money(fen: price), over: term)))
        }
    }
}

@Suite("Which desk handles a lot")
struct RoutingTests {
    static func level(
        _ terms: LotTerms, recentArea: Area = .zero, recentTotal: Int64 = 0
    ) throws -> HandlingLevel {
        let limits = Village.limits(area: nil, recentArea: recentArea, recentTotal: Money(fen: recentTotal))
        let day = Village.day("2026-03-02")
        let total = try terms.checkLawful(within: limits, on: day)
        return try HandlingLevel.route(terms, total: total, limits, on: day)
    }

    static func land(_ area: Int64) -> LotTerms {
        Village.terms(category: .a2, way: .lease, area: Area(units: area), startsOn: nil, years: 5, payments: [])
    }

    static func asset(_ total: Int64) -> LotTerms {
        Village.terms(
            category: .c1, way: .lease, startsOn: nil, years: 5, start: total, unit: .fenTotal, step: 100, payments: [])
    }

    @Test(
        "49.99 mu stays in the township, 50.00 goes to the county; from 20 the county reviews",
        arguments: [
            (499_900, .townshipReviewed), (500_000, .county), (199_900, .township), (200_000, .townshipReviewed),
        ] as [(Int64, HandlingLevel)])
    func byArea(_ area: Int64, _ level: HandlingLevel) throws {
        #expect(try Self.level(Self.land(area)) == level)
    }

    @Test(
        "199,999.99 yuan stays in the township, 200,000 goes to the county; from 50,000 the county reviews",
        arguments: [
            (19_999_999, .townshipReviewed), (20_000_000, .county), (4_999_999, .township),
            (5_000_000, .townshipReviewed),
        ] as [(Int64, HandlingLevel)])
    func byAmount(_ total: Int64, _ level: HandlingLevel) throws {
        #expect(try Self.level(Self.asset(total)) == level)
    }

    @Test("60 mu in three lots of 20 within a year: the third goes to the county")
    func antiSplitting() throws {
        let part = Self.land(200_000)
        #expect(try Self.level(part) == .townshipReviewed)
        #expect(try Self.level(part, recentArea: Area(mu: 20)) == .townshipReviewed)
        #expect(try Self.level(part, recentArea: Area(mu: 40)) == .county)
    }

    @Test("More than ten years go to the county, a small short lot may stay in the village")
    func byTerm() throws {
        let long = Village.terms(category: .a2, way: .lease, area: Area(mu: 1), startsOn: nil, years: 11, payments: [])
        #expect(try Self.level(long) == .county)
        let small = Village.terms(category: .a2, way: .lease, area: Area(mu: 1), startsOn: nil, years: 1, payments: [])
        #expect(try Self.level(small) == .village)
    }
}

@Suite("How long a right may be given")
struct TermCapTests {
    private static func check(_ category: TradeCategory, _ way: TransferWay, until last: String) throws(Rejection) {
        let terms = Village.terms(
            category: category, way: way, startsOn: Village.day("2019-07-01"), years: nil, endsOn: Village.day(last),
            payments: [])
        _ = try terms.checkLawful(within: Village.limits(), on: Village.day("2019-06-01"))
    }

    @Test("A lease of twenty years may end on the day of the same number, not a day later (Civil Code, arts. 201, 705)")
    func lease() throws {
        try Self.check(.a2, .lease, until: "2039-07-01")
        expectRefusal(.leaseTooLong) { try Self.check(.a2, .lease, until: "2039-07-02") }
        try Self.check(.a2, .assignment, until: "2039-07-02")
    }

    @Test("Waste land may be given for fifty years, to the day of the same number")
    func waste() throws {
        try Self.check(.a3, .contractOut, until: "2069-07-01")
        expectRefusal(.wasteTooLong) { try Self.check(.a3, .contractOut, until: "2069-07-02") }
    }
}
