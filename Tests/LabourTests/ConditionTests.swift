import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Labour

@Suite("For what pay and how far somebody goes to work") struct ConditionTests {
    private func say(_ market: Market, _ number: Int, fen: Int64? = nil, reach: WorkReach = .anywhere) throws {
        try market.room.give(
            StateConditions(
                worker: Market.worker(number), reserve: fen.map { Personal(Money(fen: $0), of: .example) }, reach: reach
            ),
            by: Market.clerk)
    }

    @Test("A round offers nothing below what she named, tells her why, and takes her once she asks for less")
    func reserve() throws {
        let market = try Market()
        try market.verify()
        for number in 1...2 {
            try market.register(number)
            try market.seek(number)
        }
        try market.post()
        try market.openHall()
        market.room.now = market.room.now.adding(days: 1).adding(seconds: 60)
        try say(market, 1, fen: 16_001)
        try say(market, 2, fen: 16_000)
        let round = try market.round()
        #expect(round.offers.map(\.worker) == [Market.worker(2)])
        let answer = try #require(try market.answer(1))
        #expect(answer.kind == .rule && answer.rule == .wage && answer.amount == 1)
        let words = RoundText.reason(answer)
        #expect(words.zh.contains("低于您说的最低数") && words.en.contains("for less a day"))
        try say(market, 1)
        #expect(try market.round().offers.map(\.worker).contains(Market.worker(1)))
    }

    @Test("Pay by the hour counts for the whole shift, pay by the piece is not compared")
    func units() throws {
        let end = Market.start.adding(seconds: 8 * 3_600)
        let rate = Money(fen: 2_000)
        #expect(RoundOffer.dayPay(.day, rate, Market.start, end) == rate)
        #expect(RoundOffer.dayPay(.hour, rate, Market.start, end) == Money(fen: 16_000))
        #expect(RoundOffer.dayPay(.hour, rate, Market.start, Market.start.adding(seconds: 5_400)) == Money(fen: 3_000))
        #expect(RoundOffer.dayPay(.piece, rate, Market.start, end) == nil)
    }

    private func person(_ path: String, reserve: Money? = nil, reach: WorkReach) -> RoundPerson {
        RoundPerson(
            id: Market.worker(1), path: path, born: CivilDate("1975-01-01"), trades: [.harvest], waited: 0,
            certificates: [:], busy: [], declined: [], reserve: reserve, reach: reach)
    }

    @Test("Her village, her township, anywhere: what lies beyond is kept from her and named")
    func reach() {
        let order = RoundOffer(
            id: Market.order(), path: "/county/town/village/", trade: .harvest, start: Market.start,
            end: Market.start.adding(seconds: 28_800), free: 1, isBlocked: false, dayPay: Money(fen: 16_000))
        for (path, reach, expected) in [
            ("/county/town/village/", WorkReach.village, nil), ("/county/town/other/", .village, RoundRule.reach),
            ("/county/town/other/", .township, nil), ("/county/far/other/", .township, .reach),
            ("/county/far/other/", .anywhere, nil),
        ] {
            #expect(person(path, reach: reach).failing(order) == expected, "\(path) \(reach)")
        }
        #expect(
            person("/county/far/other/", reserve: Money(fen: 16_001), reach: .village).failing(order) == .wage)
    }

    @Test("Numbers of rules that rounds of before were written with stay what they were")
    func codes() {
        #expect(RoundRule.allCases.prefix(6) == [.age, .trade, .certificate, .elsewhere, .declined, .blocked])
        #expect(RoundRule.allCases.map(\.code) == Array((-9)...(-1)).reversed())
        #expect(
            RoundRule(code: -7) == .wage && RoundRule(code: -8) == .reach && RoundRule(code: -9) == .group
                && RoundRule(code: -10) == nil)
    }

    @Test("Nobody unknown or erased says anything, no pay is none, and erasing takes the words away")
    func refusals() throws {
        let market = try Market()
        try market.register(1)
        func verb(_ number: Int, _ fen: Int64) -> StateConditions {
            StateConditions(
                worker: Market.worker(number), reserve: Personal(Money(fen: fen), of: .example), reach: .township)
        }
        market.room.expectRefusal(.noSuchWorker, verb(9, 100), by: Market.clerk)
        market.room.expectRefusal(.amountMissing, verb(1, 0), by: Market.clerk)
        try market.room.give(verb(1, 100), by: Market.clerk)
        func said() throws -> (reserve: Money?, reach: WorkReach) {
            try market.room.database.read { try LabourQueries.conditions(of: Market.worker(1), in: $0) }
        }
        #expect(try said() == (Money(fen: 100), .township))
        try market.room.give(EraseWorker(worker: Market.worker(1)), by: Market.county)
        #expect(try said() == (nil, .anywhere))
        market.room.expectRefusal(.workerErased, verb(1, 100), by: Market.clerk)
    }
}
