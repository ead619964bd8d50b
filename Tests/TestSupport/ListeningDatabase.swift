package import Storage
import Synchronization

/// A store that remembers each statement it was asked to read, to ask how the store finds its way to the rows.
package final class ListeningDatabase: Database {
    private let base: any Database
    private let heard = Mutex<[String: SQL]>([:])

    package init(_ base: any Database) { self.base = base }

    /// One statement of each text.
    package var statements: [SQL] { heard.withLock { $0.sorted { $0.key < $1.key }.map(\.value) } }

    package func read<Result>(_ body: (any ReadTransaction) throws -> Result) throws -> Result {
        try base.read { try body(ListeningTransaction($0) { sql in self.heard.withLock { $0[sql.text] = sql } }) }
    }

    @discardableResult
    package func write<Result>(_ body: (any WriteTransaction) throws -> Result) throws -> Result {
        try base.write(body)
    }
}

private final class ListeningTransaction: ReadTransaction {
    private let base: any ReadTransaction
    private let hear: (SQL) -> Void

    init(_ base: any ReadTransaction, hear: @escaping (SQL) -> Void) {
        self.base = base
        self.hear = hear
    }

    func rows(_ sql: SQL) throws(StorageError) -> [Row] {
        hear(sql)
        return try base.rows(sql)
    }

    func each(_ sql: SQL, _ body: (any RowCursor) throws -> Void) throws {
        hear(sql)
        try base.each(sql, body)
    }
}
