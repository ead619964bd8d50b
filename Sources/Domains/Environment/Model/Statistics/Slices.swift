package import HJ212
package import Kernel

/// A short piece of time with its flow: annex D. `flow` in L/s, `seconds` its length.
package struct FlowSlice: Sendable, Hashable {
    package let from: Instant
    package let seconds: Int64
    package let flow: Micro
    package let concentration: Micro?
    package let isNormal: Bool

    package init(from: Instant, seconds: Int64, flow: Micro, concentration: Micro?, isNormal: Bool = true) {
        self.from = from
        self.seconds = seconds
        self.flow = flow
        self.concentration = concentration
        self.isNormal = isNormal
    }
}

/// Volume, flow-weighted mean and mass of any set of slices: a sum does not depend on the width of the buckets.
package struct SliceSums: Sendable, Hashable {
    /// Litres in millionths.
    package private(set) var litres: Int128 = 0
    package private(set) var weighed: Int128 = 0
    package private(set) var product: Int128 = 0
    private var plain: Int128 = 0
    package private(set) var count = 0

    package init() {}

    package init(_ slices: some Sequence<FlowSlice>) {
        for slice in slices { add(slice) }
    }

    package mutating func add(_ slice: FlowSlice) {
        let volume = Int128(max(0, slice.flow.units)) * Int128(slice.seconds)
        litres += volume
        guard let concentration = slice.concentration, slice.isNormal else { return }
        weighed += volume
        product += volume * Int128(concentration.units)
        plain += Int128(concentration.units)
        count += 1
    }

    /// m³.
    package func volume(decimals: Int = 6) -> Micro? { Micro.quotient(litres, by: 1_000, decimals: decimals) }
    /// Nil where nothing flowed: never zero.
    package func mean(decimals: Int = 6) -> Micro? { Micro.quotient(product, by: weighed, decimals: decimals) }
    package func arithmetic(decimals: Int = 6) -> Micro? {
        Micro.quotient(plain, by: Int128(count), decimals: decimals)
    }
    /// kg, of what was weighed.
    package func mass(decimals: Int = 6) -> Micro? {
        Micro.quotient(product, by: 1_000_000_000_000, decimals: decimals)
    }
}

/// Repeats of a batch analyser are no new measurements: the identity of a value is (instrument, factor, sample time), and it
/// belongs to the hour in which the sample was drawn, not to that of the frame.
package struct BatchValue: Sendable, Hashable {
    package let sampledAt: Instant
    package let value: Micro
    package let mark: Mark?

    package init(sampledAt: Instant, value: Micro, mark: Mark?) {
        self.sampledAt = sampledAt
        self.value = value
        self.mark = mark
    }

    /// The first of each sample time, in order of sampling.
    package static func distinct(_ values: some Sequence<BatchValue>) -> [BatchValue] {
        var seen: Set<Instant> = []
        return values.filter { seen.insert($0.sampledAt).inserted }.sorted { $0.sampledAt < $1.sampledAt }
    }
}

/// Received, valid and due values, and the three rates a regulator reads. Nothing due: not applicable, neither 0 nor 100.
package struct TransmissionRates: Sendable, Hashable {
    package let due: Int64
    package let received: Int64
    package let valid: Int64

    /// Distinct (factor, hour) counts: never more than due.
    package init(due: Int64, received: Int64, valid: Int64) {
        self.due = max(0, due)
        self.received = min(max(0, received), self.due)
        self.valid = min(max(0, valid), self.received)
    }

    /// In percent, two decimals.
    package var transmission: Micro? { Self.percent(received, of: due) }
    package var validity: Micro? { Self.percent(valid, of: received) }
    package var effective: Micro? { Self.percent(valid, of: due) }

    static func percent(_ part: Int64, of whole: Int64) -> Micro? {
        Micro.quotient(Int128(part) * 100_000_000, by: Int128(whole), decimals: 2)
    }

    /// Several points: sums over sums.
    package static func sum(_ points: [TransmissionRates]) -> TransmissionRates {
        TransmissionRates(
            due: points.reduce(0) { $0 + $1.due }, received: points.reduce(0) { $0 + $1.received },
            valid: points.reduce(0) { $0 + $1.valid })
    }
}
