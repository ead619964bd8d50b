package import Kernel

/// The first thing `qianmo verify` found wrong: which row of which table, which column, and in what way.
package struct Finding: Error, Sendable, Hashable {
    package enum Reason: String, Sendable, CaseIterable {
        /// Not what the log, the key or the rest of the row says it must be.
        case changed
        case missing
        /// There is a row that nothing in the log accounts for.
        case surplus
        /// Cannot be read at all.
        case unreadable
        /// Signed before, and not the beginning of this log.
        case forked
    }

    package let table: String
    /// The row's key as text; empty where the whole table is meant.
    package let key: String
    package let column: String
    package let reason: Reason
    /// The log entry concerned, where there is one.
    package let entry: Int64?

    init(_ table: String, key: String, column: String = "", _ reason: Reason, entry: Int64? = nil) {
        self.table = table
        self.key = key
        self.column = column
        self.reason = reason
        self.entry = entry
    }

    init(_ table: String, entry: Int64, column: String, _ reason: Reason) {
        self.init(table, key: String(entry), column: column, reason, entry: entry)
    }

    /// `basket ["a"]: apples`.
    package var place: String {
        let row = key.isEmpty ? table : "\(table) [\(key)]"
        return column.isEmpty ? row : "\(row): \(column)"
    }

    package var json: JSON {
        var members: [String: JSON] = [
            "table": .string(table), "key": .string(key), "column": .string(column), "reason": .string(reason.rawValue),
        ]
        if let entry { members["entry"] = .integer(entry) }
        return .object(members)
    }
}

/// What was looked at when nothing was wrong.
package struct Verified: Sendable, Hashable {
    package let size: Int64
    package let root: String
    /// Tables rebuilt from the log and compared row by row.
    package let tables: Int
    /// Personal and confidential values opened and held against their commitments.
    package let values: Int64
}
