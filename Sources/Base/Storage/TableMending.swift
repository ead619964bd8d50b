/// Makes the rows of a table as another store has them.
package struct TableMending {
    /// How many rows of a table differ, in each way.
    package struct Rows: Sendable, Hashable {
        package let table: String
        package fileprivate(set) var missing: Int64 = 0
        package fileprivate(set) var surplus: Int64 = 0
        package fileprivate(set) var changed: Int64 = 0

        package var isNone: Bool { missing + surplus + changed == 0 }
    }

    private let table: ProjectedTable
    private let comparison: TableComparison

    package init(_ table: ProjectedTable) {
        self.table = table
        comparison = TableComparison(table)
    }

    /// Counts what differs and changes nothing.
    package func count(found: any ReadTransaction, wanted: any ReadTransaction) throws(StorageError) -> Rows {
        var rows = Rows(table: table.name)
        try comparison.each(try columns(found, wanted), found: found, wanted: wanted) {
            difference throws(StorageError) in
            switch difference {
            case .missing: rows.missing += 1
            case .surplus: rows.surplus += 1
            case .changed: rows.changed += 1
            }
            return true
        }
        return rows
    }

    /// Runs `body` while the table's own triggers, which refuse changes to what is only appended, rest.
    package func withoutTriggers(in tx: any WriteTransaction, _ body: () throws -> Void) throws {
        let triggers = try tx.rows(
            .either(
                sqlite: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = \(table.name)",
                postgres: """
                    SELECT DISTINCT trigger_name, '' FROM information_schema.triggers
                    WHERE event_object_schema = current_schema() AND event_object_table = \(table.name)
                    """)
        ).map { (name: try $0.get(0) as String, text: try $0.get(1) as String) }
        for trigger in triggers {
            try tx.run(
                .either(
                    sqlite: "DROP TRIGGER \(trusted: trigger.name)",
                    postgres: "ALTER TABLE \(trusted: table.name) DISABLE TRIGGER \(trusted: trigger.name)"))
        }
        try body()
        for trigger in triggers {
            try tx.run(
                .either(
                    sqlite: SQL(stringLiteral: trigger.text),
                    postgres: "ALTER TABLE \(trusted: table.name) ENABLE TRIGGER \(trusted: trigger.name)"))
        }
    }

    /// Takes away the rows that should not be. Of tables that refer to each other the referring one goes first.
    package func removeSurplus(in found: any WriteTransaction, wanted: any ReadTransaction) throws(StorageError) {
        let columns = try columns(found, wanted)
        let key = try comparison.positions(of: table.key, among: columns)
        try comparison.each(columns, found: found, wanted: wanted) { difference throws(StorageError) in
            if case .surplus(let row) = difference {
                try found.run("DELETE FROM \(trusted: table.name) WHERE \(self.at(key, of: row))")
            }
            return true
        }
    }

    /// Writes the rows that are missing, and those that say something else. Of tables that refer to each other the one
    /// that is referred to goes first.
    package func writeWanted(in found: any WriteTransaction, wanted: any ReadTransaction) throws(StorageError) {
        let columns = try columns(found, wanted)
        let key = try comparison.positions(of: table.key, among: columns)
        try comparison.each(columns, found: found, wanted: wanted) { difference throws(StorageError) in
            switch difference {
            case .missing(let row):
                try found.run(
                    """
                    INSERT INTO \(trusted: table.name) (\(names: columns)) VALUES (\(self.bound(row.values)))
                    """)
            case .changed(let old, let row):
                for (position, name) in columns.enumerated() where old.values[position] != row.values[position] {
                    try found.run(
                        """
                        UPDATE \(trusted: table.name) SET \(names: [name]) = \(bound: row.values[position])
                        WHERE \(self.at(key, of: row))
                        """)
                }
            case .surplus: break
            }
            return true
        }
    }

    private func columns(_ found: any ReadTransaction, _ wanted: any ReadTransaction) throws(StorageError) -> [String] {
        guard let columns = try comparison.commonColumns(found: found, wanted: wanted) else {
            throw .failed("\(table.name): other columns")
        }
        return columns
    }

    private func at(_ key: [Int], of row: Row) -> SQL {
        "(\(names: table.key)) = (\(bound(key.map { row.values[$0] })))"
    }

    private func bound(_ values: [SQLValue]) -> SQL {
        values.dropFirst().reduce(values.first.map { "\(bound: $0)" } ?? "") { "\($0), \(bound: $1)" }
    }
}
