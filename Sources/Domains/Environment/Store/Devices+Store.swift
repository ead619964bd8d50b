package import Kernel
package import Storage

extension Environment {
    static let orderTables = Migration(
        "environment-004",
        [
            """
            CREATE TABLE environment_order (
                facility TEXT NOT NULL REFERENCES environment_facility (id), number INTEGER NOT NULL, mn TEXT NOT NULL,
                act TEXT NOT NULL, interval_length INTEGER, hour INTEGER, item TEXT, ordered_at INTEGER NOT NULL,
                outcome TEXT, code INTEGER, answered_at INTEGER, PRIMARY KEY (facility, number)
            ) STRICT
            """,
            "ALTER TABLE environment_mark ADD COLUMN marked_by TEXT",
            "CREATE INDEX environment_order_by_outcome ON environment_order (outcome, ordered_at)",
        ])
}

extension DeviceAct: SQLValueConvertible {}
extension DeviceOutcome: SQLValueConvertible {}

extension DeviceOrdered {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [
                facility.sqlValue, number.sqlValue, mn.sqlValue, words.act.sqlValue, words.interval?.sqlValue ?? .null,
                words.hour?.sqlValue ?? .null, words.item?.sqlValue ?? .null, entry.at.sqlValue, .null, .null, .null,
            ], to: "environment_order")
    }
}

extension DeviceAnswered {
    package func project(
        from standing: Void, to state: Environment.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE environment_order SET outcome = \(outcome), code = \(code), answered_at = \(entry.at)
            WHERE facility = \(facility) AND number = \(number)
            """)
    }
}

/// A command to a logger, with its answer once there is one.
package struct DeviceOrderLine: Sendable {
    package let facility: FacilityID
    package let number: Int64
    package let mn: String
    package let words: DeviceWords
    package let orderedAt: Instant
    package let outcome: DeviceOutcome?
    package let code: Int64?
    package let answeredAt: Instant?
}

package enum DeviceQueries {
    private static let columns: SQL = """
        SELECT facility, number, mn, act, interval_length, hour, item, ordered_at, outcome, code, answered_at
        FROM environment_order
        """

    /// Commands no answer of which is written down, the oldest first.
    package static func waiting(in tx: any ReadTransaction) throws -> [DeviceOrderLine] {
        try tx.rows("\(columns) WHERE outcome IS NULL ORDER BY ordered_at, facility, number LIMIT 500").map(line)
    }

    /// The newest first.
    static func orders(of facility: FacilityID, in tx: any ReadTransaction) throws -> [DeviceOrderLine] {
        try tx.rows("\(columns) WHERE facility = \(facility) ORDER BY number DESC LIMIT 50").map(line)
    }

    private static func line(_ row: Row) throws -> DeviceOrderLine {
        DeviceOrderLine(
            facility: try row.get(0), number: try row.get(1), mn: try row.get(2),
            words: DeviceWords(
                act: try row.get(3), interval: try row.find(4), hour: try row.find(5), item: try row.find(6)),
            orderedAt: try row.get(7), outcome: try row.find(8), code: try row.find(9), answeredAt: try row.find(10))
    }
}
