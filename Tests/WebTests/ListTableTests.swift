import Kernel
import Testing

@testable import Web

/// The one list: found, ordered, paged, taken along; all of it in the address.
@Suite("Lists one looks through") struct ListTableTests {
    private static func table(_ query: [String: String], rows: Int = 120) -> ListTable {
        let request = PageRequest(path: "/r", query: query, now: Instant(milliseconds: 0))
        let format = Format(.chinese)
        return ListTable(
            request,
            columns: [
                .init("name", Message(zh: "名称", en: "Name")), .init("total", Message(zh: "总额", en: "Total"), .number),
            ],
            rows: (0..<rows).map { row in
                [
                    .text(row == 7 ? "=SUM(A1)" : "第\(row)块地", to: "/a/\(row)"),
                    row == 9 ? .money(nil, format) : .money(Money(fen: Int64((row * 37) % rows) * 100_000), format),
                ]
            })
    }

    private static func names(_ query: [String: String]) -> [String] { table(query).fitting.map { $0[0].plain } }

    @Test("Words find the rows they are all in, and an order is by value, not by its letters")
    func findsAndOrders() {
        #expect(
            Self.names(["q": "第11 地"]) == [11, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119].map { "第\($0)块地" })
        let totals = Self.table(["sort": "-total"]).fitting.compactMap { $0[1].order }
        #expect(totals == totals.sorted(by: >) && totals.first == 11_900_000)
        #expect(Self.table(["sort": "total"]).fitting.last?[1].plain == "", "what has no amount stands last")
    }

    @Test("What the address has besides is passed over")
    func unknown() {
        #expect(Self.names(["sort": "nonsense", "page": "minus", "what": "ever"]) == Self.names([:]))
    }

    @Test("A page shows fifty rows and how many there are, and its heads say what orders them")
    func pages() {
        let markup = Self.table(["sort": "total", "page": "3"]).html(.chinese).markup
        #expect(markup.contains("共 120 行") && markup.contains("第 3 页，共 3 页"), "\(markup.suffix(300))")
        #expect(markup.ranges(of: "<tr role=\"row\"><th role=\"rowheader\"").count == 20)
        #expect(markup.contains("aria-sort=\"ascending\"") && markup.contains("/r?sort=-total"))
        #expect(Self.table(["q": "没有这样的"]).html(.chinese).markup.contains("没有符合的行"))
    }

    @Test("The file has every fitting row, plain amounts, and no formula")
    func file() throws {
        let rows = try #require(ListTable.rows(of: [Self.table(["q": "SUM"])], "地块"))
        let text = String(decoding: rows.bytes().dropFirst(3), as: UTF8.self)
        #expect(text == "名称,总额\r\n'=SUM(A1),19000.00\r\n")
        #expect(rows.name == "地块.csv")
        let all = try #require(ListTable.rows(of: [Self.table([:])], "地块"))
        #expect(String(decoding: all.bytes(), as: UTF8.self).split(separator: "\r\n").count == 121)
    }
}
