package import Storage

extension Registry {
    package static let migrations = [
        Migration("registry-001", placeTables + peopleTables + assetTables + contractTables),
        Migration("registry-erasure", ["ALTER TABLE party ADD COLUMN is_erased INTEGER NOT NULL DEFAULT 0"]),
        // Lists of everybody's places, cards and contracts, in the order the pages show them.
        Migration(
            "registry-lists",
            [
                "CREATE INDEX division_by_level ON division (level, code)",
                "CREATE INDEX asset_by_name ON asset (name, id)",
                "CREATE INDEX contract_by_end ON contract (ends DESC, id)",
            ]),
        Migration("registry-calendar", calendarTables),
        // What a resolution is about, and the lot it was used for: once.
        Migration(
            "registry-resolution-object",
            ["ALTER TABLE resolution ADD COLUMN object TEXT", "ALTER TABLE resolution ADD COLUMN used_by TEXT"]),
        // One identity number is one party.
        Migration(
            "registry-identity",
            [
                "ALTER TABLE party ADD COLUMN identity_mark TEXT",
                "CREATE UNIQUE INDEX party_by_identity ON party (identity_mark)",
            ]),
        Migration("registry-schedules", scheduleTables),
        Migration("registry-parcels", parcelTables),
        // For what and when a resolution was used.
        Migration(
            "registry-resolution-use",
            [
                "ALTER TABLE resolution ADD COLUMN used_for TEXT", "ALTER TABLE resolution ADD COLUMN used_on TEXT",
                "UPDATE resolution SET used_for = 'lot' WHERE used_by IS NOT NULL",
            ]),
        Migration("registry-amendments", amendmentTables),
        Migration("registry-red-lines", redLineTables),
        Migration("registry-cards", cardTables),
        // Whoever signs in with the telephone of a party is that party.
        Migration(
            "registry-phone",
            ["ALTER TABLE party ADD COLUMN phone_mark TEXT", "CREATE INDEX party_by_phone ON party (phone_mark)"]),
        // One bank reference is one arrival, whichever room it is entered in.
        Migration("registry-arrivals", arrivalTables),
    ]

    package static let tables =
        [
            ProjectedTable("division", key: ["id"]),
            ProjectedTable("division_code", key: ["division", "code_system", "valid_from"]),
            ProjectedTable("division_name", key: ["division", "valid_from"]),
            ProjectedTable("division_parent", key: ["division", "valid_from"]),
            ProjectedTable("division_gram", key: ["gram", "division"]),
            ProjectedTable("office", key: ["id"]),
            ProjectedTable("organisation", key: ["id"]),
            ProjectedTable("party", key: ["id"]),
            ProjectedTable("asset", key: ["id"]),
            ProjectedTable("asset_correction", key: ["asset", "number"]),
            ProjectedTable("resolution", key: ["id"]),
            ProjectedTable("resolution_evidence", key: ["resolution", "number"]),
            ProjectedTable("contract", key: ["id"]),
            ProjectedTable("contract_instalment", key: ["contract", "number"]),
            ProjectedTable("sublease", key: ["contract", "number"]),
            ProjectedTable("contract_amendment", key: ["contract", "number"]),
            ProjectedTable("certificate", key: ["number"]),
            ProjectedTable("certificate_print", key: ["certificate", "print"]),
            ProjectedTable("parameter", key: ["division", "key", "version"]),
            ProjectedTable("calendar_year", key: ["year"]), ProjectedTable("calendar_day", key: ["year", "date"]),
            ProjectedTable("bank_arrival", key: ["entry"]),
        ] + parcelProjections + redLineProjections

    /// Places as they stand, and what they were called, coded and belonged to at any time.
    private static let placeTables: [SQL] = [
        """
        CREATE TABLE division (
            id TEXT PRIMARY KEY, parent TEXT REFERENCES division (id), path TEXT NOT NULL UNIQUE,
            level TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL CHECK (name <> ''), code TEXT NOT NULL,
            opened TEXT NOT NULL, closed TEXT, successor TEXT REFERENCES division (id),
            CHECK ((parent IS NULL) = (level = 'province'))
        ) STRICT
        """,
        "CREATE INDEX division_by_parent ON division (parent, closed, code)",
        "CREATE INDEX division_by_name ON division (name)",
        """
        CREATE TABLE division_code (
            division TEXT NOT NULL REFERENCES division (id), code_system TEXT NOT NULL, code TEXT NOT NULL,
            valid_from TEXT NOT NULL, valid_to TEXT, PRIMARY KEY (division, code_system, valid_from),
            CHECK (code_system IN ('statistical', 'civilAffairs')), CHECK (valid_to IS NULL OR valid_to >= valid_from)
        ) STRICT
        """,
        "CREATE INDEX division_code_by_code ON division_code (code, code_system)",
        """
        CREATE TABLE division_name (
            division TEXT NOT NULL REFERENCES division (id), valid_from TEXT NOT NULL, name TEXT NOT NULL,
            kind TEXT NOT NULL, PRIMARY KEY (division, valid_from)
        ) STRICT
        """,
        """
        CREATE TABLE division_parent (
            division TEXT NOT NULL REFERENCES division (id), valid_from TEXT NOT NULL,
            parent TEXT NOT NULL REFERENCES division (id), PRIMARY KEY (division, valid_from)
        ) STRICT
        """,
        """
        CREATE TABLE division_gram (
            gram TEXT NOT NULL, division TEXT NOT NULL REFERENCES division (id), PRIMARY KEY (gram, division)
        ) STRICT
        """,
    ]

    /// Holidays brought in beside those that the program ships.
    private static let calendarTables: [SQL] = [
        """
        CREATE TABLE calendar_year (year INTEGER PRIMARY KEY, announced_at INTEGER NOT NULL, source TEXT) STRICT
        """,
        """
        CREATE TABLE calendar_day (
            year INTEGER NOT NULL REFERENCES calendar_year (year), date TEXT NOT NULL, name TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('off', 'work')), PRIMARY KEY (year, date)
        ) STRICT
        """,
    ]

    private static let peopleTables: [SQL] = [
        """
        CREATE TABLE office (
            id TEXT PRIMARY KEY, role TEXT NOT NULL, division TEXT NOT NULL, person TEXT NOT NULL, title TEXT NOT NULL,
            is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
        ) STRICT
        """,
        "CREATE INDEX office_by_division ON office (division)",
        """
        CREATE TABLE organisation (
            id TEXT PRIMARY KEY, division TEXT NOT NULL REFERENCES division (id), kind TEXT NOT NULL,
            name TEXT NOT NULL CHECK (name <> ''), credit_code TEXT UNIQUE
        ) STRICT
        """,
        "CREATE INDEX organisation_by_division ON organisation (division, kind)",
        """
        CREATE TABLE party (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, display_name TEXT NOT NULL, credit_code TEXT UNIQUE,
            division TEXT NOT NULL REFERENCES division (id), member_of TEXT REFERENCES organisation (id)
        ) STRICT
        """,
        "CREATE INDEX party_by_division ON party (division)",
    ]

    private static let assetTables: [SQL] = [
        """
        CREATE TABLE asset (
            id TEXT PRIMARY KEY, owner TEXT NOT NULL REFERENCES organisation (id),
            division TEXT NOT NULL REFERENCES division (id), asset_class TEXT NOT NULL, kind TEXT NOT NULL,
            name TEXT NOT NULL CHECK (name <> ''), area INTEGER CHECK (area >= 0),
            original_value_fen INTEGER CHECK (original_value_fen >= 0), asset_right TEXT NOT NULL, right_until TEXT,
            households INTEGER CHECK (households >= 0), asset_use TEXT NOT NULL,
            east TEXT, south TEXT, west TEXT, north TEXT, parcel TEXT NOT NULL,
            reserved_by TEXT, dispute TEXT, contract TEXT, leased_until TEXT
        ) STRICT
        """,
        "CREATE INDEX asset_by_division ON asset (division)",
        "CREATE INDEX asset_by_owner ON asset (owner)",
        """
        CREATE TABLE resolution (
            id TEXT PRIMARY KEY, organisation TEXT NOT NULL REFERENCES organisation (id), matter TEXT NOT NULL,
            body TEXT NOT NULL, entitled INTEGER NOT NULL, present INTEGER NOT NULL, in_favour INTEGER NOT NULL,
            resolved_on TEXT NOT NULL,
            CHECK (in_favour >= 0 AND in_favour <= present AND present <= entitled)
        ) STRICT
        """,
        "CREATE INDEX resolution_by_organisation ON resolution (organisation, resolved_on)",
        """
        CREATE TABLE resolution_evidence (
            resolution TEXT NOT NULL REFERENCES resolution (id), number INTEGER NOT NULL, sha256 TEXT NOT NULL,
            PRIMARY KEY (resolution, number)
        ) STRICT
        """,
    ]

    private static let contractTables: [SQL] = [
        """
        CREATE TABLE contract (
            id TEXT PRIMARY KEY, lot TEXT, asset TEXT NOT NULL REFERENCES asset (id),
            division TEXT NOT NULL REFERENCES division (id), lessor TEXT NOT NULL REFERENCES organisation (id),
            lessee TEXT NOT NULL REFERENCES party (id), category TEXT NOT NULL, way TEXT NOT NULL,
            starts TEXT NOT NULL, ends TEXT NOT NULL, unit_price_fen INTEGER NOT NULL CHECK (unit_price_fen > 0),
            total_fen INTEGER NOT NULL CHECK (total_fen > 0), contract_use TEXT NOT NULL, certificate TEXT,
            CHECK (ends > starts)
        ) STRICT
        """,
        "CREATE INDEX contract_by_division ON contract (division, ends)",
        "CREATE INDEX contract_by_asset ON contract (asset)",
        "CREATE INDEX contract_by_lot ON contract (lot)",
        """
        CREATE TABLE contract_instalment (
            contract TEXT NOT NULL REFERENCES contract (id), number INTEGER NOT NULL, due TEXT NOT NULL,
            amount_fen INTEGER NOT NULL CHECK (amount_fen > 0), PRIMARY KEY (contract, number)
        ) STRICT
        """,
        """
        CREATE TABLE certificate (
            number TEXT PRIMARY KEY, contract TEXT NOT NULL UNIQUE REFERENCES contract (id), lot TEXT,
            level TEXT NOT NULL, county TEXT NOT NULL REFERENCES division (id), year INTEGER NOT NULL,
            serial INTEGER NOT NULL, issued_at INTEGER NOT NULL, UNIQUE (county, year, serial)
        ) STRICT
        """,
        """
        CREATE TABLE certificate_print (
            certificate TEXT NOT NULL REFERENCES certificate (number), print INTEGER NOT NULL, reason TEXT NOT NULL,
            printed_at INTEGER NOT NULL, office TEXT NOT NULL, PRIMARY KEY (certificate, print)
        ) STRICT
        """,
        """
        CREATE TABLE parameter (
            division TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL CHECK (version > 0),
            valid_from TEXT NOT NULL, value INTEGER NOT NULL, source TEXT NOT NULL,
            PRIMARY KEY (division, key, version)
        ) STRICT
        """,
    ]
}
