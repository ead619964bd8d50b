import Storage

/// What runs inside `read` and `write`.
///
/// Nothing is sent before it must be: BEGIN, SAVEPOINT and RELEASE travel with the next statement whose answer is
/// wanted; rows and sums are gathered, over savepoints too, until a statement names their table or until the commit.
/// So a group of commands that only append costs a few round trips, and one that does nothing costs none.
final class PostgresTransaction: WriteTransaction {
    private let connection: PostgresConnection
    /// Sent before anything else; none of it can fail on a sound connection.
    private var waiting: [PostgresStatement]
    /// The transaction itself, then one level per savepoint being in.
    private var levels = [Level(isOpen: true)]
    private var cursorCount = 0
    private(set) var hasBegun = false
    private var isCareful = false
    /// The session is of no more use.
    private(set) var isConnectionLost = false

    private struct Level {
        /// The server knows of the savepoint.
        var isOpen = false
        var appends = PostgresAppends()
    }

    /// From this many rows of one table on COPY is cheaper than arrays.
    private static let copyThreshold = 1_000
    /// Rows fetched at a time by `each`.
    private static let window = 1_000

    init(_ connection: PostgresConnection, beginning begin: [SQL]) {
        self.connection = connection
        waiting = begin.map { PostgresStatement($0) }
    }

    func rows(_ sql: SQL) throws(StorageError) -> [Row] {
        try SlowStatements.watch(sql) { () throws(StorageError) in
            try ask(sql, [PostgresStatement(sql)]).last?.rows ?? []
        }
    }

    func each(_ sql: SQL, _ body: (any RowCursor) throws -> Void) throws {
        cursorCount += 1
        let name = "c\(cursorCount)"
        defer { cursorCount -= 1 }
        let fetch = PostgresStatement(SQL(stringLiteral: "FETCH \(Self.window) FROM \(name)"))
        let declaration = SQL(stringLiteral: "DECLARE \(name) NO SCROLL CURSOR FOR ") + sql
        try SlowStatements.watch(sql) {
            var result = try ask(sql, [PostgresStatement(declaration), fetch]).last
            while let current = result {
                for row in 0..<current.rowCount {
                    try body(PostgresCursor(result: current.pointer, row: Int32(row)))
                }
                result = current.rowCount < Self.window ? nil : try sendOnly([fetch]).last
            }
        }
        waiting.append(PostgresStatement(SQL(stringLiteral: "CLOSE \(name)")))
    }

    @discardableResult
    func run(_ sql: SQL) throws(StorageError) -> Int {
        let text = sql.postgresText ?? sql.text
        guard sql.values.isEmpty, PostgresTranslation.changesSchema(text) else {
            return try SlowStatements.watch(sql) { () throws(StorageError) in
                try contact([PostgresStatement(sql)]).last?.changedCount ?? 0
            }
        }
        try contact([])
        try connection.simple(PostgresTranslation.text(of: sql))
        try connection.forget()
        return 0
    }

    func gatherNothing() { isCareful = true }

    func append(_ row: [SQLValue], to table: StaticString) throws(StorageError) {
        let table = table.description
        let current = levels.count - 1
        let isRing = try connection.rank(of: table) >= PostgresCatalog.ring
        if levels[current].appends.add(row, to: table) >= Self.copyThreshold || isRing || isCareful {
            try contact([])
        }
    }

    func add(_ amounts: [Int64], at key: [SQLValue], to tally: Tally) throws(StorageError) {
        precondition(
            amounts.count == tally.sums.count && key.count == tally.key.count, "\(tally.table): not its columns")
        try levels[levels.count - 1].appends.add(amounts, at: key, to: tally)
        if isCareful { try contact([]) }
    }

    func enterSavepoint() throws(StorageError) {
        levels.append(Level())
        guard isCareful else { return }
        do throws(StorageError) {
            try contact([])
        } catch {
            try undoSavepoint()
            throw error
        }
    }

    /// A savepoint the server never heard of hands what it gathered to the one around it.
    func releaseSavepoint() throws(StorageError) {
        let last = levels.count - 1
        let release = PostgresStatement(SQL(stringLiteral: "RELEASE s\(last)"))
        if !levels[last].isOpen {
            try levels[last - 1].appends.merge(levels[last].appends)
            levels[last].appends = PostgresAppends()
            if levels[last - 1].appends.largest >= Self.copyThreshold * 4 { try contact([]) }
            // That contact opened the savepoint on its way.
            if levels[last].isOpen { waiting.append(release) }
        } else if !levels[last].appends.isEmpty {
            try contact([release])
        } else {
            waiting.append(release)
        }
        levels.removeLast()
    }

    func undoSavepoint() throws(StorageError) {
        let name = "s\(levels.count - 1)"
        guard levels.removeLast().isOpen else { return }
        waiting += ["ROLLBACK TO \(name)", "RELEASE \(name)"].map { PostgresStatement(SQL(stringLiteral: $0)) }
    }

    func commit() throws(StorageError) {
        guard hasBegun || !levels[0].appends.isEmpty else { return }
        var list = try gathered()
        list.append(PostgresStatement("COMMIT"))
        let exchange = connection.exchange(list)
        hasBegun = false
        if exchange.isConnectionLost {
            isConnectionLost = true
            throw .unknownOutcome("COMMIT: \(exchange.failure.map { "\($0)" } ?? "")")
        }
        if let failure = exchange.failure {
            endQuietly()
            throw failure
        }
        guard exchange.results.last?.command == "COMMIT" else {
            throw .failed("PostgreSQL undid the transaction: a statement in it had failed")
        }
    }

    func rollback() {
        waiting = []
        guard hasBegun else { return }
        hasBegun = false
        endQuietly()
    }

    private func endQuietly() {
        guard !isConnectionLost, !connection.isIdle else { return }
        if connection.exchange([PostgresStatement("ROLLBACK")]).failure != nil { isConnectionLost = true }
    }

    // MARK: Sending

    /// A question that names no table with rows gathered goes ahead of them.
    private func ask(_ sql: SQL, _ statements: [PostgresStatement]) throws(StorageError) -> [PostgresResult] {
        let text = sql.postgresText ?? sql.text
        guard PostgresTranslation.onlyReads(text) else { return try contact(statements) }
        if levels.contains(where: { !$0.appends.isEmpty }) {
            let words = connection.words(in: text)
            if levels.contains(where: { $0.appends.touches(words) }) { return try contact(statements) }
        }
        return try sendOnly(statements)
    }

    private func sendOnly(_ statements: [PostgresStatement]) throws(StorageError) -> [PostgresResult] {
        var list = waiting + statements
        waiting = []
        var marks: [(position: Int, level: Int)] = []
        return try send(&list, &marks)
    }

    /// Sends what waits, what was gathered, and `statements`; answers the results of all.
    @discardableResult
    private func contact(_ statements: [PostgresStatement]) throws(StorageError) -> [PostgresResult] {
        var marks: [(position: Int, level: Int)] = []
        var list = try gathered(marking: &marks) + statements
        return try send(&list, &marks)
    }

    private func gathered() throws(StorageError) -> [PostgresStatement] {
        var marks: [(position: Int, level: Int)] = []
        return try gathered(marking: &marks)
    }

    /// Takes what waits: level by level its savepoint, then its rows, large sets by COPY on the way.
    private func gathered(marking marks: inout [(position: Int, level: Int)]) throws(StorageError)
        -> [PostgresStatement]
    {
        var list = waiting
        waiting = []
        for level in levels.indices {
            if !levels[level].isOpen {
                marks.append((list.count, level))
                list.append(PostgresStatement(SQL(stringLiteral: "SAVEPOINT s\(level)")))
            }
            for table in try levels[level].appends.order(on: connection) {
                let rows = levels[level].appends.take(table)
                if rows.count < Self.copyThreshold {
                    list.append(try PostgresAppends.statement(rows, to: table, on: connection))
                } else {
                    try send(&list, &marks)
                    try copy(rows, into: table)
                }
            }
            for (tally, sums) in levels[level].appends.takeTallies() {
                list += try PostgresAppends.statements(sums, to: tally)
            }
        }
        return list
    }

    /// Empties `list` onto the wire and notes which savepoints the server has.
    @discardableResult
    private func send(_ list: inout [PostgresStatement], _ marks: inout [(position: Int, level: Int)])
        throws(StorageError) -> [PostgresResult]
    {
        let exchange = connection.exchange(list)
        if !exchange.results.isEmpty { hasBegun = true }
        for mark in marks where mark.position < exchange.results.count { levels[mark.level].isOpen = true }
        isConnectionLost = isConnectionLost || exchange.isConnectionLost
        list = []
        marks = []
        if let failure = exchange.failure { throw failure }
        return exchange.results
    }

    private func copy(_ rows: [[SQLValue]], into table: String) throws(StorageError) {
        do {
            try connection.copy(rows, into: table)
        } catch {
            isConnectionLost = isConnectionLost || !connection.isAlive
            throw error
        }
    }
}
