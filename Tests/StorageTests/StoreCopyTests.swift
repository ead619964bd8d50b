import Kernel
import Storage
import StorageSQLite
import TestSupport
import Testing

@Suite("Moving an installation")
struct StoreCopyTests {
    private static let place = Migration(
        "place-001",
        [
            """
            CREATE TABLE place (
                id TEXT NOT NULL PRIMARY KEY,
                parent TEXT REFERENCES place(id),
                photo BLOB
            ) STRICT
            """
        ])

    private func store(_ isPostgres: Bool) throws -> any Database {
        let database: any Database = isPostgres ? try TestPostgres.database() : try SQLiteDatabase.inMemory()
        try Migrator(sample + [Self.place]).migrate(database, at: Instant(milliseconds: 5))
        return database
    }

    private func fill(_ database: any Database) throws {
        try database.write { tx in
            for id in 1...250 {
                try tx.append(
                    [.integer(Int64(id)), .text("名'\(id)"), id % 2 == 0 ? .null : .blob([0, 7]), .integer(3)],
                    to: "party")
                try tx.append([.integer(Int64(id)), .integer(Int64(id)), .integer(-1)], to: "deposit")
            }
            try tx.append([.integer(1), .text("leaf")], to: "leaf")
            // The child's key comes before its parent's.
            try tx.append([.text("z"), .null, .blob([])], to: "place")
            try tx.append([.text("a"), .text("z"), .null], to: "place")
        }
    }

    private func digests(_ database: any Database) throws -> [String] {
        try database.read { tx in
            try ["party", "deposit", "leaf", "place", "total"].map { name in
                try Dump.digest(of: ProjectedTable(name, key: name == "total" ? ["party", "month"] : ["id"]), in: tx)
            }
        }
    }

    private func move(_ source: any Database, _ target: any Database) throws {
        try fill(source)
        let copied = try source.read { from in try target.write { to in try StoreCopy.copy(from: from, to: to) } }
        #expect(copied.reduce(0) { $0 + $1.rows } == 503)
        #expect(try digests(source) == digests(target))
        // References and append-only tables hold again.
        #expect(failure { try target.write { tx in try tx.run("DELETE FROM place WHERE id = 'z'") } }?.isFailed == true)
        #expect(failure { try target.write { tx in try tx.run("DELETE FROM leaf") } }?.isFailed == true)
        #expect(
            failure { try source.read { from in try target.write { to in try StoreCopy.copy(from: from, to: to) } } }?
                .isFailed == true)
    }

    @Test("Every row arrives, and the receiving store must be empty")
    func sameKind() throws {
        try move(store(false), store(false))
    }

    @Test(
        "Every row arrives between the two kinds of store, both ways",
        .enabled(if: TestPostgres.isThere, "needs PostgreSQL: scripts/with-postgres.sh"), arguments: [true, false])
    func between(isFromPostgres: Bool) throws {
        try move(store(isFromPostgres), store(!isFromPostgres))
    }
}
