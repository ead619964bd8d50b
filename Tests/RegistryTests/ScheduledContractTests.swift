import Kernel
import Storage
import Testing

@testable import Registry

@Suite("Contracts whose rent runs by a rule, and subleases")
struct ScheduledContractTests {
    private let id = ContractID("c1")!

    private func terms(_ schedule: RentSchedule, total: Int64 = 0) -> ContractTerms {
        ContractTerms(
            asset: TestRegister.field, lessor: TestRegister.collective, lessee: TestRegister.company, category: .a2,
            start: day("2026-04-01"), end: day("2036-03-31"), unitPrice: Money(fen: 50_000), total: Money(fen: total),
            use: "grain", schedule: schedule)
    }

    @Test("The register reckons the years, the payments and the total of a rising rent, and keeps the rule")
    func reckoned() throws {
        let register = try TestRegister.small()
        let rising = RentSchedule(annual: Money(fen: 1_000_000), stepYears: 5, stepBasisPoints: 500)
        register.refuses(.scheduleTotal, RegisterContract(contract: id, terms: terms(rising, total: 10_000_000)))
        register.refuses(
            .scheduleUnclear,
            RegisterContract(contract: id, terms: terms(RentSchedule(annual: Money(fen: 1_000_000), stepYears: 5))))
        register.refuses(
            .scheduleUnclear,
            RegisterContract(contract: id, terms: terms(RentSchedule(annual: Money(fen: 100), good: "小麦"))))
        try register.give(RegisterContract(contract: id, terms: terms(rising)))
        let parts = try register.read { try ContractQueries.listInstalments(of: id, in: $0) }
        #expect(
            parts.map(\.amount.fen) == Array(repeating: 1_000_000, count: 5) + Array(repeating: 1_050_000, count: 5))
        #expect(parts.first?.due == day("2026-04-01") && parts.last?.due == day("2035-04-01"))
        #expect(try register.read { try ContractQueries.find(id, in: $0)?.total } == Money(fen: 10_250_000))
        #expect(try register.read { try ContractQueries.findSchedule(of: id, in: $0) } == rising)
    }

    @Test("A sublease lies within the term, to somebody else, one at a time; after an early end there is none")
    func sublet() throws {
        let register = try TestRegister.small()
        try register.give(
            RegisterContract(contract: id, terms: terms(RentSchedule(annual: Money(fen: 1_000_000)))))
        func sublet(_ start: String, _ end: String, to party: PartyID = TestRegister.farmer) -> SubletContract {
            SubletContract(
                contract: id, sublessee: party, start: day(start), end: day(end), annual: Amount(Money(fen: 600_000)),
                consent: String(repeating: "a", count: 64))
        }
        register.refuses(.subletToSelf, sublet("2027-01-01", "2027-12-31", to: TestRegister.company))
        register.refuses(.subletBeyondTerm, sublet("2027-01-01", "2036-04-01"))
        register.refuses(.termBackwards, sublet("2027-01-01", "2026-12-31"))
        try register.give(sublet("2027-01-01", "2027-12-31"))
        register.refuses(.subletTwice, sublet("2027-12-31", "2028-12-31"))
        try register.give(
            EndLease(asset: TestRegister.field, contract: id, endedOn: day("2029-06-30")), by: .system)
        register.refuses(.subletBeyondTerm, sublet("2029-01-01", "2029-12-31"))
        try register.give(sublet("2029-01-01", "2029-06-30"))
        let kept = try register.read { try ContractQueries.listSubleases(of: id, in: $0) }
        #expect(kept.map(\.number) == [1, 2] && kept.first?.sublesseeName == "王**")
        #expect(try register.read { try ContractQueries.findEnd(of: id, in: $0) } == day("2029-06-30"))
    }
}
