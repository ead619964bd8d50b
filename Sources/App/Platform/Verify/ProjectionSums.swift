import Storage

/// The tables that are only appended to, summed up while the log is replayed, and held against the store's rows.
final class ProjectionSums {
    private var digester = RowDigester()
    private var sums: [String: TableSum] = [:]
    private var tallies: [String: TallySums] = [:]
    /// Tables by where their name stands in memory: one look-up instead of making and hashing a text for each row.
    private var names: [UInt: String?] = [:]
    private var texts: Set<String> = []
    let tables: Set<String>
    /// Set by every row taken, for the one who wants to know which events bring any.
    var isTouched = false

    init(_ tables: [ProjectedTable]) {
        self.tables = Set(tables.filter(\.isOnlyAppended).map(\.name))
    }

    /// False when the table is none of ours.
    func take(_ row: [SQLValue], to table: StaticString) -> Bool {
        guard let name = name(table) else { return false }
        isTouched = true
        sums[name, default: TableSum()].add(digester.digest(row))
        return true
    }

    func take(_ amounts: [Int64], at key: [SQLValue], to tally: Tally) -> Bool {
        guard tables.contains(tally.table) else { return false }
        isTouched = true
        tallies[tally.table, default: TallySums(tally)].add(amounts, at: digester.digest(key))
        return true
    }

    /// A statement that names one of our tables would find it empty: a mistake of ours in the module's list of tables.
    func check(_ text: String) {
        guard !texts.contains(text) else { return }
        let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }.map(String.init)
        // A column may have a table's name.
        let isOurs = zip(words, words.dropFirst()).contains {
            ["FROM", "INTO", "UPDATE", "JOIN"].contains($0) && tables.contains($1)
        }
        precondition(!isOurs, "a projection names a table that is said to be only appended to")
        texts.insert(text)
    }

    private func name(_ table: StaticString) -> String? {
        guard table.hasPointerRepresentation else { return tables.contains("\(table)") ? "\(table)" : nil }
        let place = UInt(bitPattern: table.utf8Start)
        if let known = names[place] { return known }
        let name = tables.contains("\(table)") ? "\(table)" : nil
        names[place] = .some(name)
        return name
    }

    // MARK: Comparing

    /// Whether the store's table has exactly these rows. Goes through it once, in whatever order.
    func agree(_ table: ProjectedTable, columns: [String], in tx: any ReadTransaction) throws -> Bool {
        let sql: SQL = .all(columns, of: table)
        if var tally = tallies.removeValue(forKey: table.name) { return try agree(&tally, columns, sql, in: tx) }
        var found = TableSum()
        try tx.each(sql) { row in found.add(digester.digest(columns.indices.lazy.map { row.value($0) })) }
        return found == sums[table.name] ?? TableSum()
    }

    /// Strikes off what is found; then nothing may be left.
    private func agree(_ left: inout TallySums, _ columns: [String], _ sql: SQL, in tx: any ReadTransaction) throws
        -> Bool
    {
        let tally = left.tally
        let key = tally.key.compactMap { columns.firstIndex(of: $0) }
        let sums = tally.sums.compactMap { columns.firstIndex(of: $0) }
        guard key.count == tally.key.count, sums.count == tally.sums.count, key.count + sums.count == columns.count
        else { return false }
        var isSame = true
        try tx.each(sql) { row in
            guard isSame else { return }
            let digest = digester.digest(key.lazy.map { row.value($0) })
            isSame = left.strike(sums.map { row.integer($0) }, at: digest) && sums.allSatisfy { !row.isNull($0) }
        }
        return isSame && left.isEmpty
    }
}

/// Projects into the scratch store all but the rows that are summed.
final class SummingTransaction: WriteTransaction {
    private let base: any WriteTransaction
    private let sums: ProjectionSums

    init(_ base: any WriteTransaction, _ sums: ProjectionSums) {
        self.base = base
        self.sums = sums
    }

    func rows(_ sql: SQL) throws(StorageError) -> [Row] {
        sums.check(sql.text)
        return try base.rows(sql)
    }

    func each(_ sql: SQL, _ body: (any RowCursor) throws -> Void) throws {
        sums.check(sql.text)
        try base.each(sql, body)
    }

    func run(_ sql: SQL) throws(StorageError) -> Int {
        sums.check(sql.text)
        return try base.run(sql)
    }

    func append(_ row: [SQLValue], to table: StaticString) throws(StorageError) {
        if !sums.take(row, to: table) { try base.append(row, to: table) }
    }

    func add(_ amounts: [Int64], at key: [SQLValue], to tally: Tally) throws(StorageError) {
        if !sums.take(amounts, at: key, to: tally) { try base.add(amounts, at: key, to: tally) }
    }

    func enterSavepoint() throws(StorageError) { try base.enterSavepoint() }
    func releaseSavepoint() throws(StorageError) { try base.releaseSavepoint() }
    func undoSavepoint() throws(StorageError) { try base.undoSavepoint() }
}

/// The other way round: only the rows that were summed are written, because one of them is wrong and has to be named.
final class NamingTransaction: WriteTransaction {
    private let base: any WriteTransaction
    private let tables: Set<String>

    init(_ base: any WriteTransaction, _ tables: Set<String>) {
        self.base = base
        self.tables = tables
    }

    func rows(_ sql: SQL) throws(StorageError) -> [Row] { try base.rows(sql) }
    func each(_ sql: SQL, _ body: (any RowCursor) throws -> Void) throws { try base.each(sql, body) }
    func run(_ sql: SQL) throws(StorageError) -> Int { 1 }

    func append(_ row: [SQLValue], to table: StaticString) throws(StorageError) {
        if tables.contains("\(table)") { try base.append(row, to: table) }
    }

    func add(_ amounts: [Int64], at key: [SQLValue], to tally: Tally) throws(StorageError) {
        if tables.contains(tally.table) { try base.add(amounts, at: key, to: tally) }
    }

    func enterSavepoint() throws(StorageError) {}
    func releaseSavepoint() throws(StorageError) {}
    func undoSavepoint() throws(StorageError) {}
}
