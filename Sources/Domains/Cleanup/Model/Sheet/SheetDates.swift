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
        if let time = plain.firstIndex(of: " ") { plain = String(plain[..<time]) }
        if plain.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }), let serial = serial(plain) {
            return serial
        }
        let scan = scan(plain)
        guard scan.dates.count == 1, scan.rest.allSatisfy({ $0.isEmpty || SheetWords.dateTails.contains($0) }) else {
            return nil
        }
        return scan.dates[0]
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
        let years = years(in: scan.rest)
        switch scan.dates.count {
        case 2: return range(scan.dates, years, text)
        case 1:
            guard let start = scan.dates[0].first else { return SheetTerm(unread: CleanupText.termUnreadable) }
            guard let years else {
                guard !scan.rest[0].isEmpty, SheetWords.until.contains(where: { scan.rest[0].hasSuffix($0) }) else {
                    return SheetTerm(start: start, unread: CleanupText.termNoLastDay(text))
                }
                return SheetTerm(end: scan.dates[0].last, unread: CleanupText.termNoFirstDay(text))
            }
            return SheetTerm(start: start, end: start.anniversary(years).adding(days: -1))
        case 0:
            guard let years else { return SheetTerm(unread: CleanupText.termUnreadable) }
            guard let next else { return SheetTerm(unread: CleanupText.termNoFirstDay(text)) }
            return SheetTerm(start: next, end: next.anniversary(years).adding(days: -1))
        default: return SheetTerm(unread: CleanupText.termUnreadable)
        }
    }

    private static func range(_ dates: [SheetDate], _ years: Int?, _ text: String) -> SheetTerm {
        guard let start = dates[0].first, let end = dates[1].last, end >= start else {
            return SheetTerm(unread: CleanupText.termUnreadable)
        }
        // Two statements that differ by more than a month have no one reading.
        if let years, abs(start.anniversary(years).adding(days: -1).dayNumber - end.dayNumber) > 31 {
            return SheetTerm(unread: CleanupText.termContradicts(text))
        }
        return SheetTerm(start: start, end: end)
    }

    /// `60年` in one of the pieces between the dates; nil where there is none, or an impossible one.
    private static func years(in pieces: [String]) -> Int? {
        for piece in pieces {
            guard let place = piece.firstIndex(of: SheetWords.year) else { continue }
            let before = String(piece[..<place].reversed().prefix { SheetWords.isNumeral($0) }.reversed())
            if let years = SheetAmounts.whole(before), (1...999).contains(years) { return years }
        }
        return nil
    }

    /// The dates of a text in order, and what stands before, between and behind them.
    static func scan(_ text: String) -> (dates: [SheetDate], rest: [String]) {
        let signs = Array(text)
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
