import Storage

extension Registry {
    /// What cards said before they were put right, and how they left the register.
    static let cardTables: [SQL] = [
        """
        CREATE TABLE asset_correction (
            asset TEXT NOT NULL REFERENCES asset (id), number INTEGER NOT NULL CHECK (number > 0),
            entry INTEGER NOT NULL, day TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
            reason TEXT NOT NULL, PRIMARY KEY (asset, number)
        ) STRICT
        """,
        "ALTER TABLE asset ADD COLUMN retired_on TEXT",
        "ALTER TABLE asset ADD COLUMN retired_cause TEXT",
        "ALTER TABLE asset ADD COLUMN successor TEXT",
        "ALTER TABLE asset ADD COLUMN retired_entry INTEGER",
        // The contract as it was signed, photographed when it was registered.
        "ALTER TABLE contract ADD COLUMN paper TEXT",
    ]
}
