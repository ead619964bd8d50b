import Storage

extension Environment {
    static let instrumentTables = Migration(
        "environment-003",
        [
            """
            CREATE TABLE environment_instrument (
                facility TEXT NOT NULL REFERENCES environment_facility (id), number INTEGER NOT NULL,
                item TEXT NOT NULL, model TEXT NOT NULL, serial TEXT NOT NULL, measuring_range INTEGER NOT NULL,
                accepted TEXT, paper TEXT, retired TEXT, retired_why TEXT, changed_at INTEGER NOT NULL,
                PRIMARY KEY (facility, number)
            ) STRICT
            """,
            "CREATE INDEX environment_instrument_by_serial ON environment_instrument (serial)",
            """
            CREATE TABLE environment_check (
                facility TEXT NOT NULL REFERENCES environment_facility (id), number INTEGER NOT NULL,
                at INTEGER NOT NULL, standard INTEGER NOT NULL, reading INTEGER NOT NULL, passed INTEGER NOT NULL,
                recorded_at INTEGER NOT NULL, PRIMARY KEY (facility, number, at)
            ) STRICT
            """,
            "CREATE INDEX environment_check_by_recorded ON environment_check (recorded_at)",
            """
            CREATE TABLE environment_comparison (
                facility TEXT NOT NULL REFERENCES environment_facility (id), number INTEGER NOT NULL,
                day TEXT NOT NULL, laboratory TEXT NOT NULL, pairs INTEGER NOT NULL, within INTEGER NOT NULL,
                needed INTEGER NOT NULL, PRIMARY KEY (facility, number, day)
            ) STRICT
            """,
            """
            CREATE TABLE environment_mark (
                facility TEXT NOT NULL REFERENCES environment_facility (id), number INTEGER NOT NULL, item TEXT,
                day TEXT NOT NULL, from_hour INTEGER NOT NULL, until_hour INTEGER NOT NULL, mark TEXT NOT NULL,
                reason TEXT NOT NULL, marked_at INTEGER NOT NULL, confirmed_at INTEGER, withdrawn_at INTEGER,
                withdrawn_why TEXT, PRIMARY KEY (facility, number)
            ) STRICT
            """,
            "CREATE INDEX environment_mark_by_day ON environment_mark (facility, day)",
            "CREATE INDEX environment_mark_by_change ON environment_mark (day, confirmed_at)",
        ])

    static let instrumentProjections = [
        ProjectedTable("environment_instrument", key: ["facility", "number"]),
        ProjectedTable("environment_check", key: ["facility", "number", "at"]),
        ProjectedTable("environment_comparison", key: ["facility", "number", "day"]),
        ProjectedTable("environment_mark", key: ["facility", "number"]),
        ProjectedTable("environment_order", key: ["facility", "number"]),
        ProjectedTable("environment_operation", key: ["facility", "day", "version"]),
        ProjectedTable("environment_pipe", key: ["facility", "upper"]),
    ]
}
