import Storage

extension Cleanup {
    /// Land that was seen in use, and what of it nobody had by a contract.
    static let seenTables: [SQL] = [
        """
        CREATE TABLE observation (
            id TEXT PRIMARY KEY, organisation TEXT NOT NULL REFERENCES organisation (id),
            division TEXT NOT NULL REFERENCES division (id), seen_use TEXT NOT NULL, note TEXT NOT NULL,
            seen_on TEXT NOT NULL, seen_by TEXT NOT NULL, picture TEXT, parcel TEXT, ground TEXT NOT NULL,
            area INTEGER NOT NULL CHECK (area >= 0), hidden TEXT, hidden_area INTEGER NOT NULL CHECK (hidden_area >= 0),
            pieces INTEGER NOT NULL CHECK (pieces >= 0), stage TEXT NOT NULL, due TEXT, way TEXT, owner TEXT,
            reason TEXT, paper TEXT, contract TEXT, lot TEXT, bill TEXT
        ) STRICT
        """,
        "CREATE INDEX observation_by_place ON observation (division, stage, due, id)",
    ]

    static let seenProjections = [ProjectedTable("observation", key: ["id"])]
}

extension SeenUse: SQLValueConvertible {}
extension Observer: SQLValueConvertible {}
extension UseWay: SQLValueConvertible {}
extension UseStage: SQLValueConvertible {}
