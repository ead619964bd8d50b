import Storage

extension Ledger {
    /// What the members planned for a year, line by line, and each change of it.
    static var budgets: [SQL] {
        [
            """
            CREATE TABLE budget (
                organisation TEXT NOT NULL,
                year INTEGER NOT NULL,
                adopted_on TEXT NOT NULL,
                resolution TEXT NOT NULL,
                entry INTEGER NOT NULL,
                PRIMARY KEY (organisation, year)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE budget_line (
                organisation TEXT NOT NULL,
                year INTEGER NOT NULL,
                account TEXT NOT NULL,
                adopted_fen INTEGER NOT NULL CHECK (adopted_fen >= 0),
                planned_fen INTEGER NOT NULL CHECK (planned_fen >= 0),
                PRIMARY KEY (organisation, year, account)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE budget_change (
                organisation TEXT NOT NULL,
                year INTEGER NOT NULL,
                entry INTEGER NOT NULL,
                account TEXT NOT NULL,
                before_fen INTEGER NOT NULL,
                after_fen INTEGER NOT NULL,
                date TEXT NOT NULL,
                resolution TEXT NOT NULL,
                reason TEXT NOT NULL,
                PRIMARY KEY (organisation, year, entry)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX budget_by_resolution ON budget (resolution)",
            "CREATE INDEX budget_change_by_resolution ON budget_change (resolution)",
        ]
    }
}
