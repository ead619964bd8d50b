import CLibPQ
import Storage

/// Rows and sums gathered for some tables, sent as sets: one statement per table instead of one per row.
struct PostgresAppends {
    private(set) var tables: [String: [[SQLValue]]] = [:]
    private(set) var tallies: [Tally: [[SQLValue]: [Int64]]] = [:]

    var isEmpty: Bool { tables.isEmpty && tallies.isEmpty }

    /// The rows of the table that has the most.
    var largest: Int { tables.values.reduce(0) { max($0, $1.count) } }

    /// Says how many rows the table has waiting.
    mutating func add(_ row: [SQLValue], to table: String) -> Int {
        tables[table, default: []].append(row)
        return tables[table]?.count ?? 0
    }

    mutating func add(_ amounts: [Int64], at key: [SQLValue], to tally: Tally) throws(StorageError) {
        guard let sums = tallies[tally]?[key] else {
            tallies[tally, default: [:]][key] = amounts
            return
        }
        var total: [Int64] = []
        for (sum, amount) in zip(sums, amounts) {
            let (result, isTooLarge) = sum.addingReportingOverflow(amount)
            guard !isTooLarge else { throw .failed("\(tally.table): integer overflow") }
            total.append(result)
        }
        tallies[tally]?[key] = total
    }

    /// Takes over what a savepoint gathered.
    mutating func merge(_ other: PostgresAppends) throws(StorageError) {
        if isEmpty {
            self = other
            return
        }
        for (table, rows) in other.tables { tables[table, default: []] += rows }
        for (tally, sums) in other.tallies {
            for (key, amounts) in sums { try add(amounts, at: key, to: tally) }
        }
    }

    func touches(_ names: Set<String>) -> Bool {
        tables.keys.contains { names.contains($0) } || tallies.keys.contains { names.contains($0.table) }
    }

    mutating func take(_ table: String) -> [[SQLValue]] { tables.removeValue(forKey: table) ?? [] }

    mutating func takeTallies() -> [Tally: [[SQLValue]: [Int64]]] {
        defer { tallies = [:] }
        return tallies
    }

    /// The tables with rows waiting, parents first.
    func order(on connection: PostgresConnection) throws(StorageError) -> [String] {
        guard tables.count > 1 else { return Array(tables.keys) }
        var ranked: [(rank: Int, table: String)] = []
        for table in tables.keys { ranked.append((try connection.rank(of: table), table)) }
        return ranked.sorted { ($0.rank, $0.table) < ($1.rank, $1.table) }.map(\.table)
    }

    /// One statement that adds `rows`: values for one row, arrays unnested for more.
    static func statement(_ rows: [[SQLValue]], to table: String, on connection: PostgresConnection)
        throws(StorageError) -> PostgresStatement
    {
        let types = try connection.columns(of: table)
        for row in rows { try check(row, types, table) }
        if rows.count == 1 {
            let marks = (1...types.count).map { "$\($0)::\(PostgresType.name(of: types[$0 - 1]))" }
            return PostgresStatement(
                .postgres("INSERT INTO \(table) VALUES (\(marks.joined(separator: ", ")))"), rows[0].map { .value($0) })
        }
        let marks = (1...types.count).map { "$\($0)::\(PostgresType.name(of: types[$0 - 1]))[]" }
        var columns: [PostgresParameter] = []
        for (column, type) in types.enumerated() {
            guard let array = PostgresType.array(of: type) else { throw .failed("\(table): a column of another type") }
            columns.append(.array(type: array, bytes: arrayBytes(rows.map { $0[column] }, type)))
        }
        return PostgresStatement(
            .postgres("INSERT INTO \(table) SELECT * FROM unnest(\(marks.joined(separator: ", ")))"), columns)
    }

    static func check(_ row: [SQLValue], _ types: [Oid], _ table: String) throws(StorageError) {
        guard row.count == types.count else {
            throw .failed("\(table) has \(types.count) columns, not \(row.count)")
        }
        for (column, value) in row.enumerated() {
            let type = PostgresType.of(value)
            guard type == PostgresType.unknown || type == types[column] else {
                throw .failed("\(table): a value of another type in column \(column + 1)")
            }
        }
    }

    /// Two statements: the rows that are there are added to, then those that are missing are made.
    static func statements(_ sums: [[SQLValue]: [Int64]], to tally: Tally) throws(StorageError) -> [PostgresStatement] {
        let names = tally.key + tally.sums
        var columns: [PostgresParameter] = []
        var marks: [String] = []
        let rows = sums.map { $0.key + $0.value.map { .integer($0) } }
        for column in names.indices {
            let type = rows.first.map { PostgresType.of($0[column]) } ?? PostgresType.text
            guard let array = PostgresType.array(of: type), rows.allSatisfy({ PostgresType.of($0[column]) == type })
            else { throw .failed("\(tally.table): keys of several types") }
            columns.append(.array(type: array, bytes: arrayBytes(rows.map { $0[column] }, type)))
            marks.append("$\(column + 1)::\(PostgresType.name(of: type))[]")
        }
        let list = names.joined(separator: ", ")
        let given = "unnest(\(marks.joined(separator: ", "))) AS given (\(list))"
        let match = tally.key.map { "kept.\($0) = given.\($0)" }.joined(separator: " AND ")
        let set = tally.sums.map { "\($0) = kept.\($0) + given.\($0)" }.joined(separator: ", ")
        return [
            PostgresStatement(.postgres("UPDATE \(tally.table) kept SET \(set) FROM \(given) WHERE \(match)"), columns),
            PostgresStatement(
                .postgres(
                    """
                    INSERT INTO \(tally.table) (\(list)) SELECT \(list) FROM \(given)
                    WHERE NOT EXISTS (SELECT 1 FROM \(tally.table) kept WHERE \(match))
                    """), columns),
        ]
    }

    private static func arrayBytes(_ values: [SQLValue], _ type: Oid) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(20 + values.count * 16)
        bytes.append32(1)
        bytes.append32(values.contains(.null) ? 1 : 0)
        bytes.append32(Int32(bitPattern: type))
        bytes.append32(Int32(values.count))
        bytes.append32(1)
        for value in values { bytes.appendField(value) }
        return bytes
    }
}

extension SQL {
    /// Text already PostgreSQL's, put together from names the catalogue knows.
    fileprivate static func postgres(_ text: String) -> SQL { SQL(stringLiteral: text) }
}

extension PostgresConnection {
    /// Adds many rows by COPY in its binary form, the fastest way in.
    func copy(_ rows: [[SQLValue]], into table: String) throws(StorageError) {
        let types = try columns(of: table)
        var bytes: [UInt8] = Array("PGCOPY\n\u{FF}\r\n\0".unicodeScalars.map { UInt8($0.value) })
        bytes.append32(0)
        bytes.append32(0)
        for row in rows {
            try PostgresAppends.check(row, types, table)
            bytes.append16(Int16(row.count))
            for value in row { bytes.appendField(value) }
        }
        bytes.append16(-1)
        let text = "COPY \(table) FROM STDIN (FORMAT binary)"
        guard let start = PQexec(handle, text) else { throw lost() }
        let opened = PostgresResult(start)
        guard opened.status == PGRES_COPY_IN else { throw PostgresFailure(opened, text: text).error }
        let isSent = bytes.withUnsafeBytes { buffer in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            return PQputCopyData(handle, start, Int32(buffer.count)) == 1
        }
        guard isSent, PQputCopyEnd(handle, nil) == 1 else { throw lost() }
        var failure: StorageError?
        while let pointer = PQgetResult(handle) {
            let result = PostgresResult(pointer)
            if result.status != PGRES_COMMAND_OK { failure = PostgresFailure(result, text: text).error }
        }
        if let failure { throw failure }
    }
}
