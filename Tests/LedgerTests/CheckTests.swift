import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing
import Web

@Suite("Checks, methods, versions and dimensions") struct CheckTests {
    private static let paper = String(repeating: "c", count: 64)
    private let the2026 = AccountingYear(2026)!

    private func check(_ village: Village, _ kind: YearCheckKind, on date: String = "2026-12-30", year: Int = 2026)
        -> RecordYearCheck
    {
        RecordYearCheck(
            organisation: village.organisation, year: AccountingYear(year)!, kind: kind, date: day(date),
            finding: "相符")
    }

    @Test("Order 98 art. 62: each check of a year is recorded once, with its day, its finding and who recorded it")
    func yearChecks() throws {
        let village = try Village(at: "2026-12-31")
        village.refuses(.inTheFuture, check(village, .things, on: "2027-01-01"))
        village.refuses(.beforeBooks, check(village, .things, on: "2025-12-31"))
        village.refuses(.checkBeforeYear, check(village, .things, on: "2026-12-30", year: 2027))
        for kind in YearCheckKind.allCases {
            try village.give(check(village, kind), by: "station")
            village.refuses(.yearCheckKnown, check(village, kind))
        }
        let made = try village.database.read { try YearCheckQueries.list(village.organisation, the2026, in: $0) }
        #expect(Set(made.map(\.kind)) == Set(YearCheckKind.allCases))
        #expect(made.allSatisfy { $0.office.text == "station" && $0.date == day("2026-12-30") && $0.finding == "相符" })
        // The next year has checks of its own.
        try village.advance(to: "2027-01-02")
        try village.give(check(village, .things, on: "2027-01-02", year: 2027))
    }

    @Test(
        "Cainong 2021 no. 121 art. 29: nothing is distributed before assets are counted and claims and debts are cleared, and that is on record"
    )
    func beforeDistribution() throws {
        let village = try Village(at: "2027-01-05")
        try village.post("2026-06-01", [debit("102", 1_000), credit("501", 1_000)])
        for month in 1...11 { try village.confirmAndClose("2026-\(month < 10 ? "0" : "")\(month)") }
        try village.give(TransferResult(organisation: village.organisation, year: the2026))
        let distribute = DistributeResult(
            organisation: village.organisation, year: the2026, fund: yuan(200), resolution: "R-1")
        village.refuses(.checksMissing, distribute)
        try village.give(check(village, .things))
        try village.give(check(village, .vouchers))
        village.refuses(.checksMissing, distribute)
        try village.give(check(village, .debts))
        try village.give(distribute)
        #expect(try village.isRecounted())
        // A county that does not ask for it.
        let other = try Village(at: "2027-01-05")
        try other.post("2026-06-01", [debit("102", 1_000), credit("501", 1_000)])
        for month in 1...11 { try other.confirmAndClose("2026-\(month < 10 ? "0" : "")\(month)") }
        try other.give(TransferResult(organisation: other.organisation, year: the2026))
        try other.fix("books.year.checksFirst", 0)
        try other.give(distribute)
    }

    @Test(
        "Caikuai 2024 no. 12 art. 20(1): a change of the method of depreciation is an act with its reason, holds from the next month on, and stands in the notes"
    )
    func changeOfMethod() throws {
        let village = try Village(at: "2026-12-31")
        try village.give(
            OpenAssetCard(
                organisation: village.organisation, asset: id("pump", AssetName.self), name: "水泵",
                expense: account("511"), cost: Money(fen: 360_000), residual: 0, method: .straightLine, months: 36,
                inUse: day("2026-01-10")))
        for month in ["2026-02", "2026-03"] {
            try village.give(Depreciate(organisation: village.organisation, month: AccountingMonth(month)!))
        }
        func change(_ method: WearMethod, months: Int64? = nil, units: Int64? = nil) -> ChangeWearMethod {
            ChangeWearMethod(
                organisation: village.organisation, asset: id("pump", AssetName.self), method: method, months: months,
                units: units, reason: "用水季节性强")
        }
        village.refuses(.methodSame, change(.straightLine, months: 36))
        village.refuses(.badLife, change(.unitsOfWork, months: 12))
        village.refuses(.badLife, change(.unitsOfWork, units: 0))
        // 3,600.00 less two times 100.00 over 3,400 hours.
        try village.give(change(.unitsOfWork, units: 3_400))
        try village.give(
            Depreciate(
                organisation: village.organisation, month: AccountingMonth("2026-04")!,
                work: [AssetWork(asset: id("pump", AssetName.self), units: 25)]))
        #expect(
            village.runner.all(AssetsDepreciated.self).flatMap(\.worn).map(\.amount.fen) == [10_000, 10_000, 2_500])
        // 3,375.00 over ten months: nine times 337.50, and the last takes what is left.
        try village.give(change(.straightLine, months: 10))
        var month = AccountingMonth("2026-05")!
        while month <= AccountingMonth("2026-11")! {
            try village.give(Depreciate(organisation: village.organisation, month: month))
            month = month.next
        }
        #expect(village.runner.all(AssetsDepreciated.self).last?.worn.first?.amount.fen == 33_750)
        let notes = try village.database.read {
            try AssetCardQueries.changes(village.organisation, AccountingYear(2026)!, in: $0)
        }
        #expect(notes.map(\.from.description) == ["2026-04", "2026-05"])
        #expect(notes.map(\.net.fen) == [340_000, 337_500] && notes.allSatisfy { $0.reason == "用水季节性强" })
        let route = try #require(
            Ledger.routes(database: village.database).first { $0.path == "/books/{organisation}/statements" })
        #expect(try village.text(of: route).contains("附注：折旧方法变更"))
    }

    @Test(
        "Caikuai 2024 no. 12 art. 19: the list of invoices says of each whether it is verified, altered or red-cancelled"
    )
    func invoices() throws {
        let village = try Village(at: "2026-03-10")
        try village.register(party: "shop")
        let numbers = (0..<3).map { "2411200000000000000\($0)" }
        func register(_ number: String, _ fen: Int64, reds: String? = nil) throws {
            try village.give(
                RegisterInvoice(
                    organisation: village.organisation, number: id(number, InvoiceName.self), issued: day("2026-03-01"),
                    net: Money(fen: fen), tax: .zero, gross: Money(fen: fen), seller: nil, sellerCode: nil,
                    reds: reds.map { id($0, InvoiceName.self) }, digest: number))
        }
        func verify(_ number: String, _ verdict: InvoiceVerdict, on date: String = "2026-03-05") -> VerifyInvoice {
            VerifyInvoice(
                organisation: village.organisation, number: id(number, InvoiceName.self), verdict: verdict,
                date: day(date))
        }
        func claim(_ number: String) -> SubmitClaim {
            SubmitClaim(
                organisation: village.organisation, claim: id("C1", ClaimName.self), date: day("2026-03-05"),
                matter: "买纸", payee: id("shop", PartyName.self), amount: yuan(1), invoice: id(number, InvoiceName.self),
                photo: Self.paper)
        }
        try register(numbers[0], 10_000)
        try register(numbers[1], 10_000)
        try register(numbers[2], -10_000, reds: numbers[1])
        village.refuses(.noSuchInvoice, verify("24112000000000000009", .genuine))
        village.refuses(.inTheFuture, verify(numbers[0], .genuine, on: "2026-03-11"))
        try village.give(verify(numbers[0], .altered))
        village.refuses(.invoiceNotGenuine, claim(numbers[0]), by: "clerk", as: .villageClerk)
        village.refuses(.invoiceUsedUp, claim(numbers[1]), by: "clerk", as: .villageClerk)
        let route = try #require(
            Ledger.routes(database: village.database).first { $0.path == "/books/{organisation}/invoices" })
        let text = try village.text(of: route)
        #expect(text.contains("不一致或查无此票") && text.contains("已全额红冲") && text.contains("红冲 \(numbers[1])"))
        #expect(text.contains("共 3 张，未查验 2 张"))
        // Looked up again, the last answer counts.
        try village.give(verify(numbers[0], .genuine))
        #expect(try village.text(of: route).contains("查验相符"))
        try village.give(claim(numbers[0]), by: "clerk", as: .villageClerk)
    }

    @Test(
        "Caikuai 2024 no. 12 art. 20(3): what stands with each contract, project and asset is shown account by account")
    func dimensions() throws {
        let village = try Village(at: "2026-03-10")
        func line(
            _ code: String, debit: Int64? = nil, credit: Int64? = nil, project: String? = nil, asset: String? = nil
        )
            -> VoucherLine
        {
            VoucherLine(
                account(code), debit: debit.map { yuan($0) }, credit: credit.map { yuan($0) },
                project: project.map { id($0, ProjectName.self) }, asset: asset.map { id($0, AssetName.self) })
        }
        try village.post(
            "2026-03-01",
            [line("153", debit: 70, project: "well"), line("511", debit: 30, asset: "pump"), credit("102", 100)])
        try village.post("2026-03-02", [line("153", debit: 5, project: "well"), credit("102", 5)])
        try village.post("2026-03-03", [debit("102", 2), line("241", credit: 2, project: "well")])
        func found(_ dimension: Dimension, _ date: String) throws -> [String] {
            try village.database.read {
                try DimensionQueries.list(dimension, of: village.organisation, through: day(date), in: $0)
            }.map { "\($0.name) \($0.account) \($0.balance.fen)" }
        }
        #expect(try found(.project, "2026-03-10") == ["well 153 7500", "well 241 -200"])
        #expect(try found(.project, "2026-03-01") == ["well 153 7000"])
        #expect(try found(.asset, "2026-03-10") == ["pump 511 3000"])
        #expect(try found(.contract, "2026-03-10").isEmpty)
    }

    @Test(
        "Caikuai 2024 no. 12 art. 21(1): each check before posting is listed with its procedure, day and basis, and a county switches it"
    )
    func checks() throws {
        let village = try Village(at: "2026-12-31")
        let route = try #require(
            Ledger.routes(database: village.database).first { $0.path == "/books/{organisation}/checks" })
        #expect(Set(BookCheck.allCases.map(\.procedure)).count == 4)
        let text = try village.text(of: route)
        for check in BookCheck.allCases { #expect(text.contains(check.figure.title.zh), "\(check)") }
        #expect(text.contains("可以开关的 9 项，启用 7 项"))
        try village.fix("books.voucher.paperReason", 0)
        #expect(try village.text(of: route).contains("可以开关的 9 项，启用 6 项"))
        try village.give(village.posting("2026-12-01", [debit("513", 1), credit("102", 1)], papers: 0))
    }

    @Test(
        "Order 98 arts. 69, 71: a corrected report is kept as a version of its own, and each receiver of the first is told"
    )
    func correctedReport() throws {
        let village = try Village(at: "2027-02-10")
        for month in 1...12 { try village.confirmAndClose("2026-\(month < 10 ? "0" : "")\(month)") }
        func corrected(_ recipient: ReportRecipient, _ date: String) -> CorrectYearReport {
            CorrectYearReport(
                organisation: village.organisation, year: the2026, recipient: recipient, date: day(date),
                reason: "漏列一笔应付款", report: String(repeating: "d", count: 64), receipt: Self.paper)
        }
        village.refuses(.reportNotFiled, corrected(.township, "2027-02-05"))
        try village.give(
            FileYearReport(
                organisation: village.organisation, year: the2026, recipient: .township, date: day("2027-02-01"),
                receipt: Self.paper))
        village.refuses(.correctionBeforeReport, corrected(.township, "2027-01-31"))
        village.refuses(.inTheFuture, corrected(.township, "2027-02-11"))
        try village.give(corrected(.township, "2027-02-05"))
        village.refuses(.correctionBeforeReport, corrected(.township, "2027-02-04"))
        try village.give(corrected(.township, "2027-02-06"))
        village.refuses(.reportNotFiled, corrected(.finance, "2027-02-06"))
        let kept = try village.database.read { try ReportQueries.corrections(village.organisation, the2026, in: $0) }
        #expect(kept.map(\.version) == [2, 3] && kept.map(\.date) == [day("2027-02-05"), day("2027-02-06")])
        #expect(kept.allSatisfy { $0.report.hasPrefix("dddd") && $0.reason == "漏列一笔应付款" })
    }
}

extension Village {
    /// A page of these books in Chinese, as the accountant has it today.
    func text(of route: Route) throws -> String {
        guard case .page(let make) = route.handler else { return "" }
        let request = PageRequest(
            path: "/books/tanba-collective", parameters: ["organisation": "tanba-collective"], language: .chinese,
            now: runner.now, principal: principal("accountant"))
        guard case .page(let page) = try make(request) else { return "" }
        return page.body.markup
    }
}
