import CShapelib
import Foundation
package import Kernel

/// Parcels as an ESRI shapefile, the way NY/T 2539 orders them: the letters of the table in GBK, often without a word about
/// it; the zone before the easting, or in the .prj.
package enum ShapeFile {
    /// Reads `NAME.shp` with the .shx, .dbf, .cpg and .prj beside it, row by row.
    package static func read(
        path: String, zone: Zone? = nil, limits: ParcelLimits = ParcelLimits()
    ) throws(Rejection) -> [ParcelRow] {
        let stem = path.lowercased().hasSuffix(".shp") ? String(path.dropLast(4)) : path
        let shp = try part(stem, "shp", limits)
        _ = try part(stem, "shx", limits)
        let system = try system(stem, zone, limits)
        let table = ShapeTable(stem: stem, limits: limits)
        var hooks = Hooks.quiet
        guard let file = SHPOpenLL(shp, "rb", &hooks) else {
            throw GeometryRejection.fileDamaged(name: name(shp)).rejection
        }
        defer { SHPClose(file) }
        var (count, kind): (Int32, Int32) = (0, 0)
        SHPGetInfo(file, &count, &kind, nil, nil)
        guard count <= limits.parcels else { throw GeometryRejection.tooManyParcels(limit: limits.parcels).rejection }
        return (0..<max(0, count)).map { number in
            ParcelRow(
                row: Int(number) + 1, properties: table?.row(number) ?? [:],
                outline: outline(file, number, system, limits).mapError(\.rejection))
        }
    }

    private static func outline(
        _ file: SHPHandle, _ number: Int32, _ system: ReferenceSystem, _ limits: ParcelLimits
    ) -> Result<Outline, GeometryRejection> {
        guard let object = SHPReadObject(file, number) else { return .failure(.recordDamaged) }
        defer { SHPDestroyObject(object) }
        let shape = object.pointee
        switch shape.nSHPType {
        case SHPT_NULL: return .failure(.recordEmpty)
        case SHPT_POLYGON, SHPT_POLYGONZ, SHPT_POLYGONM: break
        default: return .failure(.notAnArea(kind: String(cString: SHPTypeName(shape.nSHPType))))
        }
        guard shape.nVertices > 0, shape.nParts > 0, let x = shape.padfX, let y = shape.padfY,
            let starts = shape.panPartStart
        else { return .failure(.recordEmpty) }
        guard shape.nVertices <= limits.corners, shape.nParts <= shape.nVertices else {
            return .failure(.tooManyCorners(limit: limits.corners))
        }
        do {
            let reading = try system.reading(x: x[0], y: y[0]).get()
            var rings: [Ring] = []
            for part in 0..<Int(shape.nParts) {
                let first = Int(starts[part])
                let end = part + 1 < shape.nParts ? Int(starts[part + 1]) : Int(shape.nVertices)
                guard first >= 0, first <= end, end <= shape.nVertices else { return .failure(.recordDamaged) }
                var ring: Ring = []
                for corner in first..<end {
                    guard let point = reading.point(x: x[corner], y: y[corner]) else { return .failure(.outsideZones) }
                    ring.append(point)
                }
                if ring.count > 1 {
                    guard ring.first == ring.last else { return .failure(.ringOpen) }
                    ring.removeLast()
                }
                rings.append(ring)
            }
            return .success(Outline(zone: reading.zone, pieces: pieces(rings)))
        } catch {
            return .failure(error)
        }
    }

    /// A shapefile tells a hole from a piece only by the way its ring runs: pieces with the clock, holes against it. A hole
    /// belongs to the smallest piece that holds its first corner.
    private static func pieces(_ rings: [Ring]) -> [Piece] {
        let outers = rings.filter { Measure.signedTwiceArea($0) <= 0 }
        // A file whose only rings run the wrong way means pieces.
        guard !outers.isEmpty else { return rings.map { Piece(outer: $0) } }
        var holes: [[Ring]] = outers.map { _ in [] }
        var alone: [Piece] = []
        for hole in rings where Measure.signedTwiceArea(hole) > 0 {
            let around = outers.indices.filter { position in
                hole.contains { Measure.isInside($0, outers[position]) }
            }
            if let nearest = around.min(by: { Measure.twiceArea(outers[$0]) < Measure.twiceArea(outers[$1]) }) {
                holes[nearest].append(hole)
            } else {
                alone.append(Piece(outer: hole))
            }
        }
        return zip(outers, holes).map { Piece(outer: $0, holes: $1) } + alone
    }

    /// The file's path with this ending, in small or in large letters.
    private static func part(_ stem: String, _ ending: String, _ limits: ParcelLimits) throws(Rejection) -> String {
        let found = [stem + "." + ending, stem + "." + ending.uppercased()].first {
            FileManager.default.fileExists(atPath: $0)
        }
        guard let found else {
            throw GeometryRejection.filePartMissing(name: name(stem + "." + ending)).rejection
        }
        let size = (try? FileManager.default.attributesOfItem(atPath: found))?[.size] as? Int ?? 0
        guard size <= limits.bytes else { throw KernelRejection.tooLarge(limit: limits.bytes).rejection }
        return found
    }

    private static func name(_ path: String) -> String { String((path.split(separator: "/").last ?? "").prefix(80)) }

    /// What the .prj says; without one, what the figures look like.
    private static func system(_ stem: String, _ zone: Zone?, _ limits: ParcelLimits) throws(Rejection)
        -> ReferenceSystem
    {
        if let zone { return .grid(zone) }
        guard let path = try? part(stem, "prj", limits), let bytes = FileManager.default.contents(atPath: path) else {
            return .asItLooks
        }
        return try ReferenceSystem(wellKnownText: String(decoding: bytes.prefix(8_192), as: UTF8.self))
    }
}

extension ReferenceSystem {
    /// The text of a .prj (WKT): CGCS2000 or WGS 84 in degrees, or zone 37 or 38 by its central meridian.
    package init(wellKnownText text: String) throws(Rejection) {
        let plain = text.uppercased().filter { !$0.isWhitespace && $0 != "_" }
        let name = text.split(separator: "\"").dropFirst().first.map { String($0.prefix(80)) } ?? "?"
        guard
            plain.contains("CGCS2000") || plain.contains("CHINA2000") || plain.contains("CHINAGEODETIC")
                || plain.contains("WGS84") || plain.contains("WGS1984")
        else { throw GeometryRejection.unknownSystem(name: name).rejection }
        guard plain.hasPrefix("PROJ") else {
            self = .degrees
            return
        }
        let isKruger = plain.contains("GAUSSKRUGER") || plain.contains("TRANSVERSEMERCATOR")
        guard isKruger,
            let meridian = ReferenceSystem.parameter("CENTRALMERIDIAN", plain)
                ?? ReferenceSystem.parameter("LONGITUDEOFNATURALORIGIN", plain),
            let zone = Int(exactly: meridian).flatMap(Zone.init(centralMeridian:))
        else { throw GeometryRejection.unknownSystem(name: name).rejection }
        self = .grid(zone)
    }

    private static func parameter(_ name: String, _ text: String) -> Double? {
        guard let place = text.range(of: "\"" + name + "\",") else { return nil }
        return Double(text[place.upperBound...].prefix { "-+.0123456789".contains($0) })
    }
}

/// The table beside the shapes.
private final class ShapeTable {
    private let table: DBFHandle
    private let columns: [(name: String, kind: DBFFieldType, decimals: Int)]
    private let rows: Int32
    private let encoding: String.Encoding

    init?(stem: String, limits: ParcelLimits) {
        var hooks = Hooks.quiet
        let path = [".dbf", ".DBF"].map { stem + $0 }.first { FileManager.default.fileExists(atPath: $0) }
        guard let path, let table = DBFOpenLL(path, "rb", &hooks) else { return nil }
        self.table = table
        rows = min(DBFGetRecordCount(table), Int32(clamping: limits.parcels))
        columns = (0..<max(0, min(DBFGetFieldCount(table), 255))).map { number in
            var name = [CChar](repeating: 0, count: 12)
            var (width, decimals): (Int32, Int32) = (0, 0)
            let kind = DBFGetFieldInfo(table, number, &name, &width, &decimals)
            let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            return (String(decoding: bytes, as: UTF8.self), kind, Int(decimals))
        }
        encoding = ShapeTable.encoding(table, columns.count, rows)
    }

    deinit { DBFClose(table) }

    /// GB 18030 where the .cpg or the language byte 0x4D says code page 936; UTF-8 where the .cpg does. Without either UTF-8
    /// where every cell is UTF-8, and GB 18030 for the rest.
    private static func encoding(_ table: DBFHandle, _ columns: Int, _ rows: Int32) -> String.Encoding {
        let page = DBFGetCodePage(table).map { String(cString: $0).uppercased() } ?? ""
        if page.contains("UTF-8") || page.contains("UTF8") || page == "65001" { return .utf8 }
        if page == "LDID/77" || page.contains("936") || page.contains("GB") { return gb18030 }
        for row in 0..<max(0, rows) {
            for column in 0..<Int32(columns) where String(validating: bytes(table, row, column), as: UTF8.self) == nil {
                return gb18030
            }
        }
        return .utf8
    }

    /// `kCFStringEncodingGB_18030_2000`; GBK is part of it.
    private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

    private static func bytes(_ table: DBFHandle, _ row: Int32, _ column: Int32) -> [UInt8] {
        guard let text = DBFReadStringAttribute(table, row, column) else { return [] }
        return Array(UnsafeBufferPointer(start: text, count: strlen(text))).map { UInt8(bitPattern: $0) }
    }

    func row(_ number: Int32) -> [String: JSON] {
        guard number < rows, DBFIsRecordDeleted(table, number) == 0 else { return [:] }
        var cells: [String: JSON] = [:]
        for (position, column) in columns.enumerated() {
            let bytes = ShapeTable.bytes(table, number, Int32(position))
            guard !bytes.isEmpty, let text = String(bytes: bytes, encoding: encoding) else { continue }
            cells[column.name] = column.kind == FTString ? .string(text) : ShapeTable.number(text)
        }
        return cells
    }

    /// A number of the table, exact; text that is none stays text.
    private static func number(_ text: String) -> JSON {
        let trimmed = text.filter { !$0.isWhitespace }
        return (try? JSON(parsing: Array(trimmed.utf8), limits: JSONLimits(bytes: 64, depth: 1, fractions: true)))
            ?? .string(text)
    }
}

private enum Hooks {
    /// The library's own, but it does not write to standard error: what is wrong is said row by row.
    static var quiet: SAHooks {
        var hooks = SAHooks()
        SASetupDefaultHooks(&hooks)
        hooks.Error = { _ in }
        return hooks
    }
}
