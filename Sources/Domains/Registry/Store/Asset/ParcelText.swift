import Kernel

extension AssetQueries {
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
