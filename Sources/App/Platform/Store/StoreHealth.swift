import Storage

/// What the store itself says of its file.
enum StoreHealth {
    /// The embedded store's own check, which holds every index against its table; nil when nothing is wrong. PostgreSQL
    /// reads each table by itself.
    static func firstFault(in tx: any ReadTransaction) throws -> String? {
        let said = try tx.find(.either(sqlite: "PRAGMA integrity_check(1)", postgres: "SELECT 'ok'"), as: String.self)
        return said == "ok" ? nil : said ?? "integrity_check"
    }
}
