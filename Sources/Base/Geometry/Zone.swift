import Foundation

/// A place by its longitude and latitude in degrees, CGCS2000 (EPSG:4490), which is WGS 84 for fields.
package struct Place: Sendable, Hashable {
    package let longitude: Double
    package let latitude: Double

    package init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }
}

/// A 3° zone of the national grid: Gauss–Krüger on CGCS2000, scale 1 on the middle meridian, 500 km added to the east.
/// Changzhi lies in two of them.
package enum Zone: Int, Sendable, CaseIterable {
    case zone37 = 37
    case zone38 = 38

    package var centralMeridian: Int { rawValue * 3 }
    /// Where the one ends and the other begins.
    package static let border = 112.5
    /// Beyond these two zones the program knows no land.
    package static let known = 109.5...115.5

    /// The zone of a longitude; nil outside both.
    package init?(longitude: Double) {
        guard Zone.known.contains(longitude) else { return nil }
        self = longitude < Zone.border ? .zone37 : .zone38
    }

    package init?(centralMeridian: Int) {
        guard let zone = Zone.allCases.first(where: { $0.centralMeridian == centralMeridian }) else { return nil }
        self = zone
    }

    /// The zone number before an easting, in centimetres: 38,500,000 m.
    package var prefix: Int64 { Int64(rawValue) * 100_000_000 }

    /// Eastings a zone may have, in centimetres: 200–800 km, further out another zone is meant.
    package static let eastings: ClosedRange<Int64> = 20_000_000...80_000_000
    /// Northings of China, in centimetres.
    package static let northings: ClosedRange<Int64> = 200_000_000...600_000_000

    /// The corner on this zone's grid, rounded to the centimetre.
    package func grid(_ place: Place) -> GridPoint {
        let metres = forward(place)
        return GridPoint(east: Zone.centimetres(metres.east), north: Zone.centimetres(metres.north))
    }

    package func place(_ point: GridPoint) -> Place {
        inverse(east: Double(point.east) / 100, north: Double(point.north) / 100)
    }

    /// Half away from zero; what no survey holds becomes the bound.
    package static func centimetres(_ metres: Double) -> Int64 {
        guard metres.isFinite else { return 0 }
        return Int64(exactly: (max(-1e9, min(1e9, metres)) * 100).rounded()) ?? 0
    }
}

/// Krüger's series in the third flattening to its sixth power (Karney 2011, "Transverse Mercator with an accuracy of a few
/// nanometers", eqs. 35 and 36): far below a millimetre inside both zones.
extension Zone {
    private static let semiMajor = 6_378_137.0
    private static let flattening = 1 / 298.257222101
    private static let n = flattening / (2 - flattening)
    private static let eccentricity = (flattening * (2 - flattening)).squareRoot()
    private static let rectifying: Double = {
        let n2 = n * n
        return semiMajor / (1 + n) * (1 + n2 / 4 + n2 * n2 / 64 + n2 * n2 * n2 / 256)
    }()

    private static let alpha: [Double] = series([
        [1 / 2, -2 / 3, 5 / 16, 41 / 180, -127 / 288, 7891 / 37800],
        [0, 13 / 48, -3 / 5, 557 / 1440, 281 / 630, -1_983_433 / 1_935_360],
        [0, 0, 61 / 240, -103 / 140, 15061 / 26880, 167603 / 181440],
        [0, 0, 0, 49561 / 161280, -179 / 168, 6_601_661 / 7_257_600],
        [0, 0, 0, 0, 34729 / 80640, -3_418_889 / 1_995_840],
        [0, 0, 0, 0, 0, 212_378_941 / 319_334_400],
    ])

    private static let beta: [Double] = series([
        [1 / 2, -2 / 3, 37 / 96, -1 / 360, -81 / 512, 96199 / 604800],
        [0, 1 / 48, 1 / 15, -437 / 1440, 46 / 105, -1_118_711 / 3_870_720],
        [0, 0, 17 / 480, -37 / 840, -209 / 4480, 5569 / 90720],
        [0, 0, 0, 4397 / 161280, -11 / 504, -830251 / 7_257_600],
        [0, 0, 0, 0, 4583 / 161280, -108847 / 3_991_680],
        [0, 0, 0, 0, 0, 20_648_693 / 638_668_800],
    ])

    private static func series(_ rows: [[Double]]) -> [Double] {
        rows.map { row in row.reversed().reduce(0) { ($0 + $1) * n } }
    }

    /// Metres on the grid.
    package func forward(_ place: Place) -> (east: Double, north: Double) {
        let latitude = place.latitude * .pi / 180
        let longitude = (place.longitude - Double(centralMeridian)) * .pi / 180
        let e = Zone.eccentricity
        let sine = sin(latitude)
        let t = sinh(atanh(sine) - e * atanh(e * sine))
        let xi = atan2(t, cos(longitude))
        let eta = asinh(sin(longitude) / (t * t + cos(longitude) * cos(longitude)).squareRoot())
        var (north, east) = (xi, eta)
        for (position, factor) in Zone.alpha.enumerated() {
            let order = Double(2 * (position + 1))
            north += factor * sin(order * xi) * cosh(order * eta)
            east += factor * cos(order * xi) * sinh(order * eta)
        }
        return (500_000 + Zone.rectifying * east, Zone.rectifying * north)
    }

    /// Degrees of a point given in metres.
    package func inverse(east: Double, north: Double) -> Place {
        let xi = north / Zone.rectifying
        let eta = (east - 500_000) / Zone.rectifying
        var (north, east) = (xi, eta)
        for (position, factor) in Zone.beta.enumerated() {
            let order = Double(2 * (position + 1))
            north -= factor * sin(order * xi) * cosh(order * eta)
            east -= factor * cos(order * xi) * sinh(order * eta)
        }
        let conformal = sin(north) / (sinh(east) * sinh(east) + cos(north) * cos(north)).squareRoot()
        let longitude = atan2(sinh(east), cos(north)) * 180 / .pi
        let latitude = atan(Zone.tangent(conformal: conformal)) * 180 / .pi
        return Place(longitude: Double(centralMeridian) + longitude, latitude: latitude)
    }

    /// The tangent of the latitude whose conformal latitude has this tangent; Newton, three steps are enough.
    private static func tangent(conformal: Double) -> Double {
        let e = eccentricity
        var tau = conformal / (1 - e * e)
        for _ in 0..<4 {
            let root = (1 + tau * tau).squareRoot()
            let sigma = sinh(e * atanh(e * tau / root))
            let reached = tau * (1 + sigma * sigma).squareRoot() - sigma * root
            tau +=
                (conformal - reached) / (1 + reached * reached).squareRoot()
                * (1 + (1 - e * e) * tau * tau) / ((1 - e * e) * root)
        }
        return tau
    }

    /// How much larger than on the ellipsoid an area is drawn at this place: the scale squared.
    package func areaScale(at place: Place) -> Double {
        let step = 1e-4
        func at(_ east: Double, _ north: Double) -> (east: Double, north: Double) {
            forward(Place(longitude: place.longitude + east, latitude: place.latitude + north))
        }
        let (east, west) = (at(step, 0), at(-step, 0))
        let (north, south) = (at(0, step), at(0, -step))
        let radians = 2 * step * .pi / 180
        let drawn =
            ((east.east - west.east) * (north.north - south.north) - (east.north - west.north)
                * (north.east - south.east))
            / (radians * radians)
        let latitude = place.latitude * .pi / 180
        let squared = Zone.eccentricity * Zone.eccentricity
        let bend = 1 - squared * sin(latitude) * sin(latitude)
        let real = Zone.semiMajor * Zone.semiMajor * (1 - squared) / (bend * bend) * cos(latitude)
        return drawn / real
    }

    /// What a drawn area in 0.0001 mu is on the ellipsoid, near this place. Shown to explain a difference, never entered.
    package func ellipsoidalUnits(_ planar: Int64, at place: Place) -> Int64 {
        Int64(exactly: (Double(planar) / areaScale(at: place)).rounded()) ?? planar
    }
}
