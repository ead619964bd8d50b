import Foundation
@testable import Platform
import Storage
import Synchronization

/// A store that does something as soon as an act of the clock writes: for tests of what a program leaves behind that does
/// not survive the act.
final class MarkedDatabase: Database {
    private let base: any Database
    private let mark: ActMark
    private let command: String
    private let isWithCause: Bool
    private let happens: @Sendable () -> Void

    /// `command`: of which act, with the module's prefix; `isWithCause`: it is due at the very instant of what causes it.
    init(
        _ base: any Database, in folder: URL, at command: String, isWithCause: Bool = false,
        _ happens: @escaping @Sendable () -> Void
    ) {
        self.isWithCause = isWithCause
        self.base = base
        mark = ActMark(in: folder)
        self.command = command
        self.happens = happens
    }

    func read<Result>(_ body: (any ReadTransaction) throws -> Result) throws -> Result { try base.read(body) }

    @discardableResult
    func write<Result>(_ body: (any WriteTransaction) throws -> Result) throws -> Result {
        try base.write { try body(MarkedTransaction($0, self)) }
    }

    fileprivate func look() {
        guard let place = mark.left().first else { return }
        let waiting = try? base.read { try DueStore.find(place, in: $0) }
        // An act at the very instant of its cause stands in no committed row: it is carried out in the cause's transaction.
        if waiting?.name ?? (isWithCause ? command : "") == command { happens() }
    }
}

private final class MarkedTransaction: WriteTransaction {
    private let base: any WriteTransaction
    private let database: MarkedDatabase

    init(_ base: any WriteTransaction, _ database: MarkedDatabase) {
        self.base = base
        self.database = database
    }

    func rows(_ sql: SQL) throws(StorageError) -> [Row] { try base.rows(sql) }
    func each(_ sql: SQL, _ body: (any RowCursor) throws -> Void) throws { try base.each(sql, body) }

    func run(_ sql: SQL) throws(StorageError) -> Int {
        database.look()
        return try base.run(sql)
    }

    func append(_ row: [SQLValue], to table: StaticString) throws(StorageError) {
        database.look()
        try base.append(row, to: table)
    }

    func add(_ amounts: [Int64], at key: [SQLValue], to tally: Tally) throws(StorageError) {
        try base.add(amounts, at: key, to: tally)
    }

    func gatherNothing() { base.gatherNothing() }
    func enterSavepoint() throws(StorageError) { try base.enterSavepoint() }
    func releaseSavepoint() throws(StorageError) { try base.releaseSavepoint() }
    func undoSavepoint() throws(StorageError) { try base.undoSavepoint() }
    func change(one sql: SQL, otherwise: StorageError) throws(StorageError) {
        try base.change(one: sql, otherwise: otherwise)
    }
}
