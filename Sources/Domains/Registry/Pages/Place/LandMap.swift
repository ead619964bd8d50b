package import Geometry
import Kernel
package import Web

/// Own fields on blank ground: no base map, since one shown to the public needs a review number (Map Regulation, art. 15).
package enum LandMap {
    /// Corners are whole centimetres.
    static func map(
        _ caption: Message, _ parcels: [ParcelMap.Parcel], hasKeys: Bool = true, marks: [ParcelMap.Mark] = [],
        isWide: Bool = false, more: [ParcelMap.Key] = []
    ) -> ParcelMap {
        let states: [LandState] = hasKeys ? [.arrears, .disputed, .leased, .offered] : []
        var keys = states.map { ParcelMap.Key(tone($0), $0.label) }
        if hasKeys { keys.append(.init(.neutral, LandText.idleOrUnlisted)) }
        return ParcelMap(caption, parcels, keys: keys + more, unitsPerMetre: 100, marks: marks, isWide: isWide)
    }

    static func tone(_ state: LandState) -> Tag.Tone {
        switch state {
        case .arrears: .bad
        case .disputed: .warning
        case .leased: .good
        case .offered: .active
        case .idle, .unlisted: .neutral
        }
    }

    package static func parcel(
        _ parcel: LandParcel, _ name: String? = nil, isHighlighted: Bool = false, to path: String? = nil,
        tone: Tag.Tone = .neutral
    ) -> ParcelMap.Parcel {
        shape(parcel.outline.outline, name ?? parcel.name, isHighlighted: isHighlighted, to: path, tone: tone)
    }

    package static func shape(
        _ outline: Outline, _ name: String, isHighlighted: Bool = false, to path: String? = nil,
        tone: Tag.Tone = .neutral
    ) -> ParcelMap.Parcel {
        let rings = outline.rings.map { ring in ring.map(point) }
        return ParcelMap.Parcel(name, rings: rings, isHighlighted: isHighlighted, to: path, tone: tone)
    }

    /// What of the plan's lines lies around some ground, clipped to a little more than its box.
    static func lines(_ lines: [RedLine], around ground: [Outline], _ request: PageRequest) -> [ParcelMap.Parcel] {
        guard let zone = ground.first?.zone, let box = GridBox(ground.flatMap { $0.moved(to: zone).rings.joined() })
        else {
            return []
        }
        let frame = box.grown(by: max(box.width, box.height) / 12 + 500)
        let judge = OutlineJudge()
        return lines.compactMap { line in
            guard let shown = judge.clipped(line.outline.outline.moved(to: zone), to: frame), !shown.pieces.isEmpty
            else {
                return nil
            }
            return ParcelMap.Parcel(
                "\(request(line.kind.label)) \(line.number)", rings: shown.rings.map { $0.map(point) },
                edge: edge(line.kind, request))
        }
    }

    static func edge(_ kind: RedLineKind, _ request: PageRequest) -> ParcelMap.Edge {
        let pattern: ParcelMap.Edge.Pattern =
            switch kind {
            case .farmland: .dashed
            case .ecology: .dotted
            case .urban: .chained
            }
        return ParcelMap.Edge(pattern, request(kind.letter))
    }

    static func lineKeys(_ request: PageRequest) -> [ParcelMap.Key] {
        RedLineKind.allCases.map { ParcelMap.Key(edge($0, request), $0.label) }
    }

    package static func point(_ corner: GridPoint) -> ParcelMap.Point {
        ParcelMap.Point(east: corner.east, north: corner.north)
    }
}
