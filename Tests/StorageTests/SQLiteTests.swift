import Dispatch
import Foundation
import Kernel
import Storage
import StorageSQLite
import Synchronization
import TestSupport
import Testing

@Suite("The embedded store")
struct SQLiteTests {
    @Test("A statement that takes long is told by its text, and no value of it")
    func slow() throws {
        let told = Mutex<[String]>([])
        SlowStatements.tell(from: 20) { words in told.withLock { $0.append(words) } }
        defer { SlowStatements.tell(from: 0) { _ in } }
        let (before, name) = (SlowStatements.count, "张三 secret")
        _ = try temporaryDatabase().read { tx in
            try tx.rows(
                """
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000)
                SELECT count(*) AS slow_one FROM n WHERE \(name) <> ''
                """)
        }
        let words = told.withLock { $0.filter { $0.contains("slow_one") } }
        #expect(words.count == 1 && SlowStatements.count > before)
        #expect(words.allSatisfy { $0.contains(" ms: WITH RECURSIVE") && !$0.contains("secret") })
    }

    @Test("keeps the contract", arguments: Contract.all)
    func contract(_ contract: Contract) throws {
        try contract.check(SQLiteDatabase.inMemory())
    }

    @Test("flushes fully before a commit answers: WAL and synchronous=FULL on the writer")
    func durable() throws {
        let database = try SQLiteDatabase.inMemory()
        try database.write { tx throws in
            #expect(try tx.get("PRAGMA synchronous", as: Int.self) == 2)
            #expect(try tx.get("PRAGMA journal_mode", as: String.self) == "wal")
            #expect(try tx.get("PRAGMA foreign_keys", as: Int.self) == 1)
            #expect(try tx.get("PRAGMA trusted_schema", as: Int.self) == 0)
        }
    }

    @Test("takes a double-quoted word for a name, not for a text")
    func doubleQuotes() throws {
        let database = try SQLiteDatabase.inMemory()
        #expect(failure { _ = try database.read { tx in try tx.rows(#"SELECT "misspelt""#) } }?.isFailed == true)
    }

    @Test("refuses a second writer, lets readers in, and lets go when closed")
    func oneWriter() throws {
        try inFolder { path in
            var writer: SQLiteDatabase? = try SQLiteDatabase(path: path)
            try writer?.prepareSample()
            #expect(failure { _ = try SQLiteDatabase(path: path) }?.isUnavailable == true)
            let reader = try SQLiteDatabase(path: path, access: .readOnly)
            #expect(try reader.count("party") == 0)
            try writer?.write { tx in try tx.run("INSERT INTO party (id, name) VALUES (1, 'n')") }
            #expect(try reader.count("party") == 1)
            #expect(failure { try reader.write { _ in } }?.isUnavailable == true)
            writer = nil
            _ = try SQLiteDatabase(path: path)
        }
    }

    @Test("says so when the file is no store of ours, or is not there")
    func notOurs() throws {
        try inFolder { path in
            #expect(failure { _ = try SQLiteDatabase(path: path, access: .readOnly) }?.isUnavailable == true)
            try Data(repeating: 65, count: 9_000).write(to: URL(filePath: path))
            #expect(failure { _ = try SQLiteDatabase(path: path) }?.isUnavailable == true)
        }
    }

    @Test("makes room in its log once it writes often, and keeps nothing of what it wrote for that")
    func logRoom() throws {
        try inFolder { path in
            let database = try SQLiteDatabase(path: path)
            try database.prepareSample()
            func length(_ suffix: String) throws -> Int {
                try Data(contentsOf: URL(filePath: path + suffix)).count
            }
            try database.write { tx in try tx.run("INSERT INTO party (id, name) VALUES (0, 'n')") }
            #expect(try length("-wal") < 1_000_000)
            for id in 1..<80 {
                try database.write { tx in try tx.run("INSERT INTO party (id, name) VALUES (\(id), 'n')") }
            }
            #expect(try length("-wal") > 16_000_000)
            #expect(try length("") < 1_000_000)
            let reader = try SQLiteDatabase(path: path, access: .readOnly)
            #expect(try reader.count("party") == 80)
            let left = try reader.read { tx in try tx.rows("SELECT 1 FROM sqlite_schema WHERE name = 'log_room'") }
            #expect(left.isEmpty)
            #expect(try reader.read { tx in try tx.get("PRAGMA integrity_check", as: String.self) } == "ok")
        }
    }

    @Test("finds after a sudden death what was committed, and nothing of what was not")
    func suddenDeath() throws {
        try inFolder { path in
            let database = try SQLiteDatabase(path: path)
            try database.prepareSample()
            try database.write { tx in try tx.run("INSERT INTO party (id, name) VALUES (1, 'committed')") }
            try database.write { tx throws in
                try tx.run("INSERT INTO party (id, name) VALUES (2, 'under way')")
                // The files as a kill -9 at this moment would leave them.
                try FileManager.default.copyItem(atPath: path, toPath: path + "-dead")
                try FileManager.default.copyItem(atPath: path + "-wal", toPath: path + "-dead-wal")
            }
            let after = try SQLiteDatabase(path: path + "-dead")
            let names = try after.read { tx in try tx.rows("SELECT name FROM party") }
            #expect(names == [Row([.text("committed")])])
        }
    }

    @Test("says unavailable when the disk is full, keeps what was committed, and works again when there is room")
    func diskFull() throws {
        let database = try SQLiteDatabase.inMemory()
        try database.prepareSample()
        try database.write { tx in try tx.append([.integer(1), .text("n"), .null, .integer(0)], to: "party") }
        let large = SQLValue.blob([UInt8](repeating: 1, count: 50_000))
        for swallows in [false, true] {
            let error = failure {
                try database.write { tx throws in
                    let pages: Int = try tx.get("PRAGMA page_count")
                    // A pragma takes no bound value.
                    #expect(pages < 60)
                    _ = try tx.rows("PRAGMA max_page_count = 60")
                    do {
                        for id in 2...20 {
                            try tx.savepoint {
                                try tx.append([.integer(Int64(id)), .text("n"), large, .integer(0)], to: "party")
                            }
                        }
                    } catch  where swallows {
                        // Whoever goes on regardless must not be told that all was written.
                        try tx.append([.integer(99), .text("n"), large, .integer(0)], to: "party")
                    }
                }
            }
            #expect(error?.isUnavailable == true)
            let rows = try database.read { tx in try tx.rows("SELECT id FROM party ORDER BY id") }
            #expect(rows == [Row([.integer(1)])], "\(swallows) \(String(describing: error))")
        }
        try database.write { tx in
            _ = try tx.rows("PRAGMA max_page_count = 100000")
            try tx.append([.integer(2), .text("n"), large, .integer(0)], to: "party")
        }
        #expect(try database.count("party") == 2)
    }

    @Test("is backed up whole while it is being written")
    func backup() throws {
        try inFolder { path in
            let database = try SQLiteDatabase(path: path)
            try database.prepareSample()
            try database.write { tx in try tx.run("INSERT INTO party (id, name) VALUES (1, 'before')") }
            let done = DispatchSemaphore(value: 0)
            try database.write { tx in
                try tx.run("INSERT INTO party (id, name) VALUES (2, 'after')")
                DispatchQueue.global().async {
                    try? database.backUp(to: path + "-copy")
                    done.signal()
                }
                _ = done.wait(timeout: .now() + 20)
            }
            let copy = try SQLiteDatabase(path: path + "-copy")
            #expect(try copy.read { tx in try tx.rows("SELECT name FROM party") } == [Row([.text("before")])])
            #expect(failure { try database.backUp(to: path + "-copy") }?.isFailed == true)
        }
    }

    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "qianmo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.appending(path: "store.sqlite").path)
    }
}

@Suite("Comparing and breaking stores")
struct ComparisonTests {
    private static let table = ProjectedTable("party", key: ["id"])

    private func pair(_ change: SQL, wanted other: SQL = "UPDATE party SET id = id") throws -> TableDifference? {
        let (found, wanted) = (try temporaryDatabase(sample), try temporaryDatabase(sample))
        for database in [found, wanted] {
            try database.write { tx throws in
                for id in 1...25 {
                    try tx.append([.integer(Int64(id)), .text("n\(id)"), .null, .integer(0)], to: "party")
                }
            }
        }
        try found.write { tx in try tx.run(change) }
        try wanted.write { tx in try tx.run(other) }
        return try found.read { left in
            try wanted.read { right in
                try TableComparison(Self.table, window: 10).firstDifference(found: left, wanted: right)
            }
        }
    }

    @Test("The first difference is named by table, key and column")
    func names() throws {
        #expect(try pair("UPDATE party SET id = id WHERE id = 1") == nil)
        #expect(
            try pair("UPDATE party SET balance_fen = 1 WHERE id >= 13")?.description
                == "party [13]: balance_fen differs")
        #expect(try pair("DELETE FROM party WHERE id = 20")?.description == "party [20]: row missing")
        #expect(try pair("DELETE FROM party WHERE id = 25")?.description == "party [25]: row missing")
        #expect(
            try pair("INSERT INTO party (id, name) VALUES (26, 'x')")?.description
                == "party [26]: row that should not be")
        // The same letter in one part and in two: one text to Swift, two to the databases and to the log.
        #expect(
            try pair(
                "UPDATE party SET name = 'e\u{301}' WHERE id = 1",
                wanted: "UPDATE party SET name = '\u{e9}' WHERE id = 1"
            )?.description == "party [1]: name differs")
        #expect(
            try pair("INSERT INTO party (id, name) VALUES (0, 'x')")?.description == "party [0]: row that should not be"
        )
    }

    @Test("A faulty store fails at the point it was told, and the rest is undone")
    func faults() throws {
        let base = try temporaryDatabase(sample)
        func attempt(_ fault: FaultyDatabase.Fault?) -> StorageError? {
            let database = FaultyDatabase(base, failing: fault)
            return failure {
                try database.write { tx throws in
                    _ = try tx.rows("SELECT 1")
                    try tx.run("DELETE FROM party")
                    try tx.append([.integer(1), .text("n"), .null, .integer(0)], to: "party")
                }
            }
        }
        #expect(attempt(.read(1))?.isUnavailable == true)
        #expect(attempt(.write(2))?.isUnavailable == true)
        #expect(attempt(.commit(1, happened: false))?.isUnknown == true)
        #expect(try base.count("party") == 0)
        #expect(attempt(.commit(1, happened: true))?.isUnknown == true)
        #expect(try base.count("party") == 1)
        #expect(attempt(nil) == nil)
    }
}

@Suite("What was overwritten") struct OverwrittenTests {
    @Test("What a row held before it was emptied stands neither in the file nor in its write-ahead log afterwards")
    func forgotten() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "qianmo-forget-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "store.sqlite").path
        let store = try SQLiteDatabase(path: path)
        let secret = "a secret that was written down once"
        try store.write { tx in
            try tx.run("CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT")
            try tx.run("INSERT INTO t VALUES (1, \(secret))")
        }
        func bytes() -> String {
            ["", "-wal"].map {
                String(decoding: FileManager.default.contents(atPath: path + $0) ?? Data(), as: UTF8.self)
            }.joined()
        }
        #expect(bytes().contains(secret))
        try store.write { _ = try $0.run("UPDATE t SET words = \("")") }
        #expect(bytes().contains(secret), "it is still there")
        #expect(store.forgetOverwritten())
        #expect(!bytes().contains(secret))
    }
}
