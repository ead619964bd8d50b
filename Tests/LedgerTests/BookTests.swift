import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("Ledgers and day books") struct BookTests {
    private func full(_ year: WorkedYear, _ from: String, _ through: String) throws -> FullTrialBalance {
        try year.village.database.read {
            try TrialBalanceQueries.full(
                year.village.organisation, from: AccountingMonth(from)!, through: AccountingMonth(through)!, in: $0)
        }
    }

    /// BK-17; 令98 60.
    @Test("The trial balance has eight amounts, and every parent has its children's once")
    func eightAmounts() throws {
        let year = try WorkedYear()
        try year.post(["year"])
        let may = try full(year, "2024-05", "2024-05")
        #expect(may.isBalanced)
        let wages = try #require(may.lines.first { $0.account.text == "513" })
        #expect(wages.period.debit == yuan(860) && wages.year.debit == yuan(27_860))
        // The red voucher takes its turnover back on both sides (BK-08).
        let public514 = try #require(may.lines.first { $0.account.text == "514" })
        #expect(
            public514.period.debit == .zero && public514.period.credit == .zero && public514.year.debit == yuan(4_800))
        let december = try full(year, "2024-01", "2024-12")
        #expect(december.isBalanced)
        for row in WorkedYear.rows(WorkedYear.trialBalance)
        where row[3] != "0.00" || row[4] != "0.00" || row[5] != "0.00" {
            let line = try #require(december.lines.first { $0.account.text == row[0] }, "\(row[0])")
            #expect(line.opening.debit - line.opening.credit == WorkedYear.money(row[2]))
            #expect(line.period.debit == WorkedYear.money(row[3]) && line.period.credit == WorkedYear.money(row[4]))
            #expect(line.closing.debit - line.closing.credit == WorkedYear.money(row[5]))
        }
        let parent = try #require(december.lines.first { $0.account.text == "113" })
        #expect(parent.isParent && parent.opening.debit == yuan(8_600) && parent.opening.credit == yuan(3_100))
        #expect(december.lines.first { $0.account.text == "11301" }?.level == 2)
        let leaves = december.lines.filter { !$0.isParent }
        #expect(leaves.reduce(Money.zero) { $0 + $1.period.debit } == december.total.period.debit)
    }

    /// BK-05, and a month without movement keeps its rows.
    @Test("A ledger begins with its opening, ends with its closing, and has a total for every month")
    func ledger() throws {
        let year = try WorkedYear()
        try year.post(["year", "closing", "distribution"])
        func ledger(_ code: String, _ from: String, daily: Bool = false) throws -> AccountLedger {
            try year.village.database.read {
                try AccountLedgerQueries.get(
                    year.village.organisation, account(code), from: AccountingMonth(from)!,
                    through: AccountingMonth("2024-12")!, daily: daily, in: $0)
            }
        }
        let household = try ledger("11301", "2024-12")
        #expect(household.opening == yuan(8_600) && household.closing == yuan(-6_400))
        let whole = try ledger("113", "2024-01")
        #expect(whole.opening == yuan(5_500))
        let months = whole.rows.filter { if case .month = $0.kind { true } else { false } }
        #expect(months.count == 12 && months.first?.balance == yuan(5_500))
        let cash = try ledger("101", "2024-05", daily: true)
        let days = cash.rows.filter { if case .day = $0.kind { true } else { false } }
        // 8 and 9 May, 12 October, 10 December; the red line and the right one of 9 May add up to nothing.
        #expect(days.map(\.credit) == [yuan(860), .zero, yuan(1_000), yuan(100)])
        #expect(days.map(\.balance) == [yuan(2_340), yuan(2_340), yuan(1_340), yuan(1_240)])
    }

    /// BK-07.
    @Test("A month without vouchers closes with none, and the next begins at 1 again")
    func emptyMonth() throws {
        let village = try Village(
            at: "2024-04-02", openings: [debit("101", 10), credit("301", 10)], start: "2024-01-01")
        let lines = [debit("513", 1), credit("101", 1)]
        try village.post("2024-01-10", lines)
        try village.post("2024-03-10", lines)
        for month in ["2024-01", "2024-02", "2024-03"] { try village.confirmAndClose(month) }
        #expect(village.runner.all(MonthClosed.self).map(\.vouchers) == [1, 0, 1])
        #expect(village.runner.all(VoucherPosted.self).last?.number == 1)
    }

    @Test("A report definition with a row that refers below itself, or with an unknown word, is not read")
    func definitions() {
        let head = "edition,row,side,zh,en,formula,kind,evidence\n"
        #expect(ReportDefinition(csv: head + "e,1,A,x,y,D101,line,sister") != nil)
        for bad in ["e,1,A,x,y,#1,line,sister", "e,1,A,x,y,Q101,line,sister", "e,2,A,x,y,D101,line,sister", "e,1,A"] {
            #expect(ReportDefinition(csv: head + bad) == nil, "\(bad)")
        }
        #expect(ReportDefinition.balanceSheet.rows.count == 40)
        #expect(ReportDefinition.balanceSheet.rows.contains { $0.evidence == .recalled })
    }
}
