package import Kernel
import Registry
package import Storage

/// An observation as everyone may see it; it names nobody.
struct ObservationLine: Sendable {
    let id: ObservationID
    let organisation: OrganisationID
    let division: DivisionID
    let use: SeenUse
    let note: String
    let seenOn: CivilDate
    let seenBy: Observer
    let picture: String?
    let parcel: ParcelID?
    let ground: LandOutline
    let area: Area
    let hidden: LandOutline?
    let hiddenArea: Area
    let pieces: Int64
    let stage: UseStage
    let due: CivilDate?
    let way: UseWay?
    let owner: OfficeID?
    let reason: String?
    let paper: String?
    let contract: ContractID?
    let lot: LotID?
    let bill: BillID?

    /// Days left until it is to be done; negative when that is over, nil where nobody has to act.
    func daysLeft(on day: CivilDate) -> Int? {
        guard stage.isOpen, let due else { return nil }
        return due.dayNumber - day.dayNumber
    }
}

/// How many findings of a place are open, and what they come to.
struct ObservationTally: Sendable, Hashable {
    var seen: Int64 = 0
    var open: Int64 = 0
    var late: Int64 = 0
    var openArea: Area = .zero
}

enum ObservationQueries {
    static func find(_ id: ObservationID, in tx: any ReadTransaction) throws -> ObservationLine? {
        try tx.first("\(columns) WHERE id = \(id)").map(read)
    }

    /// What is open first, by the day it is to be done; then the newest.
    static func list(within path: String, limit: Int, in tx: any ReadTransaction) throws -> [ObservationLine] {
        try tx.rows(
            """
            \(columns) WHERE \(inPlaces(path))
            ORDER BY CASE WHEN stage IN ('open', 'takenUp') THEN 0 ELSE 1 END,
                CASE WHEN stage IN ('open', 'takenUp') THEN due ELSE '' END, seen_on DESC, id LIMIT \(limit)
            """
        ).map(read)
    }

    static func tally(within path: String, on day: CivilDate, in tx: any ReadTransaction) throws -> ObservationTally {
        let row = try tx.first(
            """
            SELECT COUNT(*), COALESCE(SUM(CASE WHEN stage IN ('open', 'takenUp') THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN stage IN ('open', 'takenUp') AND due < \(day) THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN stage IN ('open', 'takenUp') THEN hidden_area ELSE 0 END), 0)
            FROM observation WHERE \(inPlaces(path))
            """)
        guard let row else { return ObservationTally() }
        return ObservationTally(
            seen: try row.get(0), open: try row.get(1), late: try row.get(2), openArea: Area(units: try row.get(3)))
    }

    private static let columns: SQL = """
        SELECT id, organisation, division, seen_use, note, seen_on, seen_by, picture, parcel, ground, area, hidden,
            hidden_area, pieces, stage, due, way, owner, reason, paper, contract, lot, bill FROM observation
        """

    private static func read(_ row: Row) throws -> ObservationLine {
        guard let ground = LandOutline(text: try row.get(9)) else { throw RegistryRefusal.outlineUnreadable() }
        return ObservationLine(
            id: try row.get(0), organisation: try row.get(1), division: try row.get(2), use: try row.get(3),
            note: try row.get(4), seenOn: try row.get(5), seenBy: try row.get(6), picture: try row.find(7),
            parcel: try row.find(8), ground: ground, area: try row.get(10),
            hidden: try row.find(11, as: String.self).flatMap { LandOutline(text: $0) }, hiddenArea: try row.get(12),
            pieces: try row.get(13), stage: try row.get(14), due: try row.find(15), way: try row.find(16),
            owner: try row.find(17), reason: try row.find(18), paper: try row.find(19), contract: try row.find(20),
            lot: try row.find(21), bill: try row.find(22))
    }
}

/// What an observation came to, for programs.
package struct ObservationFigures: Sendable, Hashable {
    package let area: Area
    package let hidden: Area
    package let pieces: Int64

    package init(area: Area, hidden: Area, pieces: Int64) {
        self.area = area
        self.hidden = hidden
        self.pieces = pieces
    }

    package static func find(_ id: ObservationID, in tx: any ReadTransaction) throws -> ObservationFigures? {
        try ObservationQueries.find(id, in: tx).map {
            ObservationFigures(area: $0.area, hidden: $0.hiddenArea, pieces: $0.pieces)
        }
    }
}
