import HJ212
import Kernel
import Storage
import Web

/// The hours of a facility's stations as a file, by time and factor, with what people and checks say of each hour. The
/// figures come from the hours' book, the rest from the register.
struct HourExport {
    /// So many days at most are in one file.
    static let longest = 366

    let facility: FacilityLine
    private let rows: [[String]]

    init?(_ request: PageRequest, _ book: HourBook?, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("facility", as: FacilityName.self),
            let facility = try EnvironmentQueries.find(id, in: tx)
        else { return nil }
        self.facility = facility
        let until = request.query["until"].flatMap { CivilDate($0) } ?? request.now.date
        let from =
            request.query["from"].flatMap { CivilDate($0) } ?? CivilDate(dayNumber: max(0, until.dayNumber - 30))
        let stations = Set(try EnvironmentQueries.stations(of: id, in: tx).map(\.mn))
        guard let book, !stations.isEmpty, from <= until else {
            rows = []
            return
        }
        let days = (max(from.dayNumber, until.dayNumber - Self.longest + 1)...until.dayNumber).map {
            CivilDate(dayNumber: $0)
        }
        rows = try days.flatMap { day -> [[String]] in
            let hours = book.rows(of: stations, on: day)
            guard !hours.isEmpty else { return [] }
            let corrections = try InstrumentQueries.corrections(of: id, on: day, in: tx)
            return hours.sorted { ($0.from, $0.station, $0.factor) < ($1.from, $1.station, $1.factor) }.map {
                Self.cells($0, facility, corrections)
            }
        }
    }

    private static let headings = [
        "facility", "outlet", "station", "factor_code", "factor", "statistic", "period_start", "period_end", "value",
        "flow_weighted", "unit", "lowest", "highest", "measurements", "mark", "hand_mark", "valid", "volume_m3",
        "of_device",
    ]

    private static func cells(_ row: HourRow, _ facility: FacilityLine, _ corrections: DayCorrections) -> [String] {
        let item = FactorCode.items[row.factor]
        let value = HourValue(
            hour: row.from.clock.hour, concentration: row.mean ?? row.lowest, volume: row.volume, mark: row.mark)
        let corrected = item.map { corrections.corrected(value, $0, of: row.from.date) }
        return [
            facility.id.text, facility.name, row.station, row.factor, item?.rawValue ?? "", "hour",
            DayExport.time(row.from), DayExport.time(row.from.adding(seconds: 3_600)), row.mean?.shortest ?? "",
            row.weighted?.shortest ?? "", unit(row.factor, item), row.lowest?.shortest ?? "",
            row.highest?.shortest ?? "", String(row.count), row.mark?.rawValue ?? "",
            corrected?.handMark?.rawValue ?? "", corrected.map { $0.isValid ? "1" : "0" } ?? "",
            row.volume?.shortest ?? "", row.isOfDevice ? "1" : "0",
        ]
    }

    private static func unit(_ factor: String, _ item: MeasuredItem?) -> String {
        if FactorCode.flow.contains(factor) { return "L/s" }
        return item?.unit ?? ""
    }

    var csv: [UInt8] { RowFile.bytes([Self.headings] + rows) }
}
