/// A value of an indicator: a whole number of 10⁻¹², rounded half up where a ratio does not end. Never below zero.
///
/// Only this first rounding is ever made: quartiles and fences are computed from it exactly, so that equal values stay
/// equal and a comparison never depends on the machine.
package struct Figure: Sendable, Hashable, Comparable {
    package static let unitsPerOne: Int128 = 1_000_000_000_000
    package static let zero = Figure(units: 0)
    package static let one = Figure(whole: 1)

    /// In 10⁻¹².
    package let units: Int128

    package init(units: Int128) {
        precondition(units >= 0)
        self.units = units
    }

    package init(whole: Int64) {
        self.init(units: Int128(whole) * Figure.unitsPerOne)
    }

    /// `numerator` ÷ `denominator`; neither below zero, the denominator above it.
    package static func ratio(_ numerator: Int64, _ denominator: Int64) -> Figure {
        precondition(numerator >= 0 && denominator > 0)
        let scaled = Int128(numerator) * unitsPerOne
        return Figure(units: (scaled + Int128(denominator) / 2) / Int128(denominator))
    }

    /// √(`numerator` ÷ `denominator`), cut off after twelve decimals; nil when it does not fit.
    static func root(ofRatio numerator: Int128, _ denominator: Int128) -> Figure? {
        guard numerator >= 0, denominator > 0 else { return nil }
        let scale = UInt128(unitsPerOne) * UInt128(unitsPerOne)
        let product = numerator.magnitude.multipliedFullWidth(by: scale)
        guard product.high < denominator.magnitude else { return nil }
        let square = denominator.magnitude.dividingFullWidth(product).quotient
        return Figure(units: Int128(floorRoot(of: square)))
    }

    /// This value ÷ `other`, rounded half up; nil when `other` is zero or the quotient does not fit.
    func divided(by other: Figure) -> Figure? {
        guard other.units > 0 else { return nil }
        let product = units.magnitude.multipliedFullWidth(by: UInt128(Figure.unitsPerOne))
        guard product.high < other.units.magnitude else { return nil }
        let (quotient, remainder) = other.units.magnitude.dividingFullWidth(product)
        guard quotient < UInt128(Int128.max) else { return nil }
        return Figure(units: Int128(quotient) + (remainder >= other.units.magnitude - remainder ? 1 : 0))
    }

    package static func < (left: Figure, right: Figure) -> Bool { left.units < right.units }

    /// Rounded half up to `places` decimals (0 to 12), as whole units of the last one; the largest there is when it does
    /// not fit.
    package func rounded(toPlaces places: Int) -> Int64 {
        var divisor: Int128 = 1
        for _ in places..<12 { divisor *= 10 }
        return Int64(clamping: (units + divisor / 2) / divisor)
    }

    /// The greatest whole number whose square is not above `square` (Newton's method, from above).
    private static func floorRoot(of square: UInt128) -> UInt128 {
        guard square > 1 else { return square }
        var guess: UInt128 = 1 << UInt128((128 - square.leadingZeroBitCount + 1) / 2)
        while true {
            let next = (guess + square / guess) / 2
            if next >= guess { return guess }
            guess = next
        }
    }
}

/// Quartiles of a set of values and the fences beyond which one is an outlier: Q1 − 1.5·IQR and Q3 + 1.5·IQR.
///
/// Quartiles are the median-unbiased ones (Hyndman and Fan's eighth definition), as Cardinal takes them; kept in
/// 1/300 and the fences in 1/600 of 10⁻¹², where both are whole numbers.
package struct OutlierFences: Sendable, Hashable {
    private let lower: Int128
    private let upper: Int128
    private let firstQuartile: Int128

    /// Nil without values.
    package init?(_ values: [Figure]) {
        guard let first = Quantile.of(values.map(\.units), percent: 25),
            let third = Quantile.of(values.map(\.units), percent: 75)
        else { return nil }
        firstQuartile = first
        lower = 2 * first - 3 * (third - first)
        upper = 2 * third + 3 * (third - first)
    }

    /// A low outlier. Where a quarter of all values are zero or the fence is not above zero nobody is one: otherwise the
    /// ordinary would be flagged.
    package func isLow(_ value: Figure) -> Bool {
        firstQuartile > 0 && lower > 0 && value.units * 600 <= lower
    }

    /// A high outlier; nobody is one when the fence is zero.
    package func isHigh(_ value: Figure) -> Bool { upper > 0 && value.units * 600 >= upper }

    /// The fences as they are shown, cut to 10⁻¹²; nil where there is none.
    package var lowest: Figure? { firstQuartile > 0 && lower > 0 ? Figure(units: lower / 600) : nil }
    package var highest: Figure? { upper > 0 ? Figure(units: upper / 600) : nil }
}

/// The median-unbiased quantile.
enum Quantile {
    /// 300 times the value below which `percent` of the values lie; nil without values.
    static func of(_ values: [Int128], percent: Int) -> Int128? {
        let sorted = values.sorted()
        guard let lowest = sorted.first, let highest = sorted.last else { return nil }
        // 300·h with h = (n + 1/3)·p + 1/3, the position counted from 1.
        let position = (3 * sorted.count + 1) * percent + 100
        let (whole, rest) = (position / 300, position % 300)
        if whole <= 0 { return 300 * lowest }
        if whole >= sorted.count { return 300 * highest }
        return 300 * sorted[whole - 1] + Int128(rest) * (sorted[whole] - sorted[whole - 1])
    }
}
