/// A day of the Gregorian calendar as it is lived in Asia/Shanghai. Arithmetic on integers, no formatter.
///
/// Days that enter lie in the years 1900 to 2199. What is reckoned from them may lie in any year that has four figures, so
/// that every day there is can be written and read back; arithmetic beyond stays at `first` or `last`.
package struct CivilDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Days since 1970-01-01.
    package let dayNumber: Int

    /// 1 January of the year 1 and 31 December of the year 9999: the days there are.
    package static let first = CivilDate(dayNumber: firstNumber)
    package static let last = CivilDate(dayNumber: lastNumber)
    /// The days that can be entered, from and to.
    package static let earliest = CivilDate(dayNumber: number(1900, 1, 1))
    package static let latest = CivilDate(dayNumber: number(2199, 12, 31))

    private static let firstNumber = -719_162
    private static let lastNumber = 2_932_896

    /// A number before `first` or after `last` gives that day.
    package init(dayNumber: Int) {
        self.dayNumber = min(max(dayNumber, CivilDate.firstNumber), CivilDate.lastNumber)
    }

    /// Nil when there is no such day. Years 1900 to 2199.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...2199).contains(year) else { return nil }
        self.init(anyYear: year, month, day)
    }

    /// From `2026-03-01`; nil for anything else. Years 1900 to 2199.
    package init?(_ text: String) {
        guard let date = CivilDate(recorded: text), (CivilDate.earliest...CivilDate.latest).contains(date) else {
            return nil
        }
        self = date
    }

    private init?(anyYear year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.days(inMonth: month, of: year)
        else { return nil }
        self.init(dayNumber: CivilDate.number(year, month, day))
    }

    /// Back from the log or a table: whatever day `description` wrote, of every year there is. Programs before record 0221
    /// wrote years of five and more figures, such as a notice sent in microseconds ends in: they are read as the last day.
    package init?(recorded text: String) {
        let bytes = Array(text.utf8)
        if bytes.count > 10, bytes.count <= 18, bytes[0] != 0x30, let year = Digits.number(bytes[..<(bytes.count - 6)]),
            CivilDate(anyYear: 2000 + year % 400, bytes.suffix(6)) != nil
        {
            self = .last
            return
        }
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = Digits.number(bytes[0..<4]), let month = Digits.number(bytes[5..<7]),
            let day = Digits.number(bytes[8..<10])
        else { return nil }
        self.init(anyYear: year, month, day)
    }

    /// A day of a year that is known, from `-03-01`.
    private init?(anyYear year: Int, _ rest: ArraySlice<UInt8>) {
        let bytes = Array(rest)
        guard bytes[0] == 0x2D, bytes[3] == 0x2D, let month = Digits.number(bytes[1..<3]),
            let day = Digits.number(bytes[4..<6])
        else { return nil }
        self.init(anyYear: year, month, day)
    }

    /// The first day of a month counted from January of the year 0, as `year * 12 + month - 1`; the first or last month
    /// there is, where there is none so far away.
    package init(firstOfMonth index: Int) {
        let index = min(max(index, 12), 9999 * 12 + 11)
        self.init(dayNumber: CivilDate.number(index / 12, index % 12 + 1, 1))
    }

    /// Year, month and day (Howard Hinnant's civil-from-days, the standard public algorithm).
    package var components: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    package var year: Int { components.year }

    /// The first day of its month.
    package var monthStart: CivilDate { adding(days: 1 - components.day) }

    /// 1 Monday … 7 Sunday.
    package var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

    package var description: String {
        let (year, month, day) = components
        return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    }

    package static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }

    package func adding(days: Int) -> CivilDate {
        CivilDate(dayNumber: dayNumber + min(max(days, -CivilDate.span), CivilDate.span))
    }

    /// More days, and more months, than there are.
    private static let span = 4_000_000

    /// The same day so many months later, or the last day of that month where it has no such day.
    package func adding(months: Int) -> CivilDate {
        let (year, month, day) = components
        let count = year * 12 + month - 1 + min(max(months, -CivilDate.span), CivilDate.span)
        guard count >= 12 else { return .first }
        guard count <= 9999 * 12 + 11 else { return .last }
        let (newYear, newMonth) = (count / 12, count % 12 + 1)
        let last = CivilDate.days(inMonth: newMonth, of: newYear)
        return CivilDate(dayNumber: CivilDate.number(newYear, newMonth, min(day, last)))
    }

    package func adding(years: Int) -> CivilDate { adding(months: min(max(years, -10_000), 10_000) * 12) }

    /// The first day of the year `years` whole years on: the day of the same number, and 1 March where a period that began
    /// on 29 February meets a year without one. So the year before ends on 28 February, its last day (Civil Code, art. 202).
    package func anniversary(_ years: Int) -> CivilDate {
        let same = adding(years: years)
        return same.adding(years: -years) == self ? same : same.adding(days: 1)
    }

    /// The first millisecond of the day in Asia/Shanghai.
    package var start: Instant { Instant(milliseconds: Int64(dayNumber) * 86_400_000 - Instant.shanghaiOffset) }
    /// The first millisecond after the day.
    package var end: Instant { adding(days: 1).start }

    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension CivilDate: FieldValue {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        guard case .string(let text) = field else { throw KernelRejection.badDate(field: "").rejection }
        guard let date = notation == .typed ? CivilDate(typed: text) : CivilDate(recorded: text) else {
            throw KernelRejection.badDate(field: "").rejection
        }
        guard notation == .logged || (CivilDate.earliest...CivilDate.latest).contains(date) else {
            throw KernelRejection.dateOutOfRange(field: "").rejection
        }
        self = date
    }

    package var field: JSON { .string(description) }
    package static var shape: FieldShape { FieldShape(.date, unit: "YYYY-MM-DD, 1900 to 2199") }
    package static var example: CivilDate { CivilDate(dayNumber: 0) }
}

/// Small numbers in text, without formatters.
enum Digits {
    /// The number that at most 18 figures write; nil for anything else.
    static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count <= 18 else { return nil }
        var value = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return bytes.isEmpty ? nil : value
    }
}

extension BinaryInteger {
    /// Its digits with zeros before them, at least `width`; of a negative number the sign counts and comes after the zeros.
    package func padded(to width: Int, radix: Int = 10) -> String {
        let digits = radix == 10 ? description : String(self, radix: radix)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
