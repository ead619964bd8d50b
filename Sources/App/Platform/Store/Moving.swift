import EventLog
package import Kernel
package import Storage

/// Takes an installation from one store to another, and looks at both afterwards.
package enum Moving {
    /// What arrived, and that it is the same.
    package struct Moved: Sendable {
        package let size: Int64
        /// The log's root, in base64.
        package let root: String
        package let tables: Int
        package let rows: Int
    }

    /// Copies the log and all its tables into a new store, in one transaction of each. Throws when a table differs
    /// afterwards.
    package static func log(
        of plan: InstallationPlan, from source: any Database, to target: any Database, at now: Instant
    ) throws -> Moved {
        try source.read { tx in
            guard let head = try LogStore.findHead(in: tx) else {
                throw InstallationRefusal(InstallationText.headUnreadable)
            }
            guard try Migrator(plan.migrations).pending(in: tx).isEmpty else {
                throw InstallationRefusal(InstallationText.otherSchema)
            }
            let (tables, rows) = try copy(plan.migrations, tx, target, now)
            return Moved(size: head.range.size, root: head.range.root.base64, tables: tables, rows: rows)
        }
    }

    /// Copies a store that has no log (sign-ins) in the same way; what an earlier try left there is replaced.
    package static func store(
        _ migrations: [Migration], from source: any Database, to target: any Database, at now: Instant
    ) throws {
        _ = try source.read { try copy(migrations, $0, target, now, replacing: true) }
    }

    /// All or nothing: what was copied is compared before the commit.
    private static func copy(
        _ migrations: [Migration], _ source: any ReadTransaction, _ target: any Database, _ now: Instant,
        replacing: Bool = false
    ) throws -> (tables: Int, rows: Int) {
        try Migrator(migrations).migrate(target, at: now)
        let copied = try target.write { to in
            let copied = try StoreCopy.copy(from: source, to: to, replacing: replacing)
            // When a step was taken is sealed, so it is carried over too.
            try MigrationSeals.copyInstants(from: source, to: to)
            for (table, _) in copied {
                let key = try Dump.keyColumns(of: ProjectedTable(table, key: []), in: source)
                let projected = ProjectedTable(table, key: key)
                guard try Dump.digest(of: projected, in: source) == Dump.digest(of: projected, in: to) else {
                    throw InstallationRefusal(InstallationText.copyDiffers(table))
                }
            }
            return copied
        }
        return (copied.count, copied.reduce(0) { $0 + $1.rows })
    }
}
