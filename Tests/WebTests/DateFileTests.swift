import Kernel
import Testing

@testable import Web

/// What is taken along by calendars and feed readers.
@Suite("Dates and feeds") struct DateFileTests {
    @Test("A date file has universal times, escaped words and lines no longer than 75 bytes")
    func dates() throws {
        let at = try #require(CivilDate("2026-03-02")).start
        let name = "竞价开始 · 东坡村村东水浇地和村北的那一大片机动地，连同机井；含管护房"
        let file = DateFile([.init("lot-1-opens", at: at, name, link: "https://h/lots/lot-1")], now: at)
        let text = String(decoding: file.bytes, as: UTF8.self)
        // Midnight in Shanghai is four in the afternoon of the day before.
        #expect(text.contains("DTSTART:20260301T160000Z\r\n") && text.contains("UID:lot-1-opens@qianmo\r\n"))
        #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:\(name)\r\n"))
        let comma = DateFile([.init("a", at: at, "一, 二; 三", link: "https://h")], now: at)
        #expect(String(decoding: comma.bytes, as: UTF8.self).contains("SUMMARY:一\\, 二\\; 三\r\n"))
    }

    @Test("A feed names each entry by its address and escapes what it says")
    func feed() throws {
        let at = try #require(CivilDate("2026-03-02")).start
        let feed = NewsFeed(
            "公告", link: "https://h/notices.atom",
            [.init("租 <地>", link: "https://h/notices/n1", at: at, summary: "A & B")])
        let text = String(decoding: feed.bytes, as: UTF8.self)
        #expect(text.contains("<title>租 &lt;地&gt;</title><id>https://h/notices/n1</id>"))
        #expect(text.contains("<summary>A &amp; B</summary>") && text.hasPrefix("<?xml"))
    }
}
