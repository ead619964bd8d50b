package import Kernel

/// Parcels as GeoJSON (RFC 7946): one feature a parcel, a Polygon or a MultiPolygon. Longitude and latitude by its letter;
/// figures of a zone's grid are read too where the file, or their size, says so.
package enum GeoJSONFile {
    /// Row by row; throws where the file as a whole is none.
    package static func read(
        _ bytes: [UInt8], zone: Zone? = nil, limits: ParcelLimits = ParcelLimits()
    ) throws(Rejection) -> [ParcelRow] {
        try read(try parse(bytes, limits: limits), zone: zone, limits: limits)
    }

    /// The features of a file that was parsed before.
    package static func read(
        _ file: JSON, zone: Zone? = nil, limits: ParcelLimits = ParcelLimits()
    ) throws(Rejection) -> [ParcelRow] {
        let features: [JSON]
        switch file["type"]?.string {
        case "FeatureCollection":
            guard let list = file["features"]?.array else { throw GeometryRejection.notGeoJSON.rejection }
            features = list
        case "Feature": features = [file]
        default: throw GeometryRejection.notGeoJSON.rejection
        }
        guard features.count <= limits.parcels else {
            throw GeometryRejection.tooManyParcels(limit: limits.parcels).rejection
        }
        let system = try system(file["crs"], zone)
        return features.enumerated().map { row($0.offset + 1, $0.element, system, limits) }
    }

    /// The file as JSON, whatever encoding it is in.
    package static func parse(_ bytes: [UInt8], limits: ParcelLimits = ParcelLimits()) throws(Rejection) -> JSON {
        try JSON(parsing: text(bytes, limits), limits: JSONLimits(bytes: limits.bytes, fractions: true))
    }

    /// In UTF-8: mapping programs of Chinese offices write GBK too.
    private static func text(_ bytes: [UInt8], _ limits: ParcelLimits) throws(Rejection) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes[3...]) }
        guard String(validating: bytes, as: UTF8.self) == nil else { return bytes }
        return Array(try TableText(bytes, largest: limits.bytes).text.utf8)
    }

    /// The outline of a pasted text: one geometry, one feature, or a collection of one; nil for anything else.
    package static func outline(pasted text: String) -> Outline? {
        guard let json = try? JSON(parsing: Array(text.utf8), limits: JSONLimits(bytes: 65_536, fractions: true)) else {
            return nil
        }
        let isGeometry = json["coordinates"] != nil
        let file: JSON = isGeometry ? ["type": "Feature", "properties": [:], "geometry": json] : json
        guard let rows = try? read(file), rows.count == 1 else { return nil }
        return try? rows[0].outline.get()
    }

    /// The member `crs` of older files: degrees or a zone known here, or a refusal that names it.
    private static func system(_ crs: JSON?, _ zone: Zone?) throws(Rejection) -> ReferenceSystem {
        let otherwise = zone.map { ReferenceSystem.grid($0) } ?? .asItLooks
        guard let crs, crs != .null else { return otherwise }
        guard let name = crs["properties"]?["name"]?.string else { return otherwise }
        let code = name.split(whereSeparator: { $0 == ":" || $0 == "/" }).last.map(String.init) ?? name
        switch code {
        case "CRS84", "4490", "4326", "4479", "4258": return .degrees
        case "4525", "4546": return .grid(.zone37)
        case "4526", "4547": return .grid(.zone38)
        default: throw GeometryRejection.unknownSystem(name: String(name.prefix(80))).rejection
        }
    }

    private static func row(_ number: Int, _ feature: JSON, _ system: ReferenceSystem, _ limits: ParcelLimits)
        -> ParcelRow
    {
        var properties = feature["properties"]?.object ?? [:]
        if properties["id"] == nil, let id = feature["id"] { properties["id"] = id }
        do {
            return ParcelRow(
                row: number, properties: properties, outline: .success(try outline(feature, system, limits)))
        } catch {
            var row = ParcelRow(row: number, properties: properties, outline: .failure(error.rejection))
            row.place = point(feature, system)
            return row
        }
    }

    /// The place of a feature that is a point; nil for any other, and for one that lies in neither zone.
    private static func point(_ feature: JSON, _ system: ReferenceSystem) -> Place? {
        guard let geometry = feature["geometry"], geometry["type"]?.string == "Point",
            let values = geometry["coordinates"]?.array, values.count >= 2, let x = values[0].number,
            let y = values[1].number, let reading = try? system.reading(x: x, y: y).get(),
            let corner = reading.point(x: x, y: y)
        else { return nil }
        return reading.zone.place(corner)
    }

    private static func outline(_ feature: JSON, _ system: ReferenceSystem, _ limits: ParcelLimits)
        throws(GeometryRejection) -> Outline
    {
        guard let geometry = feature["geometry"], geometry != .null else { throw .recordEmpty }
        let kind = geometry["type"]?.string ?? ""
        guard let coordinates = geometry["coordinates"]?.array else { throw .notAnArea(kind: String(kind.prefix(40))) }
        let polygons: [JSON]
        switch kind {
        case "Polygon": polygons = [.array(coordinates)]
        case "MultiPolygon": polygons = coordinates
        default: throw .notAnArea(kind: String(kind.prefix(40)))
        }
        var reader = RingReader(system: system, limits: limits)
        var pieces: [Piece] = []
        for polygon in polygons {
            guard let rings = polygon.array else { throw .badPosition }
            var read: [Ring] = []
            for ring in rings { read.append(try reader.ring(ring)) }
            guard let outer = read.first else { throw .recordEmpty }
            pieces.append(Piece(outer: outer, holes: Array(read.dropFirst())))
        }
        guard let reading = reader.reading, !pieces.isEmpty else { throw .recordEmpty }
        return Outline(zone: reading.zone, pieces: pieces)
    }
}

/// Reads the rings of one row; the first corner decides how all are read.
private struct RingReader {
    let system: ReferenceSystem
    let limits: ParcelLimits
    var reading: ReferenceSystem.Reading?
    var corners = 0

    init(system: ReferenceSystem, limits: ParcelLimits) {
        self.system = system
        self.limits = limits
    }

    mutating func ring(_ json: JSON) throws(GeometryRejection) -> Ring {
        guard let positions = json.array else { throw .badPosition }
        corners += positions.count
        guard corners <= limits.corners else { throw .tooManyCorners(limit: limits.corners) }
        var ring: Ring = []
        for position in positions {
            guard let values = position.array, values.count >= 2, let x = values[0].number, let y = values[1].number
            else { throw .badPosition }
            let known: ReferenceSystem.Reading
            if let reading { known = reading } else { known = try system.reading(x: x, y: y).get() }
            reading = known
            guard let point = known.point(x: x, y: y) else { throw .outsideZones }
            ring.append(point)
        }
        guard ring.count > 1 else { return ring }
        guard ring.first == ring.last else { throw .ringOpen }
        ring.removeLast()
        return ring
    }
}

extension JSON {
    fileprivate var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .decimal(let units, let scale): Double(units) / JSON.powers[min(scale, 18)]
        default: nil
        }
    }

    private static let powers: [Double] = (0...18).reduce(into: []) { powers, _ in
        powers.append((powers.last ?? 0.1) * 10)
    }
}
