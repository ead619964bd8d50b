import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("Openings and sub-accounts") struct OpeningTests {
    private func households(_ village: Village, _ count: Int) throws -> [VoucherLine] {
        try (1...count).map { number in
            try village.register(party: "household-\(number)")
            return VoucherLine(
                account("113"), debit: Money(fen: Int64(number)), party: id("household-\(number)", PartyName.self))
        }
    }

    /// bh-02, with both sides of the edges.
    @Test(
        "Openings of 300 households fit, in as many events as they need, and add up to the fen",
        arguments: [149, 150, 151, 300, 301])
    func manyHouseholds(count: Int) throws {
        let village = try Village(isOpen: false)
        let lines = try households(village, count)
        let sum = Int64(count * (count + 1) / 2)
        try village.give(
            OpenBooks(
                organisation: village.organisation, startDate: day("2026-01-01"),
                openings: lines + [VoucherLine(account("301"), credit: Money(fen: sum))]))
        #expect(village.runner.events.count == (count + LinesContinued.limit) / LinesContinued.limit)
        let balance = try village.trialBalance(through: "2026-01-31")
        #expect(balance.lines.first { $0.account.text == "113" }?.opening == Money(fen: sum))
        #expect(try village.isRecounted())
        // The same mechanism carries a voucher of as many lines.
        let paid = lines.map { VoucherLine($0.account, credit: $0.debit, party: $0.party) }
        try village.post("2026-01-04", [VoucherLine(account("101"), debit: Money(fen: sum))] + paid, voucher: "V1")
        let voucher = try village.database.read { try VoucherQueries.find(id("V1", VoucherName.self), in: $0) }
        #expect(voucher?.lines.count == count + 1)
        #expect(try village.isRecounted())
        #expect(
            try village.trialBalance(through: "2026-01-31").lines.first { $0.account.text == "113" }?.closing == .zero)
    }

    /// BK-06.
    @Test("Openings on one side only are refused with both sums")
    func oneSided() throws {
        let village = try Village(isOpen: false)
        let rejection = #expect(throws: Rejection.self) {
            try village.give(
                OpenBooks(
                    organisation: village.organisation, startDate: day("2026-01-01"), openings: [debit("151", 20_000)]))
        }
        #expect(rejection?.number == LedgerRefusal.unbalanced.number)
        #expect(rejection?.text.en.contains("¥20,000.00") == true && rejection?.text.en.contains("¥0.00") == true)
    }

    /// bh-04: a second bank account when 102 is in use, and the same on the third level.
    @Test("An account in use is divided by a transfer voucher that leaves every sum and turnover of it as it was")
    func divided() throws {
        let village = try Village(openings: [debit("102", 100), credit("301", 100)])
        try village.register(party: "household-1")
        try village.register(party: "household-2")
        let one = id("household-1", PartyName.self)
        let two = id("household-2", PartyName.self)
        try village.post("2026-01-03", [debit("102", 7), credit("504", 7)])
        try village.post(
            "2026-01-03",
            [
                VoucherLine(account("113"), debit: yuan(8), party: one),
                VoucherLine(account("113"), credit: yuan(3), party: two), credit("102", 5),
            ])
        let before = try village.trialBalance(through: "2026-01-31")
        try village.give(village.adding("10201"))
        try village.give(village.adding("10202", "一般户"))
        try village.give(village.adding("11301", "农户"))
        try village.give(village.adding("1020101", "定期"))
        let after = try village.trialBalance(through: "2026-01-31")
        for root in ["102", "113"] {
            #expect(after.closing(prefix: root) == before.closing(prefix: root))
            func turnover(_ balance: TrialBalance) -> [Money] {
                let lines = balance.lines.filter { $0.account.text.hasPrefix(root) }
                return [lines.reduce(.zero) { $0 + $1.debit }, lines.reduce(.zero) { $0 + $1.credit }]
            }
            // The opening moves inside the period, so the debit side keeps its sum.
            #expect(turnover(after) == turnover(before))
        }
        #expect(after.lines.first { $0.account.text == "102" }?.closing == .zero)
        #expect(after.lines.first { $0.account.text == "1020101" }?.closing == yuan(102))
        #expect(after.lines.first { $0.account.text == "11301" }?.closing == yuan(5))
        let standing = try village.database.read {
            try PartyBalanceQueries.standing(on: account("11301"), of: village.organisation, in: $0)
        }
        #expect(standing == [PartyBalance(party: one, amount: yuan(8)), PartyBalance(party: two, amount: yuan(-3))])
        #expect(village.runner.all(VoucherPosted.self).filter { $0.origin == .transfer }.count == 3)
        #expect(after.isBalanced)
        #expect(try village.isRecounted())
    }
}
