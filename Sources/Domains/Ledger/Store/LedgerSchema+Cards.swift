import Storage

extension Ledger {
    /// Fixed assets, bank reconciliations, and the working paper of the transition.
    static var cards: [SQL] {
        [
            """
            CREATE TABLE asset_card (
                organisation TEXT NOT NULL,
                asset TEXT NOT NULL,
                name TEXT NOT NULL,
                account TEXT NOT NULL,
                expense TEXT NOT NULL,
                cost_fen INTEGER NOT NULL CHECK (cost_fen > 0),
                residual INTEGER NOT NULL,
                method TEXT NOT NULL CHECK (method IN ('straightLine', 'unitsOfWork')),
                months INTEGER,
                units INTEGER,
                in_use TEXT NOT NULL,
                worn_fen INTEGER NOT NULL CHECK (worn_fen >= 0 AND worn_fen <= cost_fen),
                worn_through INTEGER,
                disposed_on TEXT,
                PRIMARY KEY (organisation, asset)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE bank_reconciliation (
                organisation TEXT NOT NULL,
                account TEXT NOT NULL,
                month INTEGER NOT NULL,
                book_fen INTEGER NOT NULL,
                statement_fen INTEGER NOT NULL,
                open_items INTEGER NOT NULL,
                entry INTEGER NOT NULL,
                PRIMARY KEY (organisation, account, month)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE transition_part (
                organisation TEXT NOT NULL,
                part INTEGER NOT NULL,
                old TEXT,
                detail TEXT,
                new TEXT NOT NULL,
                party TEXT,
                debit_fen INTEGER NOT NULL,
                credit_fen INTEGER NOT NULL,
                basis TEXT NOT NULL,
                PRIMARY KEY (organisation, part)
            ) STRICT, WITHOUT ROWID
            """,
        ]
    }
}
