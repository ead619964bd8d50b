extension OutlineJudge {
    /// The outline in parts of at most so many corners each, halved along its longer side until they are; nil where GEOS
    /// cannot say. Parts that are noise are left out.
    package func cut(_ outline: Outline, corners: Int) -> [Outline]? {
        var (rest, done): ([Outline], [Outline]) = ([outline], [])
        while let next = rest.popLast() {
            guard next.cornerCount > corners, let box = next.box, max(box.width, box.height) > 2 * limits.corner else {
                done.append(next)
                continue
            }
            for half in box.halves {
                let frame = Outline(zone: next.zone, pieces: [Piece(outer: half.corners)])
                guard let pieces = planes.intersection(next, frame) else { return nil }
                rest += pieces.map { Outline(zone: next.zone, pieces: [$0]) }.filter { !isNoise($0) }
            }
        }
        return done
    }

    /// What of an outline lies within a box.
    package func clipped(_ outline: Outline, to box: GridBox) -> Outline? {
        let frame = Outline(zone: outline.zone, pieces: [Piece(outer: box.corners)])
        return planes.intersection(outline.withoutRepeats, frame).map { Outline(zone: outline.zone, pieces: $0) }
    }
}

extension GridBox {
    /// Against the clock, from the south-west.
    package var corners: Ring {
        [
            GridPoint(east: west, north: south), GridPoint(east: east, north: south),
            GridPoint(east: east, north: north), GridPoint(east: west, north: north),
        ]
    }

    fileprivate var halves: [GridBox] {
        if width >= height {
            let middle = west + width / 2
            return [
                GridBox(west: west, south: south, east: middle, north: north),
                GridBox(west: middle, south: south, east: east, north: north),
            ]
        }
        let middle = south + height / 2
        return [
            GridBox(west: west, south: south, east: east, north: middle),
            GridBox(west: west, south: middle, east: east, north: north),
        ]
    }
}
