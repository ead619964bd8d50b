import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing
import Web
@testable import Workbook

@Suite("Several books together") struct AreaTests {
    private func request(
        _ path: String, _ query: [String: String] = [:], at now: String, _ language: Language = .chinese
    )
        -> PageRequest
    {
        PageRequest(
            path: path, parameters: ["organisation": "tanba-collective"], query: query, language: language,
            now: day(now).start,
            principal: Principal(
                person: id("accountant", PersonName.self), role: .villageAccountant,
                office: id("accountant", OfficeName.self), division: id("p14", DivisionName.self)))
    }

    private func text(_ village: Village, _ route: String, _ request: PageRequest) throws -> String {
        let route = try #require(Ledger.routes(database: village.database).first { $0.path == route })
        let result: PageResult? =
            switch route.handler {
            case .page(let page): try page(request)
            case .form(_, let page, _): try page(request)
            default: nil
            }
        guard case .page(let page)? = result else { return "" }
        return page.body.markup
    }

    @Test("The bands say numerator and denominator, who is left out, and lead down to each village")
    func bands() throws {
        let village = try Village(at: "2026-03-05")
        try village.post("2026-02-01", [debit("102", 60_000), credit("501", 60_000)], voucher: "V1")
        try village.post("2026-02-02", [debit("102", 90_000), credit("503", 90_000)], voucher: "V2")
        try village.database.write { tx in
            try tx.run(
                """
                INSERT INTO organisation (id, division, kind, name)
                VALUES ('silent-collective', 'p14', 'collective', '北沟村集体经济组织')
                """)
        }
        let here = "/statistics/income-bands"
        let shown = try text(village, here, request(here, at: "2026-03-05"))
        #expect(shown.contains("100.0%：1 个村里有 1 个") && shown.contains("另有 1 个村集体没有在这里记账"))
        #expect(shown.contains("¥60,000.00") && shown.contains("/books/tanba-collective/statements?at=2026-03-05"))
        // The band of another edge is empty.
        #expect(!(try text(village, here, request(here, ["band": "4"], at: "2026-03-05"))).contains("¥60,000.00"))
        // A month earlier there was nothing.
        #expect(
            try text(village, here, request(here, ["at": "2026-01-31"], at: "2026-03-05")).contains("0.0%：1 个村里有 0 个"))
    }

    @Test("What the bodies owe each other is taken out where both sides agree, and the union's result goes by capital")
    func union() throws {
        let (a, b, u) = (id("pa", PartyName.self), id("pb", PartyName.self), id("pu", PartyName.self))
        func book(_ name: String, _ balances: [(String, PartyID?, Int64)], _ moved: [(String, PartyID?, Int64)])
            -> UnionBook
        {
            func figures(_ rows: [(String, PartyID?, Int64)]) -> BookFigures {
                var figures = BookFigures()
                for (code, party, sum) in rows {
                    figures.details[.init(account: account(code), party: party), default: .zero] += yuan(sum)
                }
                return figures
            }
            return UnionBook(name: name, balances: figures(balances), movements: figures(moved))
        }
        let books = [
            book(
                "A", [("102", nil, 354_000), ("113", u, 56_000), ("141", u, 40_000)],
                [("501", u, -12_000), ("502", u, -4_000)]),
            book("B", [("102", nil, 200_000), ("141", u, 60_000)], [("502", u, -6_000)]),
            book(
                "U", [("102", nil, 181_000), ("211", a, -56_000), ("301", a, -40_000), ("301", b, -60_000)],
                [
                    ("322", a, 4_000), ("322", b, 6_000), ("501", nil, -90_000), ("511", nil, 55_000),
                    ("511", a, 12_000),
                ]),
        ]
        let whole = Consolidation(books, names: [a: "A", b: "B", u: "U"])
        #expect(whole.plainNet == yuan(45_000) && whole.net == yuan(35_000) && whole.mismatches.isEmpty)
        #expect(whole.attributed == ["A": yuan(21_200), "B": yuan(13_800)])
        #expect(whole.lines.reduce(Money.zero) { $0 + $1.plain } == .zero)
        let village = try Village(at: "2026-03-05")
        let here = "/statistics/consolidated"
        let page = UnionPage.page(3, whole, request(here, at: "2026-03-05")).body.markup
        #expect(page.contains("合并净收益 ¥35,000.00，简单相加是 ¥45,000.00") && page.contains("¥21,200.00"))
        try village.post("2026-02-01", [debit("102", 500), credit("501", 500)], voucher: "V1")
        #expect(
            try text(village, here, request(here, at: "2026-03-05", .english)).contains(
                "¥500.00 consolidated; ¥500.00 as a plain sum"))
    }

    @Test(
        "A voucher is copied by a link, and the form that corrects it has its accounts and asks for the difference only"
    )
    func correction() throws {
        let village = try Village(at: "2026-03-05")
        try village.post(
            "2026-02-01", [debit("513", 900), debit("511", 50), credit("102", 950)], voucher: "V1")
        var asked = request("/books/tanba-collective/vouchers/V1", at: "2026-03-05")
        asked = PageRequest(
            path: asked.path, parameters: ["organisation": "tanba-collective", "voucher": "V1"], now: asked.now,
            principal: asked.principal)
        #expect(
            try text(village, "/books/{organisation}/vouchers/{voucher}", asked).contains(
                "/books/tanba-collective/voucher-grid?copy=V1"))
        let form = try text(village, "/books/{organisation}/vouchers/{voucher}/correct", asked)
        #expect(form.contains("name=\"lines[2].account\" value=\"102\"") && form.contains("原记 ¥950.00"))
        #expect(!form.contains("<select name=\"lines[") && !form.contains("lines[0].creditFen"))
        // A line left empty stays as it is: what is booked has the two that differ.
        func line(_ code: String) -> VoucherLine { VoucherLine(account(code), debit: nil, credit: nil) }
        func correcting(_ lines: [VoucherLine]) -> CorrectVoucher {
            CorrectVoucher(
                organisation: village.organisation, voucher: id("V1", VoucherName.self), date: day("2026-03-01"),
                reason: "多记", lines: lines, reviewer: id("station", OfficeName.self))
        }
        try village.give(correcting([debit("513", -20), line("511"), credit("102", -20)]))
        #expect(village.runner.all(VoucherPosted.self).last?.lines == [debit("513", -20), credit("102", -20)])
        village.refuses(.tooFewLines, correcting([line("513"), line("511"), credit("102", -20)]))
        village.refuses(.belowOriginal, correcting([line("513"), debit("511", -51), credit("102", -51)]))
    }

    @Test("Vouchers, trial balance and statements are workbooks of the same figures, and the vouchers are read again")
    func workbooks() throws {
        let village = try Village(at: "2026-03-05")
        try village.post("2026-02-01", [debit("513", 950), credit("102", 950)], voucher: "V1", summary: "=1+1")
        func sheets(_ path: String) throws -> Workbook? {
            let route = try #require(
                Ledger.routes(database: village.database).first { $0.path == "/books/{organisation}" + path })
            guard case .file(_, let read) = route.handler,
                case .file(let bytes, let name) = try read(request("/books/tanba-collective" + path, at: "2026-03-05"))
            else { return nil }
            #expect(name.hasSuffix(".xlsx"))
            #expect(try bytes == again(read, path))
            return try Workbook(bytes)
        }
        func again(_ read: (PageRequest) throws -> FileResult, _ path: String) throws -> [UInt8] {
            guard case .file(let bytes, _) = try read(request("/books/tanba-collective" + path, at: "2026-03-05"))
            else { return [] }
            return bytes
        }
        let vouchers = try #require(try sheets("/vouchers.xlsx"))
        let words = try vouchers.sheet(0).tableLines()
        #expect("\(words)".contains("=1+1") && "\(words)".contains("950"))
        let balance = try #require(try sheets("/trial-balance.xlsx"))
        #expect(try "\(balance.sheet(0).tableLines())".contains("950"))
        let statements = try #require(try sheets("/statements.xlsx"))
        #expect(statements.sheets.map(\.name) == ["资产负债表", "收益表"])
        #expect(
            try text(village, "/books/{organisation}/statements", request("/books/x", at: "2026-03-05")).contains(
                "/books/tanba-collective/statements.xlsx?at=2026-03-05"))
    }
}
