import Storage

extension Cleanup {
    /// Bills for found land, what is owed to and by collectives, and countings.
    static let moneyTables: [SQL] = [
        """
        CREATE TABLE land_bill (
            id TEXT PRIMARY KEY, organisation TEXT NOT NULL REFERENCES organisation (id),
            division TEXT NOT NULL REFERENCES division (id), household TEXT NOT NULL, display_name TEXT NOT NULL,
            category TEXT NOT NULL, found INTEGER NOT NULL, guide_price INTEGER NOT NULL, months INTEGER NOT NULL,
            is_hardship INTEGER NOT NULL, free_area INTEGER NOT NULL, hardship INTEGER NOT NULL,
            discount_days INTEGER NOT NULL, discount_first INTEGER NOT NULL, discount_second INTEGER NOT NULL,
            discount_third INTEGER NOT NULL, price_basis TEXT NOT NULL, billed INTEGER NOT NULL,
            billed_on TEXT NOT NULL, paid INTEGER, paid_on TEXT, reference TEXT
        ) STRICT
        """,
        "CREATE INDEX land_bill_by_place ON land_bill (division, id)",
        """
        CREATE TABLE cleanup_claim (
            id TEXT PRIMARY KEY, organisation TEXT NOT NULL REFERENCES organisation (id),
            division TEXT NOT NULL REFERENCES division (id), side TEXT NOT NULL, party TEXT NOT NULL,
            display_name TEXT NOT NULL, kind TEXT NOT NULL, opening INTEGER NOT NULL, amount_left INTEGER NOT NULL,
            arose TEXT NOT NULL, due TEXT NOT NULL, proof TEXT NOT NULL, last_acknowledged TEXT,
            is_disputed INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX cleanup_claim_by_place ON cleanup_claim (division, due, id)",
        "CREATE INDEX cleanup_claim_by_party ON cleanup_claim (organisation, party, due)",
        """
        CREATE TABLE cleanup_claim_move (
            claim TEXT NOT NULL REFERENCES cleanup_claim (id), entry INTEGER NOT NULL, move TEXT NOT NULL,
            amount INTEGER NOT NULL, at INTEGER NOT NULL, other TEXT, PRIMARY KEY (claim, entry)
        ) STRICT
        """,
        """
        CREATE TABLE census (
            id TEXT PRIMARY KEY, organisation TEXT NOT NULL REFERENCES organisation (id),
            division TEXT NOT NULL REFERENCES division (id), as_of TEXT NOT NULL, is_closed INTEGER NOT NULL,
            equity_before INTEGER, equity_after INTEGER, resolution TEXT
        ) STRICT
        """,
        "CREATE INDEX census_by_place ON census (division, as_of, id)",
        """
        CREATE TABLE census_line (
            census TEXT NOT NULL REFERENCES census (id), item TEXT NOT NULL, category TEXT NOT NULL,
            book INTEGER NOT NULL, counted INTEGER NOT NULL, reason TEXT, note TEXT NOT NULL,
            PRIMARY KEY (census, item)
        ) STRICT
        """,
    ]

    static let moneyProjections = [
        ProjectedTable("land_bill", key: ["id"]), ProjectedTable("cleanup_claim", key: ["id"]),
        ProjectedTable("cleanup_claim_move", key: ["claim", "entry"]), ProjectedTable("census", key: ["id"]),
        ProjectedTable("census_line", key: ["census", "item"]),
    ]
}

extension ClaimSide: SQLValueConvertible {}
extension ClaimKind: SQLValueConvertible {}
extension ClaimProof: SQLValueConvertible {}
extension ClaimMove: SQLValueConvertible {}
extension CensusClass: SQLValueConvertible {}
extension CensusReason: SQLValueConvertible {}
