import Kernel
import Storage

/// Writes cards and resolutions.
enum AssetProjection {
    static func write(_ event: AssetRegistered, in tx: any WriteTransaction) throws {
        let card = event.card
        let sides = card.boundaries
        try tx.run(
            """
            INSERT INTO asset (id, owner, division, asset_class, kind, name, area, original_value_fen, asset_right,
                right_until, households, asset_use, east, south, west, north, parcel)
            VALUES (\(event.asset), \(card.owner), \(card.division), \(card.assetClass), \(card.kind), \(card.name),
                \(card.area), \(card.originalValue), \(card.right), \(card.rightUntil), \(card.households),
                \(card.use), \(sides?.east), \(sides?.south), \(sides?.west), \(sides?.north),
                \(parcelText(card.parcel)))
            """)
    }

    static func write(_ event: ResolutionRecorded, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            INSERT INTO resolution (id, organisation, matter, body, entitled, present, in_favour, resolved_on)
            VALUES (\(event.resolution), \(event.organisation), \(event.matter), \(event.body), \(event.entitled),
                \(event.present), \(event.inFavour), \(event.date))
            """)
        for (position, digest) in event.evidence.enumerated() {
            try tx.append(
                [event.resolution.sqlValue, (position + 1).sqlValue, digest.sqlValue], to: "resolution_evidence")
        }
    }

    /// `x,y x,y x,y`, as a map draws it; empty when the parcel is not surveyed.
    static func parcelText(_ points: [ParcelPoint]) -> String {
        points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    }

    static func parcel(_ text: String) -> [ParcelPoint] {
        text.split(separator: " ").compactMap { pair in
            let parts = pair.split(separator: ",")
            guard parts.count == 2, let x = Int64(parts[0]), let y = Int64(parts[1]) else { return nil }
            return ParcelPoint(x: x, y: y)
        }
    }
}
