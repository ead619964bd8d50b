import Foundation
import Kernel
package import Storage
package import StoragePostgres
import StorageSQLite

/// A fresh, empty store of its own for one test: SQLite in memory, or PostgreSQL when QIANMO_TEST_STORE says so.
package func temporaryDatabase() throws -> any Database {
    if TestPostgres.isDefault { try TestPostgres.database() } else { try SQLiteDatabase.inMemory() }
}

/// A fresh store with the modules' tables in it.
package func temporaryDatabase(_ migrations: [Migration]) throws -> any Database {
    let database = try temporaryDatabase()
    try Migrator(migrations).migrate(database, at: Instant(milliseconds: 0))
    return database
}

/// The private PostgreSQL of this run (`scripts/with-postgres.sh`).
///
///     @Test("…", .enabled(if: TestPostgres.isThere, "needs PostgreSQL: scripts/with-postgres.sh"))
package enum TestPostgres {
    package static let url = ProcessInfo.processInfo.environment["QIANMO_TEST_POSTGRES"]
    package static var isThere: Bool { url != nil }
    /// The whole suite is to run on PostgreSQL: `QIANMO_TEST_STORE=postgres`.
    package static let isDefault = ProcessInfo.processInfo.environment["QIANMO_TEST_STORE"] == "postgres"

    /// A name no other test has, for a schema.
    package static func schemaName() -> String {
        "test_" + UUID().uuidString.lowercased().replacing("-", with: "")
    }

    /// A store in a schema of its own, gone with the server.
    package static func database(schema: String = schemaName()) throws -> PostgresDatabase {
        guard let url else { throw StorageError.unavailable("no QIANMO_TEST_POSTGRES") }
        return try PostgresDatabase(url: url, schema: schema, readers: 4)
    }
}

/// Prepares statements on both stores over the same tables, so that none is SQLite's alone. Answers what went wrong,
/// a line each; PostgreSQL is left out when it is not there.
package func unprepared(_ statements: [SQL], over migrations: [Migration]) throws -> [String] {
    var wrong: [String] = []
    var stores: [(String, any Database)] = [("SQLite", try SQLiteDatabase.inMemory())]
    if TestPostgres.isThere { stores.append(("PostgreSQL", try TestPostgres.database())) }
    for (name, database) in stores {
        try Migrator(migrations).migrate(database, at: Instant(milliseconds: 0))
        for statement in statements {
            do {
                try database.read { tx in _ = try tx.rows("EXPLAIN \(statement)") }
            } catch {
                wrong.append("\(name): \(error)")
            }
        }
    }
    return wrong
}
