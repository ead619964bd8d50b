import Foundation

/// Areas and lengths on the grid.
package enum Measure {
    /// Square centimetres are 3 / 2000 of 0.0001 mu (1 mu = 2000/3 m²).
    package static func units(twiceArea: Int128) -> Int64 {
        Int64(clamping: (twiceArea * 3 + 2_000) / 4_000)
    }

    /// Twice the area inside a ring, whichever way it runs: the shoelace in whole numbers.
    package static func twiceArea(_ ring: Ring) -> Int128 { Int128(clamping: signedTwiceArea(ring).magnitude) }

    /// Positive where the ring runs against the clock (east to the right, north up).
    package static func signedTwiceArea(_ ring: Ring) -> Int128 {
        guard let first = ring.first else { return 0 }
        var sum: Int128 = 0
        var last = first
        // Differences to the first corner: small numbers, the same sum.
        for corner in ring.dropFirst() {
            sum += cross(from: first, last, corner)
            last = corner
        }
        return sum
    }

    /// Twice the signed area of a triangle.
    static func cross(from origin: GridPoint, _ one: GridPoint, _ other: GridPoint) -> Int128 {
        Int128(one.east - origin.east) * Int128(other.north - origin.north)
            - Int128(other.east - origin.east) * Int128(one.north - origin.north)
    }

    static func squaredDistance(_ one: GridPoint, _ other: GridPoint) -> Int128 {
        let (east, north) = (Int128(one.east - other.east), Int128(one.north - other.north))
        return east * east + north * north
    }

    /// In centimetres.
    static func length(_ ring: Ring) -> Double {
        guard var last = ring.last else { return 0 }
        var sum = 0.0
        for corner in ring {
            sum += Double(squaredDistance(last, corner)).squareRoot()
            last = corner
        }
        return sum
    }

    static func millimetres(_ centimetres: Double) -> Int64 {
        Int64(exactly: (centimetres * 10).rounded()) ?? Int64.max
    }

    /// Twice the area over the length of the edge, in millimetres: the width of a long strip.
    static func meanWidth(twiceArea: Int128, length centimetres: Double) -> Int64 {
        centimetres > 0 ? millimetres(Double(twiceArea) / centimetres) : 0
    }

    /// Whether that width, before it is rounded, is below `millimetres`.
    static func isNarrower(twiceArea: Int128, length centimetres: Double, than millimetres: Int64) -> Bool {
        centimetres <= 0 || Double(twiceArea) * 10 < Double(millimetres) * centimetres
    }
}

extension Measure {
    /// Whether a corner lies inside a ring; on its edge either answer may come.
    package static func isInside(_ point: GridPoint, _ ring: Ring) -> Bool {
        guard var last = ring.last else { return false }
        var isInside = false
        for corner in ring {
            if (corner.north > point.north) != (last.north > point.north) {
                let side = cross(from: last, corner, point)
                if (side > 0) == (corner.north > last.north) { isInside.toggle() }
            }
            last = corner
        }
        return isInside
    }
}
