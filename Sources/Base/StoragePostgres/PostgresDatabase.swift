import Foundation
package import Storage
import Synchronization

/// The store of a prefecture: a PostgreSQL server, one writing program at a time, any number of reading ones.
///
/// The writer is who holds an advisory lock on its session. When the session is lost, exactly one `write` fails (with
/// `unavailable` or, at commit, `unknownOutcome`): whoever remembered anything of the store's content must then read it
/// afresh, for another may have written meanwhile. The next `write` tries for the lock again.
package final class PostgresDatabase: ContendedDatabase {
    package enum Access: Sendable {
        /// One program writes, whoever holds the lock.
        case readWrite
        /// Any number of programs write, one transaction at a time: for a store whose every write stands by itself, and
        /// of which nobody remembers anything (sign-ins).
        case shared
        case readOnly
    }

    private enum Term {
        /// The next `write` tries for it.
        case open
        case held(PostgresConnection)
        /// Given up; only `awaitWriter` takes it again.
        case resigned
    }

    let settings: PostgresSettings
    private let access: Access
    private let pool: PostgresPool
    private let term = Mutex(Term.open)
    /// Held while a transaction writes.
    private let turn = NSLock()

    /// `url`: `postgres://user@host/database` or any other connection string of libpq. `schema`: made where missing.
    /// `readerSeconds`: after which a reader's statement is ended; 0 for never.
    package init(
        url: String, schema: String? = nil, access: Access = .readWrite, readers: Int = 8, readerSeconds: Int = 30
    ) throws(StorageError) {
        precondition(schema?.utf8.allSatisfy { ($0 | 0x20) != UInt8(ascii: "\"") } ?? true, "not a name for a schema")
        settings = PostgresSettings(url: url, schema: schema, readerSeconds: readerSeconds)
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

    package func takeWriterPlace() -> Bool {
        (try? awaitWriter(while: { false })) ?? false
    }

    /// Gives the lock up, so that a waiting program takes over at once.
    package func resignWriter() {
        turn.lock()
        term.withLock { $0 = .resigned }
        turn.unlock()
    }

    /// A reading inside a reading of the same store sees the same moment, on the same connection: two readings that each
    /// wait for a second connection would wait for ever.
    private struct Reading: Sendable {
        let store: ObjectIdentifier
        nonisolated(unsafe) let transaction: PostgresTransaction

        @TaskLocal static var current: Reading?
    }

    package func read<Result>(_ body: (any ReadTransaction) throws -> Result) throws -> Result {
        if let outer = Reading.current, outer.store == ObjectIdentifier(self) { return try body(outer.transaction) }
        let connection = try pool.take()
        defer { pool.giveBack(connection) }
        let transaction = PostgresTransaction(
            connection, beginning: ["BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"])
        defer { transaction.rollback() }
        let reading = Reading(store: ObjectIdentifier(self), transaction: transaction)
        return try Reading.$current.withValue(reading) { try body(transaction) }
    }

    @discardableResult
    package func write<Result>(_ body: (any WriteTransaction) throws -> Result) throws -> Result {
        guard access != .readOnly else { throw Self.readingOnly }
        turn.lock()
        defer { turn.unlock() }
        if access == .shared { return try writeShared(body) }
        let connection = try writer()
        let transaction = PostgresTransaction(connection, beginning: ["BEGIN"])
        defer { if transaction.isConnectionLost || !connection.isAlive { term.withLock { $0 = .open } } }
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

    /// On a reader's session, after whoever writes now in this or another program.
    private func writeShared<Result>(_ body: (any WriteTransaction) throws -> Result) throws -> Result {
        let connection = try pool.take()
        defer { pool.giveBack(connection) }
        let transaction = PostgresTransaction(
            connection, beginning: ["BEGIN", "SELECT pg_advisory_xact_lock(2146, hashtext(current_schema()))"])
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
            term.withLock { $0 = .open }
            throw Self.termEnded
        case .resigned: throw Self.termEnded
        case .open: return try takeTerm()
        }
    }

    /// With `turn` held. Throws when another program writes.
    private func takeTerm() throws(StorageError) -> PostgresConnection {
        if case .held(let connection) = term.withLock({ $0 }), connection.isAlive { return connection }
        let connection = try PostgresConnection(settings)
        // A replica would give its own lock away and then refuse to write.
        let rows = try connection.ask(
            """
            SELECT CASE WHEN pg_is_in_recovery() THEN false
            ELSE pg_try_advisory_lock(2145, hashtext(current_schema())) END
            """)
        guard rows.first?.values.first == .integer(1) else {
            throw .unavailable("another program is writing to this PostgreSQL database")
        }
        // Statements that build a schema or take in a city may last.
        try connection.simple("SET statement_timeout = 0")
        try connection.simple(Self.byKey)
        for function in Self.functions where try connection.ask(function.isMissing) == [Row([.integer(1)])] {
            try connection.simple(function.text)
        }
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
        guard access != .readOnly, let schema = settings.schema else { return }
        // Even "if not exists" asks for the right to make one.
        let isThere = try connection.ask("SELECT to_regnamespace(quote_ident(\(schema))) IS NOT NULL")
        if isThere != [Row([.integer(1)])] { try connection.simple("CREATE SCHEMA IF NOT EXISTS \"\(schema)\"") }
    }

    /// Runs statements about rights, all or none, on a reader's session: they are no part of the content.
    func administer(_ statements: [String]) throws(StorageError) {
        let connection = try pool.take()
        defer { pool.giveBack(connection) }
        do {
            try connection.simple((["BEGIN"] + statements + ["COMMIT"]).joined(separator: ";\n"))
        } catch {
            try? connection.simple("ROLLBACK")
            throw error
        }
    }

    /// True when the schema holds no table, or is not there.
    package var isEmpty: Bool {
        get throws(StorageError) {
            let connection = try pool.take()
            defer { pool.giveBack(connection) }
            let rows = try connection.ask(
                """
                SELECT NOT EXISTS (SELECT 1 FROM pg_class WHERE relkind = 'r'
                    AND relnamespace = to_regnamespace(current_schema()))
                """)
            return rows == [Row([.integer(1)])]
        }
    }

    /// The writer looks rows up by their keys, a group's at a time. Its statements are planned while the tables are small, or
    /// without knowing how small a group is to the table; a plan that reads whole tables then stays for the session.
    private static let byKey = """
        SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off
        """

    /// All our integers are of 64 bits; PostgreSQL's own functions on text take only those of 32.
    private static let functions: [(isMissing: SQL, text: String)] = [
        (
            "SELECT to_regprocedure('substr(text,bigint)') IS NULL",
            """
            CREATE FUNCTION substr(text, bigint) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
            RETURN pg_catalog.substr($1, $2::integer)
            """
        ),
        (
            "SELECT to_regprocedure('substr(text,bigint,bigint)') IS NULL",
            """
            CREATE FUNCTION substr(text, bigint, bigint) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
            RETURN pg_catalog.substr($1, $2::integer, $3::integer)
            """
        ),
        (
            "SELECT to_regprocedure('instr(text,text)') IS NULL",
            """
            CREATE FUNCTION instr(text, text) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
            RETURN pg_catalog.strpos($1, $2)
            """
        ),
    ]

    private static let byteOrders: Set<String> = ["C", "POSIX", "C.UTF-8", "C.utf8"]
    private static let readingOnly = StorageError.unavailable("the store was opened for reading only")
    private static let termEnded = StorageError.unavailable(
        "this program is no longer the writer: await it and read afresh")
}
