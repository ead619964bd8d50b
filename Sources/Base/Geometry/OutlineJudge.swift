/// What can be said against an outline, or of it. All but the last make it no outline a card may have.
package enum OutlineFinding: String, Sendable, CaseIterable {
    case fewerThanThreeCorners, selfIntersecting, spike, repeatedCorner, cornersNearerThan5cm, sliver, holeOutside
    case piecesOverlap, outsideZone, severalPieces

    /// Whether the outline has to be mended before it enters.
    package var isFault: Bool { self != .severalPieces }
    /// Whether overlays can still be made: what bounds no area has no overlap.
    var hasArea: Bool {
        switch self {
        case .repeatedCorner, .cornersNearerThan5cm, .sliver, .severalPieces: true
        default: false
        }
    }
}

/// The measures outlines are judged by, in centimetres and square centimetres [design: village-register.md, 6.5].
package struct OutlineLimits: Sendable {
    /// Corners that follow each other nearer than this are one corner.
    package var corner: Int64 = 5
    /// Less land than this is no parcel, and no overlap.
    package var area: Int64 = 10_000
    /// A parcel of a smaller mean width is a sliver; in millimetres.
    package var parcelWidth: Int64 = 100
    /// An overlap of a smaller mean width is noise; in millimetres.
    package var overlapWidth: Int64 = 50

    package init() {}
}

package struct OutlineJudge {
    let limits: OutlineLimits
    let planes: Planes

    package init(_ limits: OutlineLimits = OutlineLimits(), planes: Planes = Planes()) {
        self.limits = limits
        self.planes = planes
    }

    /// What is to be said of an outline, in the order of `OutlineFinding`.
    package func findings(_ outline: Outline) -> [OutlineFinding] {
        var found: Set<OutlineFinding> = []
        if outline.pieces.isEmpty || outline.rings.contains(where: { Set($0).count < 3 }) {
            found.insert(.fewerThanThreeCorners)
        }
        if outline.pieces.count > 1 { found.insert(.severalPieces) }
        if let box = outline.box, !fits(box) { found.insert(.outsideZone) }
        if !found.contains(.fewerThanThreeCorners), !found.contains(.outsideZone) {
            for ring in outline.rings { found.formUnion(corners(ring)) }
            if let crossing = crossing(outline) { found.insert(crossing) }
            if !found.contains(.selfIntersecting) && isSliver(outline) { found.insert(.sliver) }
        }
        return OutlineFinding.allCases.filter { found.contains($0) }
    }

    private func fits(_ box: GridBox) -> Bool {
        Zone.eastings.contains(box.west) && Zone.eastings.contains(box.east) && Zone.northings.contains(box.south)
            && Zone.northings.contains(box.north)
    }

    private func corners(_ ring: Ring) -> Set<OutlineFinding> {
        var found: Set<OutlineFinding> = []
        for (position, corner) in ring.enumerated() {
            let next = ring[(position + 1) % ring.count]
            if corner == next {
                found.insert(.repeatedCorner)
            } else if Measure.squaredDistance(corner, next) < Int128(limits.corner * limits.corner) {
                found.insert(.cornersNearerThan5cm)
            }
            let before = ring[(position + ring.count - 1) % ring.count]
            if isSpike(before, corner, next) { found.insert(.spike) }
        }
        return found
    }

    /// The way out and the way back lie on each other: sharper than 5°, and nowhere as wide as two corners must be apart.
    private func isSpike(_ before: GridPoint, _ tip: GridPoint, _ after: GridPoint) -> Bool {
        guard before != tip, after != tip else { return false }
        let across = Measure.cross(from: tip, before, after).magnitude
        let along =
            Int128(before.east - tip.east) * Int128(after.east - tip.east)
            + Int128(before.north - tip.north) * Int128(after.north - tip.north)
        guard along > 0, across * 1_000 < along.magnitude * 87 else { return false }
        // The end of the shorter side, seen from the line of the longer one.
        let longer = max(Measure.squaredDistance(before, tip), Measure.squaredDistance(after, tip))
        return across * across < UInt128(limits.corner * limits.corner) * longer.magnitude
    }

    private func crossing(_ outline: Outline) -> OutlineFinding? {
        switch planes.reasonInvalid(outline.withoutRepeats) {
        case nil: nil
        case "Hole lies outside shell", "Holes are nested": .holeOutside
        case "Nested shells", "Duplicate Rings": .piecesOverlap
        default: .selfIntersecting
        }
    }

    private func isSliver(_ outline: Outline) -> Bool {
        outline.pieces.contains { piece in
            let alone = Outline(zone: outline.zone, pieces: [piece])
            return alone.twiceArea < Int128(2 * limits.area)
                || Measure.isNarrower(
                    twiceArea: alone.twiceArea, length: alone.rings.reduce(0) { $0 + Measure.length($1) },
                    than: limits.parcelWidth)
        }
    }
}

extension Outline {
    /// Without corners that stand twice in a row; rings that fall below three corners stay as they are.
    var withoutRepeats: Outline {
        func clean(_ ring: Ring) -> Ring {
            let kept = ring.enumerated().filter { $0.element != ring[($0.offset + 1) % ring.count] }.map(\.element)
            return kept.count < 3 ? ring : kept
        }
        return Outline(zone: zone, pieces: pieces.map { Piece(outer: clean($0.outer), holes: $0.holes.map(clean)) })
    }
}

/// How two parcels lie to each other.
package enum OverlapVerdict: String, Sendable, CaseIterable {
    /// Below a square metre, or narrower than 5 cm: the edges were measured twice.
    case noise
    case overlap
    /// One is the other, wherever the drawing began.
    case same
    /// One lies wholly in the other.
    case contained
}

/// What two parcels have in common, as whole numbers: what is written into an event is never reckoned again.
package struct Overlap: Sendable, Hashable {
    /// Square centimetres.
    package let area: Int64
    /// Millimetres.
    package let meanWidth: Int64
    package let verdict: OverlapVerdict
}

extension OutlineJudge {
    /// What two outlines without faults of form have in common; nil where that is nothing.
    package func overlap(_ one: Outline, _ other: Outline) -> Overlap? {
        let one = one.withoutRepeats
        let other = other.moved(to: one.zone).withoutRepeats
        guard let box = one.box, let otherBox = other.box, box.touches(otherBox) else { return nil }
        guard let common = planes.intersection(one, other) else { return nil }
        let shared = Outline(zone: one.zone, pieces: common)
        guard shared.twiceArea > 0 else { return nil }
        let isNoise = isNoise(shared)
        return Overlap(
            area: Int64(clamping: (shared.twiceArea + 1) / 2),
            meanWidth: Measure.meanWidth(
                twiceArea: shared.twiceArea, length: shared.rings.reduce(0) { $0 + Measure.length($1) }),
            verdict: isNoise ? .noise : relation(one, other))
    }

    private func relation(_ one: Outline, _ other: Outline) -> OverlapVerdict {
        let restOfOne = planes.difference(one, other).map { Outline(zone: one.zone, pieces: $0) }
        let restOfOther = planes.difference(other, one).map { Outline(zone: one.zone, pieces: $0) }
        guard let restOfOne, let restOfOther else { return .overlap }
        switch (isNoise(restOfOne), isNoise(restOfOther)) {
        case (true, true): return .same
        case (false, false): return .overlap
        default: return .contained
        }
    }

    /// Too little, or too narrow, to be land.
    package func isNoise(_ shared: Outline) -> Bool {
        let length = shared.rings.reduce(0) { $0 + Measure.length($1) }
        return shared.twiceArea < Int128(2 * limits.area)
            || Measure.isNarrower(twiceArea: shared.twiceArea, length: length, than: limits.overlapWidth)
    }
}
