import Storage

extension Ledger {
    /// The year's checks, changes of method, corrected reports, and what the tax platform said.
    static var checks: [SQL] {
        [
            "ALTER TABLE invoice ADD COLUMN verdict TEXT",
            "ALTER TABLE invoice ADD COLUMN verified_on TEXT",
            "CREATE INDEX invoice_by_reds ON invoice (reds)",
            "ALTER TABLE asset_card ADD COLUMN base_month INTEGER",
            "ALTER TABLE asset_card ADD COLUMN base_worn_fen INTEGER NOT NULL DEFAULT 0",
            """
            CREATE TABLE year_check (
                organisation TEXT NOT NULL,
                year INTEGER NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('vouchers', 'ledgers', 'things', 'debts')),
                date TEXT NOT NULL,
                finding TEXT NOT NULL,
                paper TEXT,
                office TEXT NOT NULL,
                entry INTEGER NOT NULL,
                PRIMARY KEY (organisation, year, kind)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE wear_change (
                organisation TEXT NOT NULL,
                entry INTEGER NOT NULL,
                asset TEXT NOT NULL,
                from_month INTEGER NOT NULL,
                before_method TEXT NOT NULL,
                method TEXT NOT NULL,
                worn_fen INTEGER NOT NULL,
                reason TEXT NOT NULL,
                date TEXT NOT NULL,
                office TEXT NOT NULL,
                PRIMARY KEY (organisation, entry)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE report_correction (
                organisation TEXT NOT NULL,
                year INTEGER NOT NULL,
                recipient TEXT NOT NULL,
                version INTEGER NOT NULL,
                date TEXT NOT NULL,
                reason TEXT NOT NULL,
                report TEXT NOT NULL,
                receipt TEXT NOT NULL,
                entry INTEGER NOT NULL,
                PRIMARY KEY (organisation, year, recipient, version)
            ) STRICT, WITHOUT ROWID
            """,
        ]
    }
}
