import Geometry
import Kernel
import Workbook

/// A file of outlines as a page takes it: GeoJSON, or the parts of a shapefile in one zip.
enum OutlineFile {
    static func read(_ bytes: [UInt8]) throws(Rejection) -> [ParcelRow] {
        guard bytes.starts(with: [0x50, 0x4B]) else { return try GeoJSONFile.read(bytes) }
        let archive = try ZipFile(bytes)
        let limits = ParcelLimits()
        var parts: [(name: String, bytes: [UInt8])] = []
        for name in archive.names where Self.endings.contains(String(name.suffix(4).lowercased())) {
            let plain = name.split(separator: "/").last.map(String.init) ?? name
            // What a Macintosh lays beside every file of an archive.
            guard !plain.hasPrefix("._") else { continue }
            parts.append((plain, try archive.content(name, limit: limits.bytes)))
        }
        return try ShapeFile.read(parts: parts)
    }

    private static let endings: Set<String> = [".shp", ".shx", ".dbf", ".prj", ".cpg"]
}
