/// The bounds of whole numbers: what may enter, and what the program may reckon with and never stop.
package enum Whole {
    /// What a plain number's field takes, ±10^15: a sum of eight thousand such numbers, and a product with a small one,
    /// fits 64 bits. Numbers that mean something narrower have a type of their own (`Bounded`).
    package static let anyField: ClosedRange<Int64> = -1_000_000_000_000_000...1_000_000_000_000_000
    /// The bound of every amount, area and instant, ±4 × 10^18: the sum and the difference of two fit 64 bits.
    package static let widest: Int64 = 4_000_000_000_000_000_000

    package static func clamped(_ number: Int64) -> Int64 { min(max(number, -widest), widest) }

    /// The product, or ±`widest` where it lies beyond.
    package static func product(_ left: Int64, _ right: Int64) -> Int64 {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        guard overflow else { return clamped(product) }
        return (left < 0) == (right < 0) ? widest : -widest
    }

    /// The whole number in a field; throws where it is none or lies outside `range`, which the answer names. People may type
    /// it in another unit than it is kept in.
    package static func read(
        _ field: JSON, _ notation: FieldNotation, in range: ClosedRange<Int64>, typed: TypedUnit = .asKept
    )
        throws(Rejection)
        -> Int64
    {
        let typed = notation == .typed ? typed : .asKept
        let outside = KernelRejection.outOfRange(
            field: "", lowest: range.lowerBound / typed.size, highest: range.upperBound / typed.size
        ).rejection
        let wrong = KernelRejection.wrongType(field: "", expected: typed.expected).rejection
        let number: Int64
        switch field {
        case .integer(let integer): number = integer
        case .string(let text) where notation == .typed:
            switch DecimalText.read(text, scale: typed.places, words: typed.words) {
            case .units(let units): number = units
            case .tooLarge: throw outside
            case .twoReadings(let first, let second):
                throw KernelRejection.twoReadings(field: "", text: text, first: first, second: second)
                    .rejection
            case .notANumber: throw wrong
            }
        default: throw wrong
        }
        guard range.contains(number) else { throw outside }
        return number
    }
}

/// In which unit people type a whole number.
package enum TypedUnit: Sendable {
    case asKept
    /// Kept in ten-thousandths: `5`, `3.5%`.
    case percent
    /// Kept in grams: `400`, `12.5 kg`.
    case kilograms

    var places: Int {
        switch self {
        case .asKept: 0
        case .percent: 2
        case .kilograms: 3
        }
    }

    /// How many units as kept one typed unit has.
    var size: Int64 {
        switch self {
        case .asKept: 1
        case .percent: 100
        case .kilograms: 1_000
        }
    }

    var words: DecimalText.Words {
        switch self {
        case .asKept: .none
        case .percent: .percent
        case .kilograms: .kilograms
        }
    }

    var expected: KernelRejection.Expected {
        switch self {
        case .asKept: .integer
        case .percent: .percent
        case .kilograms: .kilograms
        }
    }
}

/// The domain of a whole number: its name, its bounds and its unit.
package protocol WholeDomain: Sendable {
    static var range: ClosedRange<Int64> { get }
    static var unit: String { get }
    static var typed: TypedUnit { get }
}

extension WholeDomain {
    package static var typed: TypedUnit { .asKept }
}

/// A whole number that cannot be made outside its range. Its `value` may be reckoned with as far as the range allows.
///
/// Where a record keeps `Int64`, `pass.whole("years", \.years, in: YearsDomain.self)` reads it within its bounds.
package struct Bounded<Domain: WholeDomain>: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let value: Int64

    package static var range: ClosedRange<Int64> { Domain.range }

    /// Nil outside the range.
    package init?(_ value: Int64) {
        guard Domain.range.contains(value) else { return nil }
        self.value = value
    }

    /// The nearest number of the range.
    package init(clamping value: Int64) {
        self.value = min(max(value, Domain.range.lowerBound), Domain.range.upperBound)
    }

    /// What the program itself reckoned, or an earlier one let pass.
    @usableFromInline init(asItStands value: Int64) {
        self.value = value
    }

    package var description: String { String(value) }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

extension Bounded: FieldValue {
    /// A number that an earlier program let pass is read from the log as it stands, as far as a plain number may go.
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        if notation == .logged, case .integer(let number) = field {
            self.init(asItStands: min(max(number, Whole.anyField.lowerBound), Whole.anyField.upperBound))
        } else {
            self.init(clamping: try Whole.read(field, notation, in: Domain.range, typed: Domain.typed))
        }
    }

    package var field: JSON { .integer(value) }
    package static var shape: FieldShape {
        FieldShape(.integer, unit: Domain.unit, range: Domain.range)
    }
    package static var example: Self { Self(clamping: 1) }
}

/// How many of something: households, shares, lines. At most a hundred million.
package enum CountDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...100_000_000
    package static let unit = ""
}

/// A span of time in seconds, at most a hundred years.
package enum SecondsDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...3_155_760_000
    package static let unit = "s"
}

/// Minutes, at most a year.
package enum MinutesDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...527_040
    package static let unit = "min"
}

/// Days, at most a hundred years.
package enum DaysDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...36_525
    package static let unit = "d"
}

/// Years of a term, at most a hundred.
package enum YearsDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...100
    package static let unit = "a"
}

/// A share in ten-thousandths: 0 to 100 %.
package enum BasisPointsDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...10_000
    package static let unit = "0.01 %"
    package static let typed = TypedUnit.percent
}

/// The number of a thing in its row, from 1: a voucher of the month, an instalment, a round.
package enum SerialNumberDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 1...1_000_000_000
    package static let unit = ""
}

/// A place in a list, from 0: an entry of the log, a leaf, an offset.
package enum IndexDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...1_000_000_000_000_000
    package static let unit = ""
}

/// Degrees × 10^7 of longitude or latitude.
package enum CoordinateDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = -1_800_000_000...1_800_000_000
    package static let unit = "10^-7 degrees"
}

/// A coordinate of the CGCS2000 projected grid in whole centimetres, with the zone before the easting: at most 46,000 km.
package enum GridDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = -10_000_000_000...10_000_000_000
    package static let unit = "cm"
}

/// A year whose holidays the State Council may have announced.
package enum YearDomain: WholeDomain {
    package static let range = Int64(CalendarYear.known.lowerBound)...Int64(CalendarYear.known.upperBound)
    package static let unit = ""
}

package typealias YearNumber = Bounded<YearDomain>
package typealias Count = Bounded<CountDomain>
package typealias Seconds = Bounded<SecondsDomain>
package typealias Minutes = Bounded<MinutesDomain>
package typealias Days = Bounded<DaysDomain>
package typealias Years = Bounded<YearsDomain>
package typealias BasisPoints = Bounded<BasisPointsDomain>
package typealias SerialNumber = Bounded<SerialNumberDomain>
package typealias EntryIndex = Bounded<IndexDomain>
package typealias Coordinate = Bounded<CoordinateDomain>
