import Crypto
import Kernel

extension SQLValue {
    /// One unambiguous spelling per value: `null`, `12`, `"text"`, `x'00ff'`. The same from both stores.
    package var canonicalText: String {
        switch self {
        case .null: "null"
        case .integer(let number): String(number)
        case .text(let text): JSON.string(text).canonicalText
        case .blob(let bytes): "x'\(Hex.text(of: bytes))'"
        }
    }
}

/// A table as lines of text in key order, for `verify`, backups and comparison by eye.
package enum Dump {
    /// The table's columns in their order.
    package static func columns(of table: ProjectedTable, in tx: any ReadTransaction) throws(StorageError) -> [String] {
        let rows = try tx.rows(
            .either(
                sqlite: "SELECT name FROM pragma_table_info(\(table.name)) ORDER BY cid",
                postgres: """
                    SELECT column_name FROM information_schema.columns
                    WHERE table_schema = current_schema() AND table_name = \(table.name) ORDER BY ordinal_position
                    """))
        var names: [String] = []
        for row in rows { names.append(try row.get(0)) }
        guard !names.isEmpty else { throw .failed("no table \(table.name)") }
        return names
    }

    /// The columns of the table's primary key in their order, as the schema has it.
    package static func keyColumns(of table: ProjectedTable, in tx: any ReadTransaction) throws(StorageError)
        -> [String]
    {
        let rows = try tx.rows(
            .either(
                sqlite: "SELECT name FROM pragma_table_info(\(table.name)) WHERE pk > 0 ORDER BY pk",
                postgres: """
                    SELECT part.column_name FROM information_schema.key_column_usage part
                    JOIN information_schema.table_constraints whole
                        ON whole.constraint_name = part.constraint_name AND whole.table_schema = part.table_schema
                    WHERE whole.constraint_type = 'PRIMARY KEY' AND part.table_schema = current_schema()
                        AND part.table_name = \(table.name)
                    ORDER BY part.ordinal_position
                    """))
        var names: [String] = []
        for row in rows { names.append(try row.get(0)) }
        return names
    }

    /// Gives `body` each row as `value,value,…`.
    package static func lines(
        of table: ProjectedTable, in tx: any ReadTransaction, _ body: (String) throws -> Void
    ) throws {
        let columns = try columns(of: table, in: tx)
        let sql: SQL = "SELECT \(names: columns) FROM \(trusted: table.name) ORDER BY \(names: table.key)"
        try tx.each(sql) { row in
            var line = ""
            for column in columns.indices {
                if column > 0 { line += "," }
                line += row.value(column).canonicalText
            }
            try body(line)
        }
    }

    /// SHA-256 over the lines, in hex: equal tables have equal digests, whatever store they lie in.
    package static func digest(of table: ProjectedTable, in tx: any ReadTransaction) throws -> String {
        var hash = SHA256()
        try lines(of: table, in: tx) { line in
            var line = line
            line.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
            hash.update(data: [UInt8(ascii: "\n")])
        }
        return Hex.text(of: hash.finalize())
    }
}

extension SQL {
    /// The table's rows in no order.
    package static func all(_ columns: [String], of table: ProjectedTable) -> SQL {
        "SELECT \(names: columns) FROM \(trusted: table.name)"
    }
}

extension SQL.Interpolation {
    /// Names of columns, with commas. Inside Storage only.
    mutating func appendInterpolation(names: [String]) {
        for (position, name) in names.enumerated() {
            if position > 0 { appendLiteral(", ") }
            appendInterpolation(trusted: name)
        }
    }
}
