import Storage

extension PostgresDatabase {
    /// Lets `role` read every table of this schema but those in `closed`, and write none. The role itself is made by the
    /// database's administrator. Repeated after each migration, for new tables; says how many tables it may read.
    package func grantReading(to role: String, closed: Set<String>) throws -> Int {
        try read { tx in
            guard try tx.first("SELECT 1 FROM pg_roles WHERE rolname = \(role)") != nil else {
                throw StorageError.unavailable("there is no role \(role) in this PostgreSQL")
            }
        }
        let schema = Self.quoted(settings.schema ?? "public")
        var open = 0
        var statements = [
            "REVOKE ALL ON ALL TABLES IN SCHEMA \(schema) FROM \(Self.quoted(role))",
            "GRANT USAGE ON SCHEMA \(schema) TO \(Self.quoted(role))",
        ]
        let tables = try read { tx in try StoreCopy.tables(in: tx) }
        for table in tables where !closed.contains(table) {
            statements.append("GRANT SELECT ON \(schema).\(Self.quoted(table)) TO \(Self.quoted(role))")
            open += 1
        }
        try administer(statements)
        return open
    }

    private static func quoted(_ name: String) -> String {
        "\"" + name.replacing("\"", with: "\"\"") + "\""
    }
}
