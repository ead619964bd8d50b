import Foundation
import Kernel
import Paper
import TestSupport
import Testing
import Web

@Suite("Sheets of paper") struct SheetTests {
    private func sheet(facts: Int = 3, words: String = "长治谷丰农业有限公司", at: String = "2026-03-02T09:00:00+08:00") throws
        -> Sheet
    {
        Sheet(
            title: "农村产权交易鉴证书", number: "140421-2026-T-A2-00001",
            facts: (1...facts).map { .init("事项\($0)", words) }, notes: ["请核对。"], issuer: ["鉴证单位"],
            code: QRCode("https://lease.example.cn/certificates/1", label: Message(zh: "码", en: "code")),
            address: "https://lease.example.cn/certificates/1", at: try #require(Instant(at)))
    }

    @Test("The same sheet gives the same bytes; another instant gives others")
    func sameBytes() throws {
        let bytes = try #require(try sheet().pdf())
        #expect(bytes.starts(with: Array("%PDF-".utf8)))
        #expect(try sheet().pdf() == bytes)
        #expect(try sheet(at: "2026-03-02T09:00:01+08:00").pdf() != bytes)
    }

    @Test("Many facts stay on one page in smaller letters", .enabled(if: PDFTools.areThere, "needs poppler-utils"))
    func onePage() throws {
        let bytes = try #require(try sheet(facts: 22).pdf())
        #expect(try PDFTools.pages(bytes) == 1)
        #expect(try PDFTools.text(bytes).contains("事项22"))
    }

    @Test("What cannot be read is not printed")
    func tooMuch() throws {
        #expect(try sheet(facts: 60, words: String(repeating: "字", count: 200)).pdf() == nil)
    }
}
