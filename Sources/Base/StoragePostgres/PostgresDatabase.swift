import Foundation
package import Storage
import Synchronization

/// The store of a prefecture: a PostgreSQL server, one writing program at a time, any number of reading ones.
///
/// The writer is who holds an advisory lock on its session; a program that loses the session has lost its term. It is
/// refused until it takes part again with `awaitWriter`, and must then read afresh whatever it remembered of the
/// store, for another may have written meanwhile.
package final class PostgresDatabase: Database {
    package enum Access: Sendable {
        case readWrite
        case readOnly
    }

    private enum Term {
        /// Never held: the first `write` tries for it.
        case notYet
        case held(PostgresConnection)
        case lost
    }

    let settings: PostgresSettings
    private let access: Access
    private let pool: PostgresPool
    private let term = Mutex(Term.notYet)
    /// Held while a transaction writes.
    private let turn = NSLock()

    /// `url`: `postgres://user@host/database` or any other connection string of libpq. `schema`: made where missing.
    package init(url: String, schema: String? = nil, access: Access = .readWrite, readers: Int = 8)
        throws(StorageError)
    {
        precondition(schema?.utf8.allSatisfy { ($0 | 0x20) != UInt8(ascii: "\"") } ?? true, "not a name for a schema")
        settings = PostgresSettings(url: url, schema: schema)
        self.access = access
        pool = PostgresPool(settings, maximum: readers)
        try prepare()
    }

    /// True while this program holds the writer's lock, as far as it knows.
    package var isWriter: Bool {
        term.withLock { if case .held = $0 { true } else { false } }
    }

    /// Waits for the writer's lock, trying four times a second while `isPatient` says so; false when patience ended
    /// first. Keeps trying while the server is away. After `true` nothing remembered of the store's content counts.
    package func awaitWriter(while isPatient: () -> Bool = { true }) throws(StorageError) -> Bool {
        guard access == .readWrite else { throw Self.readingOnly }
        repeat {
            turn.lock()
            let isWriter = (try? takeTerm()) != nil
            turn.unlock()
            if isWriter { return true }
            Thread.sleep(forTimeInterval: 0.25)
        } while isPatient()
        return false
    }

    /// Gives the lock up, so that a waiting program takes over at once.
    package func resignWriter() {
        turn.lock()
        term.withLock { $0 = .lost }
        turn.unlock()
    }

    package func read<Result>(_ body: (any ReadTransaction) throws -> Result) throws -> Result {
        let connection = try pool.take()
        defer { pool.giveBack(connection) }
        let transaction = PostgresTransaction(
            connection, beginning: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        defer { transaction.rollback() }
        return try body(transaction)
    }

    @discardableResult
    package func write<Result>(_ body: (any WriteTransaction) throws -> Result) throws -> Result {
        guard access == .readWrite else { throw Self.readingOnly }
        turn.lock()
        defer { turn.unlock() }
        let connection = try writer()
        let transaction = PostgresTransaction(connection, beginning: "BEGIN")
        defer { if transaction.isConnectionLost || !connection.isAlive { term.withLock { $0 = .lost } } }
        let result: Result
        do {
            result = try body(transaction)
        } catch {
            transaction.rollback()
            throw error
        }
        try transaction.commit()
        return result
    }

    private func writer() throws(StorageError) -> PostgresConnection {
        switch term.withLock({ $0 }) {
        case .held(let connection):
            if connection.isAlive { return connection }
            term.withLock { $0 = .lost }
            throw Self.termEnded
        case .lost: throw Self.termEnded
        case .notYet: return try takeTerm()
        }
    }

    /// With `turn` held. Throws when another program writes.
    private func takeTerm() throws(StorageError) -> PostgresConnection {
        if case .held(let connection) = term.withLock({ $0 }), connection.isAlive { return connection }
        let connection = try PostgresConnection(settings)
        let rows = try connection.ask("SELECT pg_try_advisory_lock(2145, hashtext(current_schema()))")
        guard rows.first?.values.first == .integer(1) else {
            throw .unavailable("another program is writing to this PostgreSQL database")
        }
        // Statements that build a schema or take in a city may last.
        try connection.simple("SET statement_timeout = 0")
        term.withLock { $0 = .held(connection) }
        return connection
    }

    /// Makes the schema, and refuses a database that would sort text otherwise than by its bytes.
    private func prepare() throws(StorageError) {
        let connection = try pool.take()
        defer { pool.giveBack(connection) }
        let order = try connection.ask(
            "SELECT datcollate FROM pg_database WHERE datname = current_database()")
        guard case .text(let name)? = order.first?.values.first, Self.byteOrders.contains(name) else {
            throw .unavailable("the database must be created with --locale=C, so that both stores sort alike")
        }
        if access == .readWrite, let schema = settings.schema {
            try connection.simple("CREATE SCHEMA IF NOT EXISTS \"\(schema)\"")
        }
    }

    private static let byteOrders: Set<String> = ["C", "POSIX", "C.UTF-8", "C.utf8"]
    private static let readingOnly = StorageError.unavailable("the store was opened for reading only")
    private static let termEnded = StorageError.unavailable(
        "this program is no longer the writer: await it and read afresh")
}
