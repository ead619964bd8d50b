import Kernel

/// How long a term is: `60年`, `十五年`, `3年半`, `一年零六个月`, `18个月`.
struct SheetLength: Sendable, Hashable {
    let years: Int
    let months: Int

    /// In one of the pieces between the dates; nil where there is none, or an impossible one.
    init?(in pieces: [String]) {
        for piece in pieces {
            if let length = Self(piece) {
                self = length
                return
            }
        }
        return nil
    }

    private init?(_ piece: String) {
        for place in piece.indices where piece[place] == SheetWords.year {
            let before = String(piece[..<place].reversed().prefix { SheetWords.isNumeral($0) }.reversed())
            let behind = piece[piece.index(after: place)...]
            if before.isEmpty, piece[..<place].last == SheetWords.half {
                self.init(0, 6)
                return
            }
            guard let years = SheetAmounts.whole(before), (1...999).contains(years) else { continue }
            self.init(years, behind.first == SheetWords.half ? 6 : Self.months(String(behind)) ?? 0)
            return
        }
        guard let months = Self.months(piece) else { return nil }
        self.init(0, months)
    }

    private init(_ years: Int, _ months: Int) {
        self.years = years
        self.months = months
    }

    /// `零6个月`, `六个月`; a month that belongs to a date is none.
    private static func months(_ text: String) -> Int? {
        guard let place = text.firstIndex(of: SheetWords.month), text[..<place].last == SheetWords.counter else {
            return nil
        }
        let figures = text[..<place].dropLast().reversed().prefix { SheetWords.isNumeral($0) }.reversed()
        let plain = String(figures).drop { SheetWords.and.contains($0) }
        guard let months = SheetAmounts.whole(String(plain)), (1...999).contains(months) else { return nil }
        return months
    }

    /// The last day of a term that begins on `start`.
    func end(from start: CivilDate) -> CivilDate {
        let whole = start.anniversary(years)
        return (months == 0 ? whole : whole.adding(months: months)).adding(days: -1)
    }
}

/// Dates in Chinese numerals turned into figures: `二〇二四年三月十五日` is `2024年3月15日`. All else stays as it is.
enum SheetNumerals {
    static func inFigures(_ signs: [Character]) -> [Character] {
        guard signs.contains(where: { SheetWords.digits[$0] != nil || SheetWords.powers[$0] != nil }) else {
            return signs
        }
        var out: [Character] = []
        var place = 0
        while place < signs.count {
            let run = signs[place...].prefix { SheetWords.digits[$0] != nil || SheetWords.powers[$0] != nil }
            guard !run.isEmpty else {
                out.append(signs[place])
                place += 1
                continue
            }
            let next = signs.indices.contains(run.endIndex) ? signs[run.endIndex] : " "
            out += figures(Array(run), before: next, behind: out) ?? Array(run)
            place = run.endIndex
        }
        return out
    }

    /// Four numerals before the word for year, or the number of a month behind it, or of a day behind that.
    private static func figures(_ run: [Character], before next: Character, behind out: [Character]) -> [Character]? {
        if run.count == 4, next == SheetWords.year || run.contains(where: { SheetWords.digits[$0] == 0 }) {
            let figures = run.compactMap { SheetWords.digits[$0] }
            if figures.count == 4 { return Array(figures.map(String.init).joined()) }
        }
        let year = out.dropLast().suffix(4)
        let isMonth =
            next == SheetWords.month && out.last == SheetWords.year && year.count == 4 && year.allSatisfy(\.isNumber)
        let isDay = SheetWords.afterDay.contains(next) && out.last == SheetWords.month
        guard isMonth || isDay, let number = SheetWords.chineseNumber(String(run)) else { return nil }
        return Array(String(number))
    }
}
