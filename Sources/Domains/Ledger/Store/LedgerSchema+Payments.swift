import Storage

extension Ledger {
    /// Where payees are paid, what the bank sent back, answers to warnings, and who answers for the books.
    static var payments: [SQL] {
        [
            "ALTER TABLE claim ADD COLUMN kind TEXT NOT NULL DEFAULT 'production'",
            // The number is about a person: it is in neither the table nor the replay once its key is destroyed.
            """
            CREATE TABLE payee_account (
                organisation TEXT NOT NULL,
                payee TEXT NOT NULL,
                bank TEXT NOT NULL,
                number TEXT NOT NULL,
                entry INTEGER NOT NULL,
                PRIMARY KEY (organisation, payee)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX payee_account_by_payee ON payee_account (payee)",
            """
            CREATE TABLE payment_return (
                line TEXT NOT NULL PRIMARY KEY,
                claim TEXT NOT NULL,
                payment TEXT NOT NULL,
                entry INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX payment_return_by_claim ON payment_return (claim, entry)",
            """
            CREATE TABLE voucher_original (
                voucher TEXT NOT NULL,
                entry INTEGER NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('printed', 'scanned', 'paper')),
                file TEXT,
                shelf TEXT NOT NULL,
                date TEXT NOT NULL,
                PRIMARY KEY (voucher, entry)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE book_warning (
                organisation TEXT NOT NULL,
                warning TEXT NOT NULL,
                date TEXT NOT NULL,
                office TEXT NOT NULL,
                note TEXT NOT NULL,
                paper TEXT,
                entry INTEGER NOT NULL,
                PRIMARY KEY (organisation, warning)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE book_people (
                organisation TEXT NOT NULL,
                from_date TEXT NOT NULL,
                chief TEXT NOT NULL,
                cashier TEXT NOT NULL,
                entry INTEGER NOT NULL,
                PRIMARY KEY (organisation, from_date)
            ) STRICT, WITHOUT ROWID
            """,
        ]
    }
}
