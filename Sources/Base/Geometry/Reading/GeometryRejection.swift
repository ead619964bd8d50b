import Kernel

/// What can be wrong with a file of parcels, as a file and in a row. Numbers 1170–1189.
package enum GeometryRejection: RejectionReason, Error {
    case notGeoJSON
    case unknownSystem(name: String)
    case tooManyParcels(limit: Int)
    case tooManyCorners(limit: Int)
    case notAnArea(kind: String)
    case badPosition
    case ringOpen
    case neitherDegreesNorGrid
    case axesExchanged
    case zoneUnknown
    case outsideZones
    case filePartMissing(name: String)
    case fileDamaged(name: String)
    case recordDamaged
    case recordEmpty
    case numberMissing
    case numberTwice(number: String, row: Int)

    package var number: Int {
        switch self {
        case .notGeoJSON: 1170
        case .unknownSystem: 1171
        case .tooManyParcels: 1172
        case .tooManyCorners: 1173
        case .notAnArea: 1174
        case .badPosition: 1175
        case .ringOpen: 1176
        case .neitherDegreesNorGrid: 1177
        case .axesExchanged: 1178
        case .zoneUnknown: 1179
        case .outsideZones: 1180
        case .filePartMissing: 1181
        case .fileDamaged: 1182
        case .recordDamaged: 1183
        case .recordEmpty: 1184
        case .numberMissing: 1185
        case .numberTwice: 1186
        }
    }

    package var field: String? {
        switch self {
        case .notGeoJSON, .unknownSystem, .tooManyParcels, .filePartMissing, .fileDamaged: "file"
        case .numberMissing, .numberTwice: "id"
        default: "geometry"
        }
    }

    package static var catalogue: [GeometryRejection] {
        [
            .notGeoJSON, .unknownSystem(name: "EPSG:3857"), .tooManyParcels(limit: 200_000),
            .tooManyCorners(limit: 20_000), .notAnArea(kind: "LineString"), .badPosition, .ringOpen,
            .neitherDegreesNorGrid, .axesExchanged, .zoneUnknown, .outsideZones,
            .filePartMissing(name: "DK1499812025.shx"), .fileDamaged(name: "DK1499812025.shp"), .recordDamaged,
            .recordEmpty, .numberMissing, .numberTwice(number: "A1", row: 3),
        ]
    }
}
