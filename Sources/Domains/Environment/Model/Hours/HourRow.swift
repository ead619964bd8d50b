package import HJ212
package import Kernel

/// One hour of one factor of a station as its devices told it. It is made of the frames alone; what people and checks say
/// of an hour is added where it is read.
package struct HourRow: Sendable, Hashable {
    package let station: String
    /// The beginning of the hour.
    package let from: Instant
    /// As the frames code it: `w01018`, or `011` of the old edition.
    package let factor: String
    /// Measurements that count: of a batch analyser the samples drawn, not the frames that repeat them.
    package let count: Int
    /// The arithmetic mean by which the day is reckoned; of the normal ones, or of marked ones where none is normal.
    package let mean: Micro?
    /// Weighed with what flowed behind each reading; nil of samples, of pH, of flow itself and where nothing flowed.
    package let weighted: Micro?
    package let lowest: Micro?
    package let highest: Micro?
    /// m³ of the hour.
    package let volume: Micro?
    package let mark: Mark?
    /// The device's own figure of the hour (2061): no reading of it arrived.
    package let isOfDevice: Bool

    package static let headings =
        "station,from,factor,count,mean,weighted,lowest,highest,volume_m3,mark,of_device"

    /// A line of the hours' file, without its end.
    package var line: String {
        let figures = [mean, weighted, lowest, highest, volume].map { $0?.shortest ?? "" }.joined(separator: ",")
        return "\(station),\(from.description.prefix(19))+08:00,\(factor),\(count),\(figures),\(mark?.rawValue ?? ""),"
            + (isOfDevice ? "1" : "0")
    }

    /// Nil for what is no such line.
    package init?(_ line: Substring) {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        guard cells.count == 11, let from = Instant(String(cells[1])), let count = Int(cells[3]) else { return nil }
        func figure(_ index: Int) -> Micro? { cells[index].isEmpty ? nil : try? Micro.read(String(cells[index])).get() }
        self.init(
            station: String(cells[0]), from: from, factor: String(cells[2]), count: count, mean: figure(4),
            weighted: figure(5), lowest: figure(6), highest: figure(7), volume: figure(8),
            mark: Mark(rawValue: String(cells[9])), isOfDevice: cells[10] == "1")
    }

    init(
        station: String, from: Instant, factor: String, count: Int, mean: Micro?, weighted: Micro?, lowest: Micro?,
        highest: Micro?, volume: Micro?, mark: Mark?, isOfDevice: Bool
    ) {
        self.station = station
        self.from = from
        self.factor = factor
        self.count = count
        self.mean = mean
        self.weighted = weighted
        self.lowest = lowest
        self.highest = highest
        self.volume = volume
        self.mark = mark
        self.isOfDevice = isOfDevice
    }
}

extension HourRow {
    /// The hours of a station's day, in order of time and factor. The order in which its readings came, and how often,
    /// changes nothing.
    package static func of(_ station: String, _ day: CivilDate, _ readings: some Sequence<StationReading>) -> [HourRow]
    {
        let all = StationDay.chosen(day, readings)
        let volumes = StationDay(day, chosen: all).volumes
        let flows = all.filter { !$0.isOfHour && FactorCode.flow.contains($0.factor) && $0.at.date == day }
        let slices = Dictionary(StationDay.slices(flows).map { ($0.at, $0.litres) }, uniquingKeysWith: { $1 })
        let rows = Set(all.map(\.factor)).filter(isPlain).flatMap { factor -> [HourRow] in
            let own = all.filter { $0.factor == factor }
            let hours = StationDay.samples(own.filter { !$0.isOfHour }, own.filter(\.isOfHour), day)
            return hours.map { hour, samples in
                row(station, day.start.adding(seconds: Int64(hour) * 3_600), factor, samples, volumes[hour], slices)
            }
        }
        return rows.sorted { ($0.from, $0.factor) < ($1.from, $1.factor) }
    }

    /// What is written in a line of cells: letters and figures.
    package static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 64
            && name.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            }
    }

    private static func row(
        _ station: String, _ from: Instant, _ factor: String, _ samples: [StationReading], _ volume: Micro?,
        _ slices: [Instant: Int128]
    ) -> HourRow {
        let (counted, mark) = StationDay.counted(samples)
        let isOfDevice = samples.contains(where: \.isOfHour)
        let isFlow = FactorCode.flow.contains(factor)
        let sum = counted.reduce(Int128(0)) { $0 + Int128($1.value.units) }
        // The device's own figure of a flow is a volume, which stands in its own column.
        let mean = isFlow && isOfDevice ? nil : Micro.quotient(sum, by: Int128(counted.count))
        let ends = counted.map { $0.extremes ?? $0.value...$0.value }
        let isWeighed = !isFlow && FactorCode.items[factor] != .acidity && mark == .normal
        let pairs = isWeighed ? counted.compactMap { one in slices[one.at].map { (one, $0) } } : []
        // Beyond these figures no river flows, and the sums would leave 128 bits.
        let isContinuous =
            !pairs.isEmpty
            && pairs.allSatisfy { $0.0.sampledAt == nil && $0.0.value.units.magnitude < 1 << 50 && $0.1 < 1 << 62 }
        let (product, flowed) =
            isContinuous
            ? pairs.reduce((Int128(0), Int128(0))) { ($0.0 + Int128($1.0.value.units) * $1.1, $0.1 + $1.1) } : (0, 0)
        return HourRow(
            station: station, from: from, factor: factor, count: counted.count, mean: mean,
            weighted: Micro.quotient(product, by: flowed),
            lowest: mean == nil ? nil : ends.map(\.lowerBound).min(),
            highest: mean == nil ? nil : ends.map(\.upperBound).max(), volume: volume, mark: mark,
            isOfDevice: isOfDevice)
    }
}
