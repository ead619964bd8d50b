package import Kernel

/// What a file says of one parcel: a row with its outline, or with the reason why there is none.
package struct ParcelRow: Sendable {
    /// From 1, as the file has them.
    package let row: Int
    /// The parcel's number as the file gives it; empty where it gives none.
    package let id: String
    package let properties: [String: JSON]
    package let outline: Result<Outline, Rejection>
    /// Where the row is a point and no outline.
    package var place: Place?

    package init(row: Int, properties: [String: JSON], id: String? = nil, outline: Result<Outline, Rejection>) {
        self.row = row
        self.properties = properties
        self.outline = outline
        self.id = id ?? ParcelRow.text(properties, ParcelText.numbers) ?? ""
    }

    /// Its name on the ground (NY/T 2539: DKMC).
    package var name: String? { ParcelRow.text(properties, ParcelText.names) }

    /// The first column that is there, by the order of `names`; databases that export them write small letters.
    private static func text(_ properties: [String: JSON], _ names: [String]) -> String? {
        for name in names {
            if let found = text(properties[name]) ?? text(properties[name.lowercased()]) { return found }
        }
        return nil
    }

    /// The area of the contract in 0.0001 mu; nil where the file has none. NY/T 2539: HTMJM in mu, HTMJ in m².
    package var contractUnits: Int64? {
        stated(units: "contractUnits", mu: "HTMJM", squareMetres: "HTMJ")
    }

    /// The measured area that the file states in 0.0001 mu. NY/T 2539: SCMJM in mu, SCMJ in m².
    package var measuredUnits: Int64? { stated(units: "measuredUnits", mu: "SCMJM", squareMetres: "SCMJ") }

    private func stated(units: String, mu: String, squareMetres: String) -> Int64? {
        func figure(_ name: String) -> JSON? { properties[name] ?? properties[name.lowercased()] }
        if let exact = properties[units]?.integer { return exact > 0 ? exact : nil }
        // Square metres first: the mu beside them are rounded to the hundredth.
        if let squareMetres = ParcelRow.tenThousandths(figure(squareMetres)), squareMetres > 0 {
            return Measure.units(twiceArea: Int128(squareMetres) * 2)
        }
        guard let mu = ParcelRow.tenThousandths(figure(mu)), mu > 0 else { return nil }
        return mu
    }

    private static func text(_ value: JSON?) -> String? {
        switch value {
        case .string(let text) where !text.isBlank: text
        case .integer(let number): String(number)
        default: nil
        }
    }

    /// A number × 10,000, further places cut off; nil for what is no number or too long.
    private static func tenThousandths(_ value: JSON?) -> Int64? {
        switch value {
        case .integer(let number):
            let (product, isTooLarge) = number.multipliedReportingOverflow(by: 10_000)
            return isTooLarge ? nil : product
        case .decimal(var units, var scale):
            while scale > 4 {
                units /= 10
                scale -= 1
            }
            while scale < 4 {
                let (product, isTooLarge) = units.multipliedReportingOverflow(by: 10)
                if isTooLarge { return nil }
                units = product
                scale += 1
            }
            return units
        default: return nil
        }
    }
}

/// How much of a file is read before it is refused.
package struct ParcelLimits: Sendable {
    package var bytes = 128 * 1_048_576
    package var parcels = 200_000
    /// Of one parcel, over all its rings.
    package var corners = 20_000

    package init() {}
}

/// What the figures of a file mean: degrees, a zone's grid, or what they look like.
package enum ReferenceSystem: Sendable, Hashable {
    case degrees
    case grid(Zone?)
    case asItLooks
}

extension ReferenceSystem {
    /// How the first corner of a row is to be read, and with it the row: an x to the east and a y to the north.
    func reading(x: Double, y: Double) -> Result<Reading, GeometryRejection> {
        guard x.isFinite, y.isFinite else { return .failure(.badPosition) }
        let looksLikeDegrees = abs(x) <= 180 && abs(y) <= 180
        switch self {
        case .degrees:
            return looksLikeDegrees ? degrees(x, y) : .failure(.neitherDegreesNorGrid)
        case .grid(let zone):
            return looksLikeDegrees ? .failure(.neitherDegreesNorGrid) : grid(x, y, zone)
        case .asItLooks:
            return looksLikeDegrees ? degrees(x, y) : grid(x, y, nil)
        }
    }

    enum Reading {
        case degrees(Zone)
        /// What is taken off the easting, in centimetres.
        case grid(Zone, prefix: Int64)
    }

    private func degrees(_ x: Double, _ y: Double) -> Result<Reading, GeometryRejection> {
        if let zone = Zone(longitude: x), (-90...90).contains(y) { return .success(.degrees(zone)) }
        return .failure(Zone(longitude: y) != nil && (15...55).contains(x) ? .axesExchanged : .outsideZones)
    }

    private func grid(_ x: Double, _ y: Double, _ known: Zone?) -> Result<Reading, GeometryRejection> {
        let (east, north) = (Zone.centimetres(x), Zone.centimetres(y))
        if Zone.northings.contains(north) {
            if let zone = Zone.allCases.first(where: { Zone.eastings.contains(east - $0.prefix) }) {
                return .success(.grid(zone, prefix: zone.prefix))
            }
            if Zone.eastings.contains(east) {
                return known.map { .success(.grid($0, prefix: 0)) } ?? .failure(.zoneUnknown)
            }
        }
        let isExchanged =
            Zone.northings.contains(east)
            && (Zone.eastings.contains(north) || Zone.allCases.contains { Zone.eastings.contains(north - $0.prefix) })
        if isExchanged { return .failure(.axesExchanged) }
        return .failure(known == nil ? .neitherDegreesNorGrid : .outsideZones)
    }
}

extension ReferenceSystem.Reading {
    var zone: Zone {
        switch self {
        case .degrees(let zone), .grid(let zone, _): zone
        }
    }

    /// One corner of the row; far outside the zone it is nil.
    func point(x: Double, y: Double) -> GridPoint? {
        switch self {
        case .degrees(let zone):
            guard abs(x - Double(zone.centralMeridian)) <= 6, abs(y) <= 85 else { return nil }
            return zone.grid(Place(longitude: x, latitude: y))
        case .grid(_, let prefix):
            guard abs(x) < 1e8, abs(y) < 1e8 else { return nil }
            return GridPoint(east: Zone.centimetres(x) - prefix, north: Zone.centimetres(y))
        }
    }
}
