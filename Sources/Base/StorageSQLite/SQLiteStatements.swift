import GRDB
import GRDBSQLite
import Storage

/// Where a transaction has its prepared statements from.
protocol StatementSource: AnyObject {
    /// A statement of this text that is not running.
    func statement(_ text: String) throws(StorageError) -> SQLiteStatement
    /// One that adds a row of so many columns to a table of ours.
    func insertion(into table: StaticString, columns: Int) throws(StorageError) -> SQLiteStatement
}

/// A reading connection's: GRDB keeps them, on the thread it handed the connection to.
final class ReadingStatements: StatementSource {
    private let database: GRDB.Database
    private let connection: OpaquePointer
    /// Of texts that are running already further out; kept until the transaction ends.
    private var extra: [GRDB.Statement] = []

    init(_ database: GRDB.Database, _ connection: OpaquePointer) {
        self.database = database
        self.connection = connection
    }

    func statement(_ text: String) throws(StorageError) -> SQLiteStatement {
        do {
            let cached = try database.cachedStatement(sql: text)
            let statement = SQLiteStatement(pointer: cached.sqliteStatement, connection: connection)
            guard statement.isBusy else { return statement }
            let other = try database.makeStatement(sql: text)
            extra.append(other)
            return SQLiteStatement(pointer: other.sqliteStatement, connection: connection)
        } catch let error as DatabaseError {
            throw SQLiteFailure(error, text: text).error
        } catch {
            throw .failed("\(error)")
        }
    }

    func insertion(into table: StaticString, columns: Int) throws(StorageError) -> SQLiteStatement {
        throw .failed("\(table): this connection only reads")
    }
}

/// The writing connection's: our own, because a transaction may be lent to another thread than the one GRDB knows of
/// (decision record 0190). It lives as long as the store; one thread at a time uses it.
final class WritingStatements: StatementSource {
    private let connection: OpaquePointer
    private var prepared: [String: SQLiteStatement] = [:]
    /// By the address of the table's name: one look-up instead of building and hashing the text.
    private var insertions: [Insertion: SQLiteStatement] = [:]
    /// No longer found by their text, but not ended when they were let go.
    private var running: [SQLiteStatement] = []

    private struct Insertion: Hashable {
        let table: UInt
        let columns: Int
    }

    /// Beyond this many all are prepared anew: lists of every length must not fill the memory.
    private static let most = 1_000

    init(_ connection: OpaquePointer) {
        self.connection = connection
    }

    func statement(_ text: String) throws(StorageError) -> SQLiteStatement {
        if let known = prepared[text], !known.isBusy { return known }
        if prepared.count >= Self.most { forget() }
        let statement = try SQLiteStatement(preparing: text, on: connection)
        // Where the same text is running further out, the newer one is found from now on.
        if let older = prepared.updateValue(statement, forKey: text) { running.append(older) }
        return statement
    }

    func insertion(into table: StaticString, columns: Int) throws(StorageError) -> SQLiteStatement {
        let key = Insertion(table: UInt(bitPattern: table.utf8Start), columns: columns)
        if let known = insertions[key], !known.isBusy { return known }
        let marks = (1...max(columns, 1)).map { "?\($0)" }.joined(separator: ", ")
        let made = try statement("INSERT INTO \(table) VALUES (\(marks))")
        insertions[key] = made
        return made
    }

    /// Ends every statement that is not running: also to be called before the connection is closed.
    func forget() {
        running += prepared.values
        prepared = [:]
        insertions = [:]
        running.removeAll { statement in
            guard !statement.isBusy else { return false }
            sqlite3_finalize(statement.pointer)
            return true
        }
    }
}
