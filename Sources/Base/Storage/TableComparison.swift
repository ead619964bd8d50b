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

/// A row that is not the same in two stores.
enum RowDifference {
    case missing(Row)
    case surplus(Row)
    case changed(found: Row, wanted: Row)
}

/// Walks the same table of two stores in key order, a window at a time.
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
        guard let columns = try commonColumns(found: found, wanted: wanted) else {
            return TableDifference(table: table.name, key: "", kind: .shape)
        }
        let key = try positions(of: table.key, among: columns)
        var first: TableDifference?
        try each(columns, found: found, wanted: wanted) { difference throws(StorageError) in
            first = named(difference, columns, key)
            return false
        }
        return first
    }

    /// The table's columns; nil when the two stores have not the same.
    func commonColumns(found: any ReadTransaction, wanted: any ReadTransaction) throws(StorageError) -> [String]? {
        let columns = try Dump.columns(of: table, in: wanted)
        return try Dump.columns(of: table, in: found) == columns ? columns : nil
    }

    /// Gives `body` each row that differs, in the order of the keys, until it answers false. A window is read before any
    /// of its rows is given out, so `body` may change `found` where the row stands.
    func each(
        _ columns: [String], found: any ReadTransaction, wanted: any ReadTransaction,
        _ body: (RowDifference) throws(StorageError) -> Bool
    ) throws(StorageError) {
        let key = try positions(of: table.key, among: columns)
        var (left, right) = (Window(), Window())
        while true {
            try fill(&left, columns, key, in: found)
            try fill(&right, columns, key, in: wanted)
            let difference: RowDifference?
            switch (left.row, right.row) {
            case (nil, nil): return
            case (let row?, nil): difference = .surplus(row)
            case (nil, let row?): difference = .missing(row)
            case (let a?, let b?):
                let place = key.first { a.values[$0] != b.values[$0] }
                if let place {
                    difference = a.values[place].precedes(b.values[place]) ? .surplus(a) : .missing(b)
                } else {
                    difference = a == b ? nil : .changed(found: a, wanted: b)
                }
            }
            switch difference {
            case .surplus: left.next += 1
            case .missing: right.next += 1
            case .changed, nil:
                left.next += 1
                right.next += 1
            }
            if let difference, try !body(difference) { return }
        }
    }

    /// Rows of one store read ahead.
    private struct Window {
        var rows: [Row] = []
        var next = 0
        var isLast = false
        var row: Row? { next < rows.count ? rows[next] : nil }
    }

    private func fill(
        _ window: inout Window, _ columns: [String], _ key: [Int], in tx: any ReadTransaction
    ) throws(StorageError) {
        guard window.row == nil, !window.isLast else { return }
        let last = window.rows.last.map { row in key.map { row.values[$0] } }
        window.rows = try rows(after: last, columns: columns, in: tx)
        window.next = 0
        window.isLast = window.rows.count < self.window
    }

    func positions(of names: [String], among columns: [String]) throws(StorageError) -> [Int] {
        var positions: [Int] = []
        for name in names {
            guard let position = columns.firstIndex(of: name) else { throw .failed("no key column \(name)") }
            positions.append(position)
        }
        return positions
    }

    private func named(_ difference: RowDifference, _ columns: [String], _ key: [Int]) -> TableDifference {
        switch difference {
        case .missing(let row): differ(row, key, .missing)
        case .surplus(let row): differ(row, key, .surplus)
        case .changed(let found, let wanted):
            differ(
                found, key,
                .column(columns.indices.first { found.values[$0] != wanted.values[$0] }.map { columns[$0] } ?? ""))
        }
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
