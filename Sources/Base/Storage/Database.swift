package import Kernel

/// What can go wrong below the rules. Never shown to a person as it is.
package enum StorageError: Error, Sendable {
    /// A constraint, a type or a statement is wrong: our mistake; the transaction is undone.
    case failed(String)
    /// The store did not answer properly at commit: what was written may or may not be there.
    case unknownOutcome(String)
    /// The store is gone, full, locked by another writer or not ours.
    case unavailable(String)

    /// Says what kind was found, never the value: it may be somebody's name.
    static func unexpected(_ wanted: String, _ found: SQLValue) -> StorageError {
        let kind =
            switch found {
            case .null: "null"
            case .integer: "another integer"
            case .text: "another text"
            case .blob: "a blob"
            }
        return .failed("expected \(wanted), found \(kind)")
    }
}

/// One row of an answer, columns by position in the SELECT.
package struct Row: Sendable, Hashable {
    package let values: [SQLValue]

    package init(_ values: [SQLValue]) {
        self.values = values
    }

    package func get<Value: SQLValueConvertible>(_ column: Int, as type: Value.Type = Value.self) throws(StorageError)
        -> Value
    {
        try Value(sqlValue: values[column])
    }

    package func find<Value: SQLValueConvertible>(_ column: Int, as type: Value.Type = Value.self) throws(StorageError)
        -> Value?
    {
        if case .null = values[column] { nil } else { try Value(sqlValue: values[column]) }
    }
}

/// The current row of a running statement, read without copying it. Valid only inside the closure it is given to.
package protocol RowCursor {
    func integer(_ column: Int) -> Int64
    func text(_ column: Int) -> String
    func blob(_ column: Int) -> [UInt8]
    func isNull(_ column: Int) -> Bool
    func value(_ column: Int) -> SQLValue
}

/// A consistent view of the store. Not `Sendable`: it lives and dies inside `Database.read` or `write`.
package protocol ReadTransaction: AnyObject {
    /// All rows, copied. For answers of a page's size.
    func rows(_ sql: SQL) throws(StorageError) -> [Row]
    /// Row by row without copying. For a village's books or a whole city.
    func each(_ sql: SQL, _ body: (any RowCursor) throws -> Void) throws
}

extension ReadTransaction {
    /// The first row, or nil.
    package func first(_ sql: SQL) throws(StorageError) -> Row? { try rows(sql).first }

    /// The first column of the first row, or nil when there is no row or it is null.
    package func find<Value: SQLValueConvertible>(_ sql: SQL, as type: Value.Type = Value.self) throws(StorageError)
        -> Value?
    {
        try first(sql)?.find(0)
    }

    /// The first column of the only row.
    package func get<Value: SQLValueConvertible>(_ sql: SQL, as type: Value.Type = Value.self) throws(StorageError)
        -> Value
    {
        guard let row = try first(sql) else { throw StorageError.failed("no row: \(sql.text)") }
        return try row.get(0)
    }
}

package protocol WriteTransaction: ReadTransaction {
    /// Runs a statement that answers no rows; says how many rows it changed.
    @discardableResult func run(_ sql: SQL) throws(StorageError) -> Int
    /// Adds a row to `table`, columns in the table's order. A store may gather such rows and send them as sets: they are
    /// there before the next statement that names the table, and at the latest at commit. A row the table refuses is our
    /// mistake; it may come to light only then, and undoes the whole transaction.
    func append(_ row: [SQLValue], to table: StaticString) throws(StorageError)
    /// Adds `amounts` to the sums in the row `key`, which is made where there is none. May be gathered as `append` is.
    func add(_ amounts: [Int64], at key: [SQLValue], to tally: Tally) throws(StorageError)
    /// From now on nothing is gathered and every savepoint is real: slower, but what fails, reading too, fails where it
    /// stands and is undone alone. For a transaction that is done again after it failed as a whole.
    func gatherNothing()
    /// Opens a savepoint inside those that are open.
    func enterSavepoint() throws(StorageError)
    /// The innermost savepoint holds: what was written in it belongs to what is around it.
    func releaseSavepoint() throws(StorageError)
    /// What was written since the innermost savepoint was opened is undone; the transaction stays.
    func undoSavepoint() throws(StorageError)
    /// Runs a statement that has to change exactly one row; throws `otherwise` where it does not. May be gathered as
    /// `append` is, and then fails the whole transaction.
    func change(one sql: SQL, otherwise: StorageError) throws(StorageError)
}

extension WriteTransaction {
    /// Runs `body`; if it throws, what it wrote is undone and the error goes on, the transaction stays.
    @discardableResult
    package func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
        try enterSavepoint()
        do {
            let result = try body()
            try releaseSavepoint()
            return result
        } catch {
            try undoSavepoint()
            throw error
        }
    }

    package func change(one sql: SQL, otherwise: StorageError) throws(StorageError) {
        guard try run(sql) == 1 else { throw otherwise }
    }

    /// A store that gathers nothing has nothing to do.
    package func gatherNothing() {}
}

/// A store. Synchronous inside: callers that must not block hand the work to a thread of their own.
///
/// `write` returns only after a full flush. `StorageError.unknownOutcome` means: it may have happened.
/// There is one writer; a second `write` waits. Readers never wait for the writer.
package protocol Database: AnyObject, Sendable {
    func read<Result>(_ body: (any ReadTransaction) throws -> Result) throws -> Result
    @discardableResult func write<Result>(_ body: (any WriteTransaction) throws -> Result) throws -> Result
}

/// A store that keeps what was overwritten for a while beside its tables (a write-ahead log).
package protocol ForgettingDatabase: Database {
    /// Takes that away as far as nobody reads it; true when nothing of it is left.
    func forgetOverwritten() -> Bool
}

/// A store that several programs have open at the same time, of which one writes.
package protocol ContendedDatabase: Database {
    /// True while this program is the one that writes, as far as it knows.
    var isWriter: Bool { get }
    /// Takes the writer's place if it is free; false when another program has it, or while the store is away. After
    /// `true` nothing remembered of the store's content counts.
    func takeWriterPlace() -> Bool
    /// Gives the place up, so that a waiting program takes it at once.
    func resignWriter()
    /// Calls `heard` on a thread of its own whenever a program moved the head of the log, and when something may have
    /// been missed.
    func hearHeads(_ heard: @escaping @Sendable () -> Void) throws(StorageError) -> any Hearing
}

/// Somebody who listens, until stopped.
package protocol Hearing: AnyObject, Sendable {
    func stop()
}

/// One numbered, never edited step of the schema. Text is SQLite's; the PostgreSQL store translates types.
package struct Migration: Sendable {
    /// Unique in the house: `exchange-001`.
    package let id: String
    package let statements: [SQL]
    /// Fills in what no SQL can compute, after the statements and in their transaction. Like them never edited.
    package let fill: (@Sendable (any WriteTransaction) throws -> Void)?

    package init(
        _ id: String, _ statements: [SQL], fill: (@Sendable (any WriteTransaction) throws -> Void)? = nil
    ) {
        self.id = id
        self.statements = statements
        self.fill = fill
    }
}

/// A table a module's events are projected into. Rebuilt from the log and compared by `qianmo verify`.
package struct ProjectedTable: Sendable, Hashable {
    package let name: String
    /// The columns of the primary key, in order.
    package let key: [String]
    /// Every row comes from one event's own content, by `append`, or adds up from such by a tally; no projection reads
    /// the table or changes it otherwise. `verify` then sums its rows up instead of writing them again (record 0166).
    package let isOnlyAppended: Bool

    package init(_ name: String, key: [String], isOnlyAppended: Bool = false) {
        self.name = name
        self.key = key
        self.isOnlyAppended = isOnlyAppended
    }
}

/// What stands around an event in the log.
package struct EntryHeader: Sendable, Hashable {
    /// The leaf's index in the log.
    package let index: Int64
    package let at: Instant
    package let stream: StreamID
    /// Nil where the log withholds who acted: what is projected must not depend on what can be destroyed.
    package let office: OfficeID?
    package let role: Role

    package init(index: Int64, at: Instant, stream: StreamID, office: OfficeID?, role: Role) {
        self.index = index
        self.at = at
        self.stream = stream
        self.office = office
        self.role = role
    }

    /// For tables: the desk, or nothing where it is withheld.
    package var officeText: String { office?.text ?? "" }
}
