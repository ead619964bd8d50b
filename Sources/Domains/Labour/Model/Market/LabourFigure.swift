package import Kernel

/// The figures of a market that the log itself counts.
package enum LabourFigure: String, CaseIterable, Sendable {
    case registered, served, employers, orders, posts, intentions, arrived, workedDays, persons, fillRate, paidInTime

    /// Whether it counts people or what people did: such cells are not told where they are small.
    var isOfPeople: Bool {
        switch self {
        case .registered, .served, .intentions, .arrived, .workedDays, .persons: true
        case .employers, .orders, .posts, .fillRate, .paidInTime: false
        }
    }
}

/// What the log counts in a period, numerator and denominator; the denominator is nil where the figure is no share.
package struct LabourStatistics: Sendable, Hashable {
    package let from: CivilDate
    package let until: CivilDate
    package let counts: [LabourFigure: Int64]
    package let denominators: [LabourFigure: Int64]
    /// Fewest people a cell shows.
    package let least: Int64

    package func shown(_ figure: LabourFigure) -> Suppressed {
        let count = counts[figure] ?? 0
        return figure.isOfPeople ? Suppressed(count, least: least) : .number(count)
    }
}
