package import Kernel
package import Registry

/// The county's figures as they hold at one place on one day: Registry's rows, and the shipped ones where it set none.
package struct CountyFigures: Sendable, Hashable {
    private let fixed: [ParameterKey: Int64]
    private let day: CivilDate

    package init(_ fixed: [ParameterKey: Int64] = [:], on day: CivilDate = .example) {
        self.fixed = fixed
        self.day = day
    }

    package subscript(_ key: ParameterKey) -> Int64 {
        fixed[key] ?? Parameters.value(key, on: day).value
    }

    func money(_ key: ParameterKey) -> Money { Money(fen: self[key]) }
    func area(_ key: ParameterKey) -> Area { Area(units: self[key]) }
}
