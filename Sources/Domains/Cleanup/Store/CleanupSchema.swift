package import Storage

extension Cleanup {
    package static var migrations: [Migration] {
        [
            Migration(
                "cleanup-001",
                [
                    """
                    CREATE TABLE found_contract (
                        id TEXT PRIMARY KEY, organisation TEXT NOT NULL REFERENCES organisation (id),
                        division TEXT NOT NULL REFERENCES division (id), sheet_row INTEGER NOT NULL, in_group TEXT NOT NULL,
                        number TEXT NOT NULL, object TEXT NOT NULL, display_name TEXT NOT NULL, category TEXT NOT NULL,
                        area INTEGER, measured INTEGER, starts TEXT, ends TEXT, annual INTEGER, one_off INTEGER,
                        paid_until TEXT, unread TEXT NOT NULL, problems INTEGER NOT NULL, plan TEXT, due TEXT,
                        is_closed INTEGER NOT NULL, annual_after INTEGER, collected INTEGER NOT NULL, resolution TEXT
                    ) STRICT
                    """,
                    "CREATE INDEX found_contract_by_place ON found_contract (division, id)",
                    """
                    CREATE TABLE found_problem (
                        found TEXT NOT NULL REFERENCES found_contract (id), code TEXT NOT NULL, reason TEXT,
                        PRIMARY KEY (found, code)
                    ) STRICT
                    """,
                    "CREATE INDEX found_problem_by_code ON found_problem (code, found)",
                ]),
            Migration("cleanup-money", moneyTables),
            Migration("cleanup-seen", seenTables),
        ]
    }

    package static var tables: [ProjectedTable] {
        [ProjectedTable("found_contract", key: ["id"]), ProjectedTable("found_problem", key: ["found", "code"])]
            + moneyProjections + seenProjections
    }
}

extension ProblemCode: SQLValueConvertible {}
extension CasePlan: SQLValueConvertible {}
