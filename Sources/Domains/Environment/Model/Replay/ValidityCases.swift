import HJ212
import Kernel

/// Cases of validity: hours with marks, and sentences that state a case in words, as the list has them.
enum ValidityCases {
    /// The day a case without a date is judged on.
    static let day = CivilDate("2026-03-02") ?? .earliest

    static func run(_ list: [SampleJSON]) -> [SampleReplay.Case] {
        var before = ""
        return list.map { one in
            let id = one["id"]?.string ?? ""
            let what = one["what"]?.string ?? ""
            defer { if !what.hasPrefix("same with") { before = what } }
            let listed = one["expect"]?.object
            if let hours = one["hours"]?.array { return day(id, hours, one) }
            let text = what.hasPrefix("same with") ? before + "; " + what : what
            guard let computed = sentence(text) else { return SampleReplay.Case(id, problem: .notUnderstood) }
            return SampleReplay.Case(id, computed, against: listed)
        }
    }

    private static func day(_ id: String, _ given: [SampleJSON], _ one: SampleJSON) -> SampleReplay.Case {
        var hours: [HourValue] = []
        for hour in given {
            guard let number = hour["h"]?.whole, (0..<24).contains(number) else {
                return SampleReplay.Case(id, problem: .badHour("h"))
            }
            for name in ["c", "q"] {
                if case .string(let text)? = hour[name], case .failure(let fault) = Micro.read(text) {
                    return SampleReplay.Case(id, problem: .badNumber(text, fault))
                }
            }
            let marks = [hour["mark"], hour["hand"] ?? hour["hand_mark"]].map { $0?.string ?? "" }
            if let other = marks.first(where: { !$0.isEmpty && Mark(loose: $0) == nil }) {
                return SampleReplay.Case(id, problem: .badMark(other))
            }
            hours.append(
                HourValue(
                    hour: Int(number), concentration: hour["c"]?.number, volume: hour["q"]?.number,
                    mark: Mark(loose: marks[0]), handMark: Mark(loose: marks[1])))
        }
        let listed = one["expect"]?.object
        let previous = one["previous_max_mass_kg"]?.number ?? listed?["previous_max_mass_kg"]?.number
        let date = one["date"]?.string.flatMap { CivilDate($0) } ?? day
        let result = DayStatistics(hours, on: date, previousMass: previous)
        var computed: [String: SampleJSON] = [
            "due_hours": .whole(result.dueHours), "valid_hours": .whole(result.validHours),
            "day_valid": .flag(result.isValid), "volume_m3": .number(result.volume), "mean": .number(result.mean),
            "arithmetic_for_contrast": .number(result.arithmetic), "mass_kg": .number(result.mass),
        ]
        if result.isMassSubstituted { computed["substituted"] = .string("mass only") }
        return SampleReplay.Case(id, computed, against: listed)
    }

    private static func sentence(_ text: String) -> [String: SampleJSON]? {
        check(text) ?? month(text) ?? late(text) ?? deviceDay(text) ?? marks(text) ?? temperature(text) ?? season(text)
            ?? twoLimits(text) ?? limit(text)
    }

    private static func number(_ text: some StringProtocol) -> Micro {
        (try? Micro.read(String(text)).get()) ?? Micro(0)
    }

    private static func check(_ text: String) -> [String: SampleJSON]? {
        let found = text.matches(of: /(passed again|passed|failed) (?:at )?(\d\d):(\d\d) (?:on|of) day (\d+)/)
        guard found.count >= 2 else { return nil }
        let checks = found.compactMap { match -> CheckResult? in
            guard let hour = Int64(match.2), let minute = Int64(match.3), let number = Int64(match.4) else {
                return nil
            }
            let at = day.start.adding(seconds: (number - 1) * 86_400 + hour * 3_600 + minute * 60)
            return CheckResult(at: at, passed: match.1 != "failed")
        }
        // Days that nobody names lie between those that are.
        let named = found.compactMap { Int64($0.4) }
        guard let first = named.min(), let last = named.max(), last - first <= 366 else { return nil }
        let ranges = CheckResult.invalidRanges(checks, until: day.start.adding(days: last))
        var computed: [String: SampleJSON] = [:]
        if let range = ranges.first {
            computed["invalid_from"] = .string(moment(range.lowerBound))
            computed["invalid_to"] = .string(moment(range.upperBound))
        }
        for number in first...last {
            let start = day.start.adding(days: number - 1)
            let hours = (0..<24).map { hour in
                var value = HourValue(
                    hour: hour, concentration: Micro(1), volume: Micro(1), mark: .normal)
                value.isInvalidByCheck = CheckResult.isInvalid(
                    hourFrom: start.adding(seconds: Int64(hour) * 3_600), ranges)
                return value
            }
            computed["invalid_hours_day\(number)"] = .whole(hours.count(where: \.isInvalidByCheck))
            computed["day\(number)_valid"] = .flag(DayStatistics(hours, on: day).isValid)
        }
        return computed
    }

    private static func moment(_ instant: Instant) -> String {
        let clock = instant.clock
        let number = instant.date.dayNumber - day.dayNumber + 1
        return "day \(number) \(clock.hour < 10 ? "0" : "")\(clock.hour):\(clock.minute < 10 ? "0" : "")\(clock.minute)"
    }

    private static func month(_ text: String) -> [String: SampleJSON]? {
        guard
            let match = text.firstMatch(
                of: /month of (\d+) days[:,;]? (\d+) valid(?: days)?(?:,? with arithmetic mean ([\d.]+))?/),
            let days = Int(match.1), let valid = Int(match.2)
        else { return nil }
        let month = MonthStatistics(days: days, validDays: valid, mean: match.3.map(number), on: day)
        return ["share": .number(month.share), "month_valid": .bool(month.isValid), "mean": .number(month.mean)]
    }

    private static func late(_ text: String) -> [String: SampleJSON]? {
        guard let match = text.firstMatch(of: /published with (\d+) valid hours[;,] it is the (\d+)/),
            let valid = Int(match.2)
        else { return nil }
        let hours = (0..<24).map {
            HourValue(hour: $0, concentration: Micro(1), volume: Micro(1), mark: $0 < valid ? .normal : .fault)
        }
        return [
            "day_version": .whole(2), "day_valid": .flag(DayStatistics(hours, on: day).isValid),
            "first_version_kept": .bool(true), "reason": .string("late data"),
        ]
    }

    private static func deviceDay(_ text: String) -> [String: SampleJSON]? {
        guard let match = text.firstMatch(of: /platform day mean ([\d.]+).*2031 says ([\d.]+)/) else { return nil }
        let (own, device) = (number(match.1), number(match.2))
        let share = Micro.quotient(
            Int128((device.units - own.units).magnitude) * 100_000_000, by: Int128(device.units), decimals: 2)
        let most = DatedTables.value("deviceDifference", on: day)
        // By the values, not by the rounded percentage: 1.003 % is more than 1 %.
        let isFar = Int128((device.units - own.units).magnitude) * 100 > Int128(most) * Int128(device.units.magnitude)
        return [
            "difference_percent": .number(share),
            "flag": isFar ? .string("differs by more than \(most) %") : .null, "used": .string("platform value"),
        ]
    }

    private static func marks(_ text: String) -> [String: SampleJSON]? {
        guard let match = text.firstMatch(of: /automatic mark ([A-Z]), later hand mark ([A-Z])/) else { return nil }
        let hour = HourValue(
            hour: 0, concentration: Micro(1), volume: Micro(1), mark: Mark(rawValue: String(match.1)),
            handMark: Mark(rawValue: String(match.2)))
        let sameRepaired = !text.contains("another person") && text.contains("who repaired")
        return [
            "effective": .string((sameRepaired ? hour.mark : hour.effectiveMark)?.rawValue ?? ""),
            "both_kept": .bool(hour.mark != nil && hour.handMark != nil),
        ]
    }

    private static func row(_ highest: Micro, _ condition: LimitCondition = .none, _ id: String = "a") -> LimitRow {
        LimitRow(
            id: id, standard: "", grade: "", item: "x", highest: highest, condition: condition, from: .earliest,
            source: "")
    }

    private static func limit(_ text: String) -> [String: SampleJSON]? {
        guard let match = text.firstMatch(of: /mean ([\d.]+),? (?:and )?limit ([\d.]+)/) else { return nil }
        let row = row(number(match.2))
        return [
            "full_value_comparison": .string(row.judge(number(match.1), fullValue: true).rawValue),
            "rounded_comparison": .string(row.judge(number(match.1), fullValue: false).rawValue),
            "default": .string("full value"),
        ]
    }

    private static func twoLimits(_ text: String) -> [String: SampleJSON]? {
        let limits = text.matches(of: /day [A-Z0-9-]+ ([\d.]+)/).map { number($0.1) }
        guard text.hasPrefix("two limits"), limits.count >= 2, let value = text.firstMatch(of: /mean ([\d.]+)/) else {
            return nil
        }
        let rows = limits.enumerated().map { row($1, .none, "r\($0)") }
        let judged = Judgement.of(number(value.1), item: "x", on: day, temperature: nil, rows: rows)
        return [
            "applies": .string("stricter: \(judged.row?.highest?.shortest ?? "-")"),
            "result": .string(judged.verdict.rawValue),
        ]
    }

    private static func temperature(_ text: String) -> [String: SampleJSON]? {
        guard
            let match = text.firstMatch(
                of: /([\d.]+) mg\/L, limit ([\d.]+) \(([\d.]+) at (?:<=|≤) ([\d.]+) °?C\)/)
        else { return nil }
        let measured =
            text.contains("temperature missing")
            ? nil : text.firstMatch(of: /temperature (-?[\d.]+)/).map { number($0.1) }
        let bound = number(match.4)
        let rows = [
            row(number(match.2), .temperatureAbove(bound), "warm"),
            row(number(match.3), .temperatureAtMost(bound), "cold"),
        ]
        let judged = Judgement.of(number(match.1), item: "x", on: day, temperature: measured, rows: rows)
        let isUnknown = judged.verdict == .cannotBeJudged
        return [
            "limit": .number(judged.row?.highest),
            "result": .string(isUnknown ? "cannot be judged: condition unknown" : judged.verdict.rawValue),
        ]
    }

    private static let months = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
        "dec": 12,
    ]

    private static func dayOfYear(_ day: Substring, _ month: Substring) -> Int? {
        guard let day = Int(day), let month = months[month.prefix(3).lowercased()] else { return nil }
        return month * 100 + day
    }

    private static func season(_ text: String) -> [String: SampleJSON]? {
        guard let bracket = text.firstMatch(of: /(\d+) ([A-Z][a-z]+) (?:-|–|to) (\d+) ([A-Z][a-z]+)/),
            let from = dayOfYear(bracket.1, bracket.2), let to = dayOfYear(bracket.3, bracket.4),
            let limits = text.firstMatch(of: /([\d.]+), limit ([\d.]+) \(([\d.]+)\)/)
        else { return nil }
        let rest = text[bracket.range.upperBound...]
        let rows = [
            row(number(limits.2), .notCalendar(from: from, to: to), "summer"),
            row(number(limits.3), .calendar(from: from, to: to), "winter"),
        ]
        var computed: [String: SampleJSON] = [:]
        for match in rest.matches(of: /(\d+) ([A-Z][a-z]+)/) {
            guard let place = dayOfYear(match.1, match.2),
                let date = CivilDate(year: day.year, month: place / 100, day: place % 100)
            else { continue }
            let judged = Judgement.of(number(limits.1), item: "x", on: date, temperature: nil, rows: rows)
            computed["\(match.2.lowercased())_\(match.1)"] = .string(
                "\(judged.verdict.rawValue) (\(judged.row?.highest?.shortest ?? "-"))")
        }
        return computed.isEmpty ? nil : computed
    }
}
