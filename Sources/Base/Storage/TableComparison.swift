/// The first place where the same table differs in two stores.
package struct TableDifference: Sendable, Hashable, CustomStringConvertible {
    package enum Kind: Sendable, Hashable {
        /// The row is only in the second store.
        case missing
        /// The row is only in the first store.
        case surplus
        /// The column's value differs.
        case column(String)
        /// The tables do not have the same columns.
        case shape
    }

    package let table: String
    /// The key's values as canonical text; empty for `shape`.
    package let key: String
    package let kind: Kind

    package var description: String {
        switch kind {
        case .missing: "\(table) [\(key)]: row missing"
        case .surplus: "\(table) [\(key)]: row that should not be"
        case .column(let name): "\(table) [\(key)]: \(name) differs"
        case .shape: "\(table): other columns"
        }
    }
}

/// Walks the same table of two stores in key order, a window at a time, and stops at the first difference.
package struct TableComparison {
    private let table: ProjectedTable
    private let window: Int

    /// `window`: rows held in memory per store.
    package init(_ table: ProjectedTable, window: Int = 1_000) {
        self.table = table
        self.window = window
    }

    /// Nil when both hold the same rows. `found` is the store under examination, `wanted` what it should hold.
    package func firstDifference(found: any ReadTransaction, wanted: any ReadTransaction) throws(StorageError)
        -> TableDifference?
    {
        let columns = try Dump.columns(of: table, in: wanted)
        guard try Dump.columns(of: table, in: found) == columns else {
            return TableDifference(table: table.name, key: "", kind: .shape)
        }
        var positions: [Int] = []
        for name in table.key {
            guard let position = columns.firstIndex(of: name) else { throw .failed("no key column \(name)") }
            positions.append(position)
        }
        var last: [SQLValue]?
        while true {
            let left = try rows(after: last, columns: columns, in: found)
            let right = try rows(after: last, columns: columns, in: wanted)
            if let difference = difference(left, right, columns: columns, key: positions) { return difference }
            guard let row = right.last, right.count == window else { return nil }
            last = positions.map { row.values[$0] }
        }
    }

    private func difference(_ left: [Row], _ right: [Row], columns: [String], key: [Int]) -> TableDifference? {
        for index in 0..<max(left.count, right.count) {
            guard index < left.count else { return differ(right[index], key, .missing) }
            guard index < right.count else { return differ(left[index], key, .surplus) }
            let (a, b) = (left[index], right[index])
            if a == b { continue }
            for position in key where a.values[position] != b.values[position] {
                return a.values[position].precedes(b.values[position])
                    ? differ(a, key, .surplus) : differ(b, key, .missing)
            }
            for (column, name) in columns.enumerated() where a.values[column] != b.values[column] {
                return differ(a, key, .column(name))
            }
        }
        return nil
    }

    private func differ(_ row: Row, _ key: [Int], _ kind: TableDifference.Kind) -> TableDifference {
        let text = key.map { row.values[$0].canonicalText }.joined(separator: ",")
        return TableDifference(table: table.name, key: text, kind: kind)
    }

    private func rows(after last: [SQLValue]?, columns: [String], in tx: any ReadTransaction) throws(StorageError)
        -> [Row]
    {
        var condition: SQL = ""
        if let last {
            var bound: SQL = ""
            for (position, value) in last.enumerated() {
                bound = position == 0 ? "\(bound: value)" : "\(bound), \(bound: value)"
            }
            condition = "WHERE (\(names: table.key)) > (\(bound))"
        }
        return try tx.rows(
            """
            SELECT \(names: columns) FROM \(trusted: table.name) \(condition)
            ORDER BY \(names: table.key) LIMIT \(window)
            """)
    }
}

extension SQLValue {
    /// The order both stores sort by: null first, integers by size, text and blobs by bytes.
    fileprivate func precedes(_ other: SQLValue) -> Bool {
        switch (self, other) {
        case (.integer(let a), .integer(let b)): a < b
        case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
        case (.blob(let a), .blob(let b)): a.lexicographicallyPrecedes(b)
        case (.null, _): true
        default: false
        }
    }
}
