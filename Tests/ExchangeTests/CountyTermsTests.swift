@testable import Exchange
import Kernel
import Registry
import Testing

/// What the county's figures put in place of amounts nobody typed, and the days the law asks of a mode.
@Suite struct CountyTermsTests {
    /// The lot as drafted with step and deposit left open.
    private func drafted(start: Int64) throws -> LotTerms {
        var terms = Village.terms(start: start)
        terms.step = .byCounty
        terms.deposit = .byCounty
        return try #require(try LotRun.listed(terms).lot?.terms)
    }

    @Test(
        "A step left open is one hundredth of the start price, brought down to 1, 2 or 5 of a power of ten, a yuan at least",
        arguments: [
            (80_000, 500), (100_000, 1_000), (199_900, 1_000), (200_000, 2_000), (499_900, 2_000), (500_000, 5_000),
            (100, 100),
        ])
    func step(start: Int64, step: Int64) throws {
        #expect(try drafted(start: start).step == Money(fen: step))
    }

    @Test(
        "A deposit left open is a tenth of the first year, a fifth of large ones, whole yuan, five hundred at least",
        arguments: [
            // 20 mu at 800 yuan: 16,000 yuan a year.
            (80_000, 160_000), (10_000, 50_000), (81_115, 162_200),
            // 500,000 yuan a year and more is large.
            (2_500_000, 10_000_000), (2_499_995, 4_999_900),
        ])
    func deposit(start: Int64, deposit: Int64) throws {
        #expect(try drafted(start: start).deposit == Money(fen: deposit))
    }

    @Test("A notice that the law wants longer than the county does hangs as long as the law says")
    func notice() throws {
        var run = try LotRun.listed()
        let usual = try #require(run.lot?.notice)
        run = LotRun()
        run.facts.leastDays = 20
        try run.list()
        let lawful = try #require(run.lot?.notice)
        #expect(lawful.closesAt == lawful.publishedAt.date.adding(days: 20).end)
        #expect(usual.closesAt < lawful.closesAt)
        #expect(TradingMode.tender.noticeDays == .tenderNoticeDays && TradingMode.ascending.noticeDays == nil)
    }
}
