extension OutlineJudge {
    /// What of `ground` none of `covers` holds, without pieces that are noise; nil where GEOS cannot say. Both zones may be
    /// mixed; the answer lies in the zone of `ground`.
    package func uncovered(_ ground: Outline, by covers: [Outline]) -> Outline? {
        var rest = ground.withoutRepeats
        guard let box = rest.box else { return Outline(zone: ground.zone, pieces: []) }
        for cover in covers {
            let other = cover.moved(to: ground.zone).withoutRepeats
            guard !rest.pieces.isEmpty else { break }
            guard let otherBox = other.box, otherBox.touches(box) else { continue }
            guard let pieces = planes.difference(rest, other) else { return nil }
            rest = Outline(zone: ground.zone, pieces: pieces)
        }
        let land = rest.pieces.filter { !isNoise(Outline(zone: ground.zone, pieces: [$0])) }
        return Outline(zone: ground.zone, pieces: land)
    }
}

extension Outline {
    /// Whether a corner lies on the outline's land: inside a piece and in none of its holes.
    package func holds(_ point: GridPoint) -> Bool {
        pieces.contains { piece in
            Measure.isInside(point, piece.outer) && !piece.holes.contains { Measure.isInside(point, $0) }
        }
    }
}
