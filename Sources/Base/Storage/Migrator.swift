import Crypto
package import Kernel

/// Why a store's schema and this program do not belong together.
package enum MigrationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A step was changed after it had been applied; steps are never edited, a new one follows.
    case edited(String)
    /// The store was made by a newer program that knows steps this one does not.
    case unknown([String])
    /// Two steps of the program have the same id.
    case duplicate(String)

    package var description: String {
        switch self {
        case .edited(let id): "migration \(id) was edited after it had been applied"
        case .unknown(let ids):
            "the store was made by a newer program: unknown migrations \(ids.joined(separator: ", "))"
        case .duplicate(let id): "two migrations are called \(id)"
        }
    }
}

/// Brings a store's schema to the program's state, step by step, each in a transaction of its own.
package struct Migrator: Sendable {
    private let migrations: [Migration]

    /// All steps of all rooms, in the order of the rooms' dependencies.
    package init(_ migrations: [Migration]) {
        self.migrations = migrations
    }

    /// Applies what is missing; says which steps that were. Refuses a store whose steps are not ours.
    @discardableResult
    package func migrate(_ database: any Database, at instant: Instant) throws -> [String] {
        try database.write { tx in
            for statement in Self.schema { try tx.run(statement) }
        }
        let missing = try database.read { tx in try pending(in: tx) }
        for migration in missing {
            try database.write { tx in
                // Where several programs write, another may have taken this step meanwhile.
                guard try tx.rows("SELECT 1 FROM schema_migration WHERE id = \(migration.id)").isEmpty else { return }
                for statement in migration.statements { try tx.run(statement) }
                try migration.fill?(tx)
                try tx.run(
                    """
                    INSERT INTO schema_migration (id, digest, applied_at)
                    VALUES (\(migration.id), \(migration.digest), \(instant))
                    """)
            }
        }
        return missing.map(\.id)
    }

    /// The steps not yet applied, in order. The store must have been migrated before, by whatever program.
    package func pending(in tx: any ReadTransaction) throws -> [Migration] {
        var known: [String: String] = [:]
        for migration in migrations {
            guard known.updateValue(migration.digest, forKey: migration.id) == nil else {
                throw MigrationError.duplicate(migration.id)
            }
        }
        var applied: Set<String> = []
        var unknown: [String] = []
        for row in try tx.rows("SELECT id, digest FROM schema_migration ORDER BY id") {
            let id: String = try row.get(0)
            switch known[id] {
            case nil: unknown.append(id)
            case .some(let digest) where digest != (try row.get(1, as: String.self)): throw MigrationError.edited(id)
            default: applied.insert(id)
            }
        }
        guard unknown.isEmpty else { throw MigrationError.unknown(unknown) }
        return migrations.filter { !applied.contains($0.id) }
    }

    private static let schema: [SQL] = [
        """
        CREATE TABLE IF NOT EXISTS schema_migration (
            id TEXT NOT NULL PRIMARY KEY,
            digest TEXT NOT NULL,
            applied_at INTEGER NOT NULL
        ) STRICT
        """
    ]
}

extension Migration {
    /// SHA-256 of the step's text, in hex.
    package var digest: String {
        var hash = SHA256()
        for statement in statements {
            hash.update(data: Array(statement.text.utf8))
            hash.update(data: [0])
            hash.update(data: Array((statement.postgresText ?? "").utf8))
            hash.update(data: [0])
            for value in statement.values { hash.update(data: Array(value.canonicalText.utf8) + [0]) }
        }
        return Hex.text(of: hash.finalize())
    }

    /// The triggers by which `table` refuses UPDATE and DELETE: what was written there stays written.
    package static func appendOnly(_ table: StaticString) -> [SQL] {
        [
            .either(
                sqlite: """
                    CREATE TRIGGER \(name: table)_no_update BEFORE UPDATE ON \(name: table)
                    BEGIN SELECT RAISE(ABORT, 'append-only: \(name: table)'); END
                    """,
                postgres: """
                    CREATE FUNCTION \(name: table)_refuse() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN RAISE EXCEPTION 'append-only: \(name: table)'; END $$
                    """),
            .either(
                sqlite: """
                    CREATE TRIGGER \(name: table)_no_delete BEFORE DELETE ON \(name: table)
                    BEGIN SELECT RAISE(ABORT, 'append-only: \(name: table)'); END
                    """,
                postgres: """
                    CREATE TRIGGER \(name: table)_no_change BEFORE UPDATE OR DELETE ON \(name: table)
                    FOR EACH ROW EXECUTE FUNCTION \(name: table)_refuse();
                    CREATE TRIGGER \(name: table)_no_truncate BEFORE TRUNCATE ON \(name: table)
                    FOR EACH STATEMENT EXECUTE FUNCTION \(name: table)_refuse()
                    """),
        ]
    }
}
