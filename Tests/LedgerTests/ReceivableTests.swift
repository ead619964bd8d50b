import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

/// The deal of Luxian: 20 mu × 1,200 yuan × 30 years = 720,000 in 40/30/30.
let luxianInstalments = [
    Instalment(number: 1, due: day("2019-05-20"), amount: yuan(288_000)),
    Instalment(number: 2, due: day("2021-05-20"), amount: yuan(216_000)),
    Instalment(number: 3, due: day("2023-05-20"), amount: yuan(216_000)),
]

extension Village {
    /// The village of 2019 with the receivable of the deal.
    static func luxian(isMember: Bool = false) throws -> Village {
        let village = try Village(at: "2019-05-15", start: "2019-01-01")
        try village.openReceivable(luxianInstalments, isMember: isMember)
        return village
    }

    func openReceivable(
        _ instalments: [Instalment], total: Int64 = 720_000, start: String = "2019-05-20", end: String = "2049-05-19",
        isMember: Bool = false, contract: String = "C1", receivable: String = "R1"
    ) throws {
        try give(
            opening(
                instalments, total: total, start: start, end: end, isMember: isMember, contract: contract,
                receivable: receivable), by: "system")
    }

    func opening(
        _ instalments: [Instalment], total: Int64 = 720_000, start: String = "2019-05-20", end: String = "2049-05-19",
        isMember: Bool = false, contract: String = "C1", receivable: String = "R1"
    ) -> OpenReceivable {
        OpenReceivable(
            organisation: organisation, receivable: id(receivable, ReceivableName.self),
            contract: id(contract, ContractName.self), debtor: id("green-valley", PartyName.self), isMember: isMember,
            total: yuan(total), start: day(start), end: day(end), instalments: instalments)
    }

    func settle(_ number: Int64, _ amount: Int64, on date: String, receivable: String = "R1") throws {
        try give(settling(number, amount, on: date, receivable: receivable))
    }

    func settling(
        _ number: Int64, _ amount: Int64, on date: String, receivable: String = "R1", in bank: String? = nil
    ) -> SettleInstalment {
        // Each transfer has a number of its own.
        SettleInstalment(
            organisation: organisation, receivable: id(receivable, ReceivableName.self), number: number,
            amount: yuan(amount), bankReference: receivable == "R1" ? "YH-\(number)" : "YH-\(receivable)-\(number)",
            date: day(date), bankAccount: bank.map { account($0) })
    }

    func accruing(_ number: Int64, receivable: String = "R1") -> AccrueInstalment {
        AccrueInstalment(
            organisation: organisation, receivable: id(receivable, ReceivableName.self), number: number)
    }
}

@Suite("What contracts owe") struct ReceivableTests {
    @Test("20 mu at 1,200 yuan for 30 years are 720,000 yuan: thirty years of 24,000")
    func earnings() {
        let earnings = Earnings(total: yuan(20 * 1_200 * 30), start: day("2019-05-20"), end: day("2049-05-19"))
        #expect(earnings.years.count == 30)
        #expect(earnings.years.allSatisfy { $0.amount == yuan(24_000) })
        #expect(earnings.years.last?.start == day("2048-05-20"))
    }

    @Test(
        "A total that does not divide is split by largest remainder: no fen is lost, a broken last year gets its months"
    )
    func largestRemainder() {
        let three = Earnings(total: Money(fen: 100_000), start: day("2026-01-01"), end: day("2028-12-31"))
        #expect(three.years.map(\.amount.fen) == [33_334, 33_333, 33_333])
        let broken = Earnings(total: yuan(1_500), start: day("2026-01-01"), end: day("2027-03-31"))
        #expect(broken.years.map(\.amount) == [yuan(1_200), yuan(300)])
        let leap = Earnings(total: yuan(100), start: day("2024-02-29"), end: day("2025-02-27"))
        #expect(leap.years.count == 1)
    }

    @Test("The Luxian instalments are booked on their days: claim, income of the year, the rest for later years")
    func luxianAccruals() throws {
        let village = try Village.luxian()
        try village.advance(to: "2019-05-20")
        #expect(try village.closings("2019-12-31") == ["112": 288_000, "501": -24_000, "221": -264_000])
        try village.settle(1, 288_000, on: "2019-05-20")
        #expect(try village.closings("2019-12-31") == ["102": 288_000, "501": -24_000, "221": -264_000])
        try village.advance(to: "2020-05-21")
        #expect(try village.closings("2020-12-31") == ["102": 288_000, "501": -48_000, "221": -240_000])
        try village.advance(to: "2021-05-21")
        #expect(
            try village.closings("2021-12-31") == ["102": 288_000, "112": 216_000, "501": -72_000, "221": -432_000])
        try village.settle(2, 216_000, on: "2021-05-21")
        try village.advance(to: "2023-05-21")
        try village.settle(3, 216_000, on: "2023-05-21")
        #expect(try village.closings("2023-12-31") == ["102": 720_000, "501": -120_000, "221": -600_000])
        let claim = try #require(try village.receivable("R1"))
        #expect(claim.parts.map(\.paid) == [yuan(288_000), yuan(216_000), yuan(216_000)])
        #expect(claim.billed == yuan(720_000))
    }

    @Test("At the end of the term all 720,000 yuan are income and nothing waits any more, every voucher in balance")
    func luxianToTheEnd() throws {
        let village = try Village.luxian()
        try village.advance(to: "2019-06-01")
        try village.settle(1, 288_000, on: "2019-06-01")
        try village.advance(to: "2049-05-20")
        #expect(try village.closings("2049-05-20") == ["102": 288_000, "112": 432_000, "501": -720_000])
        #expect(try village.isRecounted())
        #expect(village.runner.all(AdvanceReleased.self).count == 27)
    }

    @Test("A member's rent stands on 113, an outsider's on 112")
    func members() throws {
        let village = try Village.luxian(isMember: true)
        try village.advance(to: "2019-05-20")
        #expect(try village.closings("2019-05-31")["113"] == 288_000)
    }

    @Test("Part payments add up; more than is left is refused, and so is nothing")
    func partPayments() throws {
        let village = try Village.luxian()
        try village.advance(to: "2019-06-03")
        try village.settle(1, 100_000, on: "2019-06-01")
        village.refuses(.overpaid, village.settling(1, 188_001, on: "2019-06-02"))
        village.refuses(.notPositive, village.settling(1, 0, on: "2019-06-02"))
        village.refuses(.noSuchInstalment, village.settling(4, 1, on: "2019-06-02"))
        village.refuses(.noSuchReceivable, village.settling(1, 1, on: "2019-06-02", receivable: "R9"))
        try village.settle(1, 188_000, on: "2019-06-02")
        village.refuses(.overpaid, village.settling(1, 1, on: "2019-06-02"))
        #expect(try village.receivable("R1")?.parts[0].left == .zero)
    }

    @Test("Rent that comes before its day makes the claim due at once, and the day itself then books nothing again")
    func earlyPayment() throws {
        let village = try Village.luxian()
        try village.settle(1, 288_000, on: "2019-05-15")
        #expect(try village.closings("2019-05-31") == ["102": 288_000, "221": -288_000])
        try village.advance(to: "2019-05-21")
        #expect(try village.closings("2019-05-31") == ["102": 288_000, "501": -24_000, "221": -264_000])
        #expect(village.runner.all(VoucherPosted.self).map(\.number) == [1, 2, 3])
        village.refuses(.nothingDue, village.accruing(1), by: "system")
        village.refuses(.nothingDue, village.accruing(2), by: "system")
        village.refuses(
            .nothingToRelease,
            ReleaseAdvance(organisation: village.organisation, receivable: id("R1", ReceivableName.self)),
            by: "system")
    }

    @Test("Money arrives in a cash or bank account that takes postings, and in no other")
    func bankAccounts() throws {
        let village = try Village.luxian()
        try village.advance(to: "2019-06-03")
        try village.give(village.adding("10101"))
        village.refuses(.accountUnknown, village.settling(1, 1, on: "2019-06-01", in: "999"))
        village.refuses(.accountNotLeaf, village.settling(1, 1, on: "2019-06-01", in: "101"))
        village.refuses(.notMoney, village.settling(1, 1, on: "2019-06-01", in: "112"))
        try village.give(village.settling(1, 100, on: "2019-06-01", in: "10101"))
        #expect(try village.closings("2019-06-30")["10101"] == 100)
    }

    @Test("Rent paid in arrears is income when it falls due, for all the years begun")
    func arrears() throws {
        let village = try Village(at: "2026-01-05")
        let late = [Instalment(number: 1, due: day("2027-12-31"), amount: yuan(2_400))]
        try village.openReceivable(late, total: 2_400, start: "2026-01-01", end: "2027-12-31")
        try village.advance(to: "2027-12-31")
        #expect(try village.closings("2027-12-31") == ["112": 2_400, "501": -2_400])
    }

    @Test("Instalments that miss the total, are out of order or of a contract already owed are refused")
    func badReceivables() throws {
        let village = try Village.luxian()
        func open(
            _ instalments: [Instalment], total: Int64 = 720_000, contract: String = "C2", end: String = "2049-05-19"
        ) -> OpenReceivable {
            village.opening(instalments, total: total, end: end, contract: contract, receivable: "R2")
        }
        village.refuses(.instalmentsMissTotal, open(luxianInstalments, total: 720_001), by: "system")
        village.refuses(.badInstalment, open(luxianInstalments.reversed()), by: "system")
        village.refuses(
            .badInstalment, open([Instalment(number: 1, due: day("2019-05-20"), amount: .zero)], total: 0), by: "system"
        )
        village.refuses(.instalmentsMissTotal, open([], total: 0), by: "system")
        village.refuses(.receivableExists, open(luxianInstalments, contract: "C1"), by: "system")
        village.refuses(.endsBeforeStart, open(luxianInstalments, end: "2019-05-19"), by: "system")
        try village.give(open(luxianInstalments), by: "system")
    }

    @Test("A contract of a village that keeps no books here is owed and paid all the same, without vouchers")
    func withoutBooks() throws {
        let village = try Village(at: "2019-05-15", isOpen: false)
        try village.openReceivable(luxianInstalments)
        try village.advance(to: "2019-05-21")
        try village.settle(1, 288_000, on: "2019-05-21")
        #expect(try village.receivable("R1")?.parts[0].paid == yuan(288_000))
        #expect(try village.closings("2019-12-31").isEmpty)
    }

    @Test("A claim whose month is locked is booked in the open one, never lost")
    func lockedMonth() throws {
        let village = try Village(at: "2026-03-10")
        for text in ["2026-01", "2026-02"] {
            try village.give(village.closing(text))
        }
        let old = [Instalment(number: 1, due: day("2026-02-01"), amount: yuan(1_200))]
        try village.openReceivable(old, total: 1_200, start: "2026-02-01", end: "2027-01-31")
        try village.advance(to: "2026-03-11")
        #expect(try village.receivable("R1")?.parts[0].accruedOn == day("2026-03-10"))
        #expect(try village.closings("2026-03-31") == ["112": 1_200, "501": -1_200])
    }
}
