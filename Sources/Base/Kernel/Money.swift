/// An amount of yuan, kept as a whole number of fen. Never a fraction, never floating point.
///
/// Amounts that enter from outside lie within ±100 billion yuan, so that sums of a city's vouchers cannot overflow;
/// products are computed in 128 bits and refused when they leave that range. No arithmetic on amounts stops the program:
/// an amount never leaves ±`Whole.widest`, so a plain sum of two fits 64 bits, and beyond it stays at the end. Rules that
/// must know use `adding` and `scaled`, which refuse.
package struct Money: Sendable, Hashable, Comparable {
    package let fen: Int64

    package static let zero = Money(fen: 0)
    /// The largest amount a person may enter: 100 billion yuan.
    package static let highest: Int64 = 10_000_000_000_000

    /// An amount beyond ±`Whole.widest`, which nothing that entered through a field can reach, becomes that bound.
    package init(fen: Int64) {
        self.fen = Whole.clamped(fen)
    }

    package static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
    package static func + (left: Money, right: Money) -> Money { Money(fen: left.fen + right.fen) }
    package static func - (left: Money, right: Money) -> Money { Money(fen: left.fen - right.fen) }
    package static prefix func - (amount: Money) -> Money { Money(fen: -amount.fen) }
    package static func += (left: inout Money, right: Money) { left = left + right }
    package static func -= (left: inout Money, right: Money) { left = left - right }

    /// The sum, or the rejection that it is too large to be true.
    package func adding(_ other: Money) throws(Rejection) -> Money {
        let (sum, overflow) = fen.addingReportingOverflow(other.fen)
        guard !overflow, sum.magnitude <= UInt64(Money.highest) else { throw Money.outOfRange }
        return Money(fen: sum)
    }

    /// This amount × `numerator` ÷ `denominator`, rounded half away from zero: the one rounding rule of the house.
    package func scaled(by numerator: Int64, over denominator: Int64 = 1) throws(Rejection) -> Money {
        guard denominator > 0 else { throw Money.outOfRange }
        let product = Int128(fen) * Int128(numerator)
        let half = Int128(denominator) / 2
        let (quotient, remainder) = product.magnitude.quotientAndRemainder(dividingBy: UInt128(denominator))
        let roundsUp =
            remainder > UInt128(half) || (remainder == UInt128(half) && denominator % 2 == 0 && remainder > 0)
        let magnitude = quotient + (roundsUp ? 1 : 0)
        guard magnitude <= UInt128(Money.highest) else { throw Money.outOfRange }
        return Money(fen: product < 0 ? -Int64(magnitude) : Int64(magnitude))
    }

    /// Parts in the proportion of `weights` whose sum is exactly this amount: by largest remainder, ties to the earlier.
    ///
    /// A weight below zero counts as none; where no weight is above zero, the first part is the whole.
    package func split(by weights: [Int64]) -> [Money] {
        let weights = weights.map { max(0, $0) }
        let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
        guard total > 0 else { return weights.indices.map { $0 == 0 ? self : .zero } }
        let sign: Int64 = fen < 0 ? -1 : 1
        let amount = Int128(fen.magnitude)
        var parts: [Int64] = []
        var remainders: [(remainder: Int128, position: Int)] = []
        for (position, weight) in weights.enumerated() {
            let (quotient, remainder) = (amount * Int128(weight)).quotientAndRemainder(dividingBy: total)
            parts.append(Int64(quotient))
            remainders.append((remainder, position))
        }
        let missing = Int(amount - parts.reduce(Int128(0)) { $0 + Int128($1) })
        remainders.sort { ($1.remainder, $0.position) < ($0.remainder, $1.position) }
        for entry in remainders.prefix(max(0, missing)) { parts[entry.position] += 1 }
        return parts.map { Money(fen: sign * $0) }
    }

    static var outOfRange: Rejection {
        KernelRejection.outOfRange(field: "", lowest: -highest, highest: highest).rejection
    }
}

extension Money: FieldValue {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        switch field {
        // Sums in the log may be larger than what one person may enter.
        case .integer(let fen) where notation == .logged: self.init(fen: fen)
        case .integer(let fen):
            guard fen.magnitude <= UInt64(Money.highest) else { throw Money.outOfRange }
            self.init(fen: fen)
        case .string(let text) where notation == .typed: try self.init(typed: text)
        default: throw KernelRejection.wrongType(field: "", expected: .fen).rejection
        }
    }

    package var field: JSON { .integer(fen) }
    package static var shape: FieldShape { FieldShape(.money, unit: "fen", range: -highest...highest) }
    package static var example: Money { .zero }
}

/// An amount that is never below nothing: a value, a cost. Where a record keeps `Money`, the pass reads it so.
package struct Amount: FieldValue, Hashable {
    package let money: Money

    package init(_ money: Money) { self.money = money }

    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        money = try Money(field: field, notation: notation)
        guard money >= .zero || notation == .logged else {
            throw KernelRejection.outOfRange(field: "", lowest: 0, highest: Money.highest).rejection
        }
    }

    package var field: JSON { money.field }
    package static var shape: FieldShape { FieldShape(.money, unit: "fen", range: 0...Money.highest) }
    package static var example: Amount { Amount(.zero) }
}
