package import Kernel

/// One case of a file: what it asks, what the rules answer, and whether the file expected that.
package struct PayCase: Sendable {
    /// The case's own name, or its number in the file.
    package let source: String
    /// Members of the answer by the names the field's document uses for its expectations; empty where nothing was asked.
    package let result: [String: JSON]
    package let problem: Rejection?
    package let outcome: PayOutcome

    init(_ json: JSON, number: Int) {
        source = json["source"]?.string ?? json["id"]?.string ?? json["case"]?.string ?? String(number)
        do throws(Rejection) {
            guard json.object != nil else { throw LabourRefusal.caseUnreadable("{}") }
            result = try PayCase.answer(json)
            problem = nil
            outcome = PayCase.judge(result, json["expect"])
        } catch {
            result = [:]
            problem = error
            outcome = .unreadable
        }
    }

    /// Each question the case holds, answered by its own rule.
    private static func answer(_ json: JSON) throws(Rejection) -> [String: JSON] {
        var result: [String: JSON] = [:]
        if json["punches"] != nil {
            result.merge(try punches(json)) { $1 }
        } else if json["shifts"] != nil {
            result.merge(try lengths(try namedShifts(json).map(\.shift))) { $1 }
        }
        if let pair = json["overlap"] {
            let shifts = try PayCaseReader.shifts(pair, "overlap")
            result["overlap"] = .bool(
                shifts.indices.contains { shifts[..<$0].map { $0 }.overlapping(shifts[$0]) != [] })
        }
        if json["new"] != nil { result.merge(try booking(json)) { $1 } }
        if let shift = json["shift"] {
            let shift = try PayCaseReader.shift(shift, "shift")
            if let days = json["unwanted_days"] {
                let days = Set(try PayCaseReader.list(days, "unwanted_days").map { $0.string ?? "" })
                let minutes = shift.minutesByDay.filter { days.contains($0.day.description) }.reduce(0) {
                    $0 + $1.minutes
                }
                result["overlap_minutes"] = .integer(minutes)
            } else {
                result.merge(try lengths([shift])) { $1 }
            }
        }
        if let entries = json["entries"] { result.merge(try lengths(PayCaseReader.shifts(entries, "entries"))) { $1 } }
        if let lines = json["pay"] { result.merge(try pay(lines)) { $1 } }
        if json["seats"] != nil { result.merge(try PayCaseSeats.answer(json)) { $1 } }
        return result
    }

    /// `{"N": ["in 2025-07-13T18:30", …], "E": []}`.
    private static func punches(_ json: JSON) throws(Rejection) -> [String: JSON] {
        let named = try namedShifts(json)
        var texts: [String] = []
        var punches: [Punch] = []
        for punch in try PayCaseReader.list(json["punches"], "punches") {
            let words = punch.array ?? [punch["kind"] ?? .null, punch["at"] ?? punch["time"] ?? .null]
            guard words.count == 2, let kind = words[0].string.flatMap(Punch.Kind.init(rawValue:)),
                let text = words[1].string
            else { throw LabourRefusal.caseUnreadable("punches") }
            punches.append(Punch(kind, try PayCaseReader.instant(words[1], "punches")))
            texts.append("\(kind.rawValue) \(text)")
        }
        let own = named.filter(\.isAssigned)
        let book = PunchBook(
            own.map(\.shift), punches, before: json["before_minutes"]?.integer ?? 60,
            after: json["grace_minutes"]?.integer ?? 60)
        var result = named.reduce(into: [String: JSON]()) { $0[$1.id] = .array([]) }
        for (index, shift) in own.enumerated() {
            result[shift.id] = .array(book.places[index].map { .string(texts[$0]) })
        }
        if !book.outside.isEmpty { result["outside"] = .array(book.outside.map { .string(texts[$0]) }) }
        return result
    }

    private static func namedShifts(_ json: JSON) throws(Rejection) -> [PayCaseReader.NamedShift] {
        var named: [PayCaseReader.NamedShift] = []
        for shift in try PayCaseReader.list(json["shifts"], "shifts") {
            named.append(try PayCaseReader.NamedShift(shift, number: named.count + 1))
        }
        return named
    }

    /// Minutes, the day the shift belongs to, and the minutes on each calendar day: overlapping entries count once.
    private static func lengths(_ shifts: [Shift]) throws(Rejection) -> [String: JSON] {
        let covered = shifts.covered
        var days: [String: Int64] = [:]
        for part in covered.flatMap(\.minutesByDay) { days[part.day.description, default: 0] += part.minutes }
        let byDay = JSON.object(days.mapValues { .integer($0) })
        return [
            "minutes": .integer(covered.reduce(0) { $0 + $1.minutes }), "minutes_by_calendar_day": byDay,
            "by_calendar_day": byDay, "day_of_shift": covered.first.map { .string($0.day.description) } ?? .null,
        ]
    }

    /// A new shift beside those somebody has: which of them it overlaps, counted from 1, and whether it is written.
    private static func booking(_ json: JSON) throws(Rejection) -> [String: JSON] {
        let existing = try PayCaseReader.shifts(json["existing"], "existing")
        let met = existing.overlapping(try PayCaseReader.shift(json["new"], "new"))
        return [
            "overlaps": .array(met.map { .integer(Int64($0 + 1)) }), "accepted": .bool(met.isEmpty),
            "written": .integer(met.isEmpty ? 1 : 0),
        ]
    }

    private static func pay(_ json: JSON) throws(Rejection) -> [String: JSON] {
        var lines: [PayLine] = []
        for line in try PayCaseReader.list(json, "pay") { lines.append(try PayCaseReader.payLine(line)) }
        let slip = PaySlip(lines)
        return [
            "lines": .array(lines.map { .string($0.amount.plainYuan) }), "gross": .string(slip.gross.plainYuan),
            "deductions": .string(slip.deductions.plainYuan), "net": .string(slip.net.plainYuan),
        ]
    }
}

extension Money {
    /// `1046.23`, `-0.05`: for machines, without groups.
    package var plainYuan: String {
        let (yuan, fen) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(self < .zero ? "-" : "")\(yuan).\(Int64(fen).padded(to: 2))"
    }
}
