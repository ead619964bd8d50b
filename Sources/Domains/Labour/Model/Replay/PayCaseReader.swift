import Kernel

/// Reads the parts of a case; throws with the member's name where one cannot be understood.
enum PayCaseReader {
    struct NamedShift {
        let id: String
        let shift: Shift
        /// Whether the person has the shift; a shift that is only the firm's default holds no punches.
        let isAssigned: Bool

        init(_ json: JSON, number: Int) throws(Rejection) {
            id = json["id"]?.string ?? String(number)
            shift = try PayCaseReader.shift(json, "shifts")
            isAssigned = json["assigned"]?.bool ?? true
        }
    }

    static func list(_ json: JSON?, _ name: String) throws(Rejection) -> [JSON] {
        guard let list = json?.array else { throw LabourRefusal.caseUnreadable(name) }
        return list
    }

    static func instant(_ json: JSON?, _ name: String) throws(Rejection) -> Instant {
        guard let instant = json?.string.flatMap({ Instant($0) }) else { throw LabourRefusal.caseUnreadable(name) }
        return instant
    }

    /// `[start, end]` or `{"start": …, "end": …}`.
    static func shift(_ json: JSON?, _ name: String) throws(Rejection) -> Shift {
        let ends = json?.array ?? [json?["start"] ?? .null, json?["end"] ?? .null]
        guard ends.count == 2 else { throw LabourRefusal.caseUnreadable(name) }
        return try Shift(instant(ends[0], name), instant(ends[1], name))
    }

    static func shifts(_ json: JSON?, _ name: String) throws(Rejection) -> [Shift] {
        var shifts: [Shift] = []
        for part in try list(json, name) { shifts.append(try shift(part, name)) }
        return shifts
    }

    /// A decimal in quotes, or a number: what was written counts, never a binary fraction near it.
    static func exact(_ json: JSON, _ name: String) throws(Rejection) -> Exact {
        switch json {
        case .string(let text): try Exact(text)
        case .integer(let number): Exact(whole: number)
        case .decimal(let units, let scale): try Exact(units: units, scale: scale)
        default: throw LabourRefusal.caseUnreadable(name)
        }
    }

    /// `base` or a `deduction` alone, or a quantity (`hours`, `minutes`, `days`, `pieces`) × `rate` × `factor`.
    static func payLine(_ json: JSON) throws(Rejection) -> PayLine {
        let kinds: [(name: String, kind: PayLineKind)] = [("base", .base), ("amount", .base), ("deduction", .meal)]
        for (name, kind) in kinds {
            guard let amount = json[name] else { continue }
            return PayLine(kind, amount: try exact(amount, name).roundedToFen())
        }
        let quantities: [(name: String, kind: PayLineKind)] = [
            ("hours", .hours), ("minutes", .hours), ("days", .day), ("pieces", .pieces),
        ]
        guard let rate = json["rate"], let (name, kind) = quantities.first(where: { json[$0.name] != nil }),
            let quantity = json[name]
        else { throw LabourRefusal.caseUnreadable("pay") }
        return try PayLine(
            kind, rate: exact(rate, "rate"), quantity: exact(quantity, name),
            factor: exact(json["factor"] ?? .integer(1), "factor"))
    }
}

/// Seats that are asked for at once, given up, or made fewer.
enum PayCaseSeats {
    static func answer(_ json: JSON) throws(Rejection) -> [String: JSON] {
        guard let seats = json["seats"]?.integer, (0...100_000).contains(seats) else {
            throw LabourRefusal.caseUnreadable("seats")
        }
        if let asking = json["requests_at_once"]?.integer, (0...1_000_000).contains(asking) {
            var book = SeatBook<Int64>(seats: seats)
            let seated = (0..<asking).count { book.ask($0) == .seated }
            return ["accepted": .integer(Int64(seated)), "refused": .integer(asking - Int64(seated))]
        }
        let taken = json["taken"]?.array.map { Int64($0.count) } ?? json["taken"]?.integer ?? 0
        let waiting = json["waiting"]?.array.map { Int64($0.count) } ?? json["waiting"]?.integer ?? 0
        guard (0...seats).contains(taken), (0...100_000).contains(waiting) else {
            throw LabourRefusal.caseUnreadable("taken")
        }
        var book = SeatBook<Int64>(
            seats: seats, taken: Array(0..<taken), waiting: Array(taken..<taken + waiting))
        var refused = false
        if let act = json["act"]?.string { refused = try perform(act.lowercased(), on: &book) }
        return [
            "seats": .integer(book.seats), "taken": .integer(Int64(book.taken.count)),
            "waiting": .integer(Int64(book.waiting.count)), "free": .integer(book.free), "refused": .bool(refused),
        ]
    }

    /// Answers whether the act was refused.
    private static func perform(_ act: String, on book: inout SeatBook<Int64>) throws(Rejection) -> Bool {
        let words = act.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if words.contains("seats"), let number = words.compactMap({ Int64($0) }).last {
            do throws(Rejection) { try book.setSeats(number) } catch { return true }
            return false
        }
        guard
            words.contains(where: {
                ["signs", "sign", "cancels", "cancel", "withdraws", "withdraw", "leaves", "leave"].contains($0)
            })
        else { throw LabourRefusal.caseUnreadable("act") }
        let spelt: [String: Int64] = [
            "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        ]
        let count = words.compactMap { spelt[$0] ?? Int64($0) }.first ?? 1
        for person in book.taken.suffix(Int(min(count, Int64(book.taken.count)))) { book.release(person) }
        return false
    }
}
