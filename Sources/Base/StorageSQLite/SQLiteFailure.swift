import GRDBSQLite
import Storage

/// A result code of SQLite and what it means to whoever asked.
struct SQLiteFailure {
    let code: Int32
    let message: String
    /// The statement, without bound values.
    let text: String

    /// What a statement's failure means: nothing was written by it.
    var error: StorageError {
        switch code & 0xFF {
        case SQLITE_FULL, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_IOERR, SQLITE_BUSY,
            SQLITE_LOCKED, SQLITE_NOMEM, SQLITE_PERM:
            .unavailable(description)
        default: .failed(description)
        }
    }

    /// What a failing COMMIT means. A constraint refused it, or another held the lock: it did not happen. With any
    /// other error the commit mark may have reached the disk before the error did.
    var errorAtCommit: StorageError {
        switch code & 0xFF {
        case SQLITE_CONSTRAINT, SQLITE_ERROR: .failed(description)
        case SQLITE_BUSY, SQLITE_LOCKED: .unavailable(description)
        default: .unknownOutcome(description)
        }
    }

    private var description: String { "SQLite \(code): \(message) [\(text)]" }
}
