/// Least squares for one station: the smallest changes of its day sums and stock readings, in parts of their deviations, after which every
/// day closes. χ² has as many degrees of freedom as days; the largest normalised residual above 3.5 is suspect.
package struct Reconciliation: Sendable {
    package struct Adjustment: Sendable, Equatable {
        package let day: String
        package let measured: (into: Int, out: Int, stock: Int)
        package let adjusted: (into: Int, out: Int, stock: Int)
        /// The largest normalised residual of the day, in hundredths.
        package let residual: Int

        package static func == (one: Self, other: Self) -> Bool {
            one.day == other.day && one.adjusted == other.adjusted && one.residual == other.residual
        }
    }

    package let place: String
    package let days: [Adjustment]
    /// In hundredths.
    package let chiSquared: Int

    package var freedom: Int { days.count }
    package var suspect: Adjustment? {
        days.max { $0.residual < $1.residual }.flatMap { $0.residual > 350 ? $0 : nil }
    }

    static func all(_ file: WeighingFile, _ closures: [MassBalance.Closure], limits: WeighingLimits) -> [Self] {
        Dictionary(grouping: closures, by: \.place).sorted { $0.key < $1.key }.map { place, closures in
            let readings = file.stocks.filter { $0.place == place }.sorted { $0.day < $1.day }
            return Self(place, closures.sorted { $0.day < $1.day }, readings, file, limits)
        }
    }

    /// λ of A V Aᵀ λ = A m: three diagonals, since a day shares only its stock readings with its neighbours.
    private init(
        _ place: String, _ closures: [MassBalance.Closure], _ readings: [StockReading], _ file: WeighingFile,
        _ limits: WeighingLimits
    ) {
        let stockVariance = Double(limits.stock * limits.stock) / 9
        func variance(_ closure: MassBalance.Closure) -> Double {
            // The tolerance is 3 σ of the tickets and a reading.
            let deviation = Double(closure.tolerance - limits.stock) / 3
            return max(1, deviation * deviation)
        }
        let diagonal = closures.map { variance($0) + ($0.isOpening ? 1 : 2) * stockVariance }
        let beside = Array(repeating: -stockVariance, count: max(0, closures.count - 1))
        let gaps = closures.map { Double($0.gap) }
        let lambda = Self.solve(diagonal, beside, gaps)
        let stocks = Dictionary(readings.map { ($0.day, $0.kilograms) }, uniquingKeysWith: { first, _ in first })
        self.place = place
        chiSquared = Int((zip(lambda, gaps).reduce(0) { $0 + $1.0 * $1.1 } * 100).rounded())
        days = closures.indices.map { at in
            let closure = closures[at]
            let spread = variance(closure)
            let whole = Double(max(1, closure.into + closure.out))
            let (inShare, outShare) = (Double(closure.into) / whole, Double(closure.out) / whole)
            let next = at + 1 < closures.count ? lambda[at + 1] : 0
            let stock = stocks[closure.day] ?? 0
            let standard = lambda[at].magnitude * diagonal[at].squareRoot()
            return Adjustment(
                day: closure.day, measured: (closure.into, closure.out, stock),
                adjusted: (
                    closure.into - Int((spread * inShare * lambda[at]).rounded()),
                    closure.out + Int((spread * outShare * lambda[at]).rounded()),
                    stock + Int((stockVariance * (lambda[at] - next)).rounded())
                ),
                residual: Int((standard * 100).rounded()))
        }
    }

    private static func solve(_ diagonal: [Double], _ beside: [Double], _ right: [Double]) -> [Double] {
        var (pivot, value) = (diagonal, right)
        guard !pivot.isEmpty else { return [] }
        for at in 1..<max(1, pivot.count) {
            let factor = beside[at - 1] / pivot[at - 1]
            pivot[at] -= factor * beside[at - 1]
            value[at] -= factor * value[at - 1]
        }
        for at in stride(from: pivot.count - 1, through: 0, by: -1) {
            if at + 1 < pivot.count { value[at] -= beside[at] * value[at + 1] }
            value[at] /= pivot[at]
        }
        return value
    }
}
