import Foundation
import Geometry
import Kernel
import Testing

private let folder = "/work/shared/data/register"

/// The vectors of `shared/data/register`: 30 parcels with planted faults, both zones, areas to the unit.
@Suite("Land vectors", .enabled(if: FileManager.default.fileExists(atPath: folder), "needs /work/shared/data/register"))
struct VectorTests {
    private func rows(_ file: String) throws -> [[String]] {
        let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
        return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private func bytes(_ file: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)")))
    }

    @Test("Both zones and the phones' map agree with the vectors to the millimetre and 1e-7 degrees (VR-28)")
    func projections() throws {
        for row in try rows("crs_vectors_dev.csv") {
            let numbers = row.compactMap { Double($0) }
            let place = Place(longitude: numbers[0], latitude: numbers[1])
            #expect(Zone(longitude: place.longitude)?.rawValue == Int(numbers[2]))
            for (zone, north, east) in [(Zone.zone37, 4, 5), (.zone38, 6, 7)] {
                let metres = zone.forward(place)
                #expect(abs(metres.north - numbers[north]) < 0.0006 && abs(metres.east - numbers[east]) < 0.0006)
                let back = zone.inverse(east: metres.east, north: metres.north)
                #expect(abs(back.longitude - place.longitude) < 1e-11 && abs(back.latitude - place.latitude) < 1e-11)
            }
            let shown = PhoneMap.shifted(place)
            #expect(abs(shown.longitude - numbers[9]) < 1e-7 && abs(shown.latitude - numbers[10]) < 1e-7)
            let real = PhoneMap.real(Place(longitude: numbers[9], latitude: numbers[10]))
            #expect(abs(real.longitude - place.longitude) < 1e-7 && abs(real.latitude - place.latitude) < 1e-7)
        }
    }

    @Test("What 100 mu of the grid are on the ellipsoid agrees to the unit")
    func ellipsoid() throws {
        for row in try rows("area_vectors_dev.csv") {
            let zone = try #require(Int(row[2]).flatMap(Zone.init(centralMeridian:)))
            let place = Place(longitude: try #require(Double(row[0])), latitude: try #require(Double(row[1])))
            let planar = try #require(Int64(row[3]))
            let ellipsoidal = try #require(Int64(row[4]))
            #expect(zone.ellipsoidalUnits(planar, at: place) == ellipsoidal)
        }
    }

    @Test("30 parcels: corners, pieces, holes, areas and verdicts as listed (VR-23, VR-24, VR-25, VR-26)")
    func parcels() throws {
        let judgement = ParcelJudgement(try GeoJSONFile.read(try bytes("parcels_dev.geojson")))
        let expected = try rows("parcels_expected_dev.csv")
        #expect(judgement.lines.count == expected.count)
        for (line, row) in zip(judgement.lines, expected) {
            let outline = try #require(line.outline)
            #expect(line.row.id == row[0])
            #expect(outline.cornerCount == Int(row[1]) && outline.pieces.count == Int(row[2]), "\(row[0])")
            #expect(outline.holeCount == Int(row[3]) && outline.areaUnits == Int64(row[5]), "\(row[0])")
            #expect(line.findings.map(\.rawValue).joined(separator: ";") == row[7], "\(row[0])")
            #expect((line.areaVerdict?.rawValue ?? "") == row[8], "\(row[0])")
        }
        #expect(judgement.lines.count { $0.findings.contains(where: \.isFault) } == 6)
    }

    @Test("5 overlaps and one noise pair, the last pair of the file among them (VR-22, VR-27)")
    func overlaps() throws {
        let judgement = ParcelJudgement(try GeoJSONFile.read(try bytes("parcels_dev.geojson")))
        let found = judgement.pairs.map { pair in
            let metres = String(
                format: "%.2f,%.3f", Double(pair.overlap.area) / 10_000, Double(pair.overlap.meanWidth) / 1_000)
            return "\(judgement.lines[pair.one].row.id),\(judgement.lines[pair.other].row.id),\(metres),"
                + pair.overlap.verdict.rawValue
        }
        #expect(found == (try rows("parcels_overlaps_dev.csv")).map { $0.joined(separator: ",") })
    }

    @Test("Degrees come back to the corners of the grid file")
    func grid() throws {
        let lines = try GeoJSONFile.read(try bytes("parcels_dev.geojson"))
        let corners = Dictionary(grouping: try rows("parcels_grid_dev.csv")) { $0[0] }
        for line in lines {
            let listed = (corners[line.id] ?? []).map { row in
                GridPoint(east: Int64(row[4]) ?? 0, north: Int64(row[5]) ?? 0)
            }
            #expect(try line.outline.get().rings.flatMap(\.self) == listed)
        }
    }

    @Test("The shapefile reads without a hint: GBK names, the zone in the easting, the same parcels (VR-19)")
    func shapefile() throws {
        let lines = ParcelJudgement(try ShapeFile.read(path: "\(folder)/shp/DK1499812025.shp")).lines
        #expect(lines.first?.row.properties["DKMC"] == .string("南坡1号地"))
        #expect(lines.first?.row.id == "1499811000010100001")
        let degrees = try GeoJSONFile.read(try bytes("parcels_dev.geojson")).compactMap { try? $0.outline.get() }
        for line in lines {
            let outline = try #require(line.outline)
            #expect(outline.zone == .zone38)
            #expect(degrees.contains { $0.areaUnits == outline.areaUnits && $0.box == outline.box })
            // SCMJ of the file, in m² with two decimals.
            guard !line.findings.contains(where: \.isFault) else { continue }
            let stated = try #require(line.row.measuredUnits)
            #expect(abs(stated - outline.areaUnits) <= 1, "\(line.row.id)")
        }
    }
}
