package import HJ212
package import Kernel
import Registry
package import Storage

/// A facility as everyone may see it.
package struct FacilityLine: Sendable {
    package let id: FacilityID
    package let place: DivisionID
    package let name: String
    package let kind: FacilityKind
    package let design: Micro
}

/// The version of a day that counts.
package struct DayLine: Sendable {
    package let item: MeasuredItem
    package let day: CivilDate
    package let version: Int64
    package let figures: DayFigures
    package let verdict: Verdict
    package let row: String?
    package let limitLow: Micro?
    package let limitHigh: Micro?
    package let reason: String?
    package let recordedAt: Instant
    package let origin: DayOrigin

    /// What stands in the table: the mean, or of pH the highest.
    var shown: Micro? { item == .acidity ? figures.highest : figures.mean }
}

struct AlarmLine: Sendable {
    let facility: FacilityID
    let name: String
    let number: Int64
    let kind: AlarmKind
    /// None where the whole station is meant.
    let item: MeasuredItem?
    let day: CivilDate
    let raisedAt: Instant
    let owner: PersonID?
    let closedAt: Instant?
    let words: String?

    /// By when somebody takes it up: a day.
    var takenBy: Instant { raisedAt.adding(days: 1) }
}

struct StationLine: Sendable {
    let mn: String
    let version: StationVersion
    let dialect: StationDialect
    let longest: Int64
}

package struct SealLine: Sendable {
    package let from: Instant
    package let to: Instant
    package let frames: Int64
    package let root: String
}

package enum EnvironmentQueries {
    /// By name.
    package static func facilities(in tx: any ReadTransaction) throws -> [FacilityLine] {
        try tx.rows("SELECT id, division, name, kind, design FROM environment_facility ORDER BY name, id LIMIT 1000")
            .map(facility)
    }

    /// Those at or below a place, by name.
    static func facilities(within place: DivisionID, in tx: any ReadTransaction) throws -> [FacilityLine] {
        guard let path = try DivisionQueries.findPath(place, in: tx) else { return [] }
        return try tx.rows(
            """
            SELECT id, division, name, kind, design FROM environment_facility
            WHERE division IN (SELECT id FROM division WHERE \(DivisionQueries.within(path))) ORDER BY name, id LIMIT 1000
            """
        ).map(facility)
    }

    package static func find(_ id: FacilityID, in tx: any ReadTransaction) throws -> FacilityLine? {
        try tx.first("SELECT id, division, name, kind, design FROM environment_facility WHERE id = \(id)").map(facility)
    }

    private static func facility(_ row: Row) throws -> FacilityLine {
        FacilityLine(
            id: try row.get(0), place: try row.get(1), name: try row.get(2), kind: try row.get(3),
            design: try row.get(4))
    }

    static func isTaken(_ mn: String, in tx: any ReadTransaction) throws -> Bool {
        try tx.first("SELECT mn FROM environment_station WHERE mn = \(mn)") != nil
    }

    static func stations(of facility: FacilityID, in tx: any ReadTransaction) throws -> [StationLine] {
        try tx.rows(
            "SELECT mn, version, dialect, longest FROM environment_station WHERE facility = \(facility) ORDER BY mn"
        ).map {
            StationLine(mn: try $0.get(0), version: try $0.get(1), dialect: try $0.get(2), longest: try $0.get(3))
        }
    }

    /// Whose each station is, by its number.
    package static func owners(in tx: any ReadTransaction) throws -> [(mn: String, facility: FacilityID)] {
        try tx.rows("SELECT mn, facility FROM environment_station ORDER BY mn").map {
            (try $0.get(0), try $0.get(1))
        }
    }

    /// One station, for the gateway, which asks with the first frame of each connection.
    package static func findProfile(_ mn: String, in tx: any ReadTransaction) throws -> StationProfile? {
        try tx.first("SELECT mn, version, dialect, longest FROM environment_station WHERE mn = \(mn)").map {
            StationLine(
                mn: try $0.get(0), version: try $0.get(1), dialect: try $0.get(2), longest: try $0.get(3)
            ).profile
        }
    }

    /// The seals of the telemetry, the oldest first.
    package static func seals(in tx: any ReadTransaction) throws -> [SealLine] {
        try tx.rows("SELECT from_at, to_at, frames, root FROM environment_seal ORDER BY from_at").map {
            SealLine(from: try $0.get(0), to: try $0.get(1), frames: try $0.get(2), root: try $0.get(3))
        }
    }

    /// The limits of the program's tables and those that were adopted.
    static func limits(in tx: any ReadTransaction) throws -> [LimitRow] {
        let adopted = try tx.rows(
            """
            SELECT id, standard, grade, item, lowest, highest, condition, from_day, until_day, source
            FROM environment_limit ORDER BY id
            """
        ).map { row in
            LimitRow(
                id: try row.get(0), standard: try row.get(1), grade: try row.get(2), item: try row.get(3),
                lowest: try row.find(4), highest: try row.find(5),
                condition: LimitCondition(try row.get(6) as String) ?? .none, from: try row.get(7),
                until: try row.find(8), source: try row.get(9))
        }
        return DatedTables.limits + adopted
    }

    static func version(_ facility: FacilityID, _ item: MeasuredItem, _ day: CivilDate, in tx: any ReadTransaction)
        throws -> Int64
    {
        try tx.first(
            """
            SELECT version FROM environment_day
            WHERE facility = \(facility) AND item = \(item) AND day = \(day) AND is_current = 1
            """
        ).map { try $0.get(0) } ?? 0
    }

    static func lastJudged(_ facility: FacilityID, in tx: any ReadTransaction) throws -> CivilDate? {
        try tx.first(
            """
            SELECT day FROM environment_day WHERE facility = \(facility) AND is_current = 1 ORDER BY day DESC LIMIT 1
            """
        ).map { try $0.get(0) }
    }

    /// The days that count from `from` to `until`, in order of day and item.
    package static func days(
        of facility: FacilityID, from: CivilDate, until: CivilDate, in tx: any ReadTransaction
    ) throws -> [DayLine] {
        try tx.rows(
            """
            \(dayRows) WHERE facility = \(facility) AND is_current = 1 AND day >= \(from) AND day <= \(until)
            ORDER BY day, item
            """
        ).map(dayLine)
    }

    /// A version of a day, whether it counts or not.
    static func day(
        of facility: FacilityID, _ item: MeasuredItem, _ day: CivilDate, version: Int64, in tx: any ReadTransaction
    ) throws -> DayLine? {
        try tx.first(
            """
            \(dayRows) WHERE facility = \(facility) AND item = \(item) AND day = \(day) AND version = \(version)
            """
        ).map(dayLine)
    }

    private static let dayRows: SQL = """
        SELECT item, day, version, due_hours, valid_hours, mean, lowest, highest, volume, mass, temperature,
            verdict, limit_row, limit_low, limit_high, reason, recorded_at, origin, received_hours
        FROM environment_day
        """

    private static func dayLine(_ row: Row) throws -> DayLine {
        DayLine(
            item: try row.get(0), day: try row.get(1), version: try row.get(2),
            figures: DayFigures(
                dueHours: try row.get(3), validHours: try row.get(4), receivedHours: try row.find(18),
                mean: try row.find(5),
                lowest: try row.find(6), highest: try row.find(7), volume: try row.get(8), mass: try row.find(9),
                temperature: try row.find(10)),
            verdict: try row.get(11), row: try row.find(12), limitLow: try row.find(13),
            limitHigh: try row.find(14), reason: try row.find(15), recordedAt: try row.get(16),
            origin: try row.get(17))
    }

    /// Open alarms, the oldest first.
    static func openAlarms(in tx: any ReadTransaction) throws -> [AlarmLine] {
        try tx.rows("\(alarms) WHERE a.closed_at IS NULL ORDER BY a.raised_at, a.facility, a.number LIMIT 200").map(
            alarm)
    }

    static func alarms(of facility: FacilityID, in tx: any ReadTransaction) throws -> [AlarmLine] {
        try tx.rows("\(alarms) WHERE a.facility = \(facility) ORDER BY a.number DESC LIMIT 50").map(alarm)
    }

    private static let alarms: SQL = """
        SELECT a.facility, f.name, a.number, a.item, a.day, a.raised_at, a.owner, a.closed_at, a.words, a.kind
        FROM environment_alarm a JOIN environment_facility f ON f.id = a.facility
        """

    private static func alarm(_ row: Row) throws -> AlarmLine {
        let item: String = try row.get(3)
        return AlarmLine(
            facility: try row.get(0), name: try row.get(1), number: try row.get(2), kind: try row.get(9),
            item: MeasuredItem(rawValue: item), day: try row.get(4), raisedAt: try row.get(5), owner: try row.find(6),
            closedAt: try row.find(7),
            words: try row.find(8))
    }
}

extension StationLine {
    /// As the decoder needs it; keys are no part of the register.
    var profile: StationProfile {
        StationProfile(
            version: [.v2005: .v2005, .v2017: .v2017, .v2025: .v2025][version] ?? .v2017,
            dialect: [.annexA: .annexA, .modbusLowFirst: .modbusLowFirst, .modbusHighFirst: .modbusHighFirst][dialect]
                ?? .annexA, longestSegment: Int(longest))
    }
}
