import Foundation
package import Kernel

extension ShapeFile {
    /// Reads a shapefile whose parts came together, as an archive has them. shapelib wants files: they lie in a folder of
    /// their own while it reads, under a name of ours.
    package static func read(
        parts: [(name: String, bytes: [UInt8])], zone: Zone? = nil, limits: ParcelLimits = ParcelLimits()
    ) throws(Rejection) -> [ParcelRow] {
        let shapes = parts.filter { $0.name.lowercased().hasSuffix(".shp") }
        guard shapes.count == 1, let shape = shapes.first else {
            throw GeometryRejection.filePartMissing(name: "*.shp").rejection
        }
        let stem = shape.name.dropLast(4)
        let folder = FileManager.default.temporaryDirectory.appending(path: "shape-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for part in parts where part.name.dropLast(4).lowercased() == stem.lowercased() {
                let ending = part.name.suffix(3).lowercased()
                guard ["shp", "shx", "dbf", "prj", "cpg"].contains(ending) else { continue }
                try Data(part.bytes).write(to: folder.appending(path: "layer.\(ending)"))
            }
        } catch {
            throw GeometryRejection.fileDamaged(name: String(shape.name.suffix(80))).rejection
        }
        return try read(path: folder.appending(path: "layer.shp").path, zone: zone, limits: limits)
    }
}
