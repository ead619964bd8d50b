import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing
import Web

@Suite("The money on the wall") struct WallTests {
    private struct Missing: Error {}

    private func wall(_ village: Village, _ query: [String: String] = [:], _ language: Language = .chinese) throws
        -> String
    {
        let route = try #require(Ledger.routes(database: village.database).first { $0.path == "/wall/{organisation}" })
        #expect(route.rule == .everyone)
        let request = PageRequest(
            path: "/wall/tanba-collective", parameters: ["organisation": "tanba-collective"], query: query,
            language: language, now: village.runner.now)
        guard case .page(let show) = route.handler, case .page(let page) = try show(request) else { throw Missing() }
        return page.body.markup
    }

    @Test("A closed month hangs on the wall in plain words, and an open one does not")
    func closed() throws {
        let village = try Village(
            at: "2026-03-05", openings: [debit("102", 1_000), credit("301", 1_000)], start: "2026-01-01")
        try village.post("2026-01-10", [debit("102", 500), credit("501", 500)], summary: "收到租金")
        try village.post("2026-01-11", [debit("514", 200), credit("102", 200)], summary: "修渠")
        try village.post("2026-01-12", [debit("101", 50), credit("102", 50)], summary: "提现金")
        try village.post("2026-02-03", [debit("513", 30), credit("101", 30)], summary: "买纸")
        #expect(try wall(village).contains("还没有结账的月份"))
        try village.confirmAndClose("2026-01")
        let january = try wall(village)
        for words in [
            "月末还有 ¥1,300.00", "月初有钱", "¥1,000.00", "今年以来共收 ¥500.00", "今年以来共花 ¥200.00", "出租、承包和经营收入",
            "公益花费（修路、保洁、养老）", "收到租金", "/log/",
        ] {
            #expect(january.contains(words), "\(words)")
        }
        // Money moved between own accounts is neither received nor paid; the open month is not shown.
        #expect(!january.contains("提现金") && !january.contains("买纸") && !january.contains("/vouchers/"))
        #expect(try wall(village, ["month": "2026-02"]).contains("还没有结账的月份"))
        #expect(try wall(village, [:], .english).contains("left at the end of"))
    }
}
