import GRDBSQLite
package import Storage

/// The least that SQLite itself needs for a voucher's rows: prepared statements, one transaction a batch, full flush, and
/// no rules, no log and no savepoints. The bound that `qianmo bench` holds the writer against; nothing else uses it.
package final class PlainBatch {
    /// What a row goes into. The tables are the house's own and must be there.
    package enum Target: String, CaseIterable, Sendable {
        case log = "INSERT INTO log_entry VALUES (?1, ?2, ?3)"
        case voucher = """
            INSERT INTO voucher VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
                ?19, ?20, ?21, ?22, ?23, ?24)
            """
        case line = "INSERT INTO voucher_line VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
        case balance = """
            INSERT INTO account_balance VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE
            SET debit_fen = debit_fen + excluded.debit_fen, credit_fen = credit_fen + excluded.credit_fen
            """
        case answer = "INSERT INTO command_answer VALUES (?1, ?2, ?3, ?4, ?5)"
    }

    private let connection: OpaquePointer
    private var statements: [Target: SQLiteStatement] = [:]

    /// Opens the file with the settings of the house's own store.
    package init(path: String) throws(StorageError) {
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let opened else { throw .unavailable("SQLite \(code): \(path)") }
        connection = opened
        for setting in [
            "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON",
            "PRAGMA cache_size = -48000", "PRAGMA wal_autocheckpoint = 16000",
        ] { try execute(setting) }
        for target in Target.allCases {
            statements[target] = try SQLiteStatement(preparing: target.rawValue, on: opened)
        }
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement.pointer) }
        sqlite3_close_v2(connection)
    }

    /// Writes the rows in one transaction and flushes.
    package func write(_ rows: [(target: Target, values: [SQLValue])]) throws(StorageError) {
        try execute("BEGIN IMMEDIATE")
        for row in rows {
            guard let statement = statements[row.target] else { continue }
            try statement.run(row.values)
        }
        try execute("COMMIT")
    }

    private func execute(_ text: String) throws(StorageError) {
        guard sqlite3_exec(connection, text, nil, nil, nil) == SQLITE_OK else {
            throw .failed(String(cString: sqlite3_errmsg(connection)))
        }
    }
}
