package import Storage

extension Waste {
    package static var migrations: [Migration] {
        [
            Migration(
                "waste-001",
                [
                    """
                    CREATE TABLE waste_site (
                        id TEXT NOT NULL PRIMARY KEY, division TEXT NOT NULL REFERENCES division (id),
                        name TEXT NOT NULL, kind TEXT NOT NULL
                    ) STRICT
                    """,
                    "CREATE INDEX waste_site_by_place ON waste_site (division)",
                    """
                    CREATE TABLE waste_scale (
                        id TEXT NOT NULL PRIMARY KEY, site TEXT NOT NULL REFERENCES waste_site (id),
                        division TEXT NOT NULL, name TEXT NOT NULL, until_day TEXT NOT NULL
                    ) STRICT
                    """,
                    "CREATE INDEX waste_scale_by_site ON waste_scale (site)",
                    """
                    CREATE TABLE waste_ticket (
                        id TEXT NOT NULL PRIMARY KEY, division TEXT NOT NULL, kind TEXT NOT NULL,
                        vehicle TEXT NOT NULL, origin TEXT NOT NULL, to_site TEXT NOT NULL, stream TEXT NOT NULL,
                        gross_kg INTEGER NOT NULL, tare_kg INTEGER NOT NULL, scale TEXT NOT NULL,
                        on_board_kg INTEGER, departure TEXT, weighed_at INTEGER NOT NULL, issuer TEXT NOT NULL,
                        void_reason TEXT
                    ) STRICT
                    """,
                    "CREATE INDEX waste_ticket_by_time ON waste_ticket (weighed_at)",
                    "CREATE INDEX waste_ticket_by_vehicle ON waste_ticket (vehicle, weighed_at)",
                    "CREATE INDEX waste_ticket_by_departure ON waste_ticket (departure)",
                    """
                    CREATE TABLE waste_origin (
                        ticket TEXT NOT NULL REFERENCES waste_ticket (id), position INTEGER NOT NULL,
                        site TEXT NOT NULL REFERENCES waste_site (id), PRIMARY KEY (ticket, position)
                    ) STRICT
                    """,
                    "CREATE INDEX waste_origin_by_site ON waste_origin (site)",
                    """
                    CREATE TABLE waste_stock (
                        site TEXT NOT NULL REFERENCES waste_site (id), day TEXT NOT NULL, kilograms INTEGER NOT NULL,
                        reason TEXT, PRIMARY KEY (site, day)
                    ) STRICT
                    """,
                ]),
            Migration("waste-002", complaints), Migration("waste-003", vehicles),
            Migration("waste-004", rounds), Migration("waste-005", haulage),
            Migration("waste-006", ["CREATE INDEX waste_round_by_vehicle ON waste_round (vehicle, day)"]),
            Migration("waste-007", shifts), Migration("waste-008", sales),
            Migration("waste-009", losses),
        ]
    }

    private static let sales: [SQL] = [
        """
        CREATE TABLE waste_heap (
            entry INTEGER NOT NULL PRIMARY KEY, site TEXT NOT NULL REFERENCES waste_site (id), day TEXT NOT NULL,
            material TEXT NOT NULL, kilograms INTEGER NOT NULL, scale TEXT REFERENCES waste_scale (id),
            is_mixed INTEGER NOT NULL CHECK (is_mixed IN (0, 1)), reason TEXT
        ) STRICT
        """,
        "CREATE INDEX waste_heap_by_site ON waste_heap (site, day)",
        "CREATE INDEX waste_heap_by_day ON waste_heap (day)",
        """
        CREATE TABLE waste_sale (
            id TEXT NOT NULL PRIMARY KEY, site TEXT NOT NULL REFERENCES waste_site (id),
            division TEXT NOT NULL REFERENCES division (id), material TEXT NOT NULL, kilograms INTEGER NOT NULL,
            seller TEXT NOT NULL REFERENCES organisation (id), reserve_fen INTEGER NOT NULL, fetch_by TEXT NOT NULL,
            phase TEXT NOT NULL, contract TEXT, total_fen INTEGER, reason TEXT, offered_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX waste_sale_by_site ON waste_sale (site, offered_at)",
        "CREATE INDEX waste_sale_by_phase ON waste_sale (phase, offered_at)",
        "CREATE INDEX waste_sale_by_time ON waste_sale (offered_at)",
        """
        CREATE TABLE waste_handover (
            ticket TEXT NOT NULL PRIMARY KEY REFERENCES waste_ticket (id),
            sale TEXT NOT NULL REFERENCES waste_sale (id), kilograms INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX waste_handover_by_sale ON waste_handover (sale)",
        "ALTER TABLE waste_ticket ADD COLUMN photo TEXT",
    ]

    private static let shifts: [SQL] = [
        """
        CREATE TABLE waste_shift (
            vehicle TEXT NOT NULL REFERENCES waste_vehicle (id), started_at INTEGER NOT NULL,
            division TEXT NOT NULL REFERENCES division (id), driver TEXT NOT NULL, ended_at INTEGER,
            PRIMARY KEY (vehicle, started_at)
        ) STRICT
        """,
        "CREATE INDEX waste_shift_by_driver ON waste_shift (driver, started_at)",
        "CREATE INDEX waste_shift_by_time ON waste_shift (started_at)",
    ]

    private static let haulage: [SQL] = [
        """
        CREATE TABLE waste_haulage (
            id TEXT NOT NULL PRIMARY KEY, division TEXT NOT NULL REFERENCES division (id),
            hauler TEXT NOT NULL REFERENCES organisation (id), payer TEXT NOT NULL REFERENCES organisation (id),
            agent TEXT NOT NULL, basis TEXT NOT NULL, price_fen INTEGER NOT NULL, from_day TEXT NOT NULL,
            until_day TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX waste_haulage_by_agent ON waste_haulage (agent)",
        "CREATE INDEX waste_haulage_by_hauler ON waste_haulage (hauler)",
        """
        CREATE TABLE waste_assessment (
            haulage TEXT NOT NULL REFERENCES waste_haulage (id), number INTEGER NOT NULL, month TEXT NOT NULL,
            day TEXT NOT NULL, kind TEXT NOT NULL, amount_fen INTEGER NOT NULL,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1)), PRIMARY KEY (haulage, number)
        ) STRICT
        """,
        """
        CREATE TABLE waste_settlement (
            haulage TEXT NOT NULL REFERENCES waste_haulage (id), month TEXT NOT NULL, phase TEXT NOT NULL,
            tickets INTEGER NOT NULL, kilograms INTEGER NOT NULL, due_fen INTEGER NOT NULL,
            deducted_fen INTEGER NOT NULL, dispute TEXT, drafted_at INTEGER NOT NULL, agreed_at INTEGER,
            confirmed_at INTEGER, PRIMARY KEY (haulage, month)
        ) STRICT
        """,
        """
        CREATE TABLE waste_settled (
            ticket TEXT NOT NULL PRIMARY KEY REFERENCES waste_ticket (id), haulage TEXT NOT NULL, month TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX waste_settled_by_month ON waste_settled (haulage, month)",
    ]

    private static let rounds: [SQL] = [
        """
        CREATE TABLE waste_round (
            id TEXT NOT NULL PRIMARY KEY, division TEXT NOT NULL REFERENCES division (id), day TEXT NOT NULL,
            vehicle TEXT NOT NULL REFERENCES waste_vehicle (id), driver TEXT NOT NULL,
            is_cancelled INTEGER NOT NULL CHECK (is_cancelled IN (0, 1))
        ) STRICT
        """,
        "CREATE INDEX waste_round_by_day ON waste_round (day, division)",
        "CREATE INDEX waste_round_by_driver ON waste_round (driver, day)",
        """
        CREATE TABLE waste_stop (
            round TEXT NOT NULL REFERENCES waste_round (id), position INTEGER NOT NULL,
            site TEXT NOT NULL REFERENCES waste_site (id), outcome TEXT, kilograms INTEGER, marked_at INTEGER,
            PRIMARY KEY (round, position)
        ) STRICT
        """,
        "CREATE INDEX waste_stop_by_site ON waste_stop (site)",
    ]

    private static let vehicles: [SQL] = [
        """
        CREATE TABLE waste_vehicle (
            id TEXT NOT NULL PRIMARY KEY, division TEXT NOT NULL REFERENCES division (id), plate TEXT NOT NULL,
            carries TEXT NOT NULL, capacity_kg INTEGER NOT NULL, tare_kg INTEGER NOT NULL, tare_day TEXT NOT NULL,
            owner TEXT NOT NULL REFERENCES organisation (id), retired_at INTEGER, ending TEXT
        ) STRICT
        """,
        "CREATE INDEX waste_vehicle_by_plate ON waste_vehicle (plate)",
        """
        CREATE TABLE waste_tare (
            vehicle TEXT NOT NULL REFERENCES waste_vehicle (id), entry INTEGER NOT NULL, day TEXT NOT NULL,
            tare_kg INTEGER NOT NULL, scale TEXT REFERENCES waste_scale (id), slip TEXT, PRIMARY KEY (vehicle, entry)
        ) STRICT
        """,
    ]

    private static let complaints: [SQL] = [
        """
        CREATE TABLE waste_complaint (
            id TEXT NOT NULL PRIMARY KEY, division TEXT NOT NULL REFERENCES division (id), kind TEXT NOT NULL,
            site TEXT REFERENCES waste_site (id), photo TEXT, phase TEXT NOT NULL, filed_at INTEGER NOT NULL,
            answer_by INTEGER NOT NULL, answered_at INTEGER, closed_at INTEGER, closing TEXT,
            was_late INTEGER NOT NULL CHECK (was_late IN (0, 1)),
            is_counter INTEGER NOT NULL CHECK (is_counter IN (0, 1)),
            is_forgotten INTEGER NOT NULL CHECK (is_forgotten IN (0, 1))
        ) STRICT
        """,
        "CREATE INDEX waste_complaint_by_place ON waste_complaint (division, phase)",
        "CREATE INDEX waste_complaint_by_phase ON waste_complaint (phase, answer_by)",
        "CREATE INDEX waste_complaint_by_time ON waste_complaint (filed_at)",
        """
        CREATE TABLE waste_complainant (
            complaint TEXT NOT NULL PRIMARY KEY REFERENCES waste_complaint (id), person TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX waste_complainant_by_person ON waste_complainant (person)",
        """
        CREATE TABLE waste_complaint_words (
            complaint TEXT NOT NULL REFERENCES waste_complaint (id), entry INTEGER NOT NULL,
            is_answer INTEGER NOT NULL CHECK (is_answer IN (0, 1)), said_at INTEGER NOT NULL, text TEXT NOT NULL,
            PRIMARY KEY (complaint, entry)
        ) STRICT
        """,
    ]

    package static var tables: [ProjectedTable] {
        [
            ProjectedTable("waste_site", key: ["id"]), ProjectedTable("waste_scale", key: ["id"]),
            ProjectedTable("waste_ticket", key: ["id"]), ProjectedTable("waste_origin", key: ["ticket", "position"]),
            ProjectedTable("waste_stock", key: ["site", "day"]), ProjectedTable("waste_complaint", key: ["id"]),
            ProjectedTable("waste_complainant", key: ["complaint"]),
            ProjectedTable("waste_complaint_words", key: ["complaint", "entry"]),
            ProjectedTable("waste_vehicle", key: ["id"]), ProjectedTable("waste_tare", key: ["vehicle", "entry"]),
            ProjectedTable("waste_round", key: ["id"]), ProjectedTable("waste_stop", key: ["round", "position"]),
            ProjectedTable("waste_haulage", key: ["id"]),
            ProjectedTable("waste_assessment", key: ["haulage", "number"]),
            ProjectedTable("waste_settlement", key: ["haulage", "month"]),
            ProjectedTable("waste_settled", key: ["ticket"]),
            ProjectedTable("waste_shift", key: ["vehicle", "started_at"]),
            ProjectedTable("waste_heap", key: ["entry"]), ProjectedTable("waste_sale", key: ["id"]),
            ProjectedTable("waste_handover", key: ["ticket"]), ProjectedTable("waste_loss", key: ["site", "day"]),
        ]
    }
}

extension SiteKind: SQLValueConvertible {}
extension WasteStream: SQLValueConvertible {}
extension TicketKind: SQLValueConvertible {}
extension StopOutcome: SQLValueConvertible {}
extension VehicleEnd: SQLValueConvertible {}
extension HaulageBasis: SQLValueConvertible {}
extension AssessmentKind: SQLValueConvertible {}
extension DisputeReason: SQLValueConvertible {}
extension SettlementPhase: SQLValueConvertible {}
extension ComplaintKind: SQLValueConvertible {}
extension ComplaintPhase: SQLValueConvertible {}
extension ComplaintClosing: SQLValueConvertible {}
extension Recyclable: SQLValueConvertible {}
extension SalePhase: SQLValueConvertible {}
