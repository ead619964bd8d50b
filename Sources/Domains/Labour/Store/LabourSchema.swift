package import Storage

extension Labour {
    package static var migrations: [Migration] {
        [
            Migration(
                "labour-001",
                [
                    """
                    CREATE TABLE labour_employer (
                        id TEXT PRIMARY KEY, kind TEXT NOT NULL, place TEXT NOT NULL REFERENCES division (id),
                        organisation TEXT, display_name TEXT NOT NULL, is_verified INTEGER NOT NULL, block TEXT,
                        registered_at INTEGER NOT NULL
                    ) STRICT
                    """,
                    "CREATE INDEX labour_employer_by_place ON labour_employer (place, id)",
                    """
                    CREATE TABLE labour_worker (
                        id TEXT PRIMARY KEY, place TEXT NOT NULL REFERENCES division (id), display_name TEXT NOT NULL,
                        mark TEXT, born TEXT, trades TEXT NOT NULL, seeking_since INTEGER, is_erased INTEGER NOT NULL,
                        registered_at INTEGER NOT NULL
                    ) STRICT
                    """,
                    "CREATE INDEX labour_worker_by_mark ON labour_worker (mark)",
                    "CREATE INDEX labour_worker_by_erasure ON labour_worker (is_erased)",
                    "CREATE INDEX labour_worker_by_seeking ON labour_worker (seeking_since, id)",
                    """
                    CREATE TABLE labour_contact (
                        entry INTEGER PRIMARY KEY, worker TEXT NOT NULL, place TEXT NOT NULL, day TEXT NOT NULL
                    ) STRICT
                    """,
                    "CREATE INDEX labour_contact_by_day ON labour_contact (day, place)",
                    """
                    CREATE TABLE labour_order (
                        id TEXT PRIMARY KEY, employer TEXT NOT NULL REFERENCES labour_employer (id),
                        place TEXT NOT NULL REFERENCES division (id), trade TEXT NOT NULL, work TEXT NOT NULL,
                        address TEXT NOT NULL, conditions TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL,
                        day TEXT NOT NULL, seats INTEGER NOT NULL, taken INTEGER NOT NULL, waiting INTEGER NOT NULL,
                        unit TEXT NOT NULL, rate_fen INTEGER NOT NULL, cycle TEXT NOT NULL, short_day TEXT NOT NULL,
                        work_kind TEXT NOT NULL, insurance TEXT NOT NULL, policy TEXT, is_cancelled INTEGER NOT NULL,
                        posted_at INTEGER NOT NULL, CHECK (taken >= 0 AND taken <= seats AND waiting >= 0)
                    ) STRICT
                    """,
                    "CREATE INDEX labour_order_by_start ON labour_order (starts, id)",
                    "CREATE INDEX labour_order_by_day ON labour_order (day, place)",
                    "CREATE INDEX labour_order_by_employer ON labour_order (employer, starts)",
                    """
                    CREATE TABLE labour_engagement (
                        order_id TEXT NOT NULL REFERENCES labour_order (id),
                        worker TEXT NOT NULL REFERENCES labour_worker (id), employer TEXT NOT NULL, place TEXT NOT NULL,
                        phase TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL, day TEXT NOT NULL,
                        until INTEGER, accepted INTEGER NOT NULL, came INTEGER, minutes INTEGER,
                        gross_fen INTEGER NOT NULL, net_fen INTEGER NOT NULL, paid_fen INTEGER NOT NULL, due_on TEXT,
                        paid_on TEXT, arrear TEXT, PRIMARY KEY (order_id, worker), CHECK (paid_fen <= net_fen)
                    ) STRICT
                    """,
                    "CREATE INDEX labour_engagement_by_worker ON labour_engagement (worker, starts)",
                    "CREATE INDEX labour_engagement_by_arrear ON labour_engagement (arrear, due_on)",
                    "CREATE INDEX labour_engagement_by_due ON labour_engagement (due_on)",
                    "CREATE INDEX labour_engagement_by_employer ON labour_engagement (employer, arrear)",
                    "CREATE INDEX labour_engagement_by_day ON labour_engagement (day, place)",
                    """
                    CREATE TABLE labour_figures (
                        place TEXT NOT NULL REFERENCES division (id), from_day TEXT NOT NULL, until_day TEXT NOT NULL,
                        employers INTEGER NOT NULL, posts INTEGER NOT NULL, served INTEGER NOT NULL,
                        persons INTEGER NOT NULL, intentions INTEGER NOT NULL, source TEXT NOT NULL,
                        PRIMARY KEY (place, from_day)
                    ) STRICT
                    """,
                ]),
            rounds, conditions,
            Migration("labour-004", ["ALTER TABLE labour_employer ADD COLUMN is_erased INTEGER NOT NULL DEFAULT 0"]),
            refills,
            // Whoever signs in with the telephone of a worker or an employer is that person.
            Migration(
                "labour-006",
                [
                    "ALTER TABLE labour_worker ADD COLUMN phone_mark TEXT",
                    "ALTER TABLE labour_employer ADD COLUMN phone_mark TEXT",
                    "CREATE INDEX labour_worker_by_phone ON labour_worker (phone_mark)",
                    "CREATE INDEX labour_employer_by_phone ON labour_employer (phone_mark)",
                ]),
            crews, messages, transfers,
        ]
    }

    /// What somebody said of pay and way.
    private static var conditions: Migration {
        Migration(
            "labour-003",
            [
                "ALTER TABLE labour_worker ADD COLUMN reserve_fen INTEGER",
                "ALTER TABLE labour_worker ADD COLUMN reach TEXT",
            ])
    }

    /// Who goes together or not at all.
    private static var crews: Migration {
        Migration(
            "labour-007",
            [
                """
                CREATE TABLE labour_crew (
                    id TEXT PRIMARY KEY, place TEXT NOT NULL REFERENCES division (id), formed_at INTEGER NOT NULL,
                    is_over INTEGER NOT NULL
                ) STRICT
                """,
                """
                CREATE TABLE labour_crew_member (
                    worker TEXT PRIMARY KEY REFERENCES labour_worker (id),
                    crew TEXT NOT NULL REFERENCES labour_crew (id), position INTEGER NOT NULL
                ) STRICT
                """,
                "CREATE INDEX labour_crew_member_by_crew ON labour_crew_member (crew, position)",
                "ALTER TABLE labour_engagement ADD COLUMN crew TEXT",
                "CREATE INDEX labour_engagement_by_crew ON labour_engagement (crew, phase)",
                "ALTER TABLE labour_round_seeker ADD COLUMN group_number INTEGER",
            ])
    }

    /// What there is to tell people who are not at the desk.
    private static var messages: Migration {
        Migration(
            "labour-008",
            [
                """
                CREATE TABLE labour_message (
                    order_id TEXT NOT NULL REFERENCES labour_order (id),
                    worker TEXT NOT NULL REFERENCES labour_worker (id), kind TEXT NOT NULL, at INTEGER NOT NULL,
                    until INTEGER NOT NULL, outcome TEXT, PRIMARY KEY (order_id, worker, kind)
                ) STRICT
                """,
                "CREATE INDEX labour_message_by_until ON labour_message (until)",
                "CREATE INDEX labour_message_by_worker ON labour_message (worker, kind, at)",
            ])
    }

    /// Where wages go, and the files that the bank pays them by.
    private static var transfers: Migration {
        Migration(
            "labour-009",
            [
                """
                CREATE TABLE labour_account (
                    worker TEXT PRIMARY KEY REFERENCES labour_worker (id), bank TEXT NOT NULL, number TEXT NOT NULL,
                    mark TEXT NOT NULL
                ) STRICT
                """,
                "CREATE INDEX labour_account_by_mark ON labour_account (mark)",
                """
                CREATE TABLE labour_transfer (
                    order_id TEXT NOT NULL REFERENCES labour_order (id), file INTEGER NOT NULL,
                    worker TEXT NOT NULL REFERENCES labour_worker (id), amount_fen INTEGER NOT NULL,
                    state TEXT NOT NULL, sent_at INTEGER NOT NULL, PRIMARY KEY (order_id, file, worker)
                ) STRICT
                """,
                "CREATE INDEX labour_transfer_by_worker ON labour_transfer (worker, state)",
            ])
    }

    /// Rounds between rounds, and which orders a hall has given out.
    private static var refills: Migration {
        Migration(
            "labour-005",
            [
                "ALTER TABLE labour_round ADD COLUMN is_refill INTEGER NOT NULL DEFAULT 0",
                "CREATE INDEX labour_round_order_by_order ON labour_round_order (order_id, round)",
            ])
    }

    private static var rounds: Migration {
        Migration(
            "labour-002",
            [
                """
                CREATE TABLE labour_hall (
                    place TEXT PRIMARY KEY REFERENCES division (id), times TEXT NOT NULL, next INTEGER,
                    commitment TEXT NOT NULL
                ) STRICT
                """,
                """
                CREATE TABLE labour_round (
                    id TEXT PRIMARY KEY, place TEXT NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL,
                    entry INTEGER NOT NULL, seekers INTEGER NOT NULL, seed TEXT NOT NULL
                ) STRICT
                """,
                "CREATE INDEX labour_round_by_entry ON labour_round (entry)",
                """
                CREATE TABLE labour_round_order (
                    round TEXT NOT NULL REFERENCES labour_round (id),
                    order_id TEXT NOT NULL REFERENCES labour_order (id), seats INTEGER NOT NULL,
                    placed INTEGER NOT NULL, price INTEGER NOT NULL, PRIMARY KEY (round, order_id),
                    CHECK (placed <= seats)
                ) STRICT
                """,
                """
                CREATE TABLE labour_round_seeker (
                    round TEXT NOT NULL REFERENCES labour_round (id), number INTEGER NOT NULL, worker TEXT,
                    at INTEGER NOT NULL, seat TEXT, reason TEXT, order_id TEXT, rule TEXT, amount INTEGER NOT NULL,
                    PRIMARY KEY (round, number)
                ) STRICT
                """,
                "CREATE INDEX labour_round_seeker_by_worker ON labour_round_seeker (worker, at)",
                """
                CREATE TABLE labour_certificate (
                    worker TEXT NOT NULL REFERENCES labour_worker (id), trade TEXT NOT NULL, until TEXT NOT NULL,
                    paper TEXT NOT NULL, PRIMARY KEY (worker, trade)
                ) STRICT
                """,
            ])
    }

    package static var tables: [ProjectedTable] {
        [
            ProjectedTable("labour_employer", key: ["id"]), ProjectedTable("labour_worker", key: ["id"]),
            ProjectedTable("labour_contact", key: ["entry"]), ProjectedTable("labour_order", key: ["id"]),
            ProjectedTable("labour_engagement", key: ["order_id", "worker"]),
            ProjectedTable("labour_figures", key: ["place", "from_day"]),
            ProjectedTable("labour_hall", key: ["place"]), ProjectedTable("labour_round", key: ["id"]),
            ProjectedTable("labour_round_order", key: ["round", "order_id"]),
            ProjectedTable("labour_round_seeker", key: ["round", "number"]),
            ProjectedTable("labour_certificate", key: ["worker", "trade"]),
            ProjectedTable("labour_crew", key: ["id"]), ProjectedTable("labour_crew_member", key: ["worker"]),
            ProjectedTable("labour_account", key: ["worker"]),
            ProjectedTable("labour_transfer", key: ["order_id", "file", "worker"]),
            ProjectedTable("labour_message", key: ["order_id", "worker", "kind"]),
        ]
    }
}

extension WorkReach: SQLValueConvertible {}
extension EmployerKind: SQLValueConvertible {}
extension BlockGround: SQLValueConvertible {}
extension Trade: SQLValueConvertible {}
extension PayUnit: SQLValueConvertible {}
extension PayCycle: SQLValueConvertible {}
extension ShortDayRule: SQLValueConvertible {}
extension WorkKind: SQLValueConvertible {}
extension Insurance: SQLValueConvertible {}
extension EngagementPhase: SQLValueConvertible {}
extension ArrearStep: SQLValueConvertible {}
extension TransferState: SQLValueConvertible {}
extension MessageKind: SQLValueConvertible {}
extension MessageOutcome: SQLValueConvertible {}
extension RoundRule: SQLValueConvertible {}
extension RoundReason.Kind: SQLValueConvertible {}
