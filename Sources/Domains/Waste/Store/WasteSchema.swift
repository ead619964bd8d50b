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
                ])
        ]
    }

    package static var tables: [ProjectedTable] {
        [
            ProjectedTable("waste_site", key: ["id"]), ProjectedTable("waste_scale", key: ["id"]),
            ProjectedTable("waste_ticket", key: ["id"]), ProjectedTable("waste_origin", key: ["ticket", "position"]),
            ProjectedTable("waste_stock", key: ["site", "day"]),
        ]
    }
}

extension SiteKind: SQLValueConvertible {}
extension WasteStream: SQLValueConvertible {}
extension TicketKind: SQLValueConvertible {}
