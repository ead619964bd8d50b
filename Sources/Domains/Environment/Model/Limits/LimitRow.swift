package import HJ212
package import Kernel

/// When a limit holds, beside its dates: the bracket of a standard, as a type.
package enum LimitCondition: Sendable, Hashable {
    case none
    case temperatureAtMost(Micro)
    case temperatureAbove(Micro)
    /// Days of the year, both included, as month × 100 + day; it may run over New Year.
    case calendar(from: Int, to: Int)
    case notCalendar(from: Int, to: Int)

    /// Nil where the condition cannot be known: no temperature was measured.
    package func holds(on day: CivilDate, temperature: Micro?) -> Bool? {
        switch self {
        case .none: true
        case .temperatureAtMost(let bound): temperature.map { $0 <= bound }
        case .temperatureAbove(let bound): temperature.map { $0 > bound }
        case .calendar(let from, let to): Self.lies(day, from, to)
        case .notCalendar(let from, let to): !Self.lies(day, from, to)
        }
    }

    private static func lies(_ day: CivilDate, _ from: Int, _ to: Int) -> Bool {
        let (_, month, date) = day.components
        let place = month * 100 + date
        return from <= to ? (from...to).contains(place) : place >= from || place <= to
    }

    /// Month × 100 + day of four digits that name a day of a leap year.
    private static func dayOfYear(_ text: Substring) -> Int? {
        guard text.utf8.count == 4, let number = Int(text),
            CivilDate("2000-\(text.prefix(2))-\(text.suffix(2))") != nil
        else { return nil }
        return number
    }

    /// `temperature<=12`, `temperature>12`, `days 1101-0331`, `not days 1101-0331`, or nothing.
    package init?(_ text: String) {
        func bound(_ prefix: String) -> Micro? {
            text.hasPrefix(prefix) ? try? Micro.read(String(text.dropFirst(prefix.utf8.count))).get() : nil
        }
        func days(_ prefix: String) -> (Int, Int)? {
            guard text.hasPrefix(prefix) else { return nil }
            let parts = text.dropFirst(prefix.utf8.count).split(separator: "-").compactMap { Self.dayOfYear($0) }
            return parts.count == 2 ? (parts[0], parts[1]) : nil
        }
        if text.isEmpty {
            self = .none
        } else if let most = bound("temperature<=") {
            self = .temperatureAtMost(most)
        } else if let above = bound("temperature>") {
            self = .temperatureAbove(above)
        } else if let (from, to) = days("days ") {
            self = .calendar(from: from, to: to)
        } else if let (from, to) = days("not days ") {
            self = .notCalendar(from: from, to: to)
        } else {
            return nil
        }
    }

    package var text: String {
        switch self {
        case .none: ""
        case .temperatureAtMost(let bound): "temperature<=\(bound.shortest)"
        case .temperatureAbove(let bound): "temperature>\(bound.shortest)"
        case .calendar(let from, let to): "days \(Self.four(from))-\(Self.four(to))"
        case .notCalendar(let from, let to): "not days \(Self.four(from))-\(Self.four(to))"
        }
    }

    private static func four(_ number: Int) -> String {
        String(repeating: "0", count: max(0, 4 - String(number).utf8.count)) + String(number)
    }
}

/// A limit is a dated row with its source, never a number in code. Old rows stay: an old day is judged by the row of its day.
package struct LimitRow: Sendable, Hashable {
    package let id: String
    package let standard: String
    package let version: String
    package let grade: String
    package let item: String
    package let statistic: String
    package let lowest: Micro?
    package let highest: Micro?
    package let unit: String
    package let condition: LimitCondition
    package let from: CivilDate
    /// The last day it holds; nil while it does.
    package let until: CivilDate?
    package let source: String
    /// Whether somebody read the figure in the document itself; the others wait to be confirmed.
    package let isConfirmed: Bool

    package init(
        id: String, standard: String, version: String = "", grade: String, item: String, statistic: String = "day",
        lowest: Micro? = nil, highest: Micro?, unit: String = "mg/L", condition: LimitCondition = .none,
        from: CivilDate, until: CivilDate? = nil, source: String, isConfirmed: Bool = true
    ) {
        self.id = id
        self.standard = standard
        self.version = version
        self.grade = grade
        self.item = item
        self.statistic = statistic
        self.lowest = lowest
        self.highest = highest
        self.unit = unit
        self.condition = condition
        self.from = from
        self.until = until
        self.source = source
        self.isConfirmed = isConfirmed
    }

    package func holds(on day: CivilDate) -> Bool { from <= day && until.map { day <= $0 } ?? true }
}

/// What a standard of a facility is: which rows bind it.
package struct StandardName: Sendable, Hashable {
    package let standard: String
    package let grade: String

    package init(_ standard: String, _ grade: String) {
        self.standard = standard
        self.grade = grade
    }
}

/// Whether an item of an outlet met its limit on a day.
package enum Verdict: String, Sendable, Hashable, CaseIterable {
    case meets, exceeds, noValidData, noDischarge, cannotBeJudged
}

/// The verdict and the row it rests on, kept for ever: a later rule changes no old day.
package struct Judgement: Sendable, Hashable {
    package let verdict: Verdict
    package let row: LimitRow?

    /// Strictest of all rows that hold on the day under their condition. `value` nil: no valid value.
    package static func of(
        _ value: Micro?, item: String, on day: CivilDate, temperature: Micro?, rows: [LimitRow],
        statistic: String = "day",
        fullValue: Bool = true
    ) -> Judgement {
        let held = rows.filter { $0.item == item && $0.statistic == statistic && $0.holds(on: day) }
        let known = held.map { ($0, $0.condition.holds(on: day, temperature: temperature)) }
        guard let value else { return Judgement(verdict: .noValidData, row: nil) }
        guard !held.isEmpty, !known.contains(where: { $0.1 == nil }) else {
            return Judgement(verdict: .cannotBeJudged, row: nil)
        }
        let binding = known.filter { $0.1 == true }.map(\.0)
        guard let row = strictest(binding) else { return Judgement(verdict: .cannotBeJudged, row: nil) }
        return Judgement(verdict: row.judge(value, fullValue: fullValue), row: row)
    }

    private static func strictest(_ rows: [LimitRow]) -> LimitRow? {
        rows.min { left, right in
            let (a, b) = (left.highest?.units ?? .max, right.highest?.units ?? .max)
            let (c, d) = (left.lowest?.units ?? .min, right.lowest?.units ?? .min)
            return (a, -Double(c), left.id) < (b, -Double(d), right.id)
        }
    }
}

extension LimitRow {
    /// At full value 50.04 exceeds 50; rounded to the limit's own decimals it does not (GB/T 8170).
    package func judge(_ value: Micro, fullValue: Bool) -> Verdict {
        var value = value
        if !fullValue, let bound = highest ?? lowest {
            let decimals = bound.shortest.split(separator: ".").dropFirst().first?.utf8.count ?? 0
            if let rounded = try? Micro.read(value.text(decimals: decimals)).get() { value = rounded }
        }
        if let highest, value > highest { return .exceeds }
        if let lowest, value < lowest { return .exceeds }
        return .meets
    }
}
