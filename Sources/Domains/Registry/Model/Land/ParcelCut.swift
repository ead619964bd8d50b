import Geometry
import Kernel

/// Where an outline of one piece may be cut: its corners, and the middles of its sides. The corners are numbered from 1 in
/// the outline's order, as on the picture.
struct ParcelCut: Sendable {
    /// `3` is a corner, `3.5` the middle of the side after it.
    struct Place: Sendable, Hashable {
        /// The corner it is at or behind, from 0.
        let corner: Int
        let isMiddle: Bool
        let point: GridPoint

        var key: String { isMiddle ? "\(corner + 1).5" : "\(corner + 1)" }
    }

    private let zone: Zone
    private let ring: Ring
    let places: [Place]

    /// Nil for several pieces, for holes, and for more corners than a list to choose from may have.
    init?(_ outline: Outline) {
        guard outline.pieces.count == 1, let ring = outline.pieces.first?.outer, outline.holeCount == 0,
            (3...60).contains(ring.count)
        else { return nil }
        zone = outline.zone
        self.ring = ring
        places = ring.indices.flatMap { position in
            let (here, next) = (ring[position], ring[(position + 1) % ring.count])
            let middle = GridPoint(
                east: here.east + (next.east - here.east) / 2, north: here.north + (next.north - here.north) / 2)
            return [
                Place(corner: position, isMiddle: false, point: here),
                Place(corner: position, isMiddle: true, point: middle),
            ]
        }
    }

    /// The two outlines on both sides of the straight line; nil where it cuts nothing off. Whether the line stays inside the
    /// field is for the rule to say.
    func parts(from: String, to: String) -> [Outline]? {
        guard let first = places.firstIndex(where: { $0.key == from }),
            let second = places.firstIndex(where: { $0.key == to }), first != second
        else { return nil }
        let (low, high) = (min(first, second), max(first, second))
        let one = walk(low, high)
        let other = walk(high, low + places.count)
        guard one.count >= 3, other.count >= 3 else { return nil }
        return [one, other].map { Outline(zone: zone, pieces: [Piece(outer: $0)]) }
    }

    /// The places from one end of the line round to the other; of those between, the corners alone.
    private func walk(_ low: Int, _ high: Int) -> Ring {
        (low...high).compactMap { position in
            let place = places[position % places.count]
            return position == low || position == high || !place.isMiddle ? place.point : nil
        }
    }
}
