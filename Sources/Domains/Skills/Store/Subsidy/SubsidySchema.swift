import Storage

extension Skills {
    static var second: Migration {
        Migration(
            "skills-002",
            [
                """
                CREATE TABLE skills_claim (
                    id TEXT PRIMARY KEY, place TEXT NOT NULL REFERENCES division (id),
                    certificate TEXT NOT NULL REFERENCES skills_certificate (id), learner TEXT NOT NULL,
                    amount_fen INTEGER NOT NULL, claimant TEXT NOT NULL, phase TEXT NOT NULL, claimed_on TEXT NOT NULL,
                    claimed_at INTEGER NOT NULL, account_mark TEXT, employer TEXT, work_from TEXT, checker TEXT,
                    checked_on TEXT, approver TEXT, paper TEXT, paid_on TEXT
                ) STRICT
                """,
                "CREATE INDEX skills_claim_by_learner ON skills_claim (learner, claimed_on)",
                "CREATE INDEX skills_claim_by_certificate ON skills_claim (certificate)",
                "CREATE INDEX skills_claim_by_account ON skills_claim (account_mark)",
                "CREATE INDEX skills_claim_by_day ON skills_claim (claimed_on, id)",
                "CREATE INDEX skills_claim_by_place ON skills_claim (place)",
                """
                CREATE TABLE skills_finding (
                    detector INTEGER NOT NULL, about TEXT NOT NULL, answer TEXT NOT NULL, paper TEXT NOT NULL,
                    answered_at INTEGER NOT NULL, PRIMARY KEY (detector, about)
                ) STRICT
                """,
                """
                CREATE TABLE skills_shift (
                    learner TEXT NOT NULL REFERENCES skills_learner (id), order_id TEXT NOT NULL, came INTEGER,
                    minutes INTEGER, paid_on TEXT, PRIMARY KEY (learner, order_id)
                ) STRICT
                """,
                "CREATE INDEX skills_shift_by_time ON skills_shift (came)",
            ])
    }

    /// Who paid a wage, and what is claimed back.
    static var sixth: Migration {
        Migration(
            "skills-006",
            [
                "ALTER TABLE skills_shift ADD COLUMN employer TEXT",
                "ALTER TABLE skills_claim ADD COLUMN market_employer TEXT",
                "ALTER TABLE skills_claim ADD COLUMN reclaimed_fen INTEGER",
                "ALTER TABLE skills_claim ADD COLUMN repaid_fen INTEGER",
                "ALTER TABLE skills_claim ADD COLUMN reclaimed_on TEXT",
                "ALTER TABLE skills_claim ADD COLUMN reclaimed_by TEXT",
            ])
    }

    static var subsidyTables: [ProjectedTable] {
        [
            ProjectedTable("skills_claim", key: ["id"]),
            ProjectedTable("skills_finding", key: ["detector", "about"]),
            ProjectedTable("skills_shift", key: ["learner", "order_id"]),
        ]
    }
}

extension ClaimPhase: SQLValueConvertible {}
extension FindingAnswer: SQLValueConvertible {}
