import Geometry
import Kernel
import Storage

extension Registry {
    /// Parcels, every outline they had, what they share with others and what they came from.
    static let parcelTables: [SQL] = [
        """
        CREATE TABLE parcel (
            id TEXT PRIMARY KEY, owner TEXT NOT NULL REFERENCES organisation (id),
            division TEXT NOT NULL REFERENCES division (id), number TEXT NOT NULL CHECK (number <> ''),
            name TEXT NOT NULL CHECK (name <> ''), asset TEXT REFERENCES asset (id),
            area INTEGER NOT NULL CHECK (area >= 0), contract_area INTEGER CHECK (contract_area >= 0),
            entered_on TEXT NOT NULL, closed_on TEXT
        ) STRICT
        """,
        "CREATE INDEX parcel_by_owner ON parcel (owner, number)",
        "CREATE INDEX parcel_by_division ON parcel (division, number)",
        "CREATE INDEX parcel_by_asset ON parcel (asset)",
        """
        CREATE TABLE parcel_outline (
            parcel TEXT NOT NULL REFERENCES parcel (id), version INTEGER NOT NULL CHECK (version > 0),
            valid_from TEXT NOT NULL, valid_to TEXT, is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
            outline TEXT NOT NULL, area INTEGER NOT NULL CHECK (area >= 0), reason TEXT,
            zone INTEGER NOT NULL, west INTEGER NOT NULL, south INTEGER NOT NULL, east INTEGER NOT NULL,
            north INTEGER NOT NULL, cell_level INTEGER NOT NULL, cell_east INTEGER NOT NULL, cell_north INTEGER NOT NULL,
            PRIMARY KEY (parcel, version)
        ) STRICT
        """,
        """
        CREATE INDEX parcel_outline_by_cell ON parcel_outline (is_current, zone, cell_level, cell_east, cell_north)
        """,
        """
        CREATE TABLE parcel_shared (
            parcel TEXT NOT NULL REFERENCES parcel (id), other TEXT NOT NULL REFERENCES parcel (id),
            area_cm2 INTEGER NOT NULL CHECK (area_cm2 >= 0), width_mm INTEGER NOT NULL CHECK (width_mm >= 0),
            verdict TEXT NOT NULL, PRIMARY KEY (parcel, other)
        ) STRICT
        """,
        "CREATE INDEX parcel_shared_by_other ON parcel_shared (other)",
        """
        CREATE TABLE parcel_kin (
            parent TEXT NOT NULL REFERENCES parcel (id), child TEXT NOT NULL REFERENCES parcel (id),
            PRIMARY KEY (parent, child)
        ) STRICT
        """,
        "CREATE INDEX parcel_kin_by_child ON parcel_kin (child)",
    ]

    static let parcelProjections = [
        ProjectedTable("parcel", key: ["id"]), ProjectedTable("parcel_outline", key: ["parcel", "version"]),
        ProjectedTable("parcel_shared", key: ["parcel", "other"]),
        ProjectedTable("parcel_kin", key: ["parent", "child"]),
    ]
}

/// A parcel as an event brings it in.
struct NewParcel {
    let id: ParcelID
    let owner: OrganisationID
    let division: DivisionID
    let number: String
    let name: String
    var asset: AssetID?
    let outline: LandOutline
    let area: Area
    var contractArea: Area?
    let on: CivilDate

    func insert(in tx: any WriteTransaction) throws {
        try tx.run(
            """
            INSERT INTO parcel (id, owner, division, number, name, asset, area, contract_area, entered_on)
            VALUES (\(id), \(owner), \(division), \(number), \(name), \(asset), \(area), \(contractArea), \(on))
            """)
        try outline.insert(of: id, version: 1, area: area, on: on, in: tx)
    }
}

extension LandOutline {
    func insert(
        of parcel: ParcelID, version: Int64, area: Area, on day: CivilDate, reason: String? = nil,
        in tx: any WriteTransaction
    ) throws {
        let box = outline.box ?? GridBox(west: 0, south: 0, east: 0, north: 0)
        let cell = LooseCell(box)
        try tx.run(
            """
            INSERT INTO parcel_outline (parcel, version, valid_from, is_current, outline, area, reason, zone, west, south,
                east, north, cell_level, cell_east, cell_north)
            VALUES (\(parcel), \(version), \(day), 1, \(text), \(area), \(reason), \(Int64(outline.zone.rawValue)),
                \(box.west), \(box.south), \(box.east), \(box.north), \(Int64(cell.level)), \(cell.east), \(cell.north))
            """)
    }
}

extension [SharedGround] {
    func insert(of parcel: ParcelID, in tx: any WriteTransaction) throws {
        for shared in self {
            try tx.run(
                """
                INSERT INTO parcel_shared (parcel, other, area_cm2, width_mm, verdict)
                VALUES (\(parcel), \(shared.parcel), \(shared.squareCentimetres), \(shared.meanWidthMillimetres),
                    \(shared.verdict))
                """)
        }
    }
}

extension ParcelID {
    /// The parcel ends on `day`: others stand in its place, or none where its card was retired.
    func close(on day: CivilDate, for children: [ParcelID], in tx: any WriteTransaction) throws {
        try tx.run("UPDATE parcel SET closed_on = \(day) WHERE id = \(self)")
        try tx.run("UPDATE parcel_outline SET is_current = 0 WHERE parcel = \(self)")
        for child in children {
            try tx.run("INSERT INTO parcel_kin (parent, child) VALUES (\(self), \(child))")
        }
    }
}
