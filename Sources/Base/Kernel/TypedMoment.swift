/// Days and times as people, banks and offices write them: `2024.1.5`, `2024/1/5`, `2024年1月5日`, `20190311`, each with a
/// time behind it or none. The year comes first and has four figures; nothing else is guessed.
struct TypedMoment: Sendable, Hashable {
    let date: CivilDate
    /// Milliseconds since midnight; nil when no time is written.
    let clock: Int64?
    /// Milliseconds east of Greenwich; nil when no zone is written.
    let offset: Int64?

    init?(_ text: String) {
        var cursor = Cursor(Array(Folding.folded(text).unicodeScalars)[...])
        guard let (date, isPacked) = TypedMoment.date(&cursor) else { return nil }
        self.date = date
        if isPacked, cursor.isFigure {
            // 20190311140233
            guard let clock = TypedMoment.packedClock(cursor) else { return nil }
            (self.clock, offset) = (clock, nil)
            return
        }
        let isParted = cursor.skipSpaces() || cursor.take("T")
        if cursor.isAtEnd {
            (clock, offset) = (nil, nil)
            return
        }
        if isPacked, let clock = TypedMoment.packedClock(cursor) {
            // 20190311 140233, as banks write it
            (self.clock, offset) = (clock, nil)
            return
        }
        guard isParted || cursor.follows(NotationText.days), let clock = TypedMoment.clock(&cursor)
        else { return nil }
        self.clock = clock
        guard let offset = TypedMoment.zone(&cursor) else { return nil }
        self.offset = offset.milliseconds
    }

    var instant: Instant? {
        clock.map {
            Instant(
                milliseconds: Int64(date.dayNumber) * 86_400_000 + $0 - (offset ?? Instant.shanghaiOffset))
        }
    }

    private static func date(_ cursor: inout Cursor) -> (CivilDate, isPacked: Bool)? {
        guard let year = cursor.number(4...4) else { return nil }
        if cursor.isFigure {
            guard let month = cursor.number(2...2), let day = cursor.number(2...2) else { return nil }
            return CivilDate.ofAnyYear(year, month, day).map { ($0, true) }
        }
        let isSpaced = cursor.skipSpaces()
        if cursor.take(NotationText.year) {
            _ = cursor.skipSpaces()
            guard let month = cursor.number(1...2) else { return nil }
            _ = cursor.skipSpaces()
            guard cursor.take(NotationText.month) else { return nil }
            _ = cursor.skipSpaces()
            guard let day = cursor.number(1...2) else { return nil }
            if cursor.isSpacedBefore(NotationText.days) { _ = cursor.skipSpaces() }
            _ = cursor.take(anyOf: NotationText.days)
            return CivilDate.ofAnyYear(year, month, day).map { ($0, false) }
        }
        guard !isSpaced, let mark = cursor.take(anyOf: ["-", ".", "/"]), let month = cursor.number(1...2),
            cursor.take(mark),
            let day = cursor.number(1...2)
        else { return nil }
        return CivilDate.ofAnyYear(year, month, day).map { ($0, false) }
    }

    /// `140233` and nothing behind it.
    private static func packedClock(_ start: Cursor) -> Int64? {
        var cursor = start
        guard let hour = cursor.number(2...2), let minute = cursor.number(2...2), let second = cursor.number(2...2),
            cursor.isAtEnd
        else { return nil }
        return milliseconds(hour, minute, second)
    }

    /// `9:30`, `09:30:05.123`, `9时30分5秒`.
    private static func clock(_ cursor: inout Cursor) -> Int64? {
        guard let hour = cursor.number(1...2),
            cursor.take(":") || cursor.take(anyOf: NotationText.hours) != nil
        else {
            return nil
        }
        guard let minute = cursor.number(2...2) else { return nil }
        var second = 0
        var fraction = 0
        if cursor.take(":") || cursor.take(NotationText.minute), cursor.isFigure {
            guard let read = cursor.number(2...2) else { return nil }
            second = read
            _ = cursor.take(NotationText.second)
            if cursor.take(".") {
                guard let digits = cursor.number(3...3) else { return nil }
                fraction = digits
            }
        }
        return milliseconds(hour, minute, second).map { $0 + Int64(fraction) }
    }

    /// Nothing, `Z` or `+08:00`; nil for anything else.
    private static func zone(_ cursor: inout Cursor) -> (milliseconds: Int64?, Void)? {
        if cursor.isAtEnd { return (nil, ()) }
        if cursor.take("Z") { return cursor.isAtEnd ? (0, ()) : nil }
        guard let sign = cursor.take(anyOf: ["+", "-"]), let hours = cursor.number(2...2), hours <= 14,
            cursor.take(":"),
            let minutes = cursor.number(2...2), minutes < 60, cursor.isAtEnd
        else { return nil }
        return (Int64(hours * 60 + minutes) * 60_000 * (sign == "-" ? -1 : 1), ())
    }

    private static func milliseconds(_ hour: Int, _ minute: Int, _ second: Int) -> Int64? {
        guard hour < 24, minute < 60, second < 60 else { return nil }
        return Int64(hour * 3_600 + minute * 60 + second) * 1_000
    }
}

/// Walks along a short text.
private struct Cursor {
    private var rest: ArraySlice<Unicode.Scalar>
    private var last: Unicode.Scalar?

    init(_ scalars: ArraySlice<Unicode.Scalar>) { rest = scalars }

    var isAtEnd: Bool { rest.isEmpty }
    var isFigure: Bool { rest.first.map { ("0"..."9").contains($0) } ?? false }

    /// Whether nothing but spaces stands before one of these.
    func isSpacedBefore(_ scalars: Set<Unicode.Scalar>) -> Bool {
        rest.first { $0 != " " }.map(scalars.contains) ?? false
    }

    func follows(_ scalars: Set<Unicode.Scalar>) -> Bool { last.map(scalars.contains) ?? false }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool { take(anyOf: [scalar]) != nil }

    mutating func take(anyOf scalars: Set<Unicode.Scalar>) -> Unicode.Scalar? {
        guard let next = rest.first, scalars.contains(next) else { return nil }
        last = next
        return rest.removeFirst()
    }

    mutating func skipSpaces() -> Bool {
        var skipped = false
        while take(" ") { skipped = true }
        return skipped
    }

    /// A number of so many figures, as many as there are up to the bound.
    mutating func number(_ width: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while count < width.upperBound, isFigure, let digit = rest.first {
            value = value * 10 + Int(digit.value - 0x30)
            last = rest.removeFirst()
            count += 1
        }
        return width.contains(count) ? value : nil
    }
}

extension CivilDate {
    /// A day as people write it; a time behind it counts only where it names another zone than Shanghai's.
    package init?(typed text: String) {
        guard let moment = TypedMoment(text) else { return nil }
        self = moment.offset == nil ? moment.date : (moment.instant?.date ?? moment.date)
    }

    static func ofAnyYear(_ year: Int, _ month: Int, _ day: Int) -> CivilDate? {
        CivilDate(recorded: "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))")
    }
}

extension Instant {
    /// A day with a time as people write it, in Shanghai unless a zone is named.
    package init?(typed text: String) {
        guard let instant = TypedMoment(text)?.instant else { return nil }
        self = instant
    }
}
