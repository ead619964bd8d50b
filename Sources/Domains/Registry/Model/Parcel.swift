/// The outline of a parcel, to tell whether two lie side by side. Whole centimetres, no rounding anywhere.
package struct Parcel: Sendable, Hashable {
    package let corners: [ParcelPoint]

    package init(_ corners: [ParcelPoint]) {
        self.corners = corners
    }

    /// Whether the outlines come as near as `centimetres`: a path or a ditch between two fields does not part them.
    /// What has no outline has no neighbour.
    package func isNear(_ other: Parcel, within centimetres: Int64) -> Bool {
        guard let box, let otherBox = other.box, box.isNear(otherBox, centimetres) else { return false }
        return edges.contains { edge in other.edges.contains { edge.isNear($0, centimetres) } }
    }

    /// Whether both outlines are one field's: every corner of each lies within `centimetres` of a corner of the other,
    /// wherever the drawing began and whichever way it went round.
    package func isTwin(of other: Parcel, within centimetres: Int64 = 100) -> Bool {
        guard corners.count > 2, other.corners.count > 2 else { return false }
        return covers(other, centimetres) && other.covers(self, centimetres)
    }

    private func covers(_ other: Parcel, _ centimetres: Int64) -> Bool {
        other.corners.allSatisfy { corner in
            corners.contains {
                let (x, y) = (Int128($0.x) - Int128(corner.x), Int128($0.y) - Int128(corner.y))
                return x * x + y * y <= Int128(centimetres) * Int128(centimetres)
            }
        }
    }

    private var edges: [Edge] {
        corners.indices.map { Edge(from: corners[$0], to: corners[($0 + 1) % corners.count]) }
    }

    private var box: Box? {
        guard corners.count > 2, let first = corners.first else { return nil }
        return corners.reduce(into: Box(low: first, high: first)) { box, corner in
            box.low = ParcelPoint(x: min(box.low.x, corner.x), y: min(box.low.y, corner.y))
            box.high = ParcelPoint(x: max(box.high.x, corner.x), y: max(box.high.y, corner.y))
        }
    }

    private struct Box {
        var low: ParcelPoint
        var high: ParcelPoint

        func isNear(_ other: Box, _ distance: Int64) -> Bool {
            low.x - distance <= other.high.x && other.low.x - distance <= high.x
                && low.y - distance <= other.high.y && other.low.y - distance <= high.y
        }
    }

    /// A side of an outline. Products go through 128 bits: the corners of the national grid are large.
    private struct Edge {
        let from: ParcelPoint
        let to: ParcelPoint

        func isNear(_ other: Edge, _ distance: Int64) -> Bool {
            crosses(other) || isNear(other.from, distance) || isNear(other.to, distance)
                || other.isNear(from, distance) || other.isNear(to, distance)
        }

        private func isNear(_ point: ParcelPoint, _ distance: Int64) -> Bool {
            let reach = Int128(distance) * Int128(distance)
            let (alongX, alongY) = (Int128(to.x - from.x), Int128(to.y - from.y))
            let (x, y) = (Int128(point.x - from.x), Int128(point.y - from.y))
            let length = alongX * alongX + alongY * alongY
            let along = x * alongX + y * alongY
            if along <= 0 { return x * x + y * y <= reach }
            if along >= length { return (x - alongX) * (x - alongX) + (y - alongY) * (y - alongY) <= reach }
            let across = x * alongY - y * alongX
            return across * across <= reach * length
        }

        private func crosses(_ other: Edge) -> Bool {
            side(of: other.from) * side(of: other.to) < 0 && other.side(of: from) * other.side(of: to) < 0
        }

        /// On which side of the line through both ends the point lies; 0 on it.
        private func side(of point: ParcelPoint) -> Int {
            let across =
                Int128(to.x - from.x) * Int128(point.y - from.y) - Int128(to.y - from.y) * Int128(point.x - from.x)
            return Int(across.signum())
        }
    }
}
