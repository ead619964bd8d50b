import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("A contract that ends early") struct EarlyEndTests {
    private func end(_ village: Village, on date: String, receivable: String = "R1") throws {
        try village.advance(to: date)
        try village.give(
            CloseReceivable(
                organisation: village.organisation, receivable: id(receivable, ReceivableName.self),
                endedOn: day(date)), by: "system")
    }

    @Test("Months begun are owed: unpaid claims for later ones are taken back, what was paid for them is the lessee's")
    func luxian() throws {
        let village = try Village.luxian()
        try village.advance(to: "2019-05-21")
        try village.settle(1, 288_000, on: "2019-05-21")
        // Three years, and the two months of the fourth that began on 20 May and 20 June: 72,000 + 4,000.
        try end(village, on: "2022-07-10")
        #expect(try village.closings("2022-12-31") == ["102": 288_000, "501": -76_000, "211": -212_000])
        let claim = try #require(try village.receivable("R1"))
        #expect(claim.parts.map(\.closed) == [yuan(0), yuan(216_000), yuan(216_000)])
        #expect(claim.parts.allSatisfy { $0.left == .zero } && claim.endedOn == day("2022-07-10"))
        #expect(try village.isRecounted())
    }

    @Test("Later due days and years book nothing more, and a second closing changes nothing")
    func nothingMore() throws {
        let village = try Village.luxian()
        try end(village, on: "2020-06-19")
        let before = village.runner.events.count
        let closings = try village.closings("2020-12-31")
        #expect(closings == ["112": 26_000, "501": -26_000])
        try end(village, on: "2020-06-20")
        try village.advance(to: "2049-12-31")
        #expect(village.runner.events.count == before)
        #expect(try village.closings("2049-12-31") == closings)
        try village.settle(1, 26_000, on: "2020-06-21")
        village.refuses(.overpaid, village.settling(1, 1, on: "2020-06-21"))
        village.refuses(.overpaid, village.settling(3, 1, on: "2020-06-21"))
    }

    @Test("Where rent is paid afterwards, the months begun are claimed at once")
    func paidAfterwards() throws {
        let village = try Village()
        let late = [Instalment(number: 1, due: day("2028-12-31"), amount: yuan(30_000))]
        try village.openReceivable(late, total: 30_000, start: "2026-01-01", end: "2028-12-31")
        try end(village, on: "2027-06-30")
        #expect(try village.closings("2027-12-31") == ["112": 15_000, "501": -15_000])
        try village.settle(1, 15_000, on: "2027-06-30")
        village.refuses(.overpaid, village.settling(1, 1, on: "2027-06-30"))
        #expect(try village.closings("2027-12-31") == ["102": 15_000, "501": -15_000])
    }

    @Test("Ended on any day of any term, paid or not, the books balance to the fen and hold the months begun as income")
    func everyDay() throws {
        let village = try Village(at: "2026-01-01")
        var income: Int64 = 0
        for number in 0..<36 {
            let start = day("2026-01-01").adding(days: number * 3)
            let parts = [33_333, 1, 66_667].enumerated().map { position, amount in
                Instalment(
                    number: Int64(position + 1), due: start.adding(months: position * 9), amount: yuan(Int64(amount)))
            }
            let name = "R\(number)"
            try village.openReceivable(
                parts, total: 100_001, start: start.description, end: start.adding(months: 31).description,
                contract: "C\(number)", receivable: name)
            try village.advance(to: start.adding(days: 1).description)
            if number % 3 == 0 { try village.settle(1, 33_333, on: start.description, receivable: name) }
        }
        for number in 0..<36 {
            let name = "R\(number)"
            let ended = day("2026-06-01").adding(days: number * 17)
            try end(village, on: ended.description, receivable: name)
            let claim = try #require(try village.receivable(name))
            income += try claim.earnings.owed(through: ended).fen
            #expect(claim.billed == claim.earned && claim.billed <= claim.total)
            #expect(claim.parts.allSatisfy { $0.left >= .zero && $0.paid + $0.closed <= $0.amount })
        }
        let balance = try village.trialBalance(through: "2030-12-31")
        #expect(balance.isBalanced)
        #expect(balance.closing(.operatingIncome) == Money(fen: -income))
        #expect(balance.closing(.longTermPayables) == .zero)
        #expect(try village.isRecounted())
    }

    @Test("A village without books here keeps the instalments right all the same")
    func withoutBooks() throws {
        let village = try Village(at: "2019-05-15", isOpen: false)
        try village.openReceivable(luxianInstalments)
        try end(village, on: "2020-06-19")
        let claim = try #require(try village.receivable("R1"))
        #expect(claim.parts.map(\.left) == [yuan(26_000), .zero, .zero])
    }
}
