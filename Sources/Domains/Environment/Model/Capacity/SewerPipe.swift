import Foundation
package import HJ212
package import Kernel

/// A diameter in millimetres.
package enum DiameterDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 1...10_000
    package static let unit = "mm"
}

/// A round pipe from an upper shaft to a lower one, with what enters at the upper.
package struct SewerPipe: FieldRecord, Hashable {
    package let upper: String
    package let lower: String
    /// m.
    package let length: Micro
    package let diameter: Int64
    /// Bottom of the pipe at its ends, m above the datum.
    package let upperInvert: Micro
    package let lowerInvert: Micro
    /// Manning’s n.
    package let roughness: Micro
    /// Mean flow that enters at the upper shaft, L/s.
    package let inflow: Micro

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            upper: pass.value("upper", \.upper), lower: pass.value("lower", \.lower),
            length: pass.value("length", \.length),
            diameter: pass.whole("diameter", \.diameter, in: DiameterDomain.self),
            upperInvert: pass.value("upperInvert", \.upperInvert),
            lowerInvert: pass.value("lowerInvert", \.lowerInvert), roughness: pass.value("roughness", \.roughness),
            inflow: pass.value("inflow", \.inflow))
    }

    static func isName(_ text: String) -> Bool {
        (1...20).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
            }
    }

    var isPossible: Bool {
        length.units > 0 && roughness.units > 0 && inflow.units >= 0 && upperInvert > lowerInvert
    }

    private var metres: Double { Double(diameter) / 1_000 }
    private var slope: Double { Double(upperInvert.units - lowerInvert.units) / Double(length.units) }

    /// Manning’s flow in L/s where the water stands at a share of the diameter.
    package func flow(atDepth share: Double) -> Double {
        guard share > 0 else { return 0 }
        // The angle over the water, seen from the axis.
        let angle = 2 * acos(1 - 2 * min(share, 1))
        let area = metres * metres / 8 * (angle - sin(angle))
        let radius = area / (metres * angle / 2)
        return 1_000 * area * pow(radius, 2.0 / 3) * slope.squareRoot() / (Double(roughness.units) / 1_000_000)
    }

    /// What the full pipe carries, L/s.
    package var capacity: Micro { Micro(Int64((flow(atDepth: 1) * 1_000_000).rounded())) }

    /// The share of the diameter at which a steady flow stands; nil where the full pipe does not carry it.
    package func depth(of flow: Micro) -> Double? {
        let wanted = Double(flow.units) / 1_000_000
        guard wanted <= self.flow(atDepth: 1) else { return nil }
        var (low, high) = (0.0, 0.938)
        guard self.flow(atDepth: high) > wanted else { return 1 }
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if self.flow(atDepth: middle) < wanted { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
