import Kernel
import Storage
import Testing

private let now = Instant(milliseconds: 1_700_000_000_000)

extension Contract {
    static let schema: [Contract] = [
        Contract("migrations run once, in order") { database throws in
            let first = Migration("a-001", ["CREATE TABLE a (id INTEGER NOT NULL PRIMARY KEY) STRICT"])
            let second = Migration("b-001", ["CREATE TABLE b (a INTEGER NOT NULL REFERENCES a(id)) STRICT"])
            #expect(try Migrator([first]).migrate(database, at: now) == ["a-001"])
            #expect(try Migrator([first, second]).migrate(database, at: now) == ["b-001"])
            #expect(try Migrator([first, second]).migrate(database, at: now) == [])
        },
        Contract("an edited migration, a newer store and a doubled name are refused") { database throws in
            let good = Migration("a-001", ["CREATE TABLE a (id INTEGER NOT NULL PRIMARY KEY) STRICT"])
            let edited = Migration("a-001", ["CREATE TABLE a (id TEXT NOT NULL PRIMARY KEY) STRICT"])
            try Migrator([good]).migrate(database, at: now)
            #expect(throws: MigrationError.edited("a-001")) { try Migrator([edited]).migrate(database, at: now) }
            #expect(throws: MigrationError.unknown(["a-001"])) { try Migrator([]).migrate(database, at: now) }
            #expect(throws: MigrationError.duplicate("a-001")) {
                try Migrator([good, good]).migrate(database, at: now)
            }
        },
        Contract("a migration that fails leaves nothing of itself") { database throws in
            let bad = Migration(
                "a-001",
                ["CREATE TABLE a (id INTEGER NOT NULL PRIMARY KEY) STRICT", "INSERT INTO nowhere VALUES (1)"])
            #expect(failure { try Migrator([bad]).migrate(database, at: now) }?.isFailed == true)
            let good = Migration("a-001", ["CREATE TABLE a (id INTEGER NOT NULL PRIMARY KEY) STRICT"])
            #expect(try Migrator([good]).migrate(database, at: now) == ["a-001"])
        },
        Contract("a table is dumped in key order, one spelling per value") { database throws in
            try database.prepareSample()
            try database.write { tx throws in
                try tx.append([.integer(10), .text("乙\"\n"), .blob([0, 255]), .integer(3)], to: "party")
                try tx.append([.integer(9), .text("甲"), .null, .integer(0)], to: "party")
            }
            var lines: [String] = []
            let total = ProjectedTable("total", key: ["party", "month"])
            #expect(try database.read { tx in try Dump.keyColumns(of: total, in: tx) } == total.key)
            let table = ProjectedTable("party", key: ["id"])
            try database.read { tx in try Dump.lines(of: table, in: tx) { lines.append($0) } }
            #expect(lines == [#"9,"甲",null,0"#, #"10,"乙\"\n",x'00ff',3"#])
            let digest = try database.read { tx in try Dump.digest(of: table, in: tx) }
            #expect(digest == "5be78ba36f85c5094aff66c05268605fefaa3311bc535e5c3c900addcf0cdd59")
        },
        Contract("words of two Chinese characters are found, whatever surrounds them") { database throws in
            let index = BigramIndex(grams: "lot_gram", texts: "lot_words")
            try Migrator([Migration("s-001", index.schema)]).migrate(database, at: now)
            try database.write { tx throws in
                try index.set(["红旗村一组120亩耕地经营权", "ＡＢ12"], for: "L1", in: tx)
                try index.set(["产权交易所旁的鱼塘"], for: "L2", in: tx)
                try index.set(["老的名字"], for: "L3", in: tx)
                try index.set(["新的名字"], for: "L3", in: tx)
            }
            func found(_ typed: String) throws -> [String] {
                guard let condition = index.condition(typed, on: "all_ids.id") else { return ["*"] }
                return try database.read { tx throws in
                    try tx.rows(
                        """
                        SELECT id FROM (SELECT DISTINCT id FROM lot_gram) all_ids WHERE \(condition) ORDER BY id
                        """
                    ).map { try $0.get(0) }
                }
            }
            #expect(try found("产权") == ["L2"])
            #expect(try found("经营权") == ["L1"])
            #expect(try found("经营地") == [])
            #expect(try found("旁的鱼塘 产权") == ["L2"])
            #expect(try found("权") == ["L1", "L2"])
            #expect(try found("耕地 红旗村") == ["L1"])
            #expect(try found("ab１２") == ["L1"])
            #expect(try found("老的") == [])
            #expect(try found("新的") == ["L3"])
            #expect(try found("’；--") == ["*"])
        },
    ]
}
