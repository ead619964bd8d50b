import Storage

extension Ledger {
    /// Who has the yearly reports, and the contracts of agencies.
    static var reports: [SQL] {
        [
            """
            CREATE TABLE year_report (
                organisation TEXT NOT NULL,
                year INTEGER NOT NULL,
                recipient TEXT NOT NULL CHECK (recipient IN ('township', 'agriculture', 'finance')),
                date TEXT NOT NULL,
                receipt TEXT NOT NULL,
                entry INTEGER NOT NULL,
                PRIMARY KEY (organisation, year, recipient)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE agency (
                organisation TEXT NOT NULL,
                entry INTEGER NOT NULL,
                agency TEXT NOT NULL,
                from_date TEXT NOT NULL,
                until_date TEXT NOT NULL,
                keeper TEXT NOT NULL CHECK (keeper IN ('village', 'agency')),
                contract TEXT NOT NULL,
                PRIMARY KEY (organisation, entry)
            ) STRICT, WITHOUT ROWID
            """,
        ]
    }
}
