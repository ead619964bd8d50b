package import Storage

extension Ledger {
    package static var migrations: [Migration] {
        [
            Migration("ledger-001", books + vouchers + receivables),
            Migration(
                "ledger-early-end-002",
                [
                    "ALTER TABLE receivable ADD COLUMN ended_on TEXT",
                    "ALTER TABLE instalment ADD COLUMN closed_fen INTEGER NOT NULL DEFAULT 0",
                ]),
            // What stands with whom is added up from the vouchers that were posted before it was kept.
            Migration(
                "ledger-hands-003", wideVoucher + hands + tallies, fill: { try VoucherLine.addPartyBalances(in: $0) }),
            Migration("ledger-year-004", yearEnds),
            Migration("ledger-whole-005", cards),
            Migration("ledger-files-006", files),
            Migration("ledger-bank-007", matches),
            Migration("ledger-receipts-008", receipts),
            Migration("ledger-prints-009", ["CREATE INDEX invoice_use_by_voucher ON invoice_use (voucher)"]),
            Migration("ledger-budget-010", budgets),
            Migration("ledger-claims-011", claims),
            Migration("ledger-reports-012", reports),
            Migration("ledger-payments-013", payments),
            Migration("ledger-papers-014", withoutPapers),
            Migration("ledger-spending-015", spending),
            Migration("ledger-warnings-016", lookedAt),
            Migration("ledger-checks-017", checks),
            Migration("ledger-words-018", wordsForPeople),
            Migration(
                "ledger-erasures-019",
                [
                    """
                    CREATE TABLE statement_line_erased (line TEXT NOT NULL PRIMARY KEY, entry INTEGER NOT NULL)
                    STRICT, WITHOUT ROWID
                    """,
                    "ALTER TABLE invoice ADD COLUMN is_erased INTEGER NOT NULL DEFAULT 0",
                ]),
        ]
    }

    package static var tables: [ProjectedTable] {
        [
            ProjectedTable("books", key: ["organisation"]),
            ProjectedTable("sub_account", key: ["organisation", "code"]),
            ProjectedTable("voucher", key: ["organisation", "month", "number"], isOnlyAppended: true),
            ProjectedTable(
                "voucher_line", key: ["organisation", "month", "number", "line"], isOnlyAppended: true),
            ProjectedTable(
                "account_balance", key: ["organisation", "account", "month"], isOnlyAppended: true),
            ProjectedTable("party_balance", key: ["organisation", "account", "party", "month"], isOnlyAppended: true),
            ProjectedTable(
                "result_transfer", key: ["organisation", "nature", "account", "month"], isOnlyAppended: true),
            ProjectedTable("voucher_review", key: ["organisation", "month", "number"]),
            ProjectedTable("voucher_draft", key: ["draft"]),
            ProjectedTable("draft_line", key: ["draft", "line"]),
            ProjectedTable("year_end", key: ["organisation", "year", "step"]),
            ProjectedTable("asset_card", key: ["organisation", "asset"]),
            ProjectedTable("bank_reconciliation", key: ["organisation", "account", "month"]),
            ProjectedTable("transition_part", key: ["organisation", "part"]),
            ProjectedTable("statement_line", key: ["line"], isOnlyAppended: true),
            ProjectedTable("statement_line_erased", key: ["line"]),
            ProjectedTable("bank_match", key: ["organisation", "account", "side", "item"]),
            ProjectedTable("receipt", key: ["organisation", "year", "number"]),
            ProjectedTable("year_report", key: ["organisation", "year", "recipient"]),
            ProjectedTable("report_correction", key: ["organisation", "year", "recipient", "version"]),
            ProjectedTable("year_check", key: ["organisation", "year", "kind"]),
            ProjectedTable("wear_change", key: ["organisation", "entry"]),
            ProjectedTable("agency", key: ["organisation", "entry"]),
            ProjectedTable("claim", key: ["claim"]),
            ProjectedTable("claim_hand", key: ["claim", "entry"]),
            ProjectedTable("payee_account", key: ["organisation", "payee"]),
            ProjectedTable("payment_return", key: ["line"], isOnlyAppended: true),
            ProjectedTable("book_people", key: ["organisation", "from_date"]),
            ProjectedTable("voucher_original", key: ["voucher", "entry"]),
            ProjectedTable("book_warning", key: ["organisation", "warning"]),
            ProjectedTable("budget", key: ["organisation", "year"]),
            ProjectedTable("budget_line", key: ["organisation", "year", "account"]),
            ProjectedTable("budget_change", key: ["organisation", "year", "entry"], isOnlyAppended: true),
            ProjectedTable("invoice", key: ["number"]),
            ProjectedTable("invoice_use", key: ["number", "entry"]),
            ProjectedTable("receivable", key: ["receivable"]),
            ProjectedTable("instalment", key: ["receivable", "number"]),
            ProjectedTable("settlement", key: ["receivable", "number", "entry"]),
        ]
    }

    private static var books: [SQL] {
        [
            """
            CREATE TABLE books (
                organisation TEXT NOT NULL PRIMARY KEY,
                division TEXT NOT NULL,
                start_date TEXT NOT NULL,
                chart_version INTEGER NOT NULL CHECK (chart_version IN (2004, 2023)),
                closed_through INTEGER
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX books_by_division ON books (division)",
            """
            CREATE TABLE sub_account (
                organisation TEXT NOT NULL REFERENCES books (organisation),
                code TEXT NOT NULL,
                parent TEXT NOT NULL,
                name TEXT NOT NULL,
                PRIMARY KEY (organisation, code)
            ) STRICT, WITHOUT ROWID
            """,
            // Turnover per month; openings stand in month 0, before all others. Reversals may make it negative.
            """
            CREATE TABLE account_balance (
                organisation TEXT NOT NULL,
                account TEXT NOT NULL,
                month INTEGER NOT NULL,
                debit_fen INTEGER NOT NULL,
                credit_fen INTEGER NOT NULL,
                PRIMARY KEY (organisation, account, month)
            ) STRICT, WITHOUT ROWID
            """,
        ]
    }

    private static var vouchers: [SQL] {
        [
            """
            CREATE TABLE voucher (
                organisation TEXT NOT NULL REFERENCES books (organisation),
                month INTEGER NOT NULL,
                number INTEGER NOT NULL CHECK (number > 0),
                voucher TEXT NOT NULL UNIQUE,
                date TEXT NOT NULL,
                summary TEXT NOT NULL,
                attachments INTEGER NOT NULL CHECK (attachments >= 0),
                maker TEXT NOT NULL,
                reviewer TEXT NOT NULL,
                origin TEXT NOT NULL
                    CHECK (origin IN ('manual', 'reversal', 'accrual', 'release', 'settlement')),
                reverses TEXT,
                receivable TEXT,
                entry INTEGER NOT NULL,
                PRIMARY KEY (organisation, month, number),
                CHECK ((origin = 'reversal') = (reverses IS NOT NULL))
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE UNIQUE INDEX voucher_reverses ON voucher (reverses) WHERE reverses IS NOT NULL",
            // Keyed as the voucher is, so that one page of books is one stretch of the table.
            """
            CREATE TABLE voucher_line (
                organisation TEXT NOT NULL,
                month INTEGER NOT NULL,
                number INTEGER NOT NULL,
                line INTEGER NOT NULL,
                account TEXT NOT NULL,
                debit_fen INTEGER NOT NULL,
                credit_fen INTEGER NOT NULL,
                contract TEXT,
                party TEXT,
                PRIMARY KEY (organisation, month, number, line),
                CHECK ((debit_fen = 0) <> (credit_fen = 0))
            ) STRICT, WITHOUT ROWID
            """,
        ] + Migration.appendOnly("voucher") + Migration.appendOnly("voucher_line")
    }

    private static var receivables: [SQL] {
        [
            """
            CREATE TABLE receivable (
                receivable TEXT NOT NULL PRIMARY KEY,
                organisation TEXT NOT NULL,
                division TEXT NOT NULL,
                contract TEXT NOT NULL UNIQUE,
                debtor TEXT NOT NULL,
                is_member INTEGER NOT NULL CHECK (is_member IN (0, 1)),
                total_fen INTEGER NOT NULL CHECK (total_fen > 0),
                start_date TEXT NOT NULL,
                end_date TEXT NOT NULL,
                billed_fen INTEGER NOT NULL,
                earned_fen INTEGER NOT NULL,
                CHECK (earned_fen >= 0 AND earned_fen <= billed_fen AND billed_fen <= total_fen)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX receivable_by_organisation ON receivable (organisation, receivable)",
            """
            CREATE TABLE instalment (
                receivable TEXT NOT NULL REFERENCES receivable (receivable),
                number INTEGER NOT NULL,
                due TEXT NOT NULL,
                amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
                accrued_on TEXT,
                paid_fen INTEGER NOT NULL,
                paid_on TEXT,
                PRIMARY KEY (receivable, number),
                CHECK (paid_fen >= 0 AND paid_fen <= amount_fen)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE settlement (
                receivable TEXT NOT NULL,
                number INTEGER NOT NULL,
                entry INTEGER NOT NULL,
                amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
                date TEXT NOT NULL,
                bank_reference TEXT NOT NULL,
                voucher TEXT,
                PRIMARY KEY (receivable, number, entry),
                FOREIGN KEY (receivable, number) REFERENCES instalment (receivable, number)
            ) STRICT, WITHOUT ROWID
            """,
        ]
    }
}
