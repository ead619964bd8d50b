import Kernel

/// Reads the cells of a list of contracts: areas, sums and rents as village offices write them. Nothing is guessed: what has
/// no one reading is named with what stands there.
enum SheetAmounts {
    /// Units of 0.0001 mu. `1亩8分`, `86㎡`, `12.5`, `5亩6分3厘`.
    static func area(_ text: String) throws(Unread) -> Area {
        let plain = SheetWords.plain(text)
        for word in SheetWords.vague where plain.contains(word) { throw Unread(CleanupText.areaVague) }
        if let units = muFenLi(plain) { return Area(units: units) }
        for (word, factor) in SheetWords.areaUnits where plain.hasSuffix(word) {
            let body = String(plain.dropLast(word.count))
            let words = SheetWords.chineseNumber(body).map { Int64(min($0, 1_000_000_000)) * 10_000 }
            guard let number = decimal(body, scale: 4) ?? words else { break }
            // The number counts ten thousandths; `factor` are 0.0001 mu of one unit.
            return try bounded((Int128(number) * Int128(factor) + 5_000) / 10_000)
        }
        if let number = decimal(plain, scale: 4) { return try bounded(Int128(number)) }
        for word in SheetWords.counters where plain.hasSuffix(word) {
            throw Unread(CleanupText.areaIsCount(text))
        }
        throw Unread(CleanupText.areaUnreadable)
    }

    private static func bounded(_ units: Int128) throws(Unread) -> Area {
        guard units > 0, units <= Int128(Area.highest) else { throw Unread(CleanupText.areaUnreadable) }
        return Area(units: Int64(units))
    }

    /// Mu, tenths and hundredths: `5亩6分3厘`, `三亩半`; at least one of the smaller parts.
    private static func muFenLi(_ plain: String) -> Int64? {
        if plain == SheetWords.halfMu { return 5_000 }
        var text = plain
        if text.last == SheetWords.half, let half = text.dropLast().last.flatMap({ SheetWords.halves[$0] }) {
            text = text.dropLast() + half
        }
        var rest = text[...]
        var units: Int64 = 0
        var parts = 0
        for (word, factor) in SheetWords.areaParts {
            guard let place = rest.firstIndex(of: word) else { continue }
            let figure = String(rest[..<place])
            rest = rest[rest.index(after: place)...]
            if let number = whole(figure), number < (parts == 0 ? 1_000_000 : 10) {
                units += Int64(number) * factor
            } else if rest.isEmpty, factor < 10_000, let number = decimal(figure, scale: 2),
                number < (parts == 0 ? 100_000 : 1_000)
            {
                units += number * factor / 100
            } else {
                return nil
            }
            parts += 1
        }
        return rest.isEmpty && (parts > 1 || parts == 1 && text.last != SheetWords.areaParts.first?.0) ? units : nil
    }

    /// An amount in yuan: `８０００`, `1.2万`, `贰万元整`, `500元`; nothing for free use.
    static func money(_ text: String) throws(Unread) -> Money {
        let plain = SheetWords.plain(text)
        if SheetWords.free.contains(plain) { return .zero }
        if SheetWords.waysOfPaying.contains(where: { plain.contains($0) }) {
            throw Unread(CleanupText.wayOfPaying(text))
        }
        if plain.contains(SheetWords.perMu) { throw Unread(CleanupText.pricePerMu(text)) }
        var body = plain[...]
        for word in SheetWords.yearly where body.hasSuffix(word) { body = body.dropLast(word.count) }
        if let word = SheetWords.yearly.first(where: { body.hasPrefix($0) }) { body = body.dropFirst(word.count) }
        if let money = try? Money(typed: String(body)), money >= .zero { return money }
        if let number = SheetWords.chineseMoney(String(body)), number <= Money.highest / 100 {
            return Money(fen: number * 100)
        }
        if let fen = decimal(String(body), scale: 4) { return Money(fen: (fen + 50) / 100) }
        throw Unread(CleanupText.moneyUnreadable)
    }

    /// `每亩小麦80斤`, `玉米50公斤/亩`; nil for anything else.
    static func inKind(_ text: String) -> RentInKind? {
        let plain = SheetWords.plain(text)
        guard plain.contains(SheetWords.perMu) || plain.contains(SheetWords.mu),
            let crop = SheetWords.crops.first(where: { plain.contains($0.word) })
        else { return nil }
        for (word, grams) in SheetWords.weights {
            guard let place = plain.firstRange(of: word) else { continue }
            let before = plain[..<place.lowerBound]
            let digits = before.reversed().prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            if let number = decimal(String(String(digits).reversed()), scale: 3) {
                return RentInKind(crop: crop.crop, gramsPerMu: number * grams / 1_000)
            }
            let words = String(
                before.reversed().prefix { SheetWords.digits[$0] != nil || SheetWords.powers[$0] != nil })
            if let number = SheetWords.chineseNumber(String(words.reversed())) {
                return RentInKind(crop: crop.crop, gramsPerMu: Int64(number) * grams)
            }
        }
        return nil
    }

    /// A decimal number in figures × 10^`scale`, half up where it has more decimals; groups of three by commas understood.
    static func decimal(_ text: String, scale: Int) -> Int64? {
        var whole = Array(text.utf8)
        if whole.contains(UInt8(ascii: ",")) {
            let groups = text.split(separator: ".", omittingEmptySubsequences: false)[0].split(
                separator: ",", omittingEmptySubsequences: false)
            guard groups[0].count <= 3, !groups[0].isEmpty, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
                return nil
            }
            whole.removeAll { $0 == UInt8(ascii: ",") }
        }
        let halves = whole.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard halves.count <= 2, !halves[0].isEmpty, halves[0].count <= 12,
            halves.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        var number: Int64 = 0
        for byte in halves[0] { number = number * 10 + Int64(byte - 0x30) }
        let fraction = halves.count == 2 ? Array(halves[1]) : []
        for place in 0..<scale {
            number = number * 10 + (fraction.indices.contains(place) ? Int64(fraction[place] - 0x30) : 0)
        }
        if fraction.count > scale, fraction[scale] >= 0x35 { number += 1 }
        return number
    }

    /// A whole number in figures or in Chinese words.
    static func whole(_ text: String) -> Int? {
        if !text.isEmpty, text.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Int(text) }
        return SheetWords.chineseNumber(text)
    }
}

/// Why a cell has no one reading.
struct Unread: Error, Hashable {
    let why: Message

    init(_ why: Message) { self.why = why }
}
