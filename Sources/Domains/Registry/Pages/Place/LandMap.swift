import Geometry
import Kernel
import Web

/// Own fields on blank ground: no base map, since one shown to the public needs a review number (Map Regulation, art. 15).
enum LandMap {
    /// Corners are whole centimetres.
    static func map(_ caption: Message, _ parcels: [ParcelMap.Parcel], hasKeys: Bool = true) -> ParcelMap {
        let states: [AssetStatus] = hasKeys ? [.idle, .reserved, .leased, .disputed] : []
        let keys = states.map { ParcelMap.Key(tone($0), $0.label) }
        return ParcelMap(caption, parcels, keys: keys, unitsPerMetre: 100)
    }

    static func tone(_ status: AssetStatus) -> Tag.Tone {
        switch status {
        case .idle: .neutral
        case .reserved: .active
        case .leased: .good
        case .disputed: .bad
        }
    }

    static func parcel(
        _ parcel: LandParcel, isHighlighted: Bool = false, to path: String? = nil, tone: Tag.Tone = .neutral
    ) -> ParcelMap.Parcel {
        let rings = parcel.outline.outline.rings.map { ring in
            ring.map { ParcelMap.Point(east: $0.east, north: $0.north) }
        }
        return ParcelMap.Parcel(parcel.name, rings: rings, isHighlighted: isHighlighted, to: path, tone: tone)
    }
}
