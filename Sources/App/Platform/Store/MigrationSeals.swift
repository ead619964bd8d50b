import Kernel
import Storage

/// Seals the record of the schema's steps, which stands in no leaf either.
struct MigrationSeals {
    let keys: InstallationKeys

    /// Seals the steps that have been applied since the last start.
    func sealNew(in tx: any WriteTransaction) throws {
        let sql: SQL = """
            SELECT m.id, m.digest, m.applied_at FROM schema_migration m
            LEFT JOIN migration_seal s ON s.id = m.id WHERE s.id IS NULL ORDER BY m.id
            """
        for row in try tx.rows(sql) {
            let id: String = try row.get(0)
            let seal = seal(id, try row.get(1), try row.get(2))
            try tx.append([.text(id), .blob(seal)], to: "migration_seal")
        }
    }

    /// Seals every step anew.
    func sealAgain(in tx: any WriteTransaction) throws {
        for row in try tx.rows("SELECT id, digest, applied_at FROM schema_migration ORDER BY id") {
            let id: String = try row.get(0)
            let seal = seal(id, try row.get(1), try row.get(2))
            try tx.run("UPDATE migration_seal SET seal = \(seal) WHERE id = \(id)")
        }
    }

    /// A copied store has taken its steps when the one it was copied from had: the seals, which are copied, say so.
    static func copyInstants(from source: any ReadTransaction, to target: any WriteTransaction) throws {
        for row in try source.rows("SELECT id, applied_at FROM schema_migration") {
            let (id, instant): (String, Int64) = (try row.get(0), try row.get(1))
            try target.run("UPDATE schema_migration SET applied_at = \(instant) WHERE id = \(id)")
        }
    }

    func firstBroken(in tx: any ReadTransaction) throws -> Finding? {
        var (found, last): (Finding?, String?)
        try tx.each(
            """
            SELECT m.id, m.digest, m.applied_at, s.seal FROM schema_migration m
            LEFT JOIN migration_seal s ON s.id = m.id ORDER BY m.id
            """
        ) { row in
            let wanted = seal(row.text(0), row.text(1), row.integer(2))
            defer { last = row.text(0) }
            if found == nil, last == row.text(0) { found = Finding("schema_migration", key: row.text(0), .surplus) }
            guard found == nil, row.isNull(3) || row.blob(3) != wanted else { return }
            found =
                row.isNull(3)
                ? Finding("migration_seal", key: row.text(0), .missing)
                : Finding("schema_migration", key: row.text(0), column: "applied_at or seal", .changed)
        }
        return found
    }

    /// A seal of a step that is not on record.
    func firstSurplus(in tx: any ReadTransaction) throws -> Finding? {
        let id: String? = try tx.find(
            "SELECT MIN(id) FROM migration_seal WHERE id NOT IN (SELECT id FROM schema_migration)")
        return id.map { Finding("migration_seal", key: $0, .surplus) }
    }

    private func seal(_ id: String, _ digest: String, _ at: Int64) -> [UInt8] {
        keys.seal("schema_migration", [Array(id.utf8), Array(digest.utf8), Array(String(at).utf8)])
    }
}
