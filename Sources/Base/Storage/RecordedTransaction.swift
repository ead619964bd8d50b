/// One write on its way to the store.
enum RecordedWrite: Sendable {
    case append([SQLValue], table: StaticString)
    case add([Int64], key: [SQLValue], Tally)
    case change(SQL, otherwise: StorageError)

    func carryOut(in transaction: any WriteTransaction) throws(StorageError) {
        switch self {
        case .append(let row, let table): try transaction.append(row, to: table)
        case .add(let amounts, let key, let tally): try transaction.add(amounts, at: key, to: tally)
        case .change(let sql, let otherwise): try transaction.change(one: sql, otherwise: otherwise)
        }
    }
}

/// A transaction that records what is written and sends it on in portions, savepoints closed.
///
/// From the first reading on it is the store's own transaction, and nothing is recorded any more.
final class RecordedTransaction: WriteTransaction {
    private let course: WriteCourse
    private var writes: [RecordedWrite] = []
    /// Where each savepoint being in begins among `writes`.
    private var savepoints: [Int] = []
    private var store: (any WriteTransaction)?
    /// What was recorded could not be carried out: only its beginning stands in the store.
    private var failure: StorageError?

    /// Large enough that the other thread is woken rarely, small enough that it has something to do.
    private static let portion = 256

    init(_ course: WriteCourse) {
        self.course = course
    }

    func rows(_ sql: SQL) throws(StorageError) -> [Row] { try borrowed().rows(sql) }

    func each(_ sql: SQL, _ body: (any RowCursor) throws -> Void) throws { try borrowed().each(sql, body) }

    func run(_ sql: SQL) throws(StorageError) -> Int { try borrowed().run(sql) }

    func append(_ row: [SQLValue], to table: StaticString) throws(StorageError) {
        if let store { return try store.append(row, to: table) }
        record(.append(row, table: table))
    }

    func add(_ amounts: [Int64], at key: [SQLValue], to tally: Tally) throws(StorageError) {
        if let store { return try store.add(amounts, at: key, to: tally) }
        record(.add(amounts, key: key, tally))
    }

    func change(one sql: SQL, otherwise: StorageError) throws(StorageError) {
        if let store { return try store.change(one: sql, otherwise: otherwise) }
        record(.change(sql, otherwise: otherwise))
    }

    func gatherNothing() {
        // Where the store cannot be had, the next statement says so.
        try? borrowed().gatherNothing()
    }

    func enterSavepoint() throws(StorageError) {
        if let store { return try store.enterSavepoint() }
        savepoints.append(writes.count)
    }

    func releaseSavepoint() throws(StorageError) {
        if let store { return try store.releaseSavepoint() }
        savepoints.removeLast()
        sendIfMany()
    }

    func undoSavepoint() throws(StorageError) {
        if let store { return try store.undoSavepoint() }
        writes.removeSubrange(savepoints.removeLast()...)
    }

    /// Sends what is left; throws where something before could not be carried out.
    func send() throws(StorageError) {
        if let failure { throw failure }
        guard !writes.isEmpty else { return }
        course.send(writes)
        writes = []
    }

    private func record(_ write: RecordedWrite) {
        writes.append(write)
        sendIfMany()
    }

    private func sendIfMany() {
        guard savepoints.isEmpty, writes.count >= Self.portion else { return }
        course.send(writes)
        writes = []
        writes.reserveCapacity(Self.portion + 64)
    }

    private func borrowed() throws(StorageError) -> any WriteTransaction {
        if let store { return store }
        if let failure { throw failure }
        do {
            let store = try course.borrow()
            var first = 0
            for savepoint in savepoints {
                for write in writes[first..<savepoint] { try write.carryOut(in: store) }
                try store.enterSavepoint()
                first = savepoint
            }
            for write in writes[first...] { try write.carryOut(in: store) }
            (writes, savepoints) = ([], [])
            self.store = store
            return store
        } catch {
            let failure = error as? StorageError ?? .failed("\(error)")
            self.failure = failure
            throw failure
        }
    }
}
