import Storage

extension Ledger {
    /// The voucher with its persons and what it corrects. SQLite cannot drop a check, so there the table is written anew.
    static var wideVoucher: [SQL] {
        [
            .either(
                sqlite: """
                    CREATE TABLE voucher_wide (
                        organisation TEXT NOT NULL REFERENCES books (organisation),
                        month INTEGER NOT NULL,
                        number INTEGER NOT NULL CHECK (number > 0),
                        voucher TEXT NOT NULL UNIQUE,
                        date TEXT NOT NULL,
                        summary TEXT NOT NULL,
                        attachments INTEGER NOT NULL CHECK (attachments >= 0),
                        maker TEXT NOT NULL,
                        reviewer TEXT NOT NULL,
                        origin TEXT NOT NULL,
                        reverses TEXT,
                        receivable TEXT,
                        entry INTEGER NOT NULL,
                        corrects TEXT,
                        maker_person TEXT,
                        reviewer_person TEXT,
                        review TEXT CHECK (review IN ('act', 'named', 'program')),
                        poster TEXT,
                        poster_person TEXT,
                        draft TEXT,
                        PRIMARY KEY (organisation, month, number),
                        CHECK ((origin = 'reversal') = (reverses IS NOT NULL))
                    ) STRICT, WITHOUT ROWID
                    """, postgres: "ALTER TABLE voucher DROP CONSTRAINT voucher_origin_check"),
            .either(
                sqlite: """
                    INSERT INTO voucher_wide SELECT organisation, month, number, voucher, date, summary, attachments,
                        maker, reviewer, origin, reverses, receivable, entry, NULL, NULL, NULL, NULL, NULL, NULL, NULL
                    FROM voucher
                    """, postgres: "ALTER TABLE voucher ADD COLUMN corrects TEXT"),
            .either(sqlite: "DROP TABLE voucher", postgres: "ALTER TABLE voucher ADD COLUMN maker_person TEXT"),
            .either(
                sqlite: "ALTER TABLE voucher_wide RENAME TO voucher",
                postgres: "ALTER TABLE voucher ADD COLUMN reviewer_person TEXT"),
            .either(
                sqlite: "CREATE UNIQUE INDEX voucher_reverses ON voucher (reverses) WHERE reverses IS NOT NULL",
                postgres: """
                    ALTER TABLE voucher ADD COLUMN review TEXT CHECK (review IN ('act', 'named', 'program'))
                    """),
            .either(
                sqlite: """
                    CREATE TRIGGER voucher_no_update BEFORE UPDATE ON voucher
                    BEGIN SELECT RAISE(ABORT, 'append-only: voucher'); END
                    """, postgres: "ALTER TABLE voucher ADD COLUMN poster TEXT"),
            .either(
                sqlite: """
                    CREATE TRIGGER voucher_no_delete BEFORE DELETE ON voucher
                    BEGIN SELECT RAISE(ABORT, 'append-only: voucher'); END
                    """,
                postgres: """
                    ALTER TABLE voucher ADD COLUMN poster_person TEXT, ADD COLUMN draft TEXT
                    """),
            "CREATE INDEX voucher_corrects ON voucher (corrects) WHERE corrects IS NOT NULL",
            "ALTER TABLE voucher_line ADD COLUMN project TEXT",
            "ALTER TABLE voucher_line ADD COLUMN asset TEXT",
            "ALTER TABLE voucher_line ADD COLUMN quantity INTEGER",
        ]
    }

    /// Who has looked at a posted voucher, and the vouchers on their way.
    static var hands: [SQL] {
        [
            """
            CREATE TABLE voucher_review (
                organisation TEXT NOT NULL,
                month INTEGER NOT NULL,
                number INTEGER NOT NULL,
                office TEXT NOT NULL,
                person TEXT NOT NULL,
                entry INTEGER NOT NULL,
                PRIMARY KEY (organisation, month, number)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE voucher_draft (
                draft TEXT NOT NULL PRIMARY KEY,
                organisation TEXT NOT NULL,
                month INTEGER NOT NULL,
                date TEXT NOT NULL,
                summary TEXT NOT NULL,
                attachments INTEGER NOT NULL,
                maker TEXT NOT NULL,
                maker_person TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('made', 'reviewed', 'returned', 'withdrawn', 'posted')),
                reviewer TEXT,
                reviewer_person TEXT,
                reason TEXT
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX voucher_draft_by_month ON voucher_draft (organisation, month, state)",
            """
            CREATE TABLE draft_line (
                draft TEXT NOT NULL REFERENCES voucher_draft (draft),
                line INTEGER NOT NULL,
                account TEXT NOT NULL,
                debit_fen INTEGER NOT NULL,
                credit_fen INTEGER NOT NULL,
                contract TEXT,
                party TEXT,
                project TEXT,
                asset TEXT,
                quantity INTEGER,
                PRIMARY KEY (draft, line)
            ) STRICT, WITHOUT ROWID
            """,
        ]
    }

    /// What stands with whom, and what the year end carried from income and expense to 321 and on.
    static var tallies: [SQL] {
        [
            """
            CREATE TABLE party_balance (
                organisation TEXT NOT NULL,
                account TEXT NOT NULL,
                party TEXT NOT NULL,
                month INTEGER NOT NULL,
                debit_fen INTEGER NOT NULL,
                credit_fen INTEGER NOT NULL,
                PRIMARY KEY (organisation, account, party, month)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE result_transfer (
                organisation TEXT NOT NULL,
                nature TEXT NOT NULL CHECK (nature IN ('closing', 'distribution')),
                account TEXT NOT NULL,
                month INTEGER NOT NULL,
                debit_fen INTEGER NOT NULL,
                credit_fen INTEGER NOT NULL,
                PRIMARY KEY (organisation, nature, account, month)
            ) STRICT, WITHOUT ROWID
            """,
        ]
    }

    /// Which steps of which year end are done.
    static var yearEnds: [SQL] {
        [
            """
            CREATE TABLE year_end (
                organisation TEXT NOT NULL,
                year INTEGER NOT NULL,
                step TEXT NOT NULL CHECK (step IN ('transfer', 'distribution')),
                entry INTEGER NOT NULL,
                resolution TEXT,
                PRIMARY KEY (organisation, year, step)
            ) STRICT, WITHOUT ROWID
            """
        ]
    }
}
