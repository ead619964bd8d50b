import GRDB
import GRDBSQLite
import Glibc
import Storage

/// What runs inside `read` and `write`, on the connection GRDB handed out for that time. One thread at a time uses it, not
/// always the one it was begun on.
final class SQLiteTransaction: WriteTransaction {
    private let connection: OpaquePointer
    private let statements: any StatementSource

    private var tallies = SQLiteTallies()

    /// Set by `begin`. From then on a connection without an open transaction means that SQLite undid it.
    private var hasBegun = false

    init(_ connection: OpaquePointer, _ statements: any StatementSource) {
        self.connection = connection
        self.statements = statements
    }

    func rows(_ sql: Storage.SQL) throws(StorageError) -> [Storage.Row] {
        try writeTallies(before: sql.text)
        let statement = try prepared(sql.text)
        defer { statement.reset() }
        return try SlowStatements.watch(sql) { () throws(StorageError) in
            try statement.bind(sql.values)
            let cursor = SQLiteCursor(pointer: statement.pointer)
            var rows: [Storage.Row] = []
            while try statement.step() {
                rows.append(Storage.Row((0..<statement.columnCount).map { cursor.value($0) }))
            }
            return rows
        }
    }

    func each(_ sql: Storage.SQL, _ body: (any Storage.RowCursor) throws -> Void) throws {
        try writeTallies(before: sql.text)
        let statement = try prepared(sql.text)
        defer { statement.reset() }
        try SlowStatements.watch(sql) {
            try statement.bind(sql.values)
            let cursor: any Storage.RowCursor = SQLiteCursor(pointer: statement.pointer)
            while try statement.step() { try body(cursor) }
        }
    }

    @discardableResult
    func run(_ sql: Storage.SQL) throws(StorageError) -> Int {
        try writeTallies(before: sql.text)
        return try SlowStatements.watch(sql) { () throws(StorageError) in try change(sql) }
    }

    private func change(_ sql: Storage.SQL) throws(StorageError) -> Int {
        let statement = try prepared(sql.text)
        let before = sqlite3_total_changes(connection)
        try statement.run(sql.values)
        // A statement that changes nothing leaves the count of the one before it standing.
        return sqlite3_total_changes(connection) == before ? 0 : Int(sqlite3_changes(connection))
    }

    func append(_ row: [SQLValue], to table: StaticString) throws(StorageError) {
        if !tallies.tables.isEmpty, tallies.tables.contains(table.description) { try writeTallies() }
        try mustBeOpen()
        try statements.insertion(into: table, columns: row.count).run(row)
    }

    func add(_ amounts: [Int64], at key: [SQLValue], to tally: Tally) throws(StorageError) {
        try mustBeOpen()
        precondition(
            amounts.count == tally.sums.count && key.count == tally.key.count, "\(tally.table): not its columns")
        tallies.add(amounts, at: key, to: tally)
    }

    /// Writes the amounts gathered when the statement that comes names one of their tables.
    private func writeTallies(before text: String) throws(StorageError) {
        guard !tallies.tables.isEmpty else { return }
        // Also where the name is a part of a longer one: then they are written earlier than they had to be.
        if tallies.tables.contains(where: { strstr(text, $0) != nil }) { try writeTallies() }
    }

    private func writeTallies() throws(StorageError) {
        guard !tallies.tables.isEmpty else { return }
        for (tally, key, amounts) in tallies.take() {
            guard try change(tally.update(amounts, at: key)) == 0 else { continue }
            _ = try change(tally.insert(amounts, at: key))
        }
    }

    func enterSavepoint() throws(StorageError) {
        try execute("SAVEPOINT step")
        tallies.enter()
    }

    func releaseSavepoint() throws(StorageError) {
        try execute("RELEASE step")
        tallies.release()
    }

    func undoSavepoint() throws(StorageError) {
        tallies.undo()
        // A full disk or an I/O error undoes the whole transaction, and the savepoint with it.
        guard isOpen else { return }
        try execute("ROLLBACK TO step")
        try execute("RELEASE step")
    }

    func begin(_ text: String) throws(StorageError) {
        try execute(text)
        hasBegun = true
    }

    /// For the statements that frame a transaction.
    func execute(_ text: String) throws(StorageError) {
        try prepared(text).finish()
    }

    func commit() throws(StorageError) {
        do {
            try writeTallies()
        } catch {
            rollback()
            throw error
        }
        let statement = try prepared("COMMIT")
        let code = sqlite3_step(statement.pointer)
        guard code != SQLITE_DONE else { return statement.reset() }
        let message = String(cString: sqlite3_errmsg(connection))
        statement.reset()
        rollback()
        throw SQLiteFailure(code: code, message: message, text: "COMMIT").errorAtCommit
    }

    /// Never fails: where a rollback is refused, SQLite has already rolled back.
    func rollback() {
        guard isOpen else { return }
        try? execute("ROLLBACK")
    }

    private var isOpen: Bool { sqlite3_get_autocommit(connection) == 0 }

    /// A full disk or an I/O error undoes the whole transaction. What came after would be written at once, each statement
    /// for itself, so nothing may come after.
    private func mustBeOpen() throws(StorageError) {
        guard isOpen || !hasBegun else { throw .unavailable("SQLite undid the transaction") }
    }

    private func prepared(_ text: String) throws(StorageError) -> SQLiteStatement {
        try mustBeOpen()
        return try statements.statement(text)
    }
}

extension SQLiteFailure {
    init(_ error: DatabaseError, text: String = "") {
        self.init(code: error.extendedResultCode.rawValue, message: error.message ?? "", text: text)
    }
}
