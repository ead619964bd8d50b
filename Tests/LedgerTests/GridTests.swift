import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing
import Web

@Suite("The voucher grid") struct GridTests {
    private func picker() throws -> AccountPicker {
        let village = try Village()
        return AccountPicker(
            try village.database.read { try BookQueries.accounts(village.organisation, in: $0) }, .chinese)
    }

    private func found(_ typed: String) throws -> String {
        switch try picker().find(typed) {
        case .one(let code): code.text
        case .none: "none"
        case .several(let some): some.map(\.code.text).joined(separator: " ")
        }
    }

    @Test(
        "An account is found by code, whole name, first letters, and the beginning of any of them; what is unclear is said",
        arguments: [
            ("513", "513"), ("513 管理费用", "513"), ("管理费用", "513"), ("glfy", "513"), ("管理", "513"),
            ("银行存款", "102"), ("yhck", "102"), ("YH", "102"), ("kcxj", "101"), ("xyz", "none"), ("999", "none"),
            ("15", "151 152 153 154"),
        ])
    func picks(_ typed: String, _ code: String) throws {
        #expect(try found(typed) == code)
    }

    private func upload(_ village: Village) throws -> Upload {
        let route = try #require(
            Ledger.routes(database: village.database).first { $0.path == "/books/{organisation}/voucher-grid" })
        guard case .upload(let upload) = route.handler else { throw Missing() }
        return upload
    }

    private struct Missing: Error {}

    private func request(_ village: Village, _ values: [String: String], _ query: [String: String] = [:]) -> PageRequest
    {
        PageRequest(
            path: "/books/tanba-collective/voucher-grid", parameters: ["organisation": "tanba-collective"],
            query: query, now: village.runner.now,
            principal: Principal(
                person: id("accountant", PersonName.self), role: .villageAccountant,
                office: id("accountant", OfficeName.self), division: id("p14", DivisionName.self)),
            form: FormState(values: values, key: "k1"))
    }

    private func text(_ result: PageResult) throws -> String {
        guard case .page(let page) = result else { throw Missing() }
        return page.body.markup
    }

    private static let typed = [
        "date": "2026-01-05", "summary": "买纸", "lines[0].account": "glfy", "lines[0].debitFen": "30.00",
        "lines[2].account": "yhck", "lines[2].creditFen": "20",
    ]

    @Test("What was typed is kept with sums and difference, rows are added, and equal sides make a draft under one key")
    func grid() throws {
        let village = try Village()
        let upload = try upload(village)
        #expect(try text(upload.page(request(village, [:]))).contains("name=\"lines[3].account\""))
        let open = try text(upload.page(request(village, Self.typed, ["rows": "8"])))
        #expect(open.contains("value=\"513 管理费用\"") && open.contains("差 ¥10.00"))
        #expect(open.contains("value=\"买纸\"") && open.contains("name=\"lines[7].account\""))
        let equal = request(village, Self.typed.merging(["lines[2].creditFen": "30"]) { $1 })
        #expect(try text(upload.page(equal)).contains("借贷相等"))
        let step = try #require(try upload.steps(equal).first)
        guard case .give(let command, let arguments, let key) = try step() else { throw Missing() }
        #expect(command == "ledger.draftVoucher" && key == "grid-k1")
        let draft = try DraftVoucher.read(arguments)
        #expect(draft.lines.map(\.account.text) == ["513", "102"] && draft.lines[1].credit == yuan(30))
        try village.give(draft)
        #expect(try text(upload.done(equal, [.given])).contains("录下一张"))
    }

    @Test("A row that cannot be read is answered at its field, and nothing is given")
    func wrong() throws {
        let village = try Village()
        let upload = try upload(village)
        let bad = request(village, Self.typed.merging(["lines[1].account": "15", "lines[1].debitFen": "x"]) { $1 })
        let page = try text(upload.page(bad))
        #expect(page.contains("4111") && page.contains("151 固定资产 / 152 累计折旧") && page.contains("value=\"x\""))
        let step = try #require(try upload.steps(bad).first)
        #expect(throws: Rejection.self) { try step() }
    }

    @Test("Every template has accounts of the chart on both sides, and fills the grid")
    func templates() throws {
        let village = try Village()
        for template in VoucherTemplate.all {
            #expect(!template.debit.isEmpty && !template.credit.isEmpty, "\(template.id)")
            for code in template.lines { #expect(Chart.of2023[code] != nil, "\(template.id) \(code)") }
        }
        #expect(VoucherTemplate.all.count > 30)
        let page = try text(try upload(village).page(request(village, [:], ["template": "P01"])))
        #expect(page.contains("value=\"513 管理费用\"") && page.contains("value=\"支付办公费\""))
    }
}
