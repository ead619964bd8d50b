import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing
import Web

@Suite("Bank and books side by side") struct BankTests {
    private func village() throws -> Village {
        try Village(at: "2025-03-05", openings: [debit("102", 1_000), credit("301", 1_000)], start: "2025-01-01")
    }

    private func line(_ village: Village, _ name: String, _ date: String, _ amount: Int64, balance: Int64? = nil)
        -> RecordStatementLine
    {
        RecordStatementLine(
            organisation: village.organisation, line: id(name, StatementLineName.self), account: account("102"),
            date: day(date), serial: name, received: amount > 0 ? yuan(amount) : nil,
            paid: amount < 0 ? yuan(-amount) : nil, balance: balance.map { yuan($0) }, counterparty: nil,
            counterAccount: nil, remark: nil)
    }

    private func pay(_ village: Village, _ name: String, _ date: String, _ amount: Int64) throws {
        try village.post(date, [debit("513", amount), credit("102", amount)], voucher: name)
    }

    private func match(_ village: Village, _ lines: [String], _ vouchers: [String]) -> MatchBank {
        MatchBank(
            organisation: village.organisation, account: account("102"),
            lines: lines.map { id($0, StatementLineName.self) }, vouchers: vouchers.map { id($0, VoucherName.self) })
    }

    private func comparison(_ village: Village, _ month: String) throws -> BankComparison {
        try village.database.read { tx in
            let matching = try BankQueries.matching(village.organisation, account("102"), in: tx)
            return try BankQueries.comparison(
                village.organisation, account("102"), AccountingMonth(month)!, matching, in: tx)
        }
    }

    @Test(
        "What only one side has explains the difference: 1,000 by the bank and 880 by the books are 880 on both sides")
    func adjusted() throws {
        let village = try village()
        try village.give(line(village, "B0", "2025-01-02", 20, balance: 1_020))
        try village.give(line(village, "B1", "2025-01-03", -20, balance: 1_000))
        for (name, amount) in [("V1", 50), ("V2", 40), ("V3", 30)] as [(String, Int64)] {
            try pay(village, name, "2025-01-20", amount)
        }
        village.refuses(.matchDiffers, match(village, ["B0", "B1"], []))
        let january = try comparison(village, "2025-01")
        #expect(january.statement == yuan(1_000) && january.book == yuan(880))
        let sums = january.reconciliation(yuan(1_000))
        #expect(sums.adjustedBook == yuan(880) && sums.adjustedBank == yuan(880) && sums.agrees)
    }

    @Test(
        "What is clear matches by itself: one partner on either side, a reversal with its original, as many of one day")
    func clear() throws {
        let village = try village()
        village.refuses(.nothingMatches, MatchBankClear(organisation: village.organisation, account: account("102")))
        try pay(village, "V1", "2025-01-10", 50)
        try pay(village, "V2", "2025-01-12", 40)
        try pay(village, "V3", "2025-01-12", 40)
        try pay(village, "V4", "2025-01-15", 70)
        try pay(village, "V5", "2025-02-20", 60)
        try pay(village, "V6", "2025-01-15", 30)
        try village.give(
            ReverseVoucher(
                organisation: village.organisation, voucher: id("V6", VoucherName.self),
                reversal: id("V6R", VoucherName.self), date: day("2025-01-16"), reason: "重复",
                reviewer: id("station", OfficeName.self)))
        for (name, date, amount) in [
            ("B1", "2025-01-12", -50), ("B2", "2025-01-12", -40), ("B3", "2025-01-12", -40), ("B4", "2025-01-25", -70),
            ("B5", "2025-02-21", -60),
        ] as [(String, String, Int64)] {
            try village.give(line(village, name, date, amount))
        }
        try village.give(MatchBankClear(organisation: village.organisation, account: account("102")))
        let matches = try #require(village.runner.all(BankMatched.self).last).matches
        let pairs = matches.map { "\($0.lines.map(\.text))\($0.vouchers.map(\.text))" }.sorted()
        #expect(
            pairs == [
                #"["B1"]["V1"]"#, #"["B2"]["V2"]"#, #"["B3"]["V3"]"#, #"["B5"]["V5"]"#, #"[]["V6", "V6R"]"#,
            ])
        let january = try comparison(village, "2025-01")
        #expect(january.onlyBank.map(\.id.text) == ["B4"] && january.onlyBook.map(\.voucher.text) == ["V4"])
        village.refuses(.nothingMatches, MatchBankClear(organisation: village.organisation, account: account("102")))
    }

    @Test("By hand several may belong together, of equal sums only, each once, and a match can be taken apart")
    func byHand() throws {
        let village = try village()
        try pay(village, "V1", "2025-01-10", 100)
        try village.give(line(village, "B1", "2025-01-11", -60))
        try village.give(line(village, "B2", "2025-01-11", -40))
        village.refuses(.matchDiffers, match(village, ["B1"], ["V1"]))
        village.refuses(.noSuchStatementLine, match(village, ["B9"], ["V1"]))
        village.refuses(.notOnBankAccount, match(village, ["B1"], ["V9"]))
        try village.give(match(village, ["B2", "B1", "B1"], ["V1"]))
        village.refuses(.alreadyMatched, match(village, ["B1"], ["V1"]))
        #expect(try comparison(village, "2025-01").onlyBank.isEmpty)
        let apart = UnmatchBank(
            organisation: village.organisation, account: account("102"), line: id("B2", StatementLineName.self))
        try village.give(apart)
        village.refuses(.notMatched, apart)
        #expect(try comparison(village, "2025-01").onlyBank.count == 2)
        #expect(try comparison(village, "2025-01").onlyBook.count == 1)
    }

    @Test("Of a pair across the end of a month each half is open at that end, and neither at the next")
    func acrossMonths() throws {
        let village = try village()
        try village.give(line(village, "B0", "2025-01-02", 5, balance: 1_005))
        try pay(village, "V1", "2025-01-31", 80)
        try village.give(line(village, "B1", "2025-02-02", -80, balance: 925))
        try village.give(match(village, ["B1"], ["V1"]))
        #expect(try comparison(village, "2025-01").onlyBook.map(\.voucher.text) == ["V1"])
        #expect(try comparison(village, "2025-02").onlyBook.isEmpty)
        #expect(try comparison(village, "2025-02").statement == yuan(925))
    }
}
