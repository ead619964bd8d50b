package import HJ212
import Kernel

/// The pipes of a facility with what flows through each: mean flows added up from the ends, times the peak factor of the sum.
package struct SewerTree: Sendable {
    package struct Line: Sendable {
        package let pipe: SewerPipe
        /// L/s.
        package let mean: Micro
        /// In millionths.
        package let factor: Micro
        package let peak: Micro
        package var isTight: Bool { peak > pipe.capacity }
    }

    /// In order of the upper shaft.
    package let lines: [Line]

    package init(_ pipes: [SewerPipe]) {
        let below = Dictionary(pipes.map { ($0.upper, $0.lower) }, uniquingKeysWith: { first, _ in first })
        var sums: [String: Int64] = [:]
        for pipe in pipes {
            var shaft: String? = pipe.upper
            // A tree: no path is longer than there are pipes.
            for _ in pipes {
                guard let at = shaft, below[at] != nil else { break }
                sums[at, default: 0] += pipe.inflow.units
                shaft = below[at]
            }
        }
        lines = pipes.sorted { $0.upper < $1.upper }.map { pipe in
            let mean = Micro(sums[pipe.upper] ?? 0)
            let factor = Self.peakFactor(mean)
            let peak = Micro.quotient(Int128(mean.units) * Int128(factor.units), by: 1_000_000) ?? mean
            return Line(pipe: pipe, mean: mean, factor: factor, peak: peak)
        }
    }

    /// Shafts that drain nowhere: where the sewers end.
    package var outlets: [String] {
        let drained = Set(lines.map(\.pipe.upper))
        return Set(lines.map(\.pipe.lower)).subtracting(drained).sorted()
    }

    /// Mean flow in L/s and the peak factor (GB 50014-2021, recalled); straight lines between, level beyond the ends.
    private static let table: [(flow: Int64, factor: Int64)] = [
        (5, 2_700_000), (15, 2_400_000), (40, 2_100_000), (70, 2_000_000), (100, 1_900_000), (200, 1_800_000),
        (500, 1_600_000), (1_000, 1_500_000),
    ]

    package static func peakFactor(_ mean: Micro) -> Micro {
        guard let upper = table.firstIndex(where: { mean.units <= $0.flow * 1_000_000 }) else {
            return Micro(table[table.count - 1].factor)
        }
        guard upper > 0 else { return Micro(table[0].factor) }
        let (left, right) = (table[upper - 1], table[upper])
        let along = Int128(mean.units - left.flow * 1_000_000) * Int128(right.factor - left.factor)
        let step = Micro.divide(along, by: Int128(right.flow - left.flow) * 1_000_000)
        return Micro(left.factor + Int64(step))
    }

    /// The input of EPA SWMM 5: steady flow, kinematic wave, mean inflows times the peak factor of the whole.
    package func swmm(title: String) -> String {
        let total = Micro(lines.reduce(0) { $0 + $1.pipe.inflow.units })
        let factor = Self.peakFactor(total)
        var floor: [String: Micro] = [:]
        for line in lines {
            for (shaft, invert) in [(line.pipe.upper, line.pipe.upperInvert), (line.pipe.lower, line.pipe.lowerInvert)]
            {
                floor[shaft] = min(floor[shaft] ?? invert, invert)
            }
        }
        func rise(_ shaft: String, _ invert: Micro) -> String {
            Micro(invert.units - (floor[shaft] ?? invert).units).shortest
        }
        let ends = Set(outlets)
        let shafts = floor.keys.filter { !ends.contains($0) }.sorted()
        var text = ["[TITLE]", title, "", "[OPTIONS]"]
        text += [
            "FLOW_UNITS LPS", "FLOW_ROUTING KINWAVE", "LINK_OFFSETS DEPTH", "START_DATE 01/01/2026",
            "START_TIME 00:00:00", "END_DATE 01/02/2026", "END_TIME 00:00:00", "REPORT_STEP 00:15:00",
            "ROUTING_STEP 5", "", "[JUNCTIONS]",
        ]
        text += shafts.map { "\($0) \(floor[$0]?.shortest ?? "0") 10 0 0 0" }
        text +=
            ["", "[OUTFALLS]"] + outlets.map { "\($0) \(floor[$0]?.shortest ?? "0") FREE NO" } + ["", "[CONDUITS]"]
        text += lines.map { line in
            let pipe = line.pipe
            return "\(pipe.upper)_\(pipe.lower) \(pipe.upper) \(pipe.lower) \(pipe.length.shortest) "
                + "\(pipe.roughness.shortest) \(rise(pipe.upper, pipe.upperInvert)) \(rise(pipe.lower, pipe.lowerInvert)) 0 0"
        }
        text += ["", "[XSECTIONS]"]
        text += lines.map {
            "\($0.pipe.upper)_\($0.pipe.lower) CIRCULAR \(Micro($0.pipe.diameter * 1_000).shortest) 0 0 0 1"
        }
        text += ["", "[INFLOWS]"]
        text += lines.filter { $0.pipe.inflow.units > 0 }.map {
            let flow =
                Micro.quotient(Int128($0.pipe.inflow.units) * Int128(factor.units), by: 1_000_000) ?? $0.pipe.inflow
            return "\($0.pipe.upper) FLOW \"\" FLOW 1.0 1.0 \(flow.shortest)"
        }
        text += ["", "[REPORT]", "INPUT NO", "CONTROLS NO", "NODES ALL", "LINKS ALL", ""]
        return text.joined(separator: "\n")
    }
}
