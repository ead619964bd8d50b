import Kernel
import Ledger
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
            .openReceivable(
                OpenReceivable(
                    organisation: organisation, receivable: id(receivable, ReceivableName.self),
                    contract: id(contract, ContractName.self), debtor: id("green-valley", PartyName.self),
                    isMember: isMember, total: yuan(total), start: day(start), end: day(end),
                    instalments: instalments)), by: "system")
    }

    func settle(_ number: Int64, _ amount: Int64, on date: String, receivable: String = "R1") throws {
        try give(
            .settleInstalment(
                SettleInstalment(
                    organisation: organisation, receivable: id(receivable, ReceivableName.self), number: number,
                    amount: yuan(amount), bankReference: "YH-\(number)", date: day(date))))
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
        var recount = BookRecount()
        for event in village.runner.events { recount.add(event.event) }
        #expect(try village.database.read { try recount.differences(in: $0) }.isEmpty)
        let releases = village.runner.events.filter {
            if case .advanceReleased = $0.event { true } else { false }
        }
        #expect(releases.count == 27)
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
        #expect(refusal { try village.settle(1, 188_001, on: "2019-06-02") } == 4038)
        #expect(refusal { try village.settle(1, 0, on: "2019-06-02") } == 4017)
        #expect(refusal { try village.settle(4, 1, on: "2019-06-02") } == 4035)
        #expect(refusal { try village.settle(1, 1, on: "2019-06-02", receivable: "R9") } == 4034)
        try village.settle(1, 188_000, on: "2019-06-02")
        #expect(refusal { try village.settle(1, 1, on: "2019-06-02") } == 4038)
        #expect(try village.receivable("R1")?.parts[0].left == .zero)
    }

    @Test("Rent that comes before its day makes the claim due at once, and the day itself then books nothing again")
    func earlyPayment() throws {
        let village = try Village.luxian()
        try village.settle(1, 288_000, on: "2019-05-15")
        #expect(try village.closings("2019-05-31") == ["102": 288_000, "221": -288_000])
        try village.advance(to: "2019-05-21")
        #expect(try village.closings("2019-05-31") == ["102": 288_000, "501": -24_000, "221": -264_000])
        let numbers = village.runner.events.compactMap { entry -> Int64? in
            if case .voucherPosted(let posted) = entry.event { posted.number } else { nil }
        }
        #expect(numbers == [1, 2, 3])
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
        func open(_ instalments: [Instalment], total: Int64 = 720_000, contract: String = "C2") -> Int? {
            refusal { try village.openReceivable(instalments, total: total, contract: contract, receivable: "R2") }
        }
        #expect(open(luxianInstalments, total: 720_001) == 4031)
        #expect(open(luxianInstalments.reversed()) == 4032)
        #expect(open([Instalment(number: 1, due: day("2019-05-20"), amount: .zero)], total: 0) == 4032)
        #expect(open([], total: 0) == 4031)
        #expect(open(luxianInstalments, contract: "C1") == 4030)
        #expect(open(luxianInstalments) == nil)
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
            try village.give(
                .closeMonth(CloseMonth(organisation: village.organisation, month: AccountingMonth(text)!)))
        }
        let old = [Instalment(number: 1, due: day("2026-02-01"), amount: yuan(1_200))]
        try village.openReceivable(old, total: 1_200, start: "2026-02-01", end: "2027-01-31")
        try village.advance(to: "2026-03-11")
        #expect(try village.receivable("R1")?.parts[0].accruedOn == day("2026-03-10"))
        #expect(try village.closings("2026-03-31") == ["112": 1_200, "501": -1_200])
    }
}
