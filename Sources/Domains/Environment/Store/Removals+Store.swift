package import Kernel
package import Storage

/// An act by which raw frames were taken away.
package struct FrameRemoval: Sendable, Hashable {
    package let before: CivilDate
    package let days: Int64
    package let reason: String
    /// The desk; empty where the log withholds it.
    package let office: String
    package let at: Instant
}

extension Environment {
    static let removalTables = Migration(
        "environment-006",
        [
            """
            CREATE TABLE environment_removal (
                before_day TEXT NOT NULL PRIMARY KEY, keep_days INTEGER NOT NULL, reason TEXT NOT NULL,
                office TEXT NOT NULL, removed_at INTEGER NOT NULL
            ) STRICT
            """
        ])
}

extension FramesRemoved {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [before.sqlValue, days.sqlValue, reason.sqlValue, entry.officeText.sqlValue, entry.at.sqlValue],
            to: "environment_removal")
    }
}

extension EnvironmentQueries {
    /// The acts by which raw frames were taken away, the oldest first.
    package static func removals(in tx: any ReadTransaction) throws -> [FrameRemoval] {
        try tx.rows(
            "SELECT before_day, keep_days, reason, office, removed_at FROM environment_removal ORDER BY before_day"
        ).map {
            FrameRemoval(
                before: try $0.get(0), days: try $0.get(1), reason: try $0.get(2), office: try $0.get(3),
                at: try $0.get(4))
        }
    }
}
