package import Kernel

/// The bands of the national report by the operating result of a village, in yuan: without, below 50,000, and so on. The
/// result is that of the statistics: without subsidies (domain notes 6.2 and trap 1).
package enum IncomeBand: Int, Sendable, CaseIterable, Comparable {
    case without, below5, from5, from10, from50, from100

    /// The lowest result of each band in fen; a band reaches up to the next one's.
    private static let edges: [(band: IncomeBand, from: Int64)] = [
        (.from100, 100_000_000), (.from50, 50_000_000), (.from10, 10_000_000), (.from5, 5_000_000), (.below5, 1),
    ]

    package init(_ result: Money) {
        self = Self.edges.first { result.fen >= $0.from }?.band ?? .without
    }

    package static func < (left: IncomeBand, right: IncomeBand) -> Bool { left.rawValue < right.rawValue }
}

/// A share with what it was counted from: a figure without its numerator and denominator says nothing.
package struct BandShare: Sendable, Hashable {
    package let numerator: Int
    package let denominator: Int

    package init(_ numerator: Int, of denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// In tenths of a percent, rounded half up.
    package var tenths: Int { denominator == 0 ? 0 : (numerator * 2_000 + denominator) / (denominator * 2) }

    /// Every numerator of `denominator` that prints as `tenths` of a percent.
    package static func numerators(printing tenths: Int, of denominator: Int) -> [Int] {
        (0...denominator).filter { BandShare($0, of: denominator).tenths == tenths }
    }
}

/// The operating result as the statistics define it: 501 and 502 less 511, 512 and 513, without subsidies.
extension BookFigures {
    package var statisticalResult: Money {
        ["501", "502", "511", "512", "513"].reduce(.zero) { $0 - balance($1) }
    }
}
