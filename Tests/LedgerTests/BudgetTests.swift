import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing
import Web

@Suite("The yearly budget") struct BudgetTests {
    private func village() throws -> Village {
        let village = try Village(at: "2026-06-10")
        for (name, matter) in [("R-1", "budget"), ("R-2", "budget"), ("R-3", "distribution"), ("R-4", "budget")] {
            try village.record(resolution: name, matter)
        }
        return village
    }

    private func adopting(
        _ village: Village, _ lines: [(String, Int64)] = [("501", 10_000), ("513", 500)], year: Int = 2026,
        resolution: String = "R-1"
    ) -> AdoptBudget {
        AdoptBudget(
            organisation: village.organisation, year: AccountingYear(year)!,
            resolution: id(resolution, ResolutionName.self), lines: lines.map { PlannedLine(account($0.0), yuan($0.1)) }
        )
    }

    private func amending(
        _ village: Village, _ code: String, _ amount: Int64, year: Int = 2026, resolution: String = "R-2"
    ) -> AmendBudget {
        AmendBudget(
            organisation: village.organisation, year: AccountingYear(year)!,
            resolution: id(resolution, ResolutionName.self), account: account(code), amount: yuan(amount),
            reason: "开会另议")
    }

    private func budget(_ village: Village, _ year: Int = 2026) throws -> Budget? {
        try village.database.read { try BudgetQueries.find(village.organisation, AccountingYear(year)!, in: $0) }
    }

    @Test(
        "Cainong 2021 no. 121 art. 8: a budget rests on a resolution of the members about it, is entered once, and is amended by another"
    )
    func resolutions() throws {
        let village = try village()
        village.refuses(.noBudgetResolution, adopting(village, resolution: "R-9"))
        village.refuses(.noBudgetResolution, adopting(village, resolution: "R-3"))
        village.refuses(.noBudget, amending(village, "513", 600))
        try village.give(adopting(village), by: "clerk")
        village.refuses(.budgetAdopted, adopting(village, resolution: "R-4"))
        village.refuses(.resolutionOfOtherYear, adopting(village, year: 2025))
        village.refuses(.noBudgetResolution, amending(village, "513", 600, resolution: "R-3"))
        village.refuses(.budgetUnchanged, amending(village, "513", 500))
        village.refuses(.notPositive, amending(village, "513", -1))
        try village.give(amending(village, "513", 600))
        try village.give(amending(village, "514", 50))
        try village.give(adopting(village, year: 2025, resolution: "R-4"))
        village.refuses(.resolutionOfOtherYear, amending(village, "513", 700, resolution: "R-4"))
        let found = try #require(try budget(village))
        #expect(found.lines.map(\.account.text) == ["501", "513", "514"])
        #expect(found.lines.map(\.adopted) == [yuan(10_000), yuan(500), .zero])
        #expect(found.lines.map(\.planned) == [yuan(10_000), yuan(600), yuan(50)])
        #expect(found.changes.map(\.before) == [yuan(500), .zero])
        #expect(found.changes.map(\.after) == [yuan(600), yuan(50)])
    }

    @Test(
        "The form is a table: a row for every account of the plan with last year's figure; rows left empty do not count"
    )
    func table() throws {
        let village = try Village(at: "2027-01-10")
        try village.record(resolution: "R-1", "budget")
        try village.give(village.adding("51301", "办公费"))
        try village.post("2026-05-05", [debit("51301", 300), credit("102", 300)])
        try village.post("2026-06-05", [debit("102", 700), credit("501", 700)])
        let request = PageRequest(
            path: "/books/tanba-collective/budget/2027/adopt",
            parameters: ["organisation": "tanba-collective", "year": "2027"], language: .english,
            now: day("2027-01-10").start,
            principal: Principal(
                person: id("p", PersonName.self), role: .villageClerk, office: id("clerk", OfficeName.self),
                division: id("p14", DivisionName.self)))
        let route = try #require(
            Ledger.routes(database: village.database).first { $0.path == "/books/{organisation}/budget/{year}/adopt" })
        guard case .form(_, let page, _) = route.handler, case .page(let shown) = try page(request) else {
            Issue.record("no form")
            return
        }
        let markup = shown.body.markup
        let rows = markup.split(separator: "<tr role=\"row\">").map(String.init)
        let income = try #require(rows.first { $0.contains("value=\"501\"") })
        #expect(income.contains("¥700.00") && income.contains("amountFen"))
        #expect(try #require(rows.first { $0.contains("value=\"51301\"") }).contains("¥300.00"))
        #expect(rows.contains { $0.contains("value=\"151\"") } && !rows.contains { $0.contains("value=\"102\"") })
        // As the form sends it: every account, most without an amount.
        var plan = adopting(village, [], year: 2027)
        plan = AdoptBudget(
            organisation: plan.organisation, year: plan.year, resolution: plan.resolution,
            lines: ["501", "511", "513", "51301"].map { PlannedLine(account($0), $0 == "51301" ? yuan(400) : nil) })
        try village.give(plan, by: "clerk")
        #expect(try budget(village, 2027)?.lines.map(\.account.text) == ["51301"])
    }

    @Test("A plan names accounts of income and spending, each fen once")
    func accounts() throws {
        let village = try village()
        try village.give(village.adding("51301", "办公费"))
        village.refuses(.budgetEmpty, adopting(village, []))
        village.refuses(.accountUnknown, adopting(village, [("599", 1)]))
        for code in ["101", "113", "211", "311", "321"] {
            village.refuses(.notBudgetAccount, adopting(village, [(code, 1)]))
        }
        village.refuses(.budgetOverlaps, adopting(village, [("513", 1), ("51301", 1)]))
        village.refuses(.budgetOverlaps, adopting(village, [("513", 1), ("513", 1)]))
        village.refuses(.notPositive, adopting(village, [("513", 0)]))
        try village.give(adopting(village, [("151", 8), ("401", 8), ("51301", 8)]))
        village.refuses(.budgetOverlaps, amending(village, "513", 9))
        village.refuses(
            .booksNotOpen,
            AdoptBudget(
                organisation: id("elsewhere", OrganisationName.self), year: AccountingYear(2026)!,
                resolution: id("R-1", ResolutionName.self), lines: []))
    }

    @Test(
        "What vouchers used stands beside the plan, accounts below count, corrections take back, and the year-end transfer does not"
    )
    func use() throws {
        let village = try village()
        try village.give(adopting(village))
        try village.post("2026-01-03", [debit("101", 4_000), credit("501", 4_000)])
        try village.post("2026-02-03", [debit("513", 300), credit("101", 300)], voucher: "V1")
        try village.post("2026-02-04", [debit("513", 100), credit("101", 100)])
        try village.give(
            ReverseVoucher(
                organisation: village.organisation, voucher: id("V1", VoucherName.self), date: day("2026-02-05"),
                reason: "重记", reviewer: id("station", OfficeName.self)))
        #expect(try budget(village)?.lines.map(\.used) == [yuan(4_000), yuan(100)])
        try village.give(village.adding("51301", "办公费"))
        try village.post("2026-03-03", [debit("51301", 350), credit("101", 350)])
        try village.post("2026-03-04", [debit("515", 77), credit("101", 77)])
        #expect(try budget(village)?.lines.map(\.used) == [yuan(4_000), yuan(450)])
        #expect(try budget(village)?.lines.map(\.share) == [400, 900])
        #expect(try budget(village)?.lines.map(\.isOver) == [false, false])
        #expect(try budget(village)?.line(of: account("51301"))?.account == account("513"))
        try village.advance(to: "2027-01-05")
        for month in 1...11 { try village.confirmAndClose("2026-\(month < 10 ? "0" : "")\(month)") }
        try village.give(TransferResult(organisation: village.organisation, year: AccountingYear(2026)!))
        #expect(try budget(village)?.lines.map(\.used) == [yuan(4_000), yuan(450)])
        #expect(try village.isRecounted())
    }

    @Test(
        "Beyond the budget a voucher is warned of and booked; where the county's figure says so it is refused, posted at once or from a draft"
    )
    func overBudget() throws {
        let village = try village()
        try village.give(adopting(village))
        try village.post("2026-06-03", [debit("513", 480), credit("101", 480)])
        let over = village.posting("2026-06-04", [debit("513", 21), credit("101", 21)], voucher: "V2")
        let found = try #require(try budget(village))
        #expect(found.over(adding: over.lines).map(\.used) == [yuan(501)])
        #expect(found.over(adding: [debit("513", 20), credit("101", 20)]).isEmpty)
        #expect(found.over(adding: [debit("101", 99_999), credit("501", 99_999)]).isEmpty)
        let draft = try #require(
            try village.give(
                DraftVoucher(
                    organisation: village.organisation, date: day("2026-06-04"), summary: "办公", lines: over.lines)
            ).first as? VoucherDrafted
        ).draft
        try village.give(ReviewDraft(organisation: village.organisation, draft: draft), by: "station")
        try village.fix("budget.refuseOver", 1)
        village.refuses(.overBudget, over)
        village.refuses(.overBudget, PostDraft(organisation: village.organisation, draft: draft), by: "review")
        try village.post("2026-06-05", [debit("513", 20), credit("101", 20)])
        // Another account, and another year without a budget, are free.
        try village.post("2026-06-05", [debit("515", 900), credit("101", 900)])
        try village.fix("budget.refuseOver", 0)
        try village.give(over)
        #expect(try budget(village)?.lines.last?.isOver == true)
        let warned = try village.database.read {
            try BudgetWarning(posted: over.lines, on: over.date, village.organisation, in: $0)
        }
        #expect(warned.over.map(\.account.text) == ["513"])
    }
}
