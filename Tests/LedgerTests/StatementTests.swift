import Kernel
@testable import Ledger
import Storage
import TestSupport
import Testing

@Suite("Trial balance and statements") struct StatementTests {
    /// A year of small business: openings, subsidy, wages, depreciation, a member in debt and a member in credit.
    private func village() throws -> Village {
        let openings = [
            debit("102", 50_000), debit("151", 80_000), credit("152", 20_000), credit("301", 100_000),
            credit("322", 10_000),
        ]
        let village = try Village(at: "2026-06-30", openings: openings)
        for (code, name) in [("11301", "一户"), ("11302", "二户")] {
            try village.give(village.adding(code, name))
        }
        try village.post("2026-01-10", [debit("102", 30_000), credit("503", 30_000)])
        try village.post("2026-02-10", [debit("513", 4_000), credit("213", 4_000)])
        try village.post("2026-03-10", [debit("514", 1_000), credit("152", 1_000)])
        try village.post("2026-03-20", [debit("11301", 700), credit("501", 700)])
        try village.post("2026-03-21", [debit("102", 300), credit("11302", 300)])
        try village.post("2026-06-30", [debit("521", 500), credit("214", 500)])
        return village
    }

    @Test("Opening, movement and closing add up at the end of a month, in the middle of one and over the year")
    func trialBalance() throws {
        let village = try village()
        let march = try village.trialBalance(through: "2026-03-31", from: "2026-03")
        let bank = try #require(march.lines.first { $0.account.text == "102" })
        #expect(bank.opening == yuan(80_000) && bank.debit == yuan(300) && bank.closing == yuan(80_300))
        #expect(march.isBalanced)
        let middle = try village.trialBalance(through: "2026-03-20", from: "2026-03")
        #expect(middle.lines.first { $0.account.text == "102" }?.debit == .zero)
        #expect(middle.lines.first { $0.account.text == "11301" }?.closing == yuan(700))
        #expect(middle.isBalanced)
        let year = try village.trialBalance(through: "2026-06-30")
        #expect(year.lines.first { $0.account.text == "102" }?.opening == yuan(50_000))
        #expect(year.isBalanced)
    }

    @Test("The sheet balances in every month, and shows 113 on both sides")
    func balanceSheet() throws {
        let village = try village()
        for month in 1...6 {
            let end = AccountingMonth(index: 2026 * 12 + month - 1).lastDay
            let sheet = BalanceSheet(try village.trialBalance(through: end.description))
            #expect(sheet.isBalanced, "\(end)")
        }
        let sheet = BalanceSheet(try village.trialBalance(through: "2026-06-30"))
        #expect(sheet.assets.contains { $0.label.en == "Receivables" && $0.amount == yuan(700) })
        #expect(sheet.liabilities.contains { $0.label.en == "Payables" && $0.amount == yuan(300) })
        #expect(sheet.assets.contains { $0.label.en == "Fixed assets, net" && $0.amount == yuan(59_000) })
        #expect(sheet.totalAssets == yuan(80_300 + 700 + 59_000))
    }

    @Test("The income statement leads from operating income to the net result")
    func income() throws {
        let statement = IncomeStatement(try village().trialBalance(through: "2026-06-30"))
        #expect(
            statement.lines.map(\.amount.fen).map { $0 / 100 } == [
                700, 0, 30_000, 0, 0, 4_000, 26_700, 0, 1_000, 0, 25_700, 500, 25_200,
            ])
        #expect(statement.net == yuan(25_200))
    }

    @Test("The trial balances of all villages are those of each village")
    func allVillages() throws {
        let village = try village()
        let months = (AccountingMonth(day("2026-02-01")), AccountingMonth(day("2026-03-01")))
        var all: [TrialBalance] = []
        try village.database.read { tx in
            try TrialBalanceQueries.each(from: months.0, through: months.1, in: tx) { all.append($0) }
        }
        #expect(all == [try village.trialBalance(through: "2026-03-31", from: "2026-02")])
    }
}
