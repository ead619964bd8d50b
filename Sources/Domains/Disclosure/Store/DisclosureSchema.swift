package import Storage

extension Disclosure {
    package static var migrations: [Migration] {
        [
            Migration("disclosure-001", notices + payments),
            // Days of years with five figures, which programs before record 0221 wrote, are read as the last day there is.
            Migration("disclosure-002", ["UPDATE notice SET until_date = '9999-12-31' WHERE LENGTH(until_date) > 10"]),
            Migration(
                "disclosure-raisers-003",
                [
                    """
                    CREATE TABLE objection_raiser (
                        notice TEXT NOT NULL,
                        objection TEXT NOT NULL,
                        person TEXT NOT NULL,
                        PRIMARY KEY (notice, objection),
                        FOREIGN KEY (notice, objection) REFERENCES objection (notice, objection)
                    ) STRICT, WITHOUT ROWID
                    """,
                    "CREATE INDEX objection_raiser_by_person ON objection_raiser (person)",
                ]),
            // What is late, the longest first.
            Migration(
                "disclosure-late-004",
                [
                    """
                    CREATE INDEX disclosed_payment_open ON disclosed_payment (due, contract, number)
                        WHERE paid_fen < amount_fen
                    """
                ]),
            Migration("disclosure-papers-005", ["ALTER TABLE objection_text ADD COLUMN paper TEXT"]),
        ]
    }

    /// `objection_text` holds what is personal: a text whose key was destroyed is in neither the table nor the replay.
    package static var tables: [ProjectedTable] {
        [
            ProjectedTable("notice", key: ["notice"]),
            ProjectedTable("objection", key: ["notice", "objection"]),
            ProjectedTable("objection_text", key: ["notice", "objection"]),
            ProjectedTable("objection_raiser", key: ["notice", "objection"]),
            ProjectedTable("disclosed_payment", key: ["contract", "number"]),
        ]
    }

    private static var notices: [SQL] {
        [
            """
            CREATE TABLE notice (
                notice TEXT NOT NULL PRIMARY KEY,
                division TEXT NOT NULL REFERENCES division (id),
                kind TEXT NOT NULL
                    CHECK (kind IN ('lotNotice', 'result', 'resolution', 'finance', 'contract', 'other')),
                subject TEXT NOT NULL,
                title_zh TEXT NOT NULL,
                title_en TEXT NOT NULL,
                body_zh TEXT NOT NULL,
                body_en TEXT NOT NULL,
                from_date TEXT NOT NULL,
                until_date TEXT NOT NULL CHECK (until_date >= from_date),
                closes_at INTEGER NOT NULL,
                digest TEXT,
                opened_at INTEGER NOT NULL,
                closed_at INTEGER
            ) STRICT
            """,
            "CREATE INDEX notice_by_division ON notice (division, opened_at)",
            "CREATE INDEX notice_by_time ON notice (opened_at)",
            "CREATE INDEX notice_by_subject ON notice (subject)",
            """
            CREATE TABLE objection (
                notice TEXT NOT NULL REFERENCES notice (notice),
                objection TEXT NOT NULL,
                raised_at INTEGER NOT NULL,
                reply_by INTEGER NOT NULL,
                answer_zh TEXT,
                answer_en TEXT,
                answered_at INTEGER,
                escalated_at INTEGER,
                PRIMARY KEY (notice, objection),
                CHECK ((answered_at IS NULL) = (answer_zh IS NULL))
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE objection_text (
                notice TEXT NOT NULL,
                objection TEXT NOT NULL,
                text TEXT NOT NULL,
                PRIMARY KEY (notice, objection),
                FOREIGN KEY (notice, objection) REFERENCES objection (notice, objection)
            ) STRICT, WITHOUT ROWID
            """,
        ]
    }

    private static var payments: [SQL] {
        [
            """
            CREATE TABLE disclosed_payment (
                contract TEXT NOT NULL,
                number INTEGER NOT NULL,
                division TEXT NOT NULL,
                due TEXT NOT NULL,
                amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
                paid_fen INTEGER NOT NULL,
                paid_on TEXT,
                PRIMARY KEY (contract, number),
                CHECK (paid_fen >= 0 AND paid_fen <= amount_fen)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX disclosed_payment_by_division ON disclosed_payment (division)",
        ]
    }
}
