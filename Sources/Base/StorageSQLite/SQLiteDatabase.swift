import Foundation
import GRDB
import GRDBSQLite
package import Storage

/// The embedded store: one file, one writer, readers beside it.
///
/// WAL with `synchronous=FULL`: `write` returns after the flush. A second writer, in this process or another, is
/// refused with `StorageError.unavailable`. One text of SQL, STRICT tables, foreign keys on.
package final class SQLiteDatabase: Storage.Database, ForgettingDatabase {
    package enum Access: Sendable {
        case readWrite
        /// Reads a store that another process may be writing; `write` is refused.
        case readOnly
    }

    private let pool: DatabasePool
    /// Used by whoever has the writing connection.
    nonisolated(unsafe) private let statements: WritingStatements
    private let lock: WriterLock?
    /// Nil where nothing is flushed or written.
    private let logRoom: LogRoom?
    /// Set for `inMemory()`: removed with the store.
    private let temporaryFolder: String?

    /// Opens or makes the file at `path`; its folder must exist. `readers`: how many may read at the same time.
    package convenience init(path: String, access: Access = .readWrite, readers: Int = 4) throws(StorageError) {
        try self.init(path: path, access: access, readers: readers, temporaryFolder: nil)
    }

    /// A store of its own for one test, gone with the value. On a memory disk where there is one.
    package static func inMemory() throws(StorageError) -> SQLiteDatabase {
        let shared = "/dev/shm"
        return try temporary(in: access(shared, W_OK) == 0 ? shared : NSTemporaryDirectory())
    }

    /// A store on disk for what is recomputed and thrown away: on disk, so that it takes little memory, and never flushed.
    package static func scratch() throws(StorageError) -> SQLiteDatabase {
        let store = try temporary(in: NSTemporaryDirectory())
        do {
            try store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        } catch {
            throw .unavailable("\(error)")
        }
        return store
    }

    private static func temporary(in parent: String) throws(StorageError) -> SQLiteDatabase {
        var template = Array("\(parent)/qianmo-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .unavailable("no folder for a temporary store in \(parent)") }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return try SQLiteDatabase(
            path: folder + "/qianmo.sqlite", access: .readWrite, readers: 4, temporaryFolder: folder)
    }

    private init(path: String, access: Access, readers: Int, temporaryFolder: String?) throws(StorageError) {
        self.temporaryFolder = temporaryFolder
        logRoom = access == .readWrite && temporaryFolder == nil ? LogRoom(besides: path) : nil
        do {
            lock = try access == .readWrite ? WriterLock(besides: path) : nil
            if access == .readOnly, !FileManager.default.fileExists(atPath: path) {
                throw StorageError.unavailable("no store at \(path)")
            }
            pool = try DatabasePool(path: path, configuration: Self.configuration(access, readers: readers))
            // GRDB's pool sets NORMAL after `prepareDatabase`; FULL flushes the log before COMMIT answers.
            statements = try pool.writeWithoutTransaction { connection in
                if access == .readWrite { try connection.execute(sql: Self.writing) }
                return WritingStatements(try Self.pointer(connection))
            }
        } catch let error as DatabaseError {
            throw SQLiteFailure(error, text: path).error
        } catch let error as StorageError {
            throw error
        } catch {
            throw .unavailable("\(error)")
        }
    }

    deinit {
        statements.forget()
        guard let temporaryFolder else { return }
        try? pool.close()
        try? FileManager.default.removeItem(atPath: temporaryFolder)
    }

    /// A reading inside a reading of the same store sees the same moment, on the same connection.
    private struct Reading: Sendable {
        let store: ObjectIdentifier
        nonisolated(unsafe) let transaction: SQLiteTransaction

        @TaskLocal static var current: Reading?
    }

    package func read<Result>(_ body: (any ReadTransaction) throws -> Result) throws -> Result {
        if let outer = Reading.current, outer.store == ObjectIdentifier(self) { return try body(outer.transaction) }
        do {
            return try pool.unsafeRead { connection in
                let pointer = try Self.pointer(connection)
                let transaction = SQLiteTransaction(pointer, ReadingStatements(connection, pointer))
                try transaction.begin("BEGIN DEFERRED")
                defer { transaction.rollback() }
                let reading = Reading(store: ObjectIdentifier(self), transaction: transaction)
                return try Reading.$current.withValue(reading) { try body(transaction) }
            }
        } catch let error as DatabaseError {
            throw SQLiteFailure(error).error
        }
    }

    @discardableResult
    package func write<Result>(_ body: (any WriteTransaction) throws -> Result) throws -> Result {
        guard lock != nil else { throw StorageError.unavailable("the store was opened for reading only") }
        return try pool.writeWithoutTransaction { connection in
            logRoom?.count(connection)
            let transaction = SQLiteTransaction(try Self.pointer(connection), statements)
            try transaction.begin("BEGIN IMMEDIATE")
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
    }

    /// Writes a whole, consistent copy to a new file at `path` while reading and writing go on.
    package func backUp(to path: String) throws(StorageError) {
        guard !FileManager.default.fileExists(atPath: path) else { throw .failed("\(path) is there already") }
        do {
            let copy = try DatabaseQueue(path: path)
            try pool.backup(to: copy)
            try copy.close()
            let file = try FileHandle(forUpdating: URL(filePath: path))
            try file.synchronize()
            try file.close()
        } catch let error as DatabaseError {
            throw SQLiteFailure(error, text: path).error
        } catch {
            throw .unavailable("\(error)")
        }
    }

    /// Makes the file at `path` one that needs nothing written beside it to be read: for backups, which may lie on a
    /// read-only medium. Nobody may have it open. The next program that opens it for writing makes it its own again.
    package static func archive(path: String) throws(StorageError) {
        do {
            let queue = try DatabaseQueue(path: path)
            let mode = try queue.writeWithoutTransaction { connection in
                try String.fetchOne(connection, sql: "PRAGMA journal_mode = DELETE")
            }
            try queue.close()
            guard mode == "delete" else { throw StorageError.unavailable("\(path) is in use") }
            for ending in [".lock", "-wal", "-shm"] { unlink(path + ending) }
            let file = try FileHandle(forUpdating: URL(filePath: path))
            try file.synchronize()
            try file.close()
        } catch let error as DatabaseError {
            throw SQLiteFailure(error, text: path).error
        } catch let error as StorageError {
            throw error
        } catch {
            throw .unavailable("\(error)")
        }
    }

    /// By a connection of its own: whoever asks may be on the writer's thread.
    package func forgetOverwritten() -> Bool {
        var opened: OpaquePointer?
        guard sqlite3_open_v2(pool.path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK else {
            return false
        }
        defer { sqlite3_close_v2(opened) }
        sqlite3_busy_timeout(opened, 1_000)
        // A connection that has read nothing does not know that there is a log, and says that all is well.
        guard sqlite3_exec(opened, "PRAGMA schema_version", nil, nil, nil) == SQLITE_OK else { return false }
        return sqlite3_wal_checkpoint_v2(opened, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil) == SQLITE_OK
    }

    private static func pointer(_ connection: GRDB.Database) throws(StorageError) -> OpaquePointer {
        guard let pointer = connection.sqliteConnection else { throw .unavailable("the store is closed") }
        return pointer
    }

    /// What the writing connection has beyond the others. Its pages are read again and again: with 8 MB it read them from
    /// the file for every second command (docs/bench.md). Checkpoints are as frequent as for the others.
    private static let writing = """
        PRAGMA synchronous = FULL;
        PRAGMA cache_size = -48000;
        """

    private static func configuration(_ access: Access, readers: Int) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = access == .readOnly
        configuration.foreignKeysEnabled = true
        configuration.acceptsDoubleQuotedStringLiterals = false
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = readers
        configuration.prepareDatabase { connection in
            try connection.execute(
                sql: """
                    PRAGMA trusted_schema = OFF;
                    PRAGMA secure_delete = ON;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA cache_size = -8000;
                    PRAGMA wal_autocheckpoint = 4000;
                    """)
        }
        return configuration
    }
}
