import Foundation
import Kernel
import Paper
import TestSupport
import Testing

@Suite("Ruled forms on paper") struct RuledPaperTests {
    private func paper(_ forms: Int, perPage: Int, words: String = "买办公用品") throws -> RuledPaper {
        RuledPaper(
            title: "记账凭证", subject: "某村",
            forms: (1...forms).map { number in
                RuledPaper.Form(
                    title: "记账凭证", head: ["某村集体经济组织", "2026-03-05", "记字第 \(number) 号"],
                    columns: [
                        .init("摘要", 5), .init("科目", 6), .init("借方", 3, isNumber: true), .init("贷方", 3, isNumber: true),
                    ],
                    rows: [
                        .init([words, "513_管理费用", "100,118,054.51", ""]),
                        .init([words, "102_银行存款", "", "100,118,054.51"]),
                        .init(["合计", "", "100,118,054.51", "100,118,054.51"], isSum: true),
                    ], ruled: 7, notes: ["大写：壹亿零壹拾壹万捌仟零伍拾肆元伍角壹分"], signatures: ["主管：", "记账：", "审核：", "出纳：", "制单："])
            }, perPage: perPage, at: try #require(Instant("2026-03-05T00:00:00+08:00")))
    }

    @Test("The same forms give the same bytes, and no forms give none")
    func sameBytes() throws {
        let bytes = try #require(try paper(3, perPage: 2).pdf())
        #expect(try paper(3, perPage: 2).pdf() == bytes)
        #expect(try paper(2, perPage: 2).pdf() != bytes)
        let empty = RuledPaper(
            title: "", subject: "", forms: [], at: try #require(Instant("2026-03-05T00:00:00+08:00")))
        #expect(empty.pdf() == nil)
    }

    @Test(
        "One or two forms stand on a page, each with its own head, sums and places to sign",
        .enabled(if: PDFTools.areThere, "needs poppler-utils"), arguments: [(1, 3), (2, 2)])
    func pages(perPage: Int, pages: Int) throws {
        let bytes = try #require(try paper(3, perPage: perPage).pdf())
        #expect(try PDFTools.pages(bytes) == pages)
        let text = try PDFTools.text(bytes).filter { !$0.isWhitespace }
        for number in 1...3 { #expect(text.contains("记字第\(number)号")) }
        #expect(text.components(separatedBy: "制单：").count == 4)
        #expect(text.components(separatedBy: "壹亿零壹拾壹万捌仟零伍拾肆元伍角壹分").count == 4)
    }

    @Test(
        "A cell too long for its two lines is cut and leaves the rest of the form in its place",
        .enabled(if: PDFTools.areThere))
    func longCell() throws {
        let bytes = try #require(try paper(1, perPage: 1, words: String(repeating: "很长的摘要", count: 40)).pdf())
        // What the dots stand for is in the file to be copied, so it is the lines that count: two for each of two rows.
        let lines = try PDFTools.text(bytes).split(separator: "\n")
        #expect((1...4).contains(lines.count { $0.contains("很长的摘要") }))
        #expect(lines.contains { $0.contains("制单：") })
        #expect(try PDFTools.pages(bytes) == 1)
    }
}
