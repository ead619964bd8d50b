import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("Warnings of the books") struct WarningTests {
    private func warnings(_ village: Village, on date: String) throws -> [BookWarning] {
        try village.database.read { try WarningQueries.list(village.organisation, on: day(date), in: $0) }
    }

    private func codes(_ village: Village, on date: String) throws -> Set<String> {
        Set(try warnings(village, on: date).map(\.rule.code.rawValue))
    }

    private func close(_ village: Village, _ warning: String) -> CloseWarning {
        CloseWarning(
            organisation: village.organisation, warning: id(warning, WarningName.self), note: "已存入银行", paper: nil)
    }

    @Test(
        "Every rule has version, level, owner and time to answer as data, and a figure of the county as its threshold")
    func rules() {
        #expect(WarningRule.all.map(\.code) == WarningRule.Code.allCases)
        #expect(WarningRule.all.count == 23)
        let withoutFigure: Set<WarningRule.Code> = [.official, .personalAccount, .overTerm, .unregistered]
        for rule in WarningRule.all {
            #expect(rule.version == 1 && rule.days > 0)
            #expect((rule.code.figure == nil) == withoutFigure.contains(rule.code), "\(rule.code)")
            #expect(ReviewDesk.roles.union([.villageClerk]).contains(rule.owner), "\(rule.code)")
        }
    }

    @Test(
        "Cainong 2021 no. 121 art. 16: cash above the limit and payments above theirs are warned of, to the fen",
        arguments: [(500_000, false), (500_001, true)])
    func cashAboveLimit(_ fen: Int64, _ isWarned: Bool) throws {
        let village = try Village(at: "2026-01-20", openings: [])
        try village.post(
            "2026-01-10",
            [
                VoucherLine(account("101"), debit: Money(fen: fen)),
                VoucherLine(account("501"), credit: Money(fen: fen)),
            ])
        #expect(try codes(village, on: "2026-01-20").contains("W03") == isWarned)
        let large = fen - 500_000 + 5_000_000
        try village.post(
            "2026-01-11",
            [
                VoucherLine(account("511"), debit: Money(fen: large)),
                VoucherLine(account("102"), credit: Money(fen: large)),
            ])
        #expect(try codes(village, on: "2026-01-20").contains("W01") == isWarned)
        // The bank account is below zero by it, which is warned of in either case.
        #expect(try codes(village, on: "2026-01-20").contains("W20"))
    }

    @Test("A warning has an owner and a day; its owner or whoever is above answers it once, and the figures stay")
    func closing() throws {
        let village = try Village(at: "2026-01-20")
        village.refuses(.noSuchWarning, close(village, "w03-2026-01"))
        try village.post("2026-01-10", [debit("101", 6_000), credit("501", 6_000)])
        let found = try #require(try warnings(village, on: "2026-01-13").first)
        #expect(found.id.text == "w03-2026-01" && found.since == day("2026-01-10") && found.due == day("2026-01-13"))
        #expect(!found.isLate(on: day("2026-01-13")) && found.isLate(on: day("2026-01-14")))
        village.refuses(.notYourWarning, close(village, "w03-2026-01"), by: "clerk", as: .villageClerk)
        try village.give(close(village, "w03-2026-01"))
        village.refuses(.warningClosed, close(village, "w03-2026-01"), by: "review", as: .stationReviewer)
        let closed = try #require(try warnings(village, on: "2026-01-20").first)
        #expect(closed.closure?.note == "已存入银行" && closed.closure?.office.text == "accountant")
        #expect(!closed.isLate(on: day("2026-03-01")))
        // The next month is another warning.
        try village.advance(to: "2026-02-03")
        try village.post("2026-02-02", [debit("101", 1), credit("501", 1)])
        #expect(try warnings(village, on: "2026-02-03").first { $0.closure == nil }?.id.text == "w03-2026-02")
    }

    @Test("A month not closed by the tenth, reversals, a grant idle for a year, rent a month late")
    func duties() throws {
        let village = try Village(at: "2027-06-01")
        #expect(try codes(village, on: "2026-02-10").isEmpty)
        #expect(try warnings(village, on: "2026-02-11").map(\.id.text) == ["w17-2026-01"])
        try village.post("2026-03-01", [debit("102", 500), credit("241", 500)])
        #expect(try !codes(village, on: "2027-03-01").contains("W23"))
        #expect(try codes(village, on: "2027-03-02").contains("W23"))
        for number in 1...6 {
            try village.post("2027-05-0\(number)", [debit("513", 1), credit("102", 1)], voucher: "V\(number)")
            #expect(try !codes(village, on: "2027-06-01").contains("W24"))
            try village.give(
                ReverseVoucher(
                    organisation: village.organisation, voucher: id("V\(number)", VoucherName.self),
                    date: day("2027-05-10"), reason: "错", reviewer: id("station", OfficeName.self)))
        }
        #expect(try codes(village, on: "2027-06-01").contains("W24"))
    }

    @Test(
        "Cainong 2021 no. 121 art. 16: payments split below a step of approval, and the personal account of an official",
        arguments: [(1_000, 1_000, true), (1_000, 999, false)])
    func payees(_ first: Int64, _ second: Int64, _ isSplit: Bool) throws {
        let village = try Village(at: "2026-03-20")
        try village.register(party: "shop")
        try village.register(party: "review")
        for (name, payee, amount, date) in [
            ("C1", "shop", first, "2026-03-01"), ("C2", "shop", second, "2026-03-15"),
            ("C3", "review", 50, "2026-03-02"),
        ] {
            try village.give(
                SubmitClaim(
                    organisation: village.organisation, claim: id(name, ClaimName.self), date: day(date),
                    matter: "修水渠", payee: id(payee, PartyName.self), amount: yuan(amount),
                    photo: String(repeating: "a", count: 64)), by: "clerk", as: .villageClerk)
        }
        #expect(try codes(village, on: "2026-03-20").contains("W02") == isSplit)
        #expect(try warnings(village, on: "2026-03-20").first { $0.rule.code == .official }?.id.text == "w04-C3")
        let payee = id("review", PartyName.self)
        try village.give(
            RegisterPayeeAccount(
                organisation: village.organisation, payee: payee, bank: "信用社",
                number: Personal("6217001234567890", of: DataSubject(of: payee))), by: "clerk", as: .villageClerk)
        let found = try warnings(village, on: "2026-03-20")
        #expect(found.first?.id.text == "w05-C3" && found.first?.rule.level == .red)
        #expect(!found.contains { $0.rule.code == .official })
    }
}
