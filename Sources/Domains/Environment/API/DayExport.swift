import HJ212
import Kernel
import Storage
import Web

/// The days of a facility for other programs: CSV with both ends of each period, and the shape of OGC SensorThings 1.1.
/// Always by measuring time, then by item; nothing hit gives an empty list.
struct DayExport {
    let facility: FacilityLine
    let days: [DayLine]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("facility", as: FacilityName.self),
            let facility = try EnvironmentQueries.find(id, in: tx)
        else { return nil }
        self.facility = facility
        let today = request.now.date
        let from = request.query["from"].flatMap { CivilDate($0) } ?? CivilDate(dayNumber: today.dayNumber - 366)
        let until = request.query["until"].flatMap { CivilDate($0) } ?? today
        days = try EnvironmentQueries.days(of: id, from: from, until: until, in: tx)
    }

    static let headings = [
        "facility", "outlet", "factor", "statistic", "period_start", "period_end", "value", "unit", "valid_hours",
        "due_hours", "valid", "version", "limit", "limit_row", "verdict", "volume_m3", "mass_kg", "recorded_at",
    ]

    /// UTF-8 with BOM, CRLF.
    var csv: [UInt8] {
        let rows = days.map { day -> [String] in
            [
                facility.id.text, facility.name, day.item.rawValue, "day", Self.time(day.day.start),
                Self.time(day.day.end), day.shown?.shortest ?? "", day.item.unit,
                String(day.figures.validHours), String(day.figures.dueHours),
                day.verdict == .meets || day.verdict == .exceeds ? "1" : "0", String(day.version),
                day.limitHigh?.shortest ?? "", day.row ?? "", day.verdict.rawValue, day.figures.volume.shortest,
                day.figures.mass?.shortest ?? "", Self.time(day.recordedAt),
            ]
        }
        return RowFile.bytes([Self.headings] + rows)
    }

    /// `2026-03-02T08:00:00+08:00`.
    static func time(_ instant: Instant) -> String { String(instant.description.prefix(19)) + "+08:00" }

    var sensorThings: JSON {
        [
            "value": .array(
                days.map { day in
                    [
                        "@iot.id": .string("\(facility.id)/\(day.item.rawValue)/\(day.day)/\(day.version)"),
                        "phenomenonTime": .string("\(Self.time(day.day.start))/\(Self.time(day.day.end))"),
                        "resultTime": .string(Self.time(day.recordedAt)),
                        "result": day.shown.map { .decimal(units: $0.units, scale: 6) } ?? .null,
                        "resultQuality": .string(day.verdict.rawValue),
                        "Datastream": [
                            "name": .string("\(facility.id)/\(day.item.rawValue)/day"),
                            "unitOfMeasurement": ["symbol": .string(day.item.unit)],
                            "ObservedProperty": ["name": .string(day.item.rawValue)],
                            "Thing": ["name": .string(facility.name), "@iot.id": .string(facility.id.text)],
                        ],
                        "parameters": [
                            "version": .integer(day.version), "limitRow": day.row.map { .string($0) } ?? .null,
                            "limit": day.limitHigh.map { .decimal(units: $0.units, scale: 6) } ?? .null,
                            "validHours": .integer(day.figures.validHours), "dueHours": .integer(day.figures.dueHours),
                        ],
                    ]
                }),
            "@iot.count": .integer(Int64(days.count)),
        ]
    }
}
