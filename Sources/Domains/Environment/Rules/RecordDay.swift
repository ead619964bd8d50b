package import HJ212
package import Kernel
package import Storage

/// Hours of a day: 0 to 24.
package enum HoursDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...24
    package static let unit = "h"
}

/// Where a day's figures come from: reckoned from frames by the program, or entered by a person.
package enum DayOrigin: String, FieldChoice { case telemetry, entered }

/// What a day of one item came to; shared by the verb and its event.
package struct DayFigures: FieldRecord, Hashable {
    package let dueHours: Int64
    package let validHours: Int64
    /// Of those due; nil of days recorded before it was counted, and where nobody noted it.
    package var receivedHours: Int64?
    /// Flow-weighted; of pH nobody makes a mean.
    package var mean: Micro?
    /// The day's lowest and highest, by which pH is judged.
    package var lowest: Micro?
    package var highest: Micro?
    /// m³.
    package let volume: Micro
    /// kg.
    package var mass: Micro?
    /// Of the water, °C, for limits with a bracket.
    package var temperature: Micro?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            dueHours: pass.whole("dueHours", \.dueHours, in: HoursDomain.self),
            validHours: pass.whole("validHours", \.validHours, in: HoursDomain.self),
            receivedHours: pass.optionalWhole("receivedHours", \.receivedHours, in: HoursDomain.self),
            mean: pass.optional("mean", \.mean), lowest: pass.optional("lowest", \.lowest),
            highest: pass.optional("highest", \.highest), volume: pass.value("volume", \.volume),
            mass: pass.optional("mass", \.mass), temperature: pass.optional("temperature", \.temperature))
    }

    package init(
        dueHours: Int64, validHours: Int64, receivedHours: Int64? = nil, mean: Micro?, lowest: Micro? = nil,
        highest: Micro? = nil, volume: Micro,
        mass: Micro? = nil, temperature: Micro? = nil
    ) {
        self.dueHours = dueHours
        self.validHours = validHours
        self.receivedHours = receivedHours
        self.mean = mean
        self.lowest = lowest
        self.highest = highest
        self.volume = volume
        self.mass = mass
        self.temperature = temperature
    }

    package init(_ day: DayStatistics, temperature: Micro?) {
        self.init(
            dueHours: Int64(day.dueHours), validHours: Int64(day.validHours), receivedHours: Int64(day.receivedHours),
            mean: day.mean, volume: day.volume, mass: day.mass, temperature: temperature)
    }

    /// The verdict by the rows that bind on the day.
    package func judge(_ item: MeasuredItem, on day: CivilDate, by rows: [LimitRow]) -> Judgement {
        guard dueHours > 0 else { return Judgement(verdict: .noDischarge, row: nil) }
        guard validHours * 100 >= DatedTables.value("hourShareOfDay", on: day) * dueHours else {
            return Judgement(verdict: .noValidData, row: nil)
        }
        let fullValue = DatedTables.value("fullValueComparison", on: day) == 1
        func one(_ value: Micro?, _ statistic: String) -> Judgement {
            Judgement.of(
                value, item: item.rawValue, on: day, temperature: temperature, rows: rows, statistic: statistic,
                fullValue: fullValue)
        }
        guard item == .acidity else { return one(mean, "day") }
        // From 2026-03-01 pH is a single value: the day's extremes are held against whichever row holds.
        let statistic =
            rows.contains { $0.item == item.rawValue && $0.statistic == "day" && $0.holds(on: day) } ? "day" : "single"
        let both = [one(lowest, statistic), one(highest, statistic)]
        return both.first { $0.verdict == .exceeds } ?? both.first { $0.verdict != .meets } ?? both[0]
    }
}

/// Records a day of an item and judges it by the limits of that day. A day that is there is never overwritten: the next
/// version needs a reason.
package struct RecordDay: FacilityVerb {
    package let facility: FacilityID
    package let item: MeasuredItem
    package let day: CivilDate
    package let figures: DayFigures
    package var reason: String?

    package init(facility: FacilityID, item: MeasuredItem, day: CivilDate, figures: DayFigures, reason: String? = nil) {
        self.facility = facility
        self.item = item
        self.day = day
        self.figures = figures
        self.reason = reason
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), item: pass.value("item", \.item),
            day: pass.value("day", \.day), figures: pass.inlined(\.figures), reason: pass.optional("reason", \.reason))
    }

    package static let name = "recordDay"
    package static var title: Message { EnvironmentText.recordDay }
    package static let access: Access = [.own(.stationAgent, .countyOfficer), .installation]
    package static let reaches: [String: DateReach] = ["day": .years(back: 5, ahead: 0)]
    package static let refusals: [EnvironmentRefusal] = [
        .noSuchFacility, .dayNotOver, .hoursWrong, .negativeVolume, .reasonMissing,
    ]

    package struct Facts: Sendable {
        package let rows: [LimitRow]
        /// The version that counts; 0 where the day has none.
        package let version: Int64
    }

    package func decide(_ subject: Facility, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        guard day < context.now.date else { throw EnvironmentRefusal.dayNotOver(day) }
        let received = figures.receivedHours ?? figures.validHours
        guard figures.validHours <= received, received <= figures.dueHours else {
            throw EnvironmentRefusal.hoursWrong()
        }
        guard figures.volume.units >= 0 else { throw EnvironmentRefusal.negativeVolume() }
        let hasReason = reason.map { !$0.isBlank } ?? false
        guard facts.version == 0 || hasReason else { throw EnvironmentRefusal.reasonMissing(facts.version) }
        let judged = figures.judge(item, on: day, by: subject.binding(facts.rows, on: day))
        let open = subject.openAlarm(item, on: day)
        var events: [any Event<Environment>] = [
            DayJudged(
                facility: facility, place: subject.place, item: item, day: day, version: facts.version + 1,
                figures: figures, verdict: judged.verdict, row: judged.row?.id, limitLow: judged.row?.lowest,
                limitHigh: judged.row?.highest, reason: reason,
                origin: context.principal.role == .system ? .telemetry : .entered)
        ]
        if judged.verdict == .exceeds, open == nil {
            events.append(
                AlarmRaised(
                    facility: facility, place: subject.place, number: Int64(subject.alarms.count) + 1,
                    kind: .exceedance,
                    item: item, day: day))
        } else if judged.verdict != .exceeds, let open {
            events.append(
                AlarmClosed(
                    facility: facility, place: subject.place, number: open.number, closing: .withdrawn,
                    words: reason ?? ""))
        }
        return events
    }
}

extension Verdict: FieldChoice {}

/// A day has a verdict. It names the limit row it rests on, for ever.
package struct DayJudged: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let item: MeasuredItem
    package let day: CivilDate
    package let version: Int64
    package let figures: DayFigures
    package let verdict: Verdict
    package var row: String?
    package var limitLow: Micro?
    package var limitHigh: Micro?
    package var reason: String?
    package let origin: DayOrigin

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            item: pass.value("item", \.item), day: pass.value("day", \.day),
            version: pass.whole("version", \.version, in: CountDomain.self), figures: pass.inlined(\.figures),
            verdict: pass.value("verdict", \.verdict), row: pass.optional("row", \.row),
            limitLow: pass.optional("limitLow", \.limitLow), limitHigh: pass.optional("limitHigh", \.limitHigh),
            reason: pass.optional("reason", \.reason), origin: pass.value("origin", \.origin))
    }

    package static let name = "dayJudged"
    package func change(_ state: inout Environment.State, at instant: Instant) {}
}
