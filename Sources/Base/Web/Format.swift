package import Kernel

/// How figures, dates and times are written for people: integers in, words out, no locale of the machine involved.
package struct Format: Sendable {
    package let language: Language

    package init(_ language: Language) {
        self.language = language
    }

    /// For a figure at a glance: whole yuan, what is below half a yuan left out, what is half and more counted as one.
    package func wholeMoney(_ amount: Money) -> String {
        let yuan = (amount.fen.magnitude + 50) / 100
        return (amount.fen < 0 && yuan > 0 ? "−¥" : "¥") + Self.grouped(yuan)
    }
    package func money(_ amount: Money) -> String { money(fen: amount.fen) }
    package func area(_ area: Area) -> String { self.area(tenThousandthsOfMu: area.units) }

    /// 72,000,000 fen as `¥720,000.00`; a negative amount as `−¥1.00`.
    package func money(fen: Int64) -> String {
        let magnitude = fen.magnitude
        return (fen < 0 ? "−¥" : "¥") + Self.grouped(magnitude / 100) + "." + (magnitude % 100).padded(to: 2)
    }

    /// 200,000 units of 0.0001 mu as `20 mu`; only the decimals that are there.
    package func area(tenThousandthsOfMu units: Int64) -> String {
        language(Text.area(Self.decimal(units, places: 4, trimmed: true)))
    }

    /// A whole number with thousands grouped: `233,856`.
    package func count(_ number: some BinaryInteger) -> String {
        (number < 0 ? "−" : "") + Self.grouped(UInt64(number.magnitude))
    }

    /// `part` of `whole` as a percentage rounded half up to one decimal: `66.7%`; a dash when there is no whole.
    package func percent(_ part: Int64, of whole: Int64) -> String {
        guard whole > 0 else { return language(Text.none) }
        let divisor = whole.magnitude
        let (hundreds, rest) = part.magnitude.quotientAndRemainder(dividingBy: divisor)
        let (tenths, left) = divisor.dividingFullWidth(rest.multipliedFullWidth(by: 1_000))
        let rounded = left >= divisor - left ? tenths + 1 : tenths
        let (wholePercent, overflow) = hundreds.multipliedReportingOverflow(by: 100)
        guard !overflow else { return language(Text.none) }
        let fraction = rounded % 10 == 0 ? "" : ".\(rounded % 10)"
        return (part < 0 ? "−" : "") + Self.grouped(wholePercent + rounded / 10) + fraction + "%"
    }

    /// Ten-thousandths (basis points) as a percentage: 350 as `3.5%`.
    package func percent(basisPoints: Int64) -> String {
        Self.decimal(basisPoints, places: 2, trimmed: true) + "%"
    }

    /// `14 May 2019`.
    package func date(_ date: CivilDate) -> String {
        let (year, month, day) = date.components
        return language(Text.date(year: year, month: month, day: day))
    }

    /// `May 2019`: an accounting period.
    package func month(year: Int, month: Int) -> String {
        guard (1...12).contains(month) else { return language(Text.none) }
        return language(Text.month(year: year, month: month))
    }

    /// The ISO text `2019-05-14` written for people; what is no date comes back as it is.
    package func date(iso text: String) -> String {
        CivilDate(recorded: text).map { date($0) } ?? text
    }

    /// The date of an instant in Asia/Shanghai.
    package func date(_ instant: Instant) -> String {
        date(instant.date)
    }

    /// `14 May 2019 09:30:05` in Asia/Shanghai, which is UTC+8 all year; a whole minute is `14 May 2019 09:30`.
    ///
    /// Midnight itself is the end of the day before, and so is its last second, as offices write a deadline:
    /// `13 May 2019 24:00`.
    package func instant(_ instant: Instant) -> String {
        if instant == instant.date.start { return language(Text.endOfDay(date(instant.date.adding(days: -1)))) }
        if instant.adding(milliseconds: 1_000).date != instant.date { return language(Text.endOfDay(date(instant))) }
        let isWhole = instant.milliseconds % 60_000 == 0
        return isWhole ? String(published(instant).dropLast(3)) : published(instant)
    }

    /// The same with midnight as `00:00:00`: texts that stand in the log keep the form they always had.
    package func published(_ instant: Instant) -> String { date(instant) + " " + time(instant) }

    /// `09:30:05` in Asia/Shanghai.
    package func time(_ instant: Instant) -> String {
        let clock = instant.clock
        return [clock.hour, clock.minute, clock.second].map { $0.padded(to: 2) }.joined(separator: ":")
    }

    /// The two largest units of a span: `4 minutes 5 seconds`.
    package func duration(milliseconds: Int64) -> String {
        let seconds = Int64(milliseconds.magnitude / 1_000)
        let parts: [(Int64, (String) -> Message)] = [
            (seconds / 86_400, Text.days), (seconds / 3_600 % 24, Text.hours), (seconds / 60 % 60, Text.minutes),
            (seconds % 60, Text.seconds),
        ]
        guard let first = parts.firstIndex(where: { $0.0 > 0 }) else { return language(Text.seconds("0")) }
        return parts[first...].prefix(2).filter { $0.0 > 0 }.map { language($0.1(count($0.0))) }.joined(separator: " ")
    }

    /// Millionths as a number without zeros at the end: `30,000`, `27.3`.
    package func millionths(_ units: Int64) -> String { Format.decimal(units, places: 6, trimmed: true) }

    /// Shares kept in hundredths: `1.5`.
    package func shares(hundredths: Int64) -> String { Format.decimal(hundredths, places: 2, trimmed: true) }

    /// Grams as kilograms: `12.5`.
    package func kilograms(grams: Int64) -> String { Format.decimal(grams, places: 3, trimmed: true) }

    package func years(_ number: Int64) -> String { language(Text.years(count(number))) }

    /// Yes or no.
    package func flag(_ value: Bool) -> String { language(value ? Text.yes : Text.no) }
}

extension Format {
    /// What stands in a form's money field: `720000.00`, without sign and grouping.
    package static func typedMoney(fen: Int64) -> String {
        decimal(fen, places: 2, trimmed: false, grouping: false, minus: "-")
    }

    /// What stands in a form's area field: `20.5`.
    package static func typedArea(tenThousandthsOfMu units: Int64) -> String {
        decimal(units, places: 4, trimmed: true, grouping: false, minus: "-")
    }

    /// What a `datetime-local` field holds: `2019-05-14T09:30`, in Asia/Shanghai.
    package static func typedInstant(_ instant: Instant) -> String {
        machineTime(instant, withSeconds: false)
    }

    /// For `<time datetime>`: `2019-05-14T09:30:05+08:00`.
    package static func machineInstant(_ instant: Instant) -> String {
        machineTime(instant, withSeconds: true) + "+08:00"
    }

    private static func machineTime(_ instant: Instant, withSeconds: Bool) -> String {
        let (hour, minute, second, _) = instant.clock
        let parts = [hour, minute] + (withSeconds ? [second] : [])
        return "\(instant.date)T" + parts.map { $0.padded(to: 2) }.joined(separator: ":")
    }

    static func decimal(
        _ units: Int64, places: Int, trimmed: Bool, grouping: Bool = true, minus: String = "−"
    ) -> String {
        var scale: UInt64 = 1
        for _ in 0..<places { scale *= 10 }
        let whole = units.magnitude / scale
        var fraction = (units.magnitude % scale).padded(to: places)
        while trimmed && fraction.last == "0" { fraction.removeLast() }
        let digits = grouping ? grouped(whole) : String(whole)
        return (units < 0 ? minus : "") + digits + (fraction.isEmpty ? "" : "." + fraction)
    }

    static func grouped(_ number: UInt64) -> String {
        var out: [Character] = []
        for (position, digit) in String(number).reversed().enumerated() {
            if position > 0 && position % 3 == 0 { out.append(",") }
            out.append(digit)
        }
        return String(out.reversed())
    }
}

extension PageRequest {
    /// Figures and dates in the reader's language.
    package var format: Format { Format(language) }
}
