import Storage

extension Registry {
    /// What supplementary agreements changed, from which day on; the contract itself stands as it runs now.
    static let amendmentTables: [SQL] = [
        """
        CREATE TABLE contract_amendment (
            contract TEXT NOT NULL REFERENCES contract (id), number INTEGER NOT NULL, valid_from TEXT NOT NULL,
            ends_before TEXT NOT NULL, ends TEXT NOT NULL, total_before_fen INTEGER NOT NULL,
            total_fen INTEGER NOT NULL CHECK (total_fen > 0), annual_fen INTEGER, step_years INTEGER,
            step_basis_points INTEGER, rent_years TEXT, good TEXT, grams_per_year INTEGER, paper TEXT NOT NULL,
            resolution TEXT, last_number INTEGER NOT NULL, entered_on TEXT NOT NULL, PRIMARY KEY (contract, number)
        ) STRICT
        """
    ]

    /// The rule a rent runs by, the day a contract really ended, and to whom the lessee passed it on.
    static let scheduleTables: [SQL] = [
        "ALTER TABLE contract ADD COLUMN annual_fen INTEGER",
        "ALTER TABLE contract ADD COLUMN step_years INTEGER",
        "ALTER TABLE contract ADD COLUMN step_basis_points INTEGER",
        "ALTER TABLE contract ADD COLUMN rent_years TEXT",
        "ALTER TABLE contract ADD COLUMN good TEXT",
        "ALTER TABLE contract ADD COLUMN grams_per_year INTEGER",
        "ALTER TABLE contract ADD COLUMN ended_on TEXT",
        """
        CREATE TABLE sublease (
            contract TEXT NOT NULL REFERENCES contract (id), number INTEGER NOT NULL,
            sublessee TEXT NOT NULL REFERENCES party (id), starts TEXT NOT NULL, ends TEXT NOT NULL,
            annual_fen INTEGER NOT NULL, consent TEXT NOT NULL, PRIMARY KEY (contract, number)
        ) STRICT
        """,
    ]
}

extension RentYears: SQLValueConvertible {}
