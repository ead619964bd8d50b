import CLibPQ
import Storage
import Synchronization

/// What a session has learned of the tables it appends to.
struct PostgresCatalog: Sendable {
    /// The types of each table's columns, in order.
    var columns: [String: [Oid]] = [:]
    /// Where a table stands when parents go before children; nil until asked for.
    var ranks: [String: Int]?

    /// Parents before children. Tables that refer to each other in a ring get `ring`.
    static func ranks(_ references: [(child: String, parent: String)]) -> [String: Int] {
        var parents: [String: Set<String>] = [:]
        for (child, parent) in references {
            parents[parent, default: []].formUnion([])
            if child != parent { parents[child, default: []].insert(parent) }
        }
        var ranks: [String: Int] = [:]
        var isMoving = true
        while isMoving {
            isMoving = false
            for (table, wanted) in parents where ranks[table] == nil && wanted.allSatisfy({ ranks[$0] != nil }) {
                ranks[table] = wanted.map { (ranks[$0] ?? 0) + 1 }.max() ?? 0
                isMoving = true
            }
        }
        for table in parents.keys where ranks[table] == nil { ranks[table] = Self.ring }
        return ranks
    }

    /// Such tables, and those that refer to them, come last and are sent row by row.
    static let ring = 1_000_000
}

extension PostgresConnection {
    func columns(of table: String) throws(StorageError) -> [Oid] {
        if let known = catalog.withLock({ $0.columns[table] }) { return known }
        let rows = try ask(
            """
            SELECT CAST(atttypid AS INTEGER) FROM pg_attribute
            WHERE attrelid = to_regclass(\(table)) AND attnum > 0 AND NOT attisdropped ORDER BY attnum
            """)
        var types: [Oid] = []
        for row in rows { types.append(Oid(try row.get(0, as: Int64.self))) }
        guard !types.isEmpty else { throw .failed("no table \(table)") }
        catalog.withLock { $0.columns[table] = types }
        return types
    }

    /// 0 for a table that refers to none.
    func rank(of table: String) throws(StorageError) -> Int {
        if let ranks = catalog.withLock({ $0.ranks }) { return ranks[table] ?? 0 }
        let rows = try ask(
            """
            SELECT child.relname, parent.relname FROM pg_constraint link
            JOIN pg_class child ON child.oid = link.conrelid
            JOIN pg_class parent ON parent.oid = link.confrelid
            WHERE link.contype = 'f' AND child.relnamespace = to_regnamespace(current_schema())
            """)
        var references: [(child: String, parent: String)] = []
        for row in rows { references.append((try row.get(0), try row.get(1))) }
        let ranks = PostgresCatalog.ranks(references)
        catalog.withLock { $0.ranks = ranks }
        return ranks[table] ?? 0
    }
}
