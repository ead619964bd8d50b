/// Moves an installation from one store to another: every row of every table, in one transaction.
///
/// The receiving store must have been migrated by the same program and hold nothing yet.
package enum StoreCopy {
    /// Rows sent in one statement.
    private static let chunk = 100

    /// Says how many rows each table got, in the order of the tables' making. `replacing`: what stands in the receiving
    /// store is thrown away first, in the same transaction; otherwise it must hold nothing.
    @discardableResult
    package static func copy(
        from source: any ReadTransaction, to target: any WriteTransaction, replacing: Bool = false
    ) throws -> [(table: String, rows: Int)] {
        let tables = try tables(in: source)
        guard try tables.sorted() == Self.tables(in: target).sorted() else {
            throw StorageError.failed("the two stores do not have the same tables")
        }
        let references = try lift(in: target)
        if replacing { for table in tables { try target.run("DELETE FROM \(trusted: table)") } }
        var copied: [(table: String, rows: Int)] = []
        for table in tables { copied.append((table, try copy(table, from: source, to: target))) }
        for reference in references { try target.run(reference) }
        return copied
    }

    /// The tables of a store in the order of their making; the list of migrations, which the program keeps, is not one.
    package static func tables(in tx: any ReadTransaction) throws(StorageError) -> [String] {
        let rows = try tx.rows(
            .either(
                sqlite: """
                    SELECT name FROM sqlite_master
                    WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'schema_migration' ORDER BY rowid
                    """,
                postgres: """
                    SELECT relname FROM pg_class WHERE relkind = 'r' AND relname <> 'schema_migration'
                        AND relnamespace = to_regnamespace(current_schema()) ORDER BY oid
                    """))
        var names: [String] = []
        for row in rows { names.append(try row.get(0)) }
        return names
    }

    private static func copy(_ name: String, from source: any ReadTransaction, to target: any WriteTransaction) throws
        -> Int
    {
        let table = ProjectedTable(name, key: [])
        let columns = try Dump.columns(of: table, in: target)
        guard try Set(columns) == Set(Dump.columns(of: table, in: source)) else {
            throw StorageError.failed("\(name) does not have the same columns in both stores")
        }
        guard try target.rows("SELECT 1 FROM \(trusted: name) LIMIT 1").isEmpty else {
            throw StorageError.failed("\(name) is not empty in the receiving store")
        }
        var waiting: [[SQLValue]] = []
        var count = 0
        func send() throws {
            guard !waiting.isEmpty else { return }
            let rows = waiting.map { row in
                let values = row.map { value -> SQL in "\(bound: value)" }
                return "(\(SQL.joined(values, by: ", ")))" as SQL
            }
            try target.run(
                "INSERT INTO \(trusted: name) (\(names: columns)) VALUES \(SQL.joined(rows, by: ", "))")
            waiting.removeAll(keepingCapacity: true)
        }
        try source.each("SELECT \(names: columns) FROM \(trusted: name)") { row in
            waiting.append(columns.indices.map { row.value($0) })
            count += 1
            if waiting.count == chunk { try send() }
        }
        try send()
        return count
    }

    /// Sets the references aside while rows come in any order; answers the statements that set them back.
    private static func lift(in target: any WriteTransaction) throws -> [SQL] {
        let rows = try target.rows(
            .either(
                sqlite: "PRAGMA defer_foreign_keys = ON",
                postgres: """
                    SELECT relname, conname, pg_get_constraintdef(link.oid) FROM pg_constraint link
                    JOIN pg_class ON pg_class.oid = conrelid
                    WHERE contype = 'f' AND connamespace = to_regnamespace(current_schema()) ORDER BY link.oid
                    """))
        var back: [SQL] = []
        for row in rows {
            let (table, name): (String, String) = (try row.get(0), try row.get(1))
            try target.run("ALTER TABLE \(trusted: table) DROP CONSTRAINT \(trusted: name)")
            let text = "ALTER TABLE \(table) ADD CONSTRAINT \(name) \(try row.get(2, as: String.self))"
            back.append(.either(sqlite: SQL(trusted: text, []), postgres: SQL(trusted: text, [])))
        }
        return back
    }
}
