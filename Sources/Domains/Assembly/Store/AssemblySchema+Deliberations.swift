import Storage

extension Assembly {
    /// Matters on their way through the four deliberations and two publications, their steps and the papers of each.
    static var deliberations: Migration {
        Migration(
            "assembly-005",
            [
                """
                CREATE TABLE assembly_deliberation (
                    id TEXT PRIMARY KEY, organisation TEXT NOT NULL REFERENCES organisation (id),
                    division TEXT NOT NULL REFERENCES division (id), matter TEXT NOT NULL, object TEXT,
                    subject_line TEXT NOT NULL, opened TEXT NOT NULL, steps TEXT NOT NULL, step_days INTEGER NOT NULL,
                    show_days INTEGER NOT NULL, notice_days INTEGER NOT NULL, outcome_days INTEGER NOT NULL,
                    resolution TEXT, stopped TEXT
                ) STRICT
                """,
                "CREATE INDEX assembly_deliberation_by_day ON assembly_deliberation (opened DESC, id)",
                "CREATE UNIQUE INDEX assembly_deliberation_by_resolution ON assembly_deliberation (resolution)",
                """
                CREATE TABLE assembly_step (
                    deliberation TEXT NOT NULL REFERENCES assembly_deliberation (id), step TEXT NOT NULL,
                    taken_on TEXT NOT NULL, body TEXT, entitled INTEGER, present INTEGER, in_favour INTEGER,
                    PRIMARY KEY (deliberation, step)
                ) STRICT
                """,
                """
                CREATE TABLE assembly_step_paper (
                    deliberation TEXT NOT NULL REFERENCES assembly_deliberation (id), step TEXT NOT NULL,
                    number INTEGER NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (deliberation, step, number)
                ) STRICT
                """,
                "CREATE INDEX assembly_term_by_division ON assembly_term (division, office)",
            ])
    }

    static var deliberationTables: [ProjectedTable] {
        [
            ProjectedTable("assembly_deliberation", key: ["id"]),
            ProjectedTable("assembly_step", key: ["deliberation", "step"]),
            ProjectedTable("assembly_step_paper", key: ["deliberation", "step", "number"]),
        ]
    }
}

extension DeliberationStep: SQLValueConvertible {}
