import Storage

extension Ledger {
    /// What banks say, and the invoices of the county with what was used of each.
    static var files: [SQL] {
        [
            """
            CREATE TABLE statement_line (
                line TEXT NOT NULL PRIMARY KEY,
                organisation TEXT NOT NULL,
                account TEXT NOT NULL,
                date TEXT NOT NULL,
                serial TEXT,
                amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
                balance_fen INTEGER,
                entry INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX statement_line_by_serial ON statement_line (organisation, account, serial)",
            """
            CREATE TABLE invoice (
                number TEXT NOT NULL PRIMARY KEY,
                organisation TEXT NOT NULL,
                issued TEXT NOT NULL,
                net_fen INTEGER NOT NULL,
                tax_fen INTEGER NOT NULL,
                gross_fen INTEGER NOT NULL,
                digest TEXT NOT NULL,
                used_fen INTEGER NOT NULL,
                reds TEXT,
                entry INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX invoice_by_organisation ON invoice (organisation, issued)",
            """
            CREATE TABLE invoice_use (
                number TEXT NOT NULL,
                entry INTEGER NOT NULL,
                amount_fen INTEGER NOT NULL,
                voucher TEXT,
                PRIMARY KEY (number, entry)
            ) STRICT, WITHOUT ROWID
            """,
        ]
    }

    /// Which lines of a bank and which vouchers are the same money; members of one match have its name.
    static var matches: [SQL] {
        [
            """
            CREATE TABLE bank_match (
                organisation TEXT NOT NULL,
                account TEXT NOT NULL,
                side TEXT NOT NULL CHECK (side IN ('bank', 'book')),
                item TEXT NOT NULL,
                match TEXT NOT NULL,
                entry INTEGER NOT NULL,
                PRIMARY KEY (organisation, account, side, item)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX statement_line_by_date ON statement_line (organisation, account, date)",
        ]
    }

    /// Receipts by their numbers; none is ever taken out.
    static var receipts: [SQL] {
        [
            """
            CREATE TABLE receipt (
                organisation TEXT NOT NULL,
                year INTEGER NOT NULL,
                number INTEGER NOT NULL CHECK (number > 0),
                date TEXT NOT NULL,
                party TEXT,
                matter TEXT NOT NULL,
                amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
                method TEXT NOT NULL CHECK (method IN ('cash', 'bank', 'phone')),
                voucher TEXT,
                voided_on TEXT,
                reason TEXT,
                entry INTEGER NOT NULL,
                PRIMARY KEY (organisation, year, number)
            ) STRICT, WITHOUT ROWID
            """
        ]
    }
}
