package import Kernel

/// A fraction of whole numbers. Rates and quantities stay exact until a line is printed: whoever rounds the rate first is
/// wrong by yuan at the month's end.
package struct Exact: Sendable, Hashable {
    private let numerator: Int128
    /// Above zero.
    private let denominator: Int128

    package static let one = Exact(whole: 1)

    package init(whole: Int64) {
        numerator = Int128(whole)
        denominator = 1
    }

    /// `units` × 10^−`scale`; throws beyond eighteen decimals.
    package init(units: Int64, scale: Int) throws(Rejection) {
        guard (0...18).contains(scale) else { throw LabourRefusal.amountTooLarge() }
        self.init(Int128(units), over: (0..<scale).reduce(Int128(1)) { power, _ in power * 10 })
    }

    private init(_ numerator: Int128, over denominator: Int128) {
        let divisor = Int128(Exact.divisor(numerator.magnitude, denominator.magnitude))
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.numerator = sign * numerator / divisor
        self.denominator = sign * denominator / divisor
    }

    /// A decimal (`17.51`), or decimals joined by `/`, `*` and `×` from left to right (`5000/30/8/60`). At most 18 figures
    /// each; throws for anything else and for a division by nothing.
    package init(_ text: String) throws(Rejection) {
        var value: Exact?
        var divides = false
        for part in Exact.parts(text) {
            switch part {
            case "/": divides = true
            case "*", "×": divides = false
            default:
                let number = try Exact(decimal: part, of: text)
                guard let left = value else {
                    value = number
                    continue
                }
                value = try divides ? left.divided(by: number) : left.times(number)
            }
        }
        guard let value else { throw LabourRefusal.numberUnreadable(String(text.prefix(40))) }
        self = value
    }

    package func times(_ other: Exact) throws(Rejection) -> Exact {
        let (top, first) = numerator.multipliedReportingOverflow(by: other.numerator)
        let (bottom, second) = denominator.multipliedReportingOverflow(by: other.denominator)
        guard !first, !second else { throw LabourRefusal.amountTooLarge() }
        return Exact(top, over: bottom)
    }

    package func divided(by other: Exact) throws(Rejection) -> Exact {
        guard other.numerator != 0 else { throw LabourRefusal.amountTooLarge() }
        return try times(Exact(other.denominator, over: other.numerator))
    }

    /// This many yuan in fen, half away from zero: the one rounding there is.
    package func roundedToFen() throws(Rejection) -> Money {
        let (top, overflow) = numerator.magnitude.multipliedReportingOverflow(by: 200)
        guard !overflow else { throw LabourRefusal.amountTooLarge() }
        let fen = (top + denominator.magnitude) / (2 * denominator.magnitude)
        guard fen <= UInt128(Money.highest) else { throw LabourRefusal.amountTooLarge() }
        return Money(fen: numerator < 0 ? -Int64(fen) : Int64(fen))
    }

    /// Numbers and the signs between them; a sign at either end, or two together, leaves an empty number.
    private static func parts(_ text: String) -> [String] {
        var parts = [""]
        for character in text where character != " " {
            if "/*×".contains(character) {
                parts += [String(character), ""]
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts
    }

    private init(decimal part: String, of text: String) throws(Rejection) {
        let unreadable = LabourRefusal.numberUnreadable(String(text.prefix(40)))
        var rest = part[...]
        let isNegative = rest.first == "-"
        if isNegative { rest.removeFirst() }
        let halves = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = halves.first, halves.count <= 2, !whole.isEmpty, halves.count == 1 || !halves[1].isEmpty
        else {
            throw unreadable
        }
        let fraction = halves.count == 2 ? halves[1] : ""
        let digits = whole + fraction
        guard digits.utf8.count <= 18, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int64(digits)
        else { throw unreadable }
        let scale = (0..<fraction.utf8.count).reduce(Int128(1)) { power, _ in power * 10 }
        self.init(Int128(isNegative ? -number : number), over: scale)
    }

    private static func divisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
        var (a, b) = (left, right)
        while b != 0 { (a, b) = (b, a % b) }
        return max(a, 1)
    }
}
