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

    @Test("A public sheet is drawn once, another one beside it, and the oldest makes room")
    func kept() throws {
        let cache = PrintCache(most: 2)
        let first = try #require(cache.pdf(of: sheet()))
        #expect(cache.pdf(of: try sheet()) == first && cache.drawn == 1)
        for facts in 1...2 { #expect(cache.pdf(of: try sheet(facts: facts)) != nil) }
        #expect(cache.drawn == 3)
        #expect(cache.pdf(of: try sheet()) == first && cache.drawn == 4)
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
