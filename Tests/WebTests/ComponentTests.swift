import Kernel
import Testing
import Web

/// What single parts of a page promise.
struct ComponentTests {
    static let label = Message(zh: "面积", en: "Area")

    @Test("a table can become cards: each cell knows its column in the reader's language")
    func tableCards() {
        let table = DataTable(
            columns: [.init(Message(zh: "地块", en: "Parcel")), .init(Self.label, .number)], rows: [["东沟", "20 亩"]])
        #expect(table.html(.chinese).markup.contains("<td role=\"cell\" class=\"number\" data-label=\"面积\">20 亩</td>"))
        #expect(table.html(.english).markup.contains("data-label=\"Area\""))
        #expect(table.html(.chinese).markup.contains("<th role=\"rowheader\" scope=\"row\" class=\"text\">东沟</th>"))
    }

    @Test("an empty table says so instead of showing an empty grid")
    func emptyTable() {
        let markup = DataTable(columns: [.init(Self.label)], rows: []).html(.english).markup
        #expect(!markup.contains("<table") && markup.contains("Nothing here yet."))
    }

    @Test("a rejection shows its number, words, article and next step, and what else was wrong")
    func rejection() {
        let other = KernelRejection.missing(field: "start").rejection
        let rejection = Rejection(
            number: 3001, kind: .refused, text: Message(zh: "超过上限", en: "Too long"),
            next: Message(zh: "改短", en: "Shorten it"),
            basis: LegalBasis(Message(zh: "《民法典》第七百零五条", en: "Civil Code, art. 705"), source: "S1"), others: [other])
        let chinese = Callout(rejection).html(.chinese).markup
        for words in ["第 3001 号", "超过上限", "《民法典》第七百零五条", "改短", "第 1006 号"] { #expect(chinese.contains(words)) }
        let english = Callout(rejection).html(.english).markup
        for words in ["No. 3001", "Too long", "Civil Code, art. 705", "Shorten it"] { #expect(english.contains(words)) }
    }

    @Test(
        "a bar is as long as its share, whatever the amounts",
        arguments: [
            (Int64.max, Int64.max, 1_000), (Int64.max / 2, Int64.max, 499), (1, 4, 250), (0, 5, 0), (-5, 5, 0),
            (0, 0, 0),
        ])
    func bars(_ value: Int64, _ greatest: Int64, _ width: Int) {
        let chart = BarChart(Self.label, [.init("a", value, text: "a"), .init("b", greatest, text: "b")])
        #expect(chart.html(.chinese).markup.contains("<rect class=\"bar\" width=\"\(width)\" height=\"10\"/>"))
    }

    @Test("a price course of one point, of one moment, of one value and of extremes is still drawn")
    func courses() {
        let now = Rendered.now
        let series: [[(Int64, Int64)]] = [
            [(0, 5)], [(0, 5), (0, 9)], [(0, 5), (10, 5)], [(0, .min), (10, .max)], [(0, 0), (10, .max)],
        ]
        for points in series {
            let chart = LineChart(Self.label, points.map { .init(now.adding(milliseconds: $0.0), $0.1, text: "x") })
            #expect(MarkupChecker(chart.html(.english).markup).problems == [])
        }
        #expect(LineChart(Self.label, []).html(.english).markup.contains("Nothing here yet."))
    }

    @Test(
        "a pager stays within its pages, whatever the address says",
        arguments: [
            ("0", 1), ("-4", 1), ("9999999999999999999", 1), ("x", 1), ("3", 3), ("12", 5),
        ])
    func pager(_ typed: String, _ page: Int) {
        let request = PageRequest(path: "/lots", query: ["page": typed], language: .english, now: Rendered.now)
        #expect(Pager.page(of: request, pages: 5) == page)
        #expect(Pager(request, pages: 5).html(.english).markup.contains("Page \(page) of 5"))
        #expect(Pager(request, pages: 1).html(.english).isEmpty)
    }

    @Test("a search keeps the other filters and starts from the first page")
    func search() {
        let request = PageRequest(
            path: "/lots", query: ["q": "东沟", "state": "open", "page": "4"], language: .english, now: Rendered.now)
        let markup = SearchBox(request, label: Self.label).html(.english).markup
        #expect(markup.contains("name=\"state\" value=\"open\"") && markup.contains("value=\"东沟\""))
        #expect(!markup.contains("name=\"page\"") && markup.contains("href=\"/lots?state=open\""))
    }

    @Test("the addresses of static files change with their content and are plain")
    func assets() {
        for asset in StaticAsset.all {
            #expect(asset.path.hasPrefix("/static/") && asset.bytes.count > 200)
            #expect(asset.path.wholeMatch(of: /\/static\/[a-z]+-[0-9a-f]{16}\.(css|js|svg)/) != nil)
        }
    }
}
