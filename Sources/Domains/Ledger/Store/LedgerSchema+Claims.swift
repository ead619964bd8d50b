import Storage

extension Ledger {
    /// Expense claims, and every hand that was on each.
    static var claims: [SQL] {
        [
            """
            CREATE TABLE claim (
                claim TEXT NOT NULL PRIMARY KEY,
                organisation TEXT NOT NULL,
                date TEXT NOT NULL,
                matter TEXT NOT NULL,
                payee TEXT NOT NULL,
                amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
                invoice TEXT,
                photo TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('submitted', 'returned', 'approved', 'sent', 'paid')),
                steps TEXT NOT NULL,
                reason TEXT,
                payment TEXT,
                account TEXT,
                line TEXT UNIQUE,
                draft TEXT,
                entry INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE claim_hand (
                claim TEXT NOT NULL REFERENCES claim (claim),
                entry INTEGER NOT NULL,
                act TEXT NOT NULL CHECK (act IN ('submit', 'check', 'review', 'county', 'giveBack', 'pay', 'book')),
                office TEXT NOT NULL,
                person TEXT NOT NULL,
                date TEXT NOT NULL,
                PRIMARY KEY (claim, entry)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX claim_by_organisation ON claim (organisation, state, date)",
            "CREATE INDEX claim_by_invoice ON claim (invoice)",
            "CREATE INDEX claim_by_payment ON claim (payment)",
            "CREATE INDEX claim_by_draft ON claim (draft)",
        ]
    }
}
