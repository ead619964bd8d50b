import Storage

extension Registry {
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
