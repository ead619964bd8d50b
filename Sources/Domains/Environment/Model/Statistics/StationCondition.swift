package import HJ212
package import Kernel

/// A condition of a facility's stations that asks its operator a question.
package struct StationCondition: FieldRecord, Hashable {
    package let kind: AlarmKind
    /// Of what is measured; none where the whole station is meant.
    package var item: MeasuredItem?

    package init(_ kind: AlarmKind, _ item: MeasuredItem? = nil) {
        self.kind = kind
        self.item = item
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(pass.value("kind", \.kind), pass.optional("item", \.item))
    }
}

extension AlarmKind {
    /// Those a day's readings show, once the day is over.
    package static let ofDay: [AlarmKind] = [.flat, .rangeEnd]
    /// Those of the line and its clock, as they are now.
    package static let ofLine: [AlarmKind] = [.offline, .clockBack]
}

extension StationReading {
    /// Analysers that draw a sample an hour or two and repeat its value.
    private static let batch: Set<MeasuredItem> = [.cod, .ammonia, .nitrogen, .phosphorus]

    /// What the readings of a day show, whatever order they came in. `ranges`: of the instruments in force.
    package static func conditions(
        of day: CivilDate, _ readings: [StationReading], ranges: [MeasuredItem: Micro]
    ) -> [StationCondition] {
        let plain = readings.filter { !$0.isOfHour && ($0.mark ?? .normal) == .normal && $0.at.date == day }
        let byItem = Dictionary(grouping: plain) { FactorCode.items[$0.factor] }
        return MeasuredItem.allCases.flatMap { item -> [StationCondition] in
            guard let own = byItem[item] else { return [] }
            let isFlat = batch.contains(item) ? isFlatBatch(own, on: day) : isFlatLine(own, on: day)
            let isAtEnd = ranges[item].map { end in own.contains { $0.value >= end } } ?? false
            return (isFlat ? [StationCondition(.flat, item)] : [])
                + (isAtEnd ? [StationCondition(.rangeEnd, item)] : [])
        }
    }

    /// So many samples of different times with one value, one behind the other. A repeated value is no new sample.
    private static func isFlatBatch(_ readings: [StationReading], on day: CivilDate) -> Bool {
        let samples = Dictionary(
            readings.map { reading in
                (reading.sampledAt ?? day.start.adding(seconds: Int64(reading.at.clock.hour) * 3_600), reading.value)
            }, uniquingKeysWith: { min($0, $1) })
        var (run, last, longest) = (0, Micro?.none, 0)
        for (_, value) in samples.sorted(by: { $0.key < $1.key }) {
            run = value == last ? run + 1 : 1
            last = value
            longest = max(longest, run)
        }
        return Int64(longest) >= DatedTables.value("flatSamples", on: day)
    }

    /// One value for so many minutes of measuring time.
    private static func isFlatLine(_ readings: [StationReading], on day: CivilDate) -> Bool {
        var watch = ConditionWatch(holdSeconds: DatedTables.value("flatMinutes", on: day) * 60)
        var last: Micro?
        for reading in readings.sorted(by: { ($0.at, $0.value) < ($1.at, $1.value) }) {
            // Another value ends the stretch and begins the next one.
            if reading.value != last { _ = watch.observe(false, at: reading.at) }
            last = reading.value
            if case .raised = watch.observe(true, at: reading.at) { return true }
        }
        return false
    }
}

/// When each station was last heard of, and whether its clock ran backwards: kept from file to file by the program that
/// takes frames in.
package struct LineWatch: Sendable {
    private struct Seen: Sendable {
        var arrived: Instant
        /// The latest sending time it named.
        var sent: Instant?
        /// When its sending time last ran backwards.
        var ranBack: Instant?
    }

    private var stations: [String: Seen] = [:]
    /// Nothing was taken in before: silence counts from then on.
    private let since: Instant

    package init(since: Instant) { self.since = since }

    /// Frames in the order of their arrival.
    package mutating func see(_ station: String, _ frame: [UInt8], arrived: Instant) {
        let sent = RawFields.identity(of: frame).exchange.flatMap { FrameTime($0)?.instant }
        var seen = stations[station] ?? Seen(arrived: arrived)
        seen.arrived = max(seen.arrived, arrived)
        if let sent {
            let tolerance = DatedTables.value("clockTolerance", on: arrived.date) * 60_000
            if let last = seen.sent, sent.milliseconds < last.milliseconds - tolerance {
                seen.ranBack = arrived
                seen.sent = sent
            } else {
                seen.sent = max(seen.sent ?? sent, sent)
            }
        }
        stations[station] = seen
    }

    /// How a station of a facility stands: silent for longer than its kind may be, or with a clock that ran back in the last
    /// day.
    package func conditions(of station: String, _ kind: FacilityKind, at now: Instant) -> [StationCondition] {
        let rule =
            switch kind {
            case .plant: "silencePlant"
            case .town: "silenceTown"
            case .village: "silenceVillage"
            }
        let limit = DatedTables.value(rule, on: now.date) * 60_000
        let seen = stations[station]
        let last = max(seen?.arrived ?? since, since)
        let isSilent = now.milliseconds - last.milliseconds > limit
        let ranBack = seen?.ranBack.map { now.milliseconds - $0.milliseconds < 86_400_000 } ?? false
        return (isSilent ? [StationCondition(.offline)] : []) + (ranBack ? [StationCondition(.clockBack)] : [])
    }
}
