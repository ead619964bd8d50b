package import Storage

extension Exchange {
    package static let migrations = [
        Migration("exchange-001", lotTables + bidderTables),
        Migration("exchange-search-003", searchTables), Migration("exchange-rules-004", ruleTables),
        Migration("exchange-filing-005", ["ALTER TABLE lot ADD COLUMN file_digest TEXT"]),
        Migration("exchange-search-006", []) { try LotQueries.fillWords(in: $0) },
        Migration(
            "exchange-contact-007",
            [
                """
                CREATE TABLE station_contact (
                    division TEXT PRIMARY KEY REFERENCES division (id), office TEXT NOT NULL, phone TEXT NOT NULL,
                    address TEXT NOT NULL, hours TEXT, payee TEXT, bank TEXT, account TEXT
                ) STRICT
                """
            ]),
        // It was a hash without a key, found by trying all numbers.
        Migration("exchange-marks-008", ["UPDATE bidder SET account_mark = ''"]),
        Migration("exchange-forgotten-009", forgettingTables),
        Migration(
            "exchange-looks-010",
            [
                """
                CREATE TABLE bidder_look (
                    entry INTEGER NOT NULL PRIMARY KEY, lot TEXT NOT NULL REFERENCES lot (id), paddle INTEGER NOT NULL,
                    bidder TEXT, office TEXT, reason TEXT NOT NULL, at INTEGER NOT NULL
                ) STRICT
                """,
                "CREATE INDEX bidder_look_by_bidder ON bidder_look (bidder)",
                "CREATE INDEX bidder_look_by_lot ON bidder_look (lot, paddle)",
            ]),
        Migration(
            "exchange-holds-011",
            [
                """
                CREATE TABLE lot_hold (
                    lot TEXT NOT NULL REFERENCES lot (id), notice TEXT NOT NULL, objection TEXT NOT NULL,
                    since INTEGER NOT NULL, released_at INTEGER, PRIMARY KEY (lot, notice, objection)
                ) STRICT
                """
            ]),
    ]

    package static let tables: [ProjectedTable] =
        [
            ProjectedTable("lot", key: ["id"]),
            ProjectedTable("lot_step", key: ["lot", "number"]),
            ProjectedTable("lot_notice", key: ["lot", "number"]),
            ProjectedTable("bidder", key: ["id"]),
            ProjectedTable("bid", key: ["lot", "number"]),
            ProjectedTable("lot_score", key: ["lot", "paddle"]),
            ProjectedTable("lot_objection", key: ["lot", "number"]),
            ProjectedTable("guide_price", key: ["county", "valid_from", "place", "asset_class"]),
            ProjectedTable("party_bar", key: ["party", "number"]),
            ProjectedTable("lot_material", key: ["lot", "number"]),
            ProjectedTable("lot_payment", key: ["lot", "number"]),
            ProjectedTable("station_contact", key: ["division"]),
            ProjectedTable("bidder_look", key: ["entry"]),
            ProjectedTable("lot_hold", key: ["lot", "notice", "objection"]),
        ] + LotQueries.words.projected

    /// A registration outlives whoever it was: its party can be forgotten.
    private static let forgettingTables: [SQL] = [
        """
        CREATE TABLE bidder_anew (
            id TEXT PRIMARY KEY, lot TEXT NOT NULL REFERENCES lot (id), party TEXT REFERENCES party (id),
            state TEXT NOT NULL, deposit_state TEXT NOT NULL, deposit_fen INTEGER NOT NULL, account_mark TEXT NOT NULL,
            is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)), by_slip INTEGER NOT NULL CHECK (by_slip IN (0, 1)),
            paddle INTEGER NOT NULL, registered_at INTEGER NOT NULL, reference TEXT, reasons TEXT,
            reply_until INTEGER, refund_due_at INTEGER, UNIQUE (lot, party)
        ) STRICT
        """,
        """
        INSERT INTO bidder_anew SELECT id, lot, party, state, deposit_state, deposit_fen, account_mark, is_shared, by_slip,
            paddle, registered_at, reference, reasons, reply_until, refund_due_at FROM bidder
        """,
        "DROP TABLE bidder",
        "ALTER TABLE bidder_anew RENAME TO bidder",
        "CREATE INDEX bidder_by_party ON bidder (party)",
    ]

    /// What a search goes by: the words of a lot, and a narrow index with all that can be asked for.
    private static let searchTables: [SQL] =
        ["DROP TABLE lot_gram"] + LotQueries.words.schema
        + ["CREATE INDEX lot_by_search ON lot (listed_at, id, state, category, start_price_fen, village)"]

    private static let lotTables: [SQL] = [
        """
        CREATE TABLE lot (
            id TEXT PRIMARY KEY, state TEXT NOT NULL, asset TEXT NOT NULL REFERENCES asset (id),
            owner TEXT NOT NULL REFERENCES organisation (id), village TEXT NOT NULL REFERENCES division (id),
            asset_name TEXT NOT NULL, village_name TEXT NOT NULL, category TEXT NOT NULL, way TEXT NOT NULL,
            mode TEXT NOT NULL, handling TEXT NOT NULL, area INTEGER NOT NULL CHECK (area >= 0),
            start_price_fen INTEGER NOT NULL CHECK (start_price_fen > 0), price_unit TEXT NOT NULL,
            step_fen INTEGER NOT NULL CHECK (step_fen > 0), deposit_fen INTEGER NOT NULL CHECK (deposit_fen >= 0),
            expected_total_fen INTEGER NOT NULL, terms TEXT NOT NULL, resolution TEXT, below_floor TEXT, drafter TEXT NOT NULL,
            drafted_at INTEGER NOT NULL, listed_at INTEGER, closes_at INTEGER, opens_at INTEGER, ends_at INTEGER,
            bidders INTEGER NOT NULL, paddle INTEGER, price_fen INTEGER, total_fen INTEGER,
            bid_count INTEGER NOT NULL, publicity_ends_at INTEGER, sign_by INTEGER, contract TEXT, lessee TEXT,
            paid_fen INTEGER NOT NULL, remark TEXT, draw_seed TEXT
        ) STRICT
        """,
        "CREATE INDEX lot_by_state ON lot (state, closes_at)",
        "CREATE INDEX lot_by_village ON lot (village, drafted_at)",
        "CREATE INDEX lot_by_category ON lot (category, start_price_fen)",
        "CREATE INDEX lot_by_owner ON lot (owner, category, drafted_at)",
        "CREATE INDEX lot_by_listing ON lot (listed_at, id)",
        """
        CREATE TABLE lot_step (
            lot TEXT NOT NULL REFERENCES lot (id), number INTEGER NOT NULL, state TEXT NOT NULL, at INTEGER NOT NULL,
            office TEXT NOT NULL, actor_role TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (lot, number)
        ) STRICT
        """,
        """
        CREATE TABLE lot_notice (
            lot TEXT NOT NULL REFERENCES lot (id), number INTEGER NOT NULL, kind TEXT NOT NULL, title_zh TEXT NOT NULL,
            title_en TEXT NOT NULL, text_zh TEXT NOT NULL, text_en TEXT NOT NULL, digest TEXT NOT NULL,
            published_at INTEGER NOT NULL, ends_at INTEGER NOT NULL, PRIMARY KEY (lot, number)
        ) STRICT
        """,
        """
        CREATE TABLE lot_gram (
            gram TEXT NOT NULL, lot TEXT NOT NULL REFERENCES lot (id), PRIMARY KEY (gram, lot)
        ) STRICT
        """,
        """
        CREATE TABLE lot_objection (
            lot TEXT NOT NULL REFERENCES lot (id), number INTEGER NOT NULL, raised_at INTEGER NOT NULL, decision TEXT,
            answer TEXT, answered_at INTEGER, PRIMARY KEY (lot, number)
        ) STRICT
        """,
    ]

    /// What the rules of the second round keep: bars with their terms, papers, payments from the books, refund clocks.
    private static let ruleTables: [SQL] = [
        "DROP TABLE barred_party",
        """
        CREATE TABLE party_bar (
            party TEXT NOT NULL REFERENCES party (id), number INTEGER NOT NULL, cause TEXT NOT NULL,
            since_day TEXT NOT NULL, until_day TEXT NOT NULL, reasons TEXT NOT NULL, source TEXT NOT NULL, lot TEXT,
            lifted_day TEXT, PRIMARY KEY (party, number)
        ) STRICT
        """,
        """
        CREATE TABLE lot_material (
            lot TEXT NOT NULL REFERENCES lot (id), number INTEGER NOT NULL, material TEXT NOT NULL, digest TEXT NOT NULL,
            at INTEGER NOT NULL, office TEXT NOT NULL, PRIMARY KEY (lot, number)
        ) STRICT
        """,
        """
        CREATE TABLE lot_payment (
            lot TEXT NOT NULL REFERENCES lot (id), number INTEGER NOT NULL,
            paid_fen INTEGER NOT NULL CHECK (paid_fen >= 0), PRIMARY KEY (lot, number)
        ) STRICT
        """,
        "ALTER TABLE bidder ADD COLUMN refund_due_at INTEGER",
        "ALTER TABLE lot ADD COLUMN ends_on TEXT",
        "ALTER TABLE lot ADD COLUMN sign_off TEXT",
        "CREATE INDEX lot_by_contract ON lot (contract)",
    ]

    private static let bidderTables: [SQL] = [
        """
        CREATE TABLE bidder (
            id TEXT PRIMARY KEY, lot TEXT NOT NULL REFERENCES lot (id), party TEXT NOT NULL REFERENCES party (id),
            state TEXT NOT NULL, deposit_state TEXT NOT NULL, deposit_fen INTEGER NOT NULL, account_mark TEXT NOT NULL,
            is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)), by_slip INTEGER NOT NULL CHECK (by_slip IN (0, 1)),
            paddle INTEGER NOT NULL, registered_at INTEGER NOT NULL, reference TEXT, reasons TEXT,
            reply_until INTEGER, UNIQUE (lot, party)
        ) STRICT
        """,
        "CREATE INDEX bidder_by_party ON bidder (party)",
        """
        CREATE TABLE bid (
            lot TEXT NOT NULL REFERENCES lot (id), number INTEGER NOT NULL, paddle INTEGER NOT NULL,
            price_fen INTEGER NOT NULL CHECK (price_fen > 0), at INTEGER NOT NULL, moved_end_to INTEGER,
            by_slip INTEGER NOT NULL CHECK (by_slip IN (0, 1)), entry INTEGER NOT NULL, PRIMARY KEY (lot, number)
        ) STRICT
        """,
        """
        CREATE TABLE lot_score (
            lot TEXT NOT NULL REFERENCES lot (id), paddle INTEGER NOT NULL, points INTEGER NOT NULL,
            PRIMARY KEY (lot, paddle)
        ) STRICT
        """,
        """
        CREATE TABLE guide_price (
            county TEXT NOT NULL REFERENCES division (id), valid_from TEXT NOT NULL, place TEXT NOT NULL,
            asset_class TEXT NOT NULL, floor_fen INTEGER NOT NULL, mid_fen INTEGER NOT NULL, high_fen INTEGER NOT NULL,
            previous_mid_fen INTEGER, samples INTEGER NOT NULL, borrowed_from TEXT NOT NULL, document TEXT NOT NULL,
            PRIMARY KEY (county, valid_from, place, asset_class),
            CHECK (floor_fen <= mid_fen AND mid_fen <= high_fen)
        ) STRICT
        """,
        """
        CREATE TABLE barred_party (
            party TEXT PRIMARY KEY REFERENCES party (id), until_day TEXT NOT NULL, lot TEXT NOT NULL, reasons TEXT NOT NULL
        ) STRICT
        """,
    ]
}
