/// An area of land in whole 0.0001 mu (1 mu = 1/15 ha, GB 3100), so that a register's figures add up exactly.
package struct Area: Sendable, Hashable, Comparable {
    /// In 0.0001 mu.
    package let units: Int64

    package static let zero = Area(units: 0)
    package static let unitsPerMu: Int64 = 10_000
    /// The largest area that can be entered: ten million mu, more than any county has.
    package static let highest: Int64 = 10_000_000 * unitsPerMu

    /// An area beyond ±`Whole.widest`, which nothing that entered through a field can reach, becomes that bound; so no sum
    /// of two stops the program.
    package init(units: Int64) {
        self.units = Whole.clamped(units)
    }

    package init(mu: Int64) {
        self.init(units: Whole.product(mu, Area.unitsPerMu))
    }

    package static func < (left: Area, right: Area) -> Bool { left.units < right.units }
    package static func + (left: Area, right: Area) -> Area { Area(units: left.units + right.units) }
    package static func - (left: Area, right: Area) -> Area { Area(units: left.units - right.units) }
}

extension Area: FieldValue {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        let units: Int64
        switch field {
        case .integer(let number) where notation == .logged:
            self.init(units: number)
            return
        case .integer(let number): units = number
        case .string(let text) where notation == .typed: units = try Area.units(typed: text)
        default: throw KernelRejection.wrongType(field: "", expected: .areaUnits).rejection
        }
        guard (0...Area.highest).contains(units) else {
            throw KernelRejection.outOfRange(field: "", lowest: 0, highest: Area.highest).rejection
        }
        self.init(units: units)
    }

    package var field: JSON { .integer(units) }
    package static var shape: FieldShape { FieldShape(.area, unit: "0.0001 mu", range: 0...highest) }
    package static var example: Area { .zero }
}
