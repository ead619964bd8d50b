package import Storage

extension __Name__ {
    package static var migrations: [Migration] {
        [
            Migration(
                "__name__-001",
                [
                    """
                    CREATE TABLE __name___note (
                        id TEXT NOT NULL PRIMARY KEY,
                        place TEXT NOT NULL REFERENCES division (id),
                        text TEXT NOT NULL,
                        written_at INTEGER NOT NULL
                    ) STRICT
                    """,
                    "CREATE INDEX __name___note_by_time ON __name___note (written_at)",
                ])
        ]
    }

    package static var tables: [ProjectedTable] { [ProjectedTable("__name___note", key: ["id"])] }
}
