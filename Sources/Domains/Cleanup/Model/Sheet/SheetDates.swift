import Kernel

/// A day, month or year as somebody wrote it.
struct SheetDate: Sendable, Hashable {
    let year: Int
    let month: Int?
    let day: Int?

    /// A year alone begins on 1 January, a month on its first day.
    var first: CivilDate? { CivilDate(year: year, month: month ?? 1, day: day ?? 1) }
    /// A year alone ends on 31 December, a month on its last day.
    var last: CivilDate? {
        guard let month else { return CivilDate(year: year, month: 12, day: 31) }
        guard (1...12).contains(month) else { return nil }
        return CivilDate(year: year, month: month, day: day ?? CivilDate.days(inMonth: month, of: year))
    }
    var exact: CivilDate? { day == nil ? nil : first }
}

/// The term of a contract, read from one cell.
struct SheetTerm: Sendable, Hashable {
    var start: CivilDate?
    var end: CivilDate?
    /// What cannot be said, where the term has no first or no last day.
    var unread: Message?
}

enum SheetDates {
    /// One day: `2024.3.15`, `2024年3月15日`, `20240315`, `45366` counted as spreadsheets do (1900 system).
    static func day(_ text: String) -> CivilDate? {
        guard let found = one(text) else { return nil }
        return found.exact
    }

    /// The day something runs to; a month or a year runs to its end.
    static func lastDay(_ text: String) -> CivilDate? { one(text)?.last }

    private static func one(_ text: String) -> SheetDate? {
        var plain = SheetWords.plain(text)
        if plain.contains(":"), let time = plain.firstIndex(where: { $0 == " " || $0 == "T" }) {
            plain = String(plain[..<time])
        }
        if plain.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }), let serial = serial(plain) {
            return serial
        }
        let scan = scan(plain)
        guard scan.dates.count == 1, scan.rest[0].isEmpty || SheetWords.dateHeads.contains(scan.rest[0]) else {
            return nil
        }
        let tail = scan.rest[1]
        let isPlain = tail.isEmpty || SheetWords.dateTails.contains(tail)
        return isPlain || tail == SheetWords.before && scan.dates[0].day != nil ? scan.dates[0] : nil
    }

    /// A bare number 20000–60000 is the day number of a spreadsheet; a workbook may write it "46387.0".
    private static func serial(_ plain: String) -> SheetDate? {
        let parts = plain.split(separator: ".")
        guard let number = parts.first.flatMap({ Int($0) }), (20_000...60_000).contains(number), plain.first != "0",
            parts.count == 1 || parts.count == 2 && parts[1].allSatisfy({ $0 == "0" })
        else { return nil }
        let (year, month, day) = CivilDate(dayNumber: number - 25_569).components
        return SheetDate(year: year, month: month, day: day)
    }

    /// The term. `signed` is the day from which a number of years is counted where the cell names no first day: the first
    /// of the month after it.
    static func term(_ text: String, signed: CivilDate?) -> SheetTerm {
        let plain = SheetWords.plain(text)
        guard !plain.isEmpty else { return SheetTerm(unread: CleanupText.noTerm) }
        let scan = scan(plain)
        let next = signed.map { CivilDate(firstOfMonth: $0.components.year * 12 + $0.components.month) }
        if SheetWords.endless.contains(where: { plain.contains($0) }) {
            return SheetTerm(start: scan.dates.first?.first ?? next, unread: CleanupText.termEndless(text))
        }
        guard !scan.rest.contains(where: isUnsure), !scan.rest[1...].prefix(1).contains(where: movesFirstDay) else {
            return SheetTerm(unread: CleanupText.termUnreadable)
        }
        let length = SheetLength(in: scan.rest)
        switch scan.dates.count {
        case 2: return range(scan.dates, length, text)
        case 1: return term(scan.dates[0], scan.rest, length, text)
        case 0:
            guard let length else { return SheetTerm(unread: CleanupText.termUnreadable) }
            guard let next else { return SheetTerm(unread: CleanupText.termNoFirstDay(text)) }
            return SheetTerm(start: next, end: length.end(from: next))
        default: return SheetTerm(unread: CleanupText.termUnreadable)
        }
    }

    /// The term whose first and last day stand in cells of their own.
    static func term(from first: String, to last: String) -> SheetTerm {
        let isEndless = SheetWords.endless.contains { SheetWords.plain(last).contains($0) }
        let (start, end) = (one(first)?.first, isEndless ? nil : one(last)?.last)
        if first.isEmpty && last.isEmpty { return SheetTerm(unread: CleanupText.noTerm) }
        if !first.isEmpty && start == nil || !last.isEmpty && end == nil && !isEndless {
            return SheetTerm(unread: CleanupText.termUnreadable)
        }
        guard let start else { return SheetTerm(end: end, unread: CleanupText.termNoFirstDay(last)) }
        guard let end else {
            return SheetTerm(start: start, unread: CleanupText.termNoLastDay(last.isEmpty ? first : last))
        }
        return end < start ? SheetTerm(unread: CleanupText.termUnreadable) : SheetTerm(start: start, end: end)
    }

    private static func isUnsure(_ piece: String) -> Bool { SheetWords.unsure.contains { piece.contains($0) } }

    private static func movesFirstDay(_ piece: String) -> Bool {
        piece.first.map { SheetWords.endings.contains($0) } ?? false
    }

    /// With one date: a first day and a length, a first day and a last one without its year, or one of them alone.
    private static func term(_ date: SheetDate, _ rest: [String], _ length: SheetLength?, _ text: String) -> SheetTerm {
        guard let start = date.first else { return SheetTerm(unread: CleanupText.termUnreadable) }
        if let length { return SheetTerm(start: start, end: length.end(from: start)) }
        if !rest[0].isEmpty, SheetWords.until.contains(where: { rest[0].hasSuffix($0) }) {
            return SheetTerm(end: date.last, unread: CleanupText.termNoFirstDay(text))
        }
        let behind = String(rest[1].drop { SheetWords.ranges.contains($0) })
        if behind.count < rest[1].count, behind.first.map(isFigure) == true {
            let same = scan(String(date.year) + String(SheetWords.year) + behind)
            if same.dates.count == 1, let month = same.dates[0].month, (1...12).contains(month),
                same.rest[1].isEmpty || SheetWords.dateTails.contains(same.rest[1])
            {
                return range([date, same.dates[0]], nil, text)
            }
        }
        return SheetTerm(start: start, unread: CleanupText.termNoLastDay(text))
    }

    private static func range(_ dates: [SheetDate], _ length: SheetLength?, _ text: String) -> SheetTerm {
        guard let start = dates[0].first, let end = dates[1].last, end >= start else {
            return SheetTerm(unread: CleanupText.termUnreadable)
        }
        // Two statements that differ by more than a month have no one reading.
        if let length, abs(length.end(from: start).dayNumber - end.dayNumber) > 31 {
            return SheetTerm(unread: CleanupText.termContradicts(text))
        }
        return SheetTerm(start: start, end: end)
    }

    /// The dates of a text in order, and what stands before, between and behind them.
    static func scan(_ text: String) -> (dates: [SheetDate], rest: [String]) {
        let signs = SheetNumerals.inFigures(Array(text))
        var dates: [SheetDate] = []
        var rest = [""]
        var place = 0
        while place < signs.count {
            if place == 0 || !isFigure(signs[place - 1]), let (date, end) = date(signs, place) {
                dates.append(date)
                rest.append("")
                place = end
            } else {
                rest[rest.count - 1].append(signs[place])
                place += 1
            }
        }
        return (dates, rest)
    }

    private static func isFigure(_ sign: Character) -> Bool { sign.isASCII && sign.isNumber }

    /// The date that begins at a place, and where it ends.
    private static func date(_ signs: [Character], _ start: Int) -> (SheetDate, Int)? {
        let (year, count) = number(signs, start)
        if count == 8 {
            let date = SheetDate(year: year / 10_000, month: year / 100 % 100, day: year % 100)
            return date.exact == nil ? nil : (date, start + 8)
        }
        if count == 6, (1_900...2_199).contains(year / 100), (1...12).contains(year % 100) {
            return (SheetDate(year: year / 100, month: year % 100, day: nil), start + 6)
        }
        guard count == 4, (1_900...2_199).contains(year) else { return nil }
        var place = start + 4
        guard let (month, afterMonth) = part(signs, place, SheetWords.afterYear) else {
            if signs.indices.contains(place), signs[place] == SheetWords.year { place += 1 }
            return (SheetDate(year: year, month: nil, day: nil), place)
        }
        place = afterMonth
        guard let (day, afterDay) = part(signs, place, SheetWords.afterMonth) else {
            if signs.indices.contains(place), signs[place] == SheetWords.month { place += 1 }
            return (SheetDate(year: year, month: month, day: nil), place)
        }
        place = afterDay
        if signs.indices.contains(place), SheetWords.afterDay.contains(signs[place]) { place += 1 }
        return (SheetDate(year: year, month: month, day: day), place)
    }

    /// A number of one or two figures behind a sign that parts dates.
    private static func part(_ signs: [Character], _ place: Int, _ marks: Set<Character>) -> (Int, Int)? {
        guard signs.indices.contains(place), marks.contains(signs[place]) else { return nil }
        let (number, count) = number(signs, place + 1)
        return (1...2).contains(count) ? (number, place + 1 + count) : nil
    }

    private static func number(_ signs: [Character], _ start: Int) -> (Int, Int) {
        var number = 0
        var place = start
        while place < signs.count, isFigure(signs[place]), place - start < 9 {
            number = number * 10 + (signs[place].wholeNumberValue ?? 0)
            place += 1
        }
        return (number, place - start)
    }
}
