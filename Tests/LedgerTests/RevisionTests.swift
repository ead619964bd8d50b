import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Ledger

@Suite("What a contract owes follows its supplementary agreement") struct RevisionTests {
    /// Ten years at 1,000 yuan, each paid in advance; the second year has begun.
    private func village() throws -> Village {
        let village = try Village(at: "2019-05-15", start: "2019-01-01")
        let years = (1...10).map {
            Instalment(number: Int64($0), due: day("2019-05-20").adding(years: $0 - 1), amount: yuan(1_000))
        }
        try village.openReceivable(years, total: 10_000, end: "2029-05-19")
        try village.advance(to: "2020-06-01")
        return village
    }

    /// From a day on 1,200 yuan a year, until 2025.
    private func revision(_ village: Village, from first: String, years: Int, kept: Int64) -> ReviseReceivable {
        ReviseReceivable(
            organisation: village.organisation, receivable: id("R1", ReceivableName.self), from: day(first),
            end: day("2025-05-19"), total: yuan(kept + Int64(years) * 1_200),
            instalments: (0..<years).map {
                Instalment(number: Int64(11 + $0), due: day(first).adding(years: $0), amount: yuan(1_200))
            })
    }

    @Test("Years that have begun stay; the others are claimed at the new rent, and nothing after the new end")
    func revised() throws {
        let village = try village()
        #expect(try village.closings("2020-12-31") == ["112": 2_000, "501": -2_000])
        try village.give(revision(village, from: "2021-05-20", years: 4, kept: 2_000), by: "system")
        let claim = try #require(try village.receivable("R1"))
        #expect(claim.total == yuan(6_800) && claim.end == day("2025-05-19"))
        #expect(claim.parts.filter { $0.closed > .zero }.map(\.number) == Array(3...10))
        #expect(claim.parts.reduce(.zero) { $0 + $1.left } == yuan(6_800))
        try village.advance(to: "2030-12-31")
        let accrued = try #require(try village.receivable("R1")).parts.filter { $0.accruedOn != nil }
        #expect(accrued.map(\.number) == [1, 2] + Array(11...14))
        #expect(try village.closings("2030-12-31") == ["112": 6_800, "501": -6_800])
        #expect(try village.isRecounted())
    }

    @Test("An instalment that is claimed already is not replaced; the next one is")
    func claimed() throws {
        let village = try village()
        village.refuses(.paidAhead, revision(village, from: "2020-05-20", years: 5, kept: 1_000), by: "system")
        try village.give(revision(village, from: "2020-05-21", years: 4, kept: 2_000), by: "system")
    }

    @Test("Books that never knew the contract, or closed it, have nothing to revise")
    func nothing() throws {
        let village = try village()
        try village.give(
            CloseReceivable(
                organisation: village.organisation, receivable: id("R1", ReceivableName.self),
                endedOn: day("2020-06-01")), by: "system")
        let events = try village.give(
            revision(village, from: "2021-05-20", years: 4, kept: 2_000), by: "system")
        #expect(events.isEmpty)
    }
}
