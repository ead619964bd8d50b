/// Cost levels in order of weight: one unit of a higher level outweighs the whole range of all lower ones over all seats
/// (`labour-skills.md` 2.1): weight = 1 + seats × Σ lower (weight × range).
package struct CostLevels: Sendable, Equatable {
    package enum Fault: Error, Equatable {
        /// The packed cost of all levels leaves 64 bits; narrow a range or solve for fewer seats at a time.
        case tooWide
        case outOfRange(level: Int)
    }

    /// The largest value of each level, the weightiest first; the smallest is 0.
    package let ranges: [Int64]
    package let weights: [Int64]

    /// - Parameter seats: min(seats, seekers), the pairs that can come to be.
    package init(ranges: [Int64], seats: Int) throws(Fault) {
        var weights: [Int64] = []
        var below: Int128 = 0
        for range in ranges.reversed() {
            guard range >= 0 else { throw .outOfRange(level: ranges.count - 1 - weights.count) }
            let weight = 1 + Int128(seats) * below
            below += weight * Int128(range)
            guard below < Int128(1) << 60 else { throw .tooWide }
            weights.append(Int64(weight))
        }
        self.ranges = ranges
        self.weights = weights.reversed()
    }

    package func pack(_ levels: [Int64]) throws(Fault) -> Int64 {
        guard levels.count == ranges.count else { throw .outOfRange(level: levels.count) }
        var sum: Int64 = 0
        for (index, value) in levels.enumerated() {
            guard (0...ranges[index]).contains(value) else { throw .outOfRange(level: index) }
            sum += weights[index] * value
        }
        return sum
    }
}
