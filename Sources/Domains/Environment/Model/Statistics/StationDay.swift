package import HJ212
package import Kernel

/// The code of a factor in frames, of both generations, and the item it is judged as.
package enum FactorCode {
    package static let items: [String: MeasuredItem] = [
        "w01018": .cod, "011": .cod, "w21003": .ammonia, "060": .ammonia, "w21001": .nitrogen, "065": .nitrogen,
        "w21011": .phosphorus, "101": .phosphorus, "w01012": .solids, "w01017": .bod, "w01001": .acidity,
        "001": .acidity,
    ]
    package static let flow: Set<String> = ["w00000", "B01"]
    package static let temperature: Set<String> = ["w01010"]
}

/// One reading of a station as a frame brought it: measuring time, factor, value, mark.
package struct StationReading: Sendable, Hashable {
    package let at: Instant
    package let factor: String
    package let sampledAt: Instant?
    package let value: Micro
    package let mark: Mark?
    /// When it was sent, for two frames that say different things of one time: the first sent counts, whenever it arrived.
    package let sentAt: Instant?
    /// The device's own figure of the hour that begins at `at` (2061): its mean, of flow the hour's m³.
    package var isOfHour = false
    /// The lowest and the highest of that hour.
    package var extremes: ClosedRange<Micro>?

    /// Every real-time reading of a frame (2011), and the hours a device reckoned itself (2061).
    package static func of(_ segment: Segment) -> [StationReading] {
        guard let at = segment.dataInstant else { return [] }
        return of(segment.factors, segment.cn, at: at, sent: segment.qn.flatMap { FrameTime($0)?.instant })
    }

    static let commands: Set<String> = ["2011", "2061"]

    static func of(_ factors: [FactorReading], _ command: String?, at: Instant, sent: Instant?) -> [StationReading] {
        guard let command, commands.contains(command) else { return [] }
        return factors.compactMap { factor in
            command == "2061" ? ofHour(factor, at: at, sent: sent) : ofInstant(factor, at: at, sent: sent)
        }
    }

    private static func ofInstant(_ factor: FactorReading, at: Instant, sent: Instant?) -> StationReading? {
        factor.value("Rtd").map {
            StationReading(
                at: at, factor: factor.factor, sampledAt: factor.sampledAt, value: $0, mark: factor.mark, sentAt: sent)
        }
    }

    /// Litres a second of an hour, as m³.
    private static func cubicMetres(_ flow: Micro) -> Micro? { Micro.quotient(Int128(flow.units) * 36, by: 10) }

    private static func ofHour(_ factor: FactorReading, at: Instant, sent: Instant?) -> StationReading? {
        let isFlow = FactorCode.flow.contains(factor.factor)
        let mean = factor.value("Avg")
        guard let value = isFlow ? factor.value("Cou") ?? mean.flatMap(cubicMetres) : mean else { return nil }
        let (low, high) = (factor.value("Min") ?? value, factor.value("Max") ?? value)
        return StationReading(
            at: at.date.start.adding(seconds: Int64(at.clock.hour) * 3_600), factor: factor.factor, sampledAt: nil,
            value: value, mark: factor.mark, sentAt: sent, isOfHour: true, extremes: low <= high ? low...high : nil)
    }
}

/// A station's day from its readings. The order in which they came, and how often, changes nothing. The device's own
/// figure of an hour stands in only where no reading of that hour arrived: after a line was cut and the hours were asked for.
package struct StationDay: Sendable, Hashable {
    package let day: CivilDate
    /// Litres of each hour, in millionths; hours without a reading of flow are missing.
    package let volumes: [Int: Micro]
    package let items: [MeasuredItem: [HourValue]]
    /// Flow-weighted over the day.
    package let temperature: Micro?
    /// The lowest and the highest of each hour.
    package let acidity: [Int: ClosedRange<Micro>]

    private struct Key: Hashable {
        let at: Instant
        let factor: String
        let isOfHour: Bool
    }

    package init(_ day: CivilDate, _ readings: some Sequence<StationReading>) {
        self.init(day, chosen: Self.chosen(day, readings))
    }

    /// What counts of a day, in order of time and factor: of each time, factor and kind the reading that was sent first.
    static func chosen(_ day: CivilDate, _ readings: some Sequence<StationReading>) -> [StationReading] {
        var chosen: [Key: StationReading] = [:]
        for reading in readings where reading.at.date == day || reading.sampledAt?.date == day {
            let key = Key(at: reading.at, factor: reading.factor, isOfHour: reading.isOfHour)
            if let before = chosen[key], !precedes(reading, before) { continue }
            chosen[key] = reading
        }
        return chosen.values.sorted { ($0.at, $0.factor) < ($1.at, $1.factor) }
    }

    init(_ day: CivilDate, chosen all: [StationReading]) {
        self.day = day
        let (sorted, ofDevice) = (all.filter { !$0.isOfHour }, all.filter(\.isOfHour))
        let flows = sorted.filter { FactorCode.flow.contains($0.factor) && $0.at.date == day }
        let deviceVolumes = ofDevice.filter { FactorCode.flow.contains($0.factor) && ($0.mark ?? .normal) == .normal }
        volumes = Self.volumes(flows).merging(deviceVolumes.map { ($0.at.clock.hour, $0.value) }) { own, _ in own }
        var items: [MeasuredItem: [HourValue]] = [:]
        for (code, item) in FactorCode.items.sorted(by: { $0.key < $1.key }) where item != .acidity {
            let values = sorted.filter { $0.factor == code }
            let hours = ofDevice.filter { $0.factor == code }
            guard !values.isEmpty || !hours.isEmpty else { continue }
            items[item, default: []] += Self.hours(values, hours, day, volumes)
        }
        self.items = items
        let warmth = all.filter { FactorCode.temperature.contains($0.factor) && $0.at.date == day }
        temperature = Self.mean(warmth.filter { !$0.isOfHour }) ?? Self.mean(warmth)
        acidity = Self.extremes(sorted.filter { $0.at.date == day }).merging(Self.extremes(ofDevice)) { own, _ in own }
    }

    /// The lowest and the highest pH of each hour.
    private static func extremes(_ readings: [StationReading]) -> [Int: ClosedRange<Micro>] {
        readings.reduce(into: [:]) { hours, reading in
            guard FactorCode.items[reading.factor] == .acidity, (reading.mark ?? .normal) == .normal else { return }
            let own = reading.extremes ?? reading.value...reading.value
            let before = hours[reading.at.clock.hour] ?? own
            hours[reading.at.clock.hour] =
                min(before.lowerBound, own.lowerBound)...max(before.upperBound, own.upperBound)
        }
    }

    private static func precedes(_ left: StationReading, _ right: StationReading) -> Bool {
        let (a, b) = (left.sentAt?.milliseconds ?? .max, right.sentAt?.milliseconds ?? .max)
        return (a, left.value.units, left.mark?.rawValue ?? "", left.sampledAt?.milliseconds ?? 0)
            < (b, right.value.units, right.mark?.rawValue ?? "", right.sampledAt?.milliseconds ?? 0)
    }

    /// Each reading of flow holds until the next, at most a quarter of an hour; m³ an hour.
    private static func volumes(_ flows: [StationReading]) -> [Int: Micro] {
        var litres: [Int: Int128] = [:]
        for slice in slices(flows) { litres[slice.at.clock.hour, default: 0] += slice.litres }
        return litres.compactMapValues { Micro.quotient($0, by: 1_000_000) }
    }

    /// What flowed behind each normal reading of flow, in millionths of a litre and thousandths of a second.
    static func slices(_ flows: [StationReading]) -> [(at: Instant, litres: Int128)] {
        flows.enumerated().compactMap { index, flow in
            guard (flow.mark ?? .normal) == .normal else { return nil }
            let hourEnd = flow.at.date.start.adding(seconds: Int64(flow.at.clock.hour + 1) * 3_600)
            let next = index + 1 < flows.count ? flows[index + 1].at : hourEnd
            let ms = min(next.milliseconds, hourEnd.milliseconds) - flow.at.milliseconds
            return (flow.at, Int128(max(0, flow.value.units)) * Int128(min(max(0, ms), 900_000)))
        }
    }

    /// A batch analyser's value belongs to the hour its sample was drawn in; repeats are no new measurements. Several of an
    /// hour are averaged. Of an hour without one the device's own figure counts.
    private static func hours(
        _ values: [StationReading], _ ofDevice: [StationReading], _ day: CivilDate, _ volumes: [Int: Micro]
    ) -> [HourValue] {
        let byHour = samples(values, ofDevice, day)
        return (0..<24).compactMap { hour in
            guard let samples = byHour[hour] else {
                return volumes[hour].map { HourValue(hour: hour, concentration: nil, volume: $0, mark: nil) }
            }
            let (counted, mark) = counted(samples)
            let sum = counted.reduce(Int128(0)) { $0 + Int128($1.value.units) }
            return HourValue(
                hour: hour, concentration: Micro.quotient(sum, by: Int128(counted.count)), volume: volumes[hour],
                mark: mark)
        }
    }

    /// The normal samples of an hour; where there are none all of them, with the mark of the first.
    static func counted(_ samples: [StationReading]) -> (samples: [StationReading], mark: Mark?) {
        let normal = samples.filter { ($0.mark ?? .normal) == .normal }
        return normal.isEmpty ? (samples, samples.first?.mark) : (normal, .normal)
    }

    /// The measurements of each hour of a factor, by when they were drawn.
    static func samples(
        _ values: [StationReading], _ ofDevice: [StationReading], _ day: CivilDate
    ) -> [Int: [StationReading]] {
        var byHour: [Int: [Instant: StationReading]] = [:]
        for value in values {
            let drawn = value.sampledAt ?? value.at
            guard drawn.date == day else { continue }
            let hour = drawn.clock.hour
            // The earliest frame that brings a sample tells it; later ones repeat it.
            if byHour[hour]?[drawn] == nil { byHour[hour, default: [:]][drawn] = value }
        }
        for value in ofDevice where byHour[value.at.clock.hour] == nil {
            byHour[value.at.clock.hour] = [value.at: value]
        }
        return byHour.mapValues { $0.values.sorted { $0.at < $1.at } }
    }

    private static func mean(_ values: [StationReading]) -> Micro? {
        let normal = values.filter { ($0.mark ?? .normal) == .normal }
        return Micro.quotient(normal.reduce(Int128(0)) { $0 + Int128($1.value.units) }, by: Int128(normal.count))
    }

    /// What is recorded and judged of each item, with what people and checks say of its hours.
    package func figures(_ corrections: DayCorrections = DayCorrections()) -> [(
        item: MeasuredItem, figures: DayFigures
    )] {
        var all = items.sorted { $0.key.rawValue < $1.key.rawValue }.map { item, hours in
            let corrected = hours.map { corrections.corrected($0, item, of: day) }
            return (item, DayFigures(DayStatistics(corrected, on: day), temperature: temperature))
        }
        if let own = acidityFigures(corrections) { all.append((.acidity, own)) }
        return all
    }

    /// Hours of pH that are marked or taken away are received and not valid; the extremes are of the valid ones.
    private func acidityFigures(_ corrections: DayCorrections) -> DayFigures? {
        guard !acidity.isEmpty else { return nil }
        let due = 24 - volumes.values.count { $0.units == 0 }
        let received = min(due, volumes.count)
        let taken = Set(
            (0..<24).filter { hour in
                corrections.isInvalid(.acidity, hour, of: day)
                    || (corrections.mark(.acidity, hour) ?? .normal) != .normal
            })
        let valid = acidity.filter { !taken.contains($0.key) }.values
        let lost = volumes.count { $0.value.units > 0 && taken.contains($0.key) }
        return DayFigures(
            dueHours: Int64(due), validHours: Int64(max(0, received - lost)), receivedHours: Int64(received), mean: nil,
            lowest: valid.map(\.lowerBound).min(), highest: valid.map(\.upperBound).max(),
            volume: Micro(volumes.values.reduce(0) { $0 + $1.units }))
    }
}
