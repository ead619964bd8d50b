package import Storage
import Synchronization

/// A store that fails when told to, to see what becomes of whoever relies on it.
package final class FaultyDatabase: Database {
    package enum Fault: Sendable, Hashable {
        /// The n-th statement that reads fails (counting from 1).
        case read(Int)
        /// The n-th statement that writes fails.
        case write(Int)
        /// The n-th statement that writes is carried out, and fails all the same: the store has to undo it.
        case tornWrite(Int)
        /// The n-th statement that writes is refused, as by a constraint: it undoes its own command only.
        case refusedWrite(Int)
        /// The n-th commit fails with an unknown outcome; it has `happened` or not.
        case commit(Int, happened: Bool)
    }

    private let base: any Database
    private let plan: Mutex<(fault: Fault?, counts: Counts)>

    package struct Counts: Sendable, Hashable {
        package var reads = 0
        package var writes = 0
        package var commits = 0
    }

    /// `fault` nil only counts, so that a sweep knows how many points there are.
    package init(_ base: any Database, failing fault: Fault? = nil) {
        self.base = base
        plan = Mutex((fault, Counts()))
    }

    package var counted: Counts { plan.withLock { $0.counts } }

    /// From now on counts from nothing, and fails at `fault`.
    package func arm(_ fault: Fault?) { plan.withLock { $0 = (fault, Counts()) } }

    package func read<Result>(_ body: (any ReadTransaction) throws -> Result) throws -> Result {
        try base.read { try body(FaultyTransaction($0, nil, self)) }
    }

    @discardableResult
    package func write<Result>(_ body: (any WriteTransaction) throws -> Result) throws -> Result {
        let (number, fault) = plan.withLock {
            $0.counts.commits += 1
            return ($0.counts.commits, $0.fault)
        }
        let result = try base.write { tx in
            let result = try body(FaultyTransaction(tx, tx, self))
            if fault == .commit(number, happened: false) { throw StorageError.unknownOutcome("fault at commit") }
            return result
        }
        if fault == .commit(number, happened: true) { throw StorageError.unknownOutcome("fault after commit") }
        return result
    }

    fileprivate func countRead() throws(StorageError) {
        let (number, fault) = plan.withLock {
            $0.counts.reads += 1
            return ($0.counts.reads, $0.fault)
        }
        if fault == .read(number) { throw .unavailable("fault at read \(number)") }
    }

    fileprivate func countWrite<Result>(_ write: () throws(StorageError) -> Result) throws(StorageError) -> Result {
        let (number, fault) = plan.withLock {
            $0.counts.writes += 1
            return ($0.counts.writes, $0.fault)
        }
        if fault == .write(number) { throw .unavailable("fault at write \(number)") }
        if fault == .refusedWrite(number) { throw .failed("refused at write \(number)") }
        let result = try write()
        if fault == .tornWrite(number) { throw .unavailable("fault after write \(number)") }
        return result
    }
}

private final class FaultyTransaction: WriteTransaction {
    private let reading: any ReadTransaction
    private let writing: (any WriteTransaction)?
    private let faults: FaultyDatabase

    init(_ reading: any ReadTransaction, _ writing: (any WriteTransaction)?, _ faults: FaultyDatabase) {
        self.reading = reading
        self.writing = writing
        self.faults = faults
    }

    func rows(_ sql: SQL) throws(StorageError) -> [Row] {
        try faults.countRead()
        return try reading.rows(sql)
    }

    func each(_ sql: SQL, _ body: (any RowCursor) throws -> Void) throws {
        try faults.countRead()
        try reading.each(sql, body)
    }

    func run(_ sql: SQL) throws(StorageError) -> Int {
        try faults.countWrite { () throws(StorageError) in try writer().run(sql) }
    }

    func append(_ row: [SQLValue], to table: StaticString) throws(StorageError) {
        try faults.countWrite { () throws(StorageError) in try writer().append(row, to: table) }
    }

    func add(_ amounts: [Int64], at key: [SQLValue], to tally: Tally) throws(StorageError) {
        try faults.countWrite { () throws(StorageError) in try writer().add(amounts, at: key, to: tally) }
    }

    func gatherNothing() { writing?.gatherNothing() }

    func enterSavepoint() throws(StorageError) { try writer().enterSavepoint() }
    func releaseSavepoint() throws(StorageError) { try writer().releaseSavepoint() }
    func undoSavepoint() throws(StorageError) { try writer().undoSavepoint() }

    private func writer() throws(StorageError) -> any WriteTransaction {
        guard let writing else { throw .failed("a read transaction does not write") }
        return writing
    }
}
