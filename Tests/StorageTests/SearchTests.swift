import Kernel
import Storage
import TestSupport
import Testing

@Suite("Searching a county's lots")
struct SearchTests {
    private static let index = BigramIndex(grams: "lot_gram", texts: "lot_words")

    /// 10,000 lots with titles put together from common words, so that the common pairs are very common.
    private func county() throws -> any Database {
        let database = try temporaryDatabase([
            Migration(
                "s-001",
                [
                    "CREATE TABLE lot (id TEXT NOT NULL PRIMARY KEY, title TEXT NOT NULL, price_fen INTEGER NOT NULL) STRICT"
                ]
                    + Self.index.schema)
        ])
        let places = ["红旗", "向阳", "东山", "西河", "大庄", "石桥", "柳林"]
        let things = ["耕地", "鱼塘", "果园", "厂房", "林地", "商铺", "四荒地", "农机"]
        try database.write { tx in
            for number in 0..<10_000 {
                let title =
                    "\(places[number % 7])村\(things[number % 8])土地经营权流转第\(number)号"
                    + (number == 4_321 ? "葡萄大棚" : "")
                try tx.append([.text("L\(number)"), .text(title), .integer(Int64(number))], to: "lot")
                try Self.index.set([title], for: "L\(number)", in: tx)
            }
        }
        return database
    }

    @Test("Ten thousand lots are searched by rare and by common words, the dearest first")
    func search() throws {
        let database = try county()
        for (typed, first) in [
            ("葡萄", "L4321"), ("土地经营权", "L9999"), ("红旗村 鱼塘", "L9961"), ("权", "L9999"), ("9999号", "L9999"),
        ] {
            let condition = try #require(Self.index.condition(typed, on: "lot.id"))
            let sql: SQL = "SELECT id FROM lot WHERE \(condition) ORDER BY price_fen DESC LIMIT \(20)"
            let rows = try database.read { tx in try tx.rows(sql) }
            #expect(rows.first == Row([.text(first)]), "\(typed)")
        }
    }
}
