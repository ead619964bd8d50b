import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("Trial balance and statements") struct StatementTests {
    @Test("The four balance sheets of the worked year come out to the fen")
    func sheets() throws {
        let year = try WorkedYear()
        year.expectSheet(try year.statements("2024-01-01").sheet, column: 1)
        try year.post(["year"], through: "2024-06-30")
        let half = try year.statements("2024-06-30")
        year.expectSheet(half.sheet, column: 2)
        #expect(half.isBalanced && half.agree)
        let june = Dictionary(
            WorkedYear.rows(WorkedYear.income).map { ($0[0], WorkedYear.money($0[1])) }, uniquingKeysWith: { $1 })
        for (label, amount) in [("经营收入", "经营收入"), ("减：管理费用", "管理费用"), ("净收益", "净收益")] {
            #expect(half.income[label]?.amounts[1] == june[amount], "\(label)")
        }
    }

    private func done() throws -> WorkedYear {
        let year = try WorkedYear()
        try year.post(["year"])
        return year
    }

    @Test("The year before and after its transfer by hand: the sheet moves, the income statement does not")
    func byHand() throws {
        let year = try done()
        let before = try year.statements("2024-12-31")
        year.expectSheet(before.sheet, column: 3)
        try year.post(["closing"])
        let closed = try year.statements("2024-12-31")
        #expect(closed.income.lines.prefix(13).map(\.amounts) == before.income.lines.prefix(13).map(\.amounts))
        try year.post(["distribution"])
        try expectYear(year)
    }

    private func expectYear(_ year: WorkedYear) throws {
        let statements = try year.statements("2024-12-31")
        year.expectSheet(statements.sheet, column: 4)
        #expect(statements.isBalanced && statements.agree)
        let expected: [(String, Int64)] = [
            ("经营收入", 80_000), ("投资收益", 15_000), ("补助收入", 120_000), ("减：经营支出", 41_000),
            ("减：税金及附加", 1_300), ("减：管理费用", 34_860), ("经营收益", 137_840), ("加：其他收入", 3_200),
            ("减：公益支出", 16_800), ("减：其他支出", 7_540), ("收益总额", 116_700), ("减：所得税费用", 0),
            ("净收益", 116_700), ("加：年初未分配收益", 182_600), ("加：其他转入", 0), ("可分配收益", 299_300),
            ("减：提取公积公益金", 23_340), ("减：向成员分配", 45_000), ("减：其他分配", 0), ("年末未分配收益", 230_960),
        ]
        #expect(statements.income.lines.map(\.row.label.zh) == expected.map(\.0))
        #expect(statements.income.lines.map { $0.amounts[1] } == expected.map { yuan($0.1) })
        // The first year has no year before it; the month column holds December alone.
        #expect(statements.income.lines.allSatisfy { $0.amounts[2] == nil })
        #expect(statements.sheet["未分配收益"]?.amounts == [yuan(230_960), yuan(182_600)])
    }

    /// books.md 1.6: the open question is data.
    @Test("With 503 below the operating result only that row differs, 137,840 or 17,840")
    func placeOf503() throws {
        let year = try done()
        let above = try year.statements("2024-12-31").income
        let below = try year.statements("2024-12-31", .incomeBelow).income
        #expect(above["经营收益"]?.amounts[1] == yuan(137_840) && below["经营收益"]?.amounts[1] == yuan(17_840))
        for label in ["收益总额", "净收益", "可分配收益", "年末未分配收益"] {
            #expect(above[label]?.amounts == below[label]?.amounts, "\(label)")
        }
    }

    @Test("Months closed and the year end done by the program: the same statements to the fen, once only")
    func byProgram() throws {
        let year = try done()
        let village = year.village
        let the2024 = AccountingYear(2024)!
        let transfer = TransferResult(organisation: village.organisation, year: the2024)
        village.refuses(.monthNotNext, transfer)
        try year.closeMonths(through: 11)
        village.refuses(.notReviewed, transfer)
        try village.give(
            ConfirmVouchers(organisation: village.organisation, month: the2024.december), by: "station")
        let distribute = DistributeResult(
            organisation: village.organisation, year: the2024, fund: yuan(23_340),
            members: ["11301", "11302", "11303"].map { MemberShare(account: account($0), amount: yuan(15_000)) },
            resolution: "R-2024-9")
        village.refuses(.yearNotTransferred, distribute)
        // BK-03: December does not close over a result.
        let open = #expect(throws: Rejection.self) { try village.give(village.closing("2024-12")) }
        #expect(open?.flattened.allSatisfy { $0.number == LedgerRefusal.notNil.number } == true)
        #expect(open?.flattened.first?.text.zh.contains("501") == true)
        try village.give(transfer)
        village.refuses(.yearTransferred, transfer)
        try village.give(distribute)
        village.refuses(.yearDistributed, distribute)
        try expectYear(year)
        let expected = WorkedYear.rows(WorkedYear.trialBalance).filter { $0[8] != "0.00" }
        let closings = try village.trialBalance(through: "2024-12-31").lines.filter { $0.closing != .zero }
        #expect(closings.map(\.account.text) == expected.map { $0[0] })
        #expect(closings.map(\.closing) == expected.map { WorkedYear.money($0[8]) })
        try year.village.give(village.closing("2024-12"))
        #expect(try village.isRecounted())
        // Carried to the next year: the sheet of 1 January is that of 31 December.
        let next = try year.statements("2025-01-01")
        #expect(next.sheet.lines.map(\.amount) == (try year.statements("2024-12-31")).sheet.lines.map(\.amount))
        #expect(next.income["净收益"]?.amounts == [.zero, .zero, yuan(116_700)])
    }

    /// BK-21.
    @Test("A distributed year is undone step by step, in reverse order, with a reason, and done again")
    func undone() throws {
        let year = try done()
        let village = year.village
        let the2024 = AccountingYear(2024)!
        let undo = UndoYearEnd(organisation: village.organisation, year: the2024, reason: "漏记一笔收入")
        village.refuses(.nothingToUndo, undo, by: "review")
        try year.closeMonths(through: 11)
        try village.give(
            ConfirmVouchers(organisation: village.organisation, month: the2024.december), by: "station")
        let before = try village.trialBalance(through: "2024-12-31")
        let transfer = TransferResult(organisation: village.organisation, year: the2024)
        try village.give(transfer)
        try village.give(
            DistributeResult(
                organisation: village.organisation, year: the2024, fund: yuan(100),
                members: [MemberShare(account: account("11301"), amount: yuan(50))], resolution: "R-1"))
        try village.give(village.closing("2024-12"))
        village.refuses(.monthClosed, undo, by: "review")
        try village.give(village.reopening("2024-12"), by: "review")
        try village.give(undo, by: "review")
        try village.give(undo, by: "review")
        village.refuses(.nothingToUndo, undo, by: "review")
        let reds = village.runner.all(VoucherPosted.self).filter { $0.origin == .reversal }.suffix(6)
        let booked = village.runner.all(VoucherPosted.self).filter { [.closing, .distribution].contains($0.origin) }
        #expect(Array(reds.map(\.reverses)) == booked.reversed().map(\.voucher))
        let after = try village.trialBalance(through: "2024-12-31")
        #expect(
            after.lines.filter { $0.closing != .zero }.map(\.closing)
                == before.lines.filter { $0.closing != .zero }.map(\.closing))
        #expect(try year.statements("2024-12-31").income["净收益"]?.amounts[1] == yuan(116_700))
        try village.give(transfer)
    }

    @Test("Nothing is distributed over a loss or beyond what there is, and only to accounts of members")
    func guards() throws {
        let year = try done()
        let village = year.village
        let the2024 = AccountingYear(2024)!
        try year.closeMonths(through: 11)
        try village.post("2024-12-31", [debit("515", 400_000), credit("301", 400_000)])
        try village.give(
            ConfirmVouchers(organisation: village.organisation, month: the2024.december), by: "station")
        try village.give(TransferResult(organisation: village.organisation, year: the2024))
        func distribute(cover: Int64 = 0, fund: Int64, members: [MemberShare] = []) -> DistributeResult {
            DistributeResult(
                organisation: village.organisation, year: the2024, cover: yuan(cover), fund: yuan(fund),
                members: members, resolution: "R-1")
        }
        // 182,600 + 116,700 − 400,000 = −100,700.
        village.refuses(.lossFirst, distribute(fund: 1))
        village.refuses(.lossFirst, distribute(cover: 100_699, fund: 1))
        village.refuses(.overDistributed, distribute(cover: 100_700, fund: 1))
        village.refuses(
            .notMemberAccount, distribute(fund: 0, members: [MemberShare(account: account("211"), amount: yuan(1))]))
        village.refuses(.notPositive, distribute(fund: 0, members: [MemberShare(amount: .zero)]))
        try village.give(distribute(cover: 100_700, fund: 0))
        let statements = try year.statements("2024-12-31")
        #expect(statements.income["加：其他转入"]?.amounts[1] == yuan(100_700))
        #expect(statements.income["年末未分配收益"]?.amounts[1] == .zero && statements.agree)
    }

    /// BK-02: books that begin inside a year bring its income and expense along.
    @Test("Openings of income and expense count in the statement of their year")
    func openedInside() throws {
        let village = try Village(
            at: "2025-01-02",
            openings: [
                debit("102", 142_540), credit("501", 54_000), credit("503", 120_000), credit("504", 1_200),
                debit("513", 27_860), debit("514", 4_800),
            ], start: "2024-07-01")
        try village.post("2024-07-15", [debit("102", 26_000), credit("501", 26_000)])
        func year() throws -> Statement {
            let found = try village.database.read {
                try StatementQueries.statements(village.organisation, at: day("2024-12-31"), in: $0)
            }
            return try #require(found).income
        }
        let expected: [(String, Int64)] = [
            ("经营收入", 80_000), ("补助收入", 120_000), ("减：管理费用", 27_860), ("减：公益支出", 4_800),
            ("加：其他收入", 1_200), ("净收益", 168_540),
        ]
        for (label, amount) in expected { #expect(try year()[label]?.amounts[1] == yuan(amount), "\(label)") }
        for month in 7...11 { try village.confirmAndClose("2024-\(month < 10 ? "0" : "")\(month)") }
        let transfer = TransferResult(organisation: village.organisation, year: AccountingYear(2024)!)
        try village.give(transfer)
        for (label, amount) in expected { #expect(try year()[label]?.amounts[1] == yuan(amount), "\(label)") }
        village.refuses(.yearTransferred, transfer)
    }

    /// bh-01, as the accountant did it.
    @Test("A transfer to 321 by hand leaves the income statement as it was")
    func handTransfer() throws {
        let village = try Village(at: "2026-12-31")
        try village.post("2026-06-30", [debit("102", 24_000), credit("501", 24_000)])
        try village.post("2026-09-30", [debit("513", 5_000), credit("102", 5_000)])
        try village.post("2026-12-31", [debit("501", 24_000), credit("321", 24_000)])
        try village.post("2026-12-31", [debit("321", 5_000), credit("513", 5_000)])
        let found = try village.database.read {
            try StatementQueries.statements(village.organisation, at: day("2026-12-31"), in: $0)
        }
        let income = try #require(found).income
        #expect(income["经营收入"]?.amounts[1] == yuan(24_000) && income["减：管理费用"]?.amounts[1] == yuan(5_000))
        #expect(income["净收益"]?.amounts[1] == yuan(19_000))
        #expect(village.runner.all(VoucherPosted.self).map(\.origin) == [.manual, .manual, .closing, .closing])
    }

    /// bh-03: by household, on one account and on several, over the year and inside a month.
    @Test("113 stands on both sides by household, never netted, at any day")
    func twoSides() throws {
        let village = try Village(at: "2026-03-20")
        for name in ["jia", "yi"] { try village.register(party: name) }
        func line(_ party: String?, debit: Int64 = 0, credit: Int64 = 0) -> VoucherLine {
            VoucherLine(
                account("113"), debit: debit > 0 ? yuan(debit) : nil, credit: credit > 0 ? yuan(credit) : nil,
                party: party.map { id($0, PartyName.self) })
        }
        try village.post("2026-02-03", [line("jia", debit: 8_600), credit("501", 8_600)])
        try village.post("2026-03-05", [debit("102", 3_100), line("yi", credit: 3_100)])
        try village.post("2026-03-06", [debit("102", 50), line(nil, credit: 50)])
        for (date, owing) in [("2026-02-28", 0), ("2026-03-05", 3_100), ("2026-03-06", 3_150), ("2026-03-31", 3_150)] {
            let found = try village.database.read {
                try StatementQueries.statements(village.organisation, at: day(date), in: $0)
            }
            let sheet = try #require(found).sheet
            #expect(sheet["应收款项"]?.amount == yuan(8_600) && sheet["应付款项"]?.amount == yuan(Int64(owing)), "\(date)")
            #expect(found?.isBalanced == true)
        }
        let aged = try village.database.read {
            try PartyBalanceQueries.list(village.organisation, through: AccountingMonth("2026-06")!, in: $0)
        }
        #expect(aged.map(\.amount) == [yuan(-50), yuan(8_600), yuan(-3_100)])
        #expect(aged.map(\.ages)[1] == [.zero, yuan(8_600), .zero, .zero])
    }

    @Test("The trial balances of all villages are those of each village")
    func allVillages() throws {
        let village = try done().village
        let months = (AccountingMonth(day("2024-02-01")), AccountingMonth(day("2024-03-01")))
        var all: [TrialBalance] = []
        try village.database.read { tx in
            try TrialBalanceQueries.each(from: months.0, through: months.1, in: tx) { all.append($0) }
        }
        #expect(all == [try village.trialBalance(through: "2024-03-31", from: "2024-02")])
    }

    @Test("The month before the first of all, and the one after the last, begin on a day there is")
    func farMonths() {
        #expect(AccountingMonth.opening.firstDay == CivilDate(dayNumber: .min))
        #expect(AccountingMonth.opening.previous.lastDay >= CivilDate(dayNumber: .min))
        #expect(AccountingMonth(index: 10_000 * 12).firstDay == CivilDate(dayNumber: .max))
        #expect(AccountingMonth(CivilDate(dayNumber: .max)).next.lastDay <= CivilDate(dayNumber: .max))
    }
}
