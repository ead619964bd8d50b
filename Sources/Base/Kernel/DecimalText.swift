/// Decimal numbers as people type them, turned into whole units.
///
/// Full-width figures and signs are understood, and a comma where it parts groups of three: `"1,200.5"` is 1200.5. A comma
/// anywhere else could be a decimal point, so the number has two readings and none is chosen.
enum DecimalText {
    enum Reading: Sendable, Hashable {
        case units(Int64)
        /// More than eighteen figures.
        case tooLarge
        case twoReadings(String, String)
        case notANumber
    }

    /// The words a number may stand beside.
    enum Words: Sendable {
        case none, money, area, percent, kilograms

        var units: [(word: String, power: Int)] {
            switch self {
            case .none: []
            case .money: NotationText.moneyUnits
            case .area: NotationText.areaUnits
            case .percent: [("%", 0)]
            case .kilograms: NotationText.kilogramUnits
            }
        }
    }

    /// `text` × 10^`scale`; more decimals than the scale has are no number.
    static func read(_ text: String, scale: Int, words: Words = .none) -> Reading {
        var rest = Folding.folded(text)[...]
        var isNegative = false
        // Behind brackets and a sign at the end, or within them.
        var power = strip(unit: &rest, words)
        if words == .money { strip(currency: &rest) }
        if rest.first == "(", rest.last == ")" {
            isNegative = true
            rest = rest.dropFirst().dropLast()
            if words == .money { strip(currency: &rest) }
        }
        if let sign = rest.first, sign == "-" || sign == "+" {
            if isNegative { return .notANumber }
            isNegative = sign == "-"
            rest.removeFirst()
            while rest.first == " " { rest.removeFirst() }
            if words == .money { strip(currency: &rest) }
        } else if rest.last == "-", !isNegative {
            // The sign behind the figures, as mainframes print it.
            isNegative = true
            rest.removeLast()
        }
        if power == nil { power = strip(unit: &rest, words) }
        switch magnitude(Array(rest.utf8), scale: scale + (power ?? 0)) {
        case .units(let units): return .units(isNegative ? -units : units)
        case let other: return other
        }
    }

    /// Takes the word for the unit off the end; the power of ten it stands for, nil where there is none.
    private static func strip(unit rest: inout Substring, _ words: Words) -> Int? {
        guard let unit = words.units.first(where: { rest.hasSuffix($0.word) }) else { return nil }
        rest.removeLast(unit.word.count)
        while rest.last == " " { rest.removeLast() }
        return unit.power
    }

    private static func strip(currency rest: inout Substring) {
        for word in NotationText.currencies where rest.hasPrefix(word) {
            rest.removeFirst(word.count)
            while rest.first == " " { rest.removeFirst() }
            return
        }
    }

    /// `12,345.60` without sign and words.
    private static func magnitude(_ bytes: [UInt8], scale: Int) -> Reading {
        let halves = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard halves.count <= 2, let whole = halves.first else { return .notANumber }
        var fraction = halves.count == 2 ? halves[1] : []
        // 600.0000 is how some stores print an amount; three figures behind the point could be thousands.
        if fraction.count > 3 { while fraction.count > scale, fraction.last == 0x30 { fraction.removeLast() } }
        guard fraction.allSatisfy(isDigit), halves.count == 1 || !fraction.isEmpty,
            fraction.count <= scale
        else {
            return .notANumber
        }
        let groups = whole.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return .notANumber }
        let isGrouped =
            groups.count == 1
            || (groups[0].count <= 3 && groups[0].first != 0x30
                && groups.dropFirst().allSatisfy { $0.count == 3 })
        guard isGrouped else {
            // One comma and no point: somebody's decimal comma, or a slip in the groups.
            guard groups.count == 2, halves.count == 1 else { return .notANumber }
            let (left, right) = (
                String(decoding: groups[0], as: UTF8.self), String(decoding: groups[1], as: UTF8.self)
            )
            return .twoReadings("\(left).\(right)", left + right)
        }
        let digits =
            groups.joined() + fraction + [UInt8](repeating: 0x30, count: scale - fraction.count)
        let significant = digits.drop { $0 == 0x30 }
        guard significant.count <= 18 else { return .tooLarge }
        return .units(Digits.number(significant[...]).map(Int64.init) ?? 0)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension Money {
    /// An amount as a person types it, in yuan: `1,200.50`, `¥800`, `３．５`, `1.2万元`, `(35.00)` for less than
    /// nothing, `陆佰元整`.
    package init(typed text: String) throws(Rejection) {
        switch DecimalText.read(text, scale: 2, words: .money) {
        case .units(let fen) where fen.magnitude <= UInt64(Money.highest): self.init(fen: fen)
        case .units, .tooLarge: throw Money.outOfRange
        case .twoReadings(let first, let second):
            throw KernelRejection.twoReadings(field: "", text: text, first: first, second: second)
                .rejection
        case .notANumber:
            guard let written = CapitalAmount.read(Folding.folded(text)) else {
                throw KernelRejection.badMoney(field: "").rejection
            }
            self = written
        }
    }
}

extension Area {
    /// The units of an area as a person types it, in mu: `374.6`, `１，２００ 亩`.
    static func units(typed text: String) throws(Rejection) -> Int64 {
        switch DecimalText.read(text, scale: 4, words: .area) {
        case .units(let units): return units
        case .tooLarge:
            throw KernelRejection.outOfRange(field: "", lowest: 0, highest: highest).rejection
        case .twoReadings(let first, let second):
            throw KernelRejection.twoReadings(field: "", text: text, first: first, second: second)
                .rejection
        case .notANumber: throw KernelRejection.badArea(field: "").rejection
        }
    }
}
