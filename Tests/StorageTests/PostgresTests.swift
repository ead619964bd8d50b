import Dispatch
import Foundation
import Kernel
import Storage
import StoragePostgres
import StorageSQLite
import Synchronization
import TestSupport
import Testing

@Suite("The prefecture's store", .enabled(if: TestPostgres.isThere, "needs PostgreSQL: scripts/with-postgres.sh"))
struct PostgresTests {
    @Test("keeps the contract", arguments: Contract.all)
    func contract(_ contract: Contract) throws {
        try contract.check(TestPostgres.database())
    }

    @Test("refuses a second writer, who takes over once the first resigns, and the first must await its turn")
    func oneWriter() throws {
        let schema = TestPostgres.schemaName()
        let first = try TestPostgres.database(schema: schema)
        let second = try TestPostgres.database(schema: schema)
        try first.prepareSample()
        #expect(failure { try second.write { _ in } }?.isUnavailable == true)
        #expect(try second.count("party") == 0)
        #expect(try second.awaitWriter(while: { false }) == false)
        first.resignWriter()
        #expect(try second.awaitWriter())
        try second.write { tx in try tx.run("INSERT INTO party (id, name) VALUES (1, 'n')") }
        #expect(failure { try first.write { _ in } }?.isUnavailable == true)
        #expect(try first.count("party") == 1)
    }

    @Test("adds sums by their keys, however large the table has grown since the statement was first planned")
    func sumsByKey() throws {
        let database = try TestPostgres.database()
        try database.prepareSample()
        let tally = Tally("total", key: ["party", "month"], sums: ["paid_fen", "owed_fen"])
        for group in 0..<40 {
            try database.write { tx in
                for row in 0..<200 {
                    // Half of the rows are new, half were there before.
                    let party = Int64(group * 100 + row)
                    try tx.add([1, 1], at: [.integer(party), .text("2024-05")], to: tally)
                }
            }
        }
        try database.write { tx in
            _ = try tx.rows("SELECT count(*) FROM (SELECT pg_stat_force_next_flush()) AS flushed")
        }
        let (scanned, rows): (Int, Int) = try database.read { tx in
            (
                try tx.get(
                    """
                    SELECT CAST(COALESCE(seq_tup_read, 0) AS bigint) FROM pg_stat_user_tables
                    WHERE schemaname = current_schema() AND relname = 'total'
                    """), try tx.get("SELECT count(*) FROM total")
            )
        }
        #expect(rows == 4_100)
        // A scan for each group would have read some eighty thousand by now.
        #expect(scanned <= rows)
    }

    @Test("tells the writer once that its session died, so that it reads afresh, and then lets it write again")
    func sessionDies() throws {
        let schema = TestPostgres.schemaName()
        let database = try TestPostgres.database(schema: schema)
        try database.prepareSample()
        let session: Int = try database.write { tx in try tx.get("SELECT pg_backend_pid()") }
        let error = failure {
            try database.write { tx throws in
                try tx.run("INSERT INTO party (id, name) VALUES (1, 'n')")
                try database.read { other in _ = try other.rows("SELECT pg_terminate_backend(CAST(\(session) AS int4))")
                }
                Thread.sleep(forTimeInterval: 0.2)
            }
        }
        #expect(error?.isUnknown == true)
        #expect(!database.isWriter)
        #expect(try database.count("party") == 0)
        try database.write { tx in try tx.append([.integer(1), .text("n"), .null, .integer(0)], to: "party") }
        #expect(try database.count("party") == 1)
        // The same while it lay idle.
        let next: Int = try database.write { tx in try tx.get("SELECT pg_backend_pid()") }
        try database.read { tx in _ = try tx.rows("SELECT pg_terminate_backend(CAST(\(next) AS int4))") }
        Thread.sleep(forTimeInterval: 0.2)
        #expect(failure { try database.write { _ in } }?.isUnavailable == true)
        #expect(failure { try database.write { _ in } } == nil)
    }

    @Test("says at once when there is no server")
    func noServer() {
        let error = failure { _ = try PostgresDatabase(url: "postgresql://nobody@/none?host=/nowhere") }
        #expect(error?.isUnavailable == true)
    }

    @Test("takes large sets by COPY with the same values and the same refusals")
    func largeSets() throws {
        let database = try TestPostgres.database()
        try database.prepareSample()
        let name = "引'号\\\t\n\"x"
        try database.write { tx in
            for id in 1...5_000 {
                try tx.append(
                    [.integer(Int64(id)), .text(name), id % 2 == 0 ? .null : .blob([0, 255]), .integer(1)], to: "party")
                try tx.append([.integer(Int64(id)), .integer(Int64(id)), .integer(7)], to: "deposit")
            }
        }
        let sums = try database.read { tx in
            try tx.first(
                "SELECT count(*), sum(amount_fen), count(photo), min(name), max(name) FROM deposit JOIN party ON party.id = party"
            )
        }
        #expect(sums == Row([.integer(5_000), .integer(35_000), .integer(2_500), .text(name), .text(name)]))
        let error = failure {
            try database.write { tx in
                for id in 5_001...7_000 {
                    try tx.append([.integer(Int64(id)), .text("n"), .null, .integer(-1)], to: "party")
                }
            }
        }
        #expect(error?.isFailed == true)
        #expect(try database.count("party") == 5_000)
    }

    @Test("walks a table larger than its window, with other questions on the way")
    func windows() throws {
        let database = try TestPostgres.database()
        try database.prepareSample()
        try database.write { tx in
            for id in 1...2_500 { try tx.append([.integer(Int64(id)), .text("n"), .null, .integer(2)], to: "party") }
        }
        var sum: Int64 = 0
        try database.read { tx in
            try tx.each("SELECT id FROM party WHERE id > \(0) ORDER BY id") { row in
                if row.integer(0) % 500 == 0 {
                    sum += try tx.get("SELECT balance_fen FROM party WHERE id = \(row.integer(0))", as: Int64.self)
                }
            }
        }
        #expect(sum == 10)
    }

    @Test("tells listeners what was committed, and nothing of what was undone")
    func notices() throws {
        let database = try TestPostgres.database()
        let heard = Mutex<[PostgresNotice]>([])
        let arrived = DispatchSemaphore(value: 0)
        let channel = "lot_" + String(UUID().uuidString.lowercased().filter { $0.isLetter })
        let listener = try database.listen(to: [channel]) { notice in
            heard.withLock { $0.append(notice) }
            arrived.signal()
        }
        defer { listener.stop() }
        struct Undone: Error {}
        #expect(throws: Undone.self) {
            try database.write { tx in
                try PostgresDatabase.notify(channel, "0", in: tx)
                throw Undone()
            }
        }
        try database.write { tx in try PostgresDatabase.notify(channel, "17", in: tx) }
        #expect(arrived.wait(timeout: .now() + 10) == .success)
        #expect(heard.withLock { $0 } == [.notified(channel: channel, payload: "17")])
    }

    @Test("holds the same table as the embedded store when the same was done, and names a difference")
    func sameAsSQLite() throws {
        let stores: [any Database] = [try TestPostgres.database(), try SQLiteDatabase.inMemory()]
        for store in stores {
            try store.prepareSample()
            try store.write { tx in
                for id in 1...40 {
                    try tx.append([.integer(Int64(id)), .text("名\(id)"), .blob([1]), .integer(0)], to: "party")
                }
            }
        }
        let table = ProjectedTable("party", key: ["id"])
        func difference() throws -> TableDifference? {
            try stores[0].read { left in
                try stores[1].read { right in
                    try TableComparison(table, window: 7).firstDifference(found: left, wanted: right)
                }
            }
        }
        #expect(try difference() == nil)
        #expect(
            try stores[0].read { tx in try Dump.digest(of: table, in: tx) }
                == stores[1].read { tx in try Dump.digest(of: table, in: tx) })
        try stores[0].write { tx in try tx.run("UPDATE party SET name = 'x' WHERE id = 33") }
        #expect(try difference()?.description == "party [33]: name differs")
    }

    @Test("is told apart by statements that only one store understands")
    func unpreparedStatements() throws {
        let wrong = try unprepared(
            ["SELECT name FROM party WHERE id = \(1)", "SELECT rowid FROM party", "SELECT name FROM nowhere"],
            over: sample)
        #expect(wrong.count == 3)
        #expect(wrong.filter { $0.hasPrefix("PostgreSQL") }.count == 2)
    }
}

@Suite("From the one text to PostgreSQL's")
struct PostgresNumbersTests {
    @Test(
        "Numbers, types and table endings are translated; literals are not",
        .enabled(if: TestPostgres.isThere, "needs PostgreSQL"))
    func translated() throws {
        let database = try TestPostgres.database()
        let text: String = try database.read { tx in
            try tx.get("SELECT 'what? INTEGER' || CAST(\("!") AS TEXT) || CAST(CAST(\(5) AS INTEGER) AS TEXT)")
        }
        #expect(text == "what? INTEGER!5")
    }

    @Test("Sums far beyond a page come back exact", .enabled(if: TestPostgres.isThere, "needs PostgreSQL"))
    func numeric() throws {
        let database = try TestPostgres.database()
        let row = try database.read { tx in
            try tx.first(
                """
                SELECT CAST('9223372036854775807' AS numeric), CAST('-10000' AS numeric), CAST('0' AS numeric),
                CAST('12345678.0900' AS numeric), CAST('92233720368547758070' AS numeric), CAST('-0.5' AS numeric)
                """)
        }
        #expect(
            row
                == Row([
                    .integer(.max), .integer(-10_000), .integer(0), .text("12345678.0900"),
                    .text("92233720368547758070"), .text("-0.5"),
                ]))
    }
}
