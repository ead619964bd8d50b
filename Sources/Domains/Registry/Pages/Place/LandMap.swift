import Geometry
import Kernel
import Web

/// Own fields on blank ground: no base map, since one shown to the public needs a review number (Map Regulation, art. 15).
enum LandMap {
    /// Corners are whole centimetres.
    static func map(
        _ caption: Message, _ parcels: [ParcelMap.Parcel], hasKeys: Bool = true, marks: [ParcelMap.Mark] = [],
        isWide: Bool = false
    ) -> ParcelMap {
        let states: [LandState] = hasKeys ? [.arrears, .disputed, .leased, .offered] : []
        var keys = states.map { ParcelMap.Key(tone($0), $0.label) }
        if hasKeys { keys.append(.init(.neutral, LandText.idleOrUnlisted)) }
        return ParcelMap(caption, parcels, keys: keys, unitsPerMetre: 100, marks: marks, isWide: isWide)
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

    static func parcel(
        _ parcel: LandParcel, _ name: String? = nil, isHighlighted: Bool = false, to path: String? = nil,
        tone: Tag.Tone = .neutral
    ) -> ParcelMap.Parcel {
        shape(parcel.outline.outline, name ?? parcel.name, isHighlighted: isHighlighted, to: path, tone: tone)
    }

    static func shape(
        _ outline: Outline, _ name: String, isHighlighted: Bool = false, to path: String? = nil,
        tone: Tag.Tone = .neutral
    ) -> ParcelMap.Parcel {
        let rings = outline.rings.map { ring in ring.map(point) }
        return ParcelMap.Parcel(name, rings: rings, isHighlighted: isHighlighted, to: path, tone: tone)
    }

    static func point(_ corner: GridPoint) -> ParcelMap.Point {
        ParcelMap.Point(east: corner.east, north: corner.north)
    }
}
