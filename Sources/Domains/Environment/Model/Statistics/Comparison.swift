package import HJ212

/// An instrument held against the laboratory (rules of HJ 355 as a public rule set gives them; dated rows of this table).
package struct Comparison: Sendable, Hashable {
    package enum Tolerance: Sendable, Hashable {
        /// Millionths of the laboratory's value.
        case relative(Micro)
        case absolute(Micro)
    }

    struct Row {
        let item: String
        let from: Int64
        let to: Int64?
        let tolerance: Tolerance
    }

    private static func units(_ value: Double) -> Int64 { Int64((value * 1_000_000).rounded()) }

    private static let rows: [Row] = [
        ("COD", 100, nil, .relative(Micro(150_000))), ("COD", 60, 100, .relative(Micro(200_000))),
        ("COD", 30, 60, .relative(Micro(300_000))), ("COD", 0, 30, .absolute(Micro(5_000_000))),
        ("NH3-N", 2, nil, .relative(Micro(150_000))), ("NH3-N", 0, 2, .absolute(Micro(300_000))),
        ("TP", 0.4, nil, .relative(Micro(150_000))), ("TP", 0, 0.4, .absolute(Micro(40_000))),
        ("TN", 2, nil, .relative(Micro(150_000))), ("TN", 0, 2, .absolute(Micro(300_000))),
        ("pH", 0, nil, .absolute(Micro(500_000))), ("flow", 0, nil, .relative(Micro(100_000))),
        ("level", 0, nil, .absolute(Micro(12_000_000))), ("standard check", 0, nil, .relative(Micro(100_000))),
    ].map { (item: String, from: Double, to: Double?, tolerance: Tolerance) in
        Row(item: item, from: units(from), to: to.map(units), tolerance: tolerance)
    }

    /// The tolerance of an item at a laboratory value (the lower end belongs to the row).
    package static func tolerance(of item: String, at value: Micro) -> Tolerance? {
        rows.first { item.hasPrefix($0.item) && $0.from <= value.units && $0.to.map { value.units < $0 } ?? true }?
            .tolerance
    }

    package let pairs: [(instrument: Micro, laboratory: Micro)]
    /// In percent, two decimals.
    package let errors: [Micro?]
    package let within: Int
    package let needed: Int?

    package init(item: String, pairs: [(instrument: Micro, laboratory: Micro)]) {
        self.pairs = pairs
        errors = pairs.map { Self.error($0.instrument, $0.laboratory) }
        within = pairs.count { Self.passes(item, $0.instrument, $0.laboratory) }
        needed = [1: 1, 3: 2, 4: 3][pairs.count] ?? (pairs.count >= 5 ? 4 : nil)
    }

    /// Nil for fewer pairs than any rule speaks of.
    package var passes: Bool? { needed.map { within >= $0 } }

    package static func passes(_ item: String, _ instrument: Micro, _ laboratory: Micro) -> Bool {
        let difference = Int128((instrument.units - laboratory.units).magnitude)
        return switch tolerance(of: item, at: laboratory) {
        case .relative(let share)?: difference * 1_000_000 <= Int128(share.units) * Int128(laboratory.units.magnitude)
        case .absolute(let most)?: difference <= Int128(most.units)
        case nil: false
        }
    }

    package static func error(_ measured: Micro, _ reference: Micro) -> Micro? {
        Micro.quotient(
            Int128(measured.units - reference.units) * 100_000_000, by: Int128(reference.units), decimals: 2)
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.errors == right.errors && left.within == right.within
    }
    package func hash(into hasher: inout Hasher) { hasher.combine(errors) }
}
