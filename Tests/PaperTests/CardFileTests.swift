import Foundation
import Kernel
import Paper
import TestSupport
import Testing
import Web

@Suite("Certificates on paper") struct CardFileTests {
    private func file(_ count: Int = 1, facts: Int = 5, words: String = "县职业技术学校", at: Instant = .example) -> CardFile {
        let cards = (0..<count).map { number in
            CardFile.Card(
                title: "专项职业能力证书", number: "证书编号 skill-\(number)", name: "买买提·艾力 𠮷田 Ŵŵ Łł",
                facts: (1...max(1, facts)).map { .init("事项\($0)", words) }, issuer: ["发证单位（盖章）", "石桥镇"],
                code: QRCode("https://county.example/1", label: Message(zh: "码", en: "code")),
                address: "https://county.example/1",
                back: .init(
                    title: "无网络查验码", notes: [String(repeating: "请用查验软件扫大码。", count: 6)],
                    code: QRCode(String(repeating: "k", count: 2_200), label: Message(zh: "码", en: "code"))))
        }
        return CardFile(title: "技能证书", subject: "skill-1", photo: "照片", cards: cards, at: at)
    }

    @Test(
        "A code on a page reads as its text, and the largest weighs at most 60 KB",
        .enabled(if: PDFTools.drawsPictures, "needs zbar-tools and libvips-tools"),
        arguments: ["https://county.example/1", String(repeating: "kQ7", count: 733), "a"])
    func onPage(text: String) throws {
        let code = try #require(QRCode(text, label: Message(zh: "码", en: "code")))
        let markup = code.html(.english).markup
        #expect(markup.utf8.count <= 60 * 1_024)
        let picture = markup.replacing("<svg ", with: "<svg xmlns=\"http://www.w3.org/2000/svg\" ")
        #expect(try PDFTools.code(svg: picture) == text)
    }

    @Test("The same certificates give the same bytes; another instant gives others, and none gives no file")
    func sameBytes() throws {
        let bytes = try #require(file().pdf())
        #expect(bytes.starts(with: Array("%PDF-".utf8)))
        #expect(file().pdf() == bytes)
        #expect(file(at: Instant.example.adding(seconds: 1)).pdf() != bytes)
        #expect(file(0).pdf() == nil)
    }

    @Test(
        "Each has a front and a back; rare characters are printed as they are written",
        .enabled(if: PDFTools.areThere, "needs poppler-utils"))
    func pages() throws {
        let bytes = try #require(file(3).pdf())
        #expect(try PDFTools.pages(bytes) == 6)
        let text = try PDFTools.text(bytes)
        for part in ["𠮷", "买买提·艾力", "ŵ", "ł", "无网络查验码", "skill-2"] { #expect(text.contains(part), "\(part)") }
    }

    @Test("Many facts stay above the foot in smaller letters; what could not be read is not printed")
    func size() {
        #expect(file(facts: 14).pdf() != nil)
        #expect(file(facts: 40, words: String(repeating: "字", count: 200)).pdf() == nil)
    }
}
