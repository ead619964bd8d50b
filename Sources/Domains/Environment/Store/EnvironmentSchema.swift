package import HJ212
package import Storage

extension Environment {
    package static var migrations: [Migration] {
        [
            Migration(
                "environment-001",
                [
                    """
                    CREATE TABLE environment_facility (
                        id TEXT NOT NULL PRIMARY KEY, division TEXT NOT NULL REFERENCES division (id),
                        name TEXT NOT NULL, kind TEXT NOT NULL, design INTEGER NOT NULL CHECK (design > 0),
                        registered_at INTEGER NOT NULL
                    ) STRICT
                    """,
                    """
                    CREATE TABLE environment_standard (
                        facility TEXT NOT NULL REFERENCES environment_facility (id), standard TEXT NOT NULL,
                        grade TEXT NOT NULL, from_day TEXT NOT NULL, PRIMARY KEY (facility, standard, grade)
                    ) STRICT
                    """,
                    """
                    CREATE TABLE environment_station (
                        mn TEXT NOT NULL PRIMARY KEY, facility TEXT NOT NULL REFERENCES environment_facility (id),
                        version TEXT NOT NULL, dialect TEXT NOT NULL, longest INTEGER NOT NULL
                    ) STRICT
                    """,
                    "CREATE INDEX environment_station_by_facility ON environment_station (facility, mn)",
                    """
                    CREATE TABLE environment_limit (
                        id TEXT NOT NULL PRIMARY KEY, standard TEXT NOT NULL, grade TEXT NOT NULL, item TEXT NOT NULL,
                        lowest INTEGER, highest INTEGER, condition TEXT NOT NULL, from_day TEXT NOT NULL,
                        until_day TEXT, source TEXT NOT NULL
                    ) STRICT
                    """,
                    """
                    CREATE TABLE environment_day (
                        facility TEXT NOT NULL REFERENCES environment_facility (id), item TEXT NOT NULL,
                        day TEXT NOT NULL, version INTEGER NOT NULL, due_hours INTEGER NOT NULL,
                        valid_hours INTEGER NOT NULL, mean INTEGER, lowest INTEGER, highest INTEGER,
                        volume INTEGER NOT NULL, mass INTEGER, temperature INTEGER, verdict TEXT NOT NULL,
                        limit_row TEXT, limit_low INTEGER, limit_high INTEGER, reason TEXT, recorded_at INTEGER NOT NULL,
                        origin TEXT NOT NULL, is_current INTEGER NOT NULL, PRIMARY KEY (facility, item, day, version)
                    ) STRICT
                    """,
                    """
                    CREATE INDEX environment_day_by_day ON environment_day (facility, is_current, day, item)
                    """,
                    """
                    CREATE TABLE environment_alarm (
                        facility TEXT NOT NULL REFERENCES environment_facility (id), number INTEGER NOT NULL,
                        kind TEXT NOT NULL, item TEXT NOT NULL, day TEXT NOT NULL, raised_at INTEGER NOT NULL,
                        owner TEXT, closed_at INTEGER, closing TEXT, words TEXT, PRIMARY KEY (facility, number)
                    ) STRICT
                    """,
                    "CREATE INDEX environment_alarm_by_state ON environment_alarm (closed_at, raised_at)",
                    """
                    CREATE TABLE environment_seal (
                        from_at INTEGER NOT NULL PRIMARY KEY, to_at INTEGER NOT NULL, stations INTEGER NOT NULL,
                        frames INTEGER NOT NULL, root TEXT NOT NULL, file TEXT NOT NULL, file_bytes INTEGER NOT NULL
                    ) STRICT
                    """,
                ]),
            Migration("environment-002", ["ALTER TABLE environment_day ADD COLUMN received_hours INTEGER"]),
            instrumentTables, orderTables, capacityTables, removalTables, upkeepTables,
        ]
    }

    package static var tables: [ProjectedTable] {
        [
            ProjectedTable("environment_facility", key: ["id"]),
            ProjectedTable("environment_standard", key: ["facility", "standard", "grade"]),
            ProjectedTable("environment_station", key: ["mn"]), ProjectedTable("environment_limit", key: ["id"]),
            ProjectedTable("environment_day", key: ["facility", "item", "day", "version"]),
            ProjectedTable("environment_alarm", key: ["facility", "number"]),
            ProjectedTable("environment_seal", key: ["from_at"]),
            ProjectedTable("environment_removal", key: ["before_day"]),
        ] + instrumentProjections + upkeepProjections
    }
}

extension FacilityKind: SQLValueConvertible {}
extension MeasuredItem: SQLValueConvertible {}
extension AlarmKind: SQLValueConvertible {}
extension AlarmClosing: SQLValueConvertible {}
extension StationVersion: SQLValueConvertible {}
extension StationDialect: SQLValueConvertible {}
extension Verdict: SQLValueConvertible {}
extension DayOrigin: SQLValueConvertible {}
extension Mark: SQLValueConvertible {}

/// In millionths.
extension Micro: SQLValueConvertible {
    package init(sqlValue: SQLValue) throws(StorageError) { self.init(try Int64(sqlValue: sqlValue)) }
    package var sqlValue: SQLValue { .integer(units) }
}
