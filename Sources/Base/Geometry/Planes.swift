import CGEOS

/// GEOS behind a face that knows only whole centimetres. Coordinates go in as whole numbers from an origin near by, overlays
/// are made on the 1 cm grid and come back as whole numbers. One value serves one thread.
package final class Planes {
    private let handle: GEOSContextHandle_t?

    package init() {
        handle = GEOS_init_r()
    }

    deinit {
        if let handle { GEOS_finish_r(handle) }
    }

    /// A geometry of GEOS that is given back when nobody holds it.
    private final class Shape {
        let pointer: OpaquePointer
        let handle: GEOSContextHandle_t

        init?(_ pointer: OpaquePointer?, _ handle: GEOSContextHandle_t) {
            guard let pointer else { return nil }
            self.pointer = pointer
            self.handle = handle
        }

        deinit { GEOSGeom_destroy_r(handle, pointer) }
    }

    /// What makes an outline no area; nil where it is one.
    package func reasonInvalid(_ outline: Outline) -> String? {
        guard let handle, let shape = shape(outline, origin(of: outline)) else { return "Unknown" }
        guard GEOSisValid_r(handle, shape.pointer) != 1 else { return nil }
        guard let text = GEOSisValidReason_r(handle, shape.pointer) else { return "Unknown" }
        defer { GEOSFree_r(handle, text) }
        return String(String(cString: text).prefix { $0 != "[" })
    }

    /// What two valid outlines of one zone have in common; nil where GEOS cannot say.
    package func intersection(_ one: Outline, _ other: Outline) -> [Piece]? {
        overlay(one, other) { GEOSIntersectionPrec_r($0, $1, $2, 1) }
    }

    /// What the first has alone.
    package func difference(_ one: Outline, _ other: Outline) -> [Piece]? {
        overlay(one, other) { GEOSDifferencePrec_r($0, $1, $2, 1) }
    }

    /// What both have together.
    package func union(_ one: Outline, _ other: Outline) -> [Piece]? {
        overlay(one, other) { GEOSUnionPrec_r($0, $1, $2, 1) }
    }

    /// The middle of the largest circle inside, and its radius in centimetres: where a label goes.
    package func labelPoint(_ outline: Outline) -> (point: GridPoint, radius: Int64)? {
        let origin = origin(of: outline)
        guard let handle, let box = outline.box, let shape = shape(outline, origin) else { return nil }
        let tolerance = max(10, Double(max(box.width, box.height)) / 100)
        guard let line = Shape(GEOSMaximumInscribedCircle_r(handle, shape.pointer, tolerance), handle),
            let sequence = GEOSGeom_getCoordSeq_r(handle, line.pointer)
        else { return nil }
        var (x, y, length) = (0.0, 0.0, 0.0)
        guard GEOSCoordSeq_getXY_r(handle, sequence, 0, &x, &y) == 1 else { return nil }
        guard GEOSLength_r(handle, line.pointer, &length) == 1 else { return nil }
        return (GridPoint(east: origin.east + whole(x), north: origin.north + whole(y)), whole(length))
    }

    private func overlay(
        _ one: Outline, _ other: Outline,
        _ operation: (GEOSContextHandle_t, OpaquePointer, OpaquePointer) -> OpaquePointer?
    ) -> [Piece]? {
        let origin = origin(of: one)
        guard let handle, let left = shape(one, origin), let right = shape(other, origin),
            let result = Shape(operation(handle, left.pointer, right.pointer), handle)
        else { return nil }
        return pieces(result.pointer, origin)
    }

    private func origin(of outline: Outline) -> GridPoint {
        outline.box.map { GridPoint(east: $0.west, north: $0.south) } ?? GridPoint(east: 0, north: 0)
    }

    private func shape(_ outline: Outline, _ origin: GridPoint) -> Shape? {
        guard let handle else { return nil }
        var polygons: [OpaquePointer?] = []
        for piece in outline.pieces {
            guard let polygon = polygon(piece, origin) else {
                polygons.forEach { GEOSGeom_destroy_r(handle, $0) }
                return nil
            }
            polygons.append(polygon)
        }
        guard let first = polygons.first else { return nil }
        if polygons.count == 1 { return Shape(first, handle) }
        let count = UInt32(polygons.count)
        return Shape(
            GEOSGeom_createCollection_r(handle, Int32(GEOS_MULTIPOLYGON.rawValue), &polygons, count), handle)
    }

    private func polygon(_ piece: Piece, _ origin: GridPoint) -> OpaquePointer? {
        guard let handle, let outer = line(piece.outer, origin) else { return nil }
        var holes: [OpaquePointer?] = []
        for hole in piece.holes {
            guard let ring = line(hole, origin) else {
                GEOSGeom_destroy_r(handle, outer)
                holes.forEach { GEOSGeom_destroy_r(handle, $0) }
                return nil
            }
            holes.append(ring)
        }
        return GEOSGeom_createPolygon_r(handle, outer, &holes, UInt32(holes.count))
    }

    private func line(_ ring: Ring, _ origin: GridPoint) -> OpaquePointer? {
        guard let handle, let first = ring.first, ring.count >= 3 else { return nil }
        guard let sequence = GEOSCoordSeq_create_r(handle, UInt32(ring.count + 1), 2) else { return nil }
        for (position, corner) in (ring + [first]).enumerated() {
            GEOSCoordSeq_setXY_r(
                handle, sequence, UInt32(position), Double(corner.east - origin.east),
                Double(corner.north - origin.north))
        }
        return GEOSGeom_createLinearRing_r(handle, sequence)
    }

    /// The areas of a result; lines and points, where two only touch, have none.
    private func pieces(_ shape: OpaquePointer, _ origin: GridPoint) -> [Piece] {
        guard let handle else { return [] }
        if GEOSGeomTypeId_r(handle, shape) == Int32(GEOS_POLYGON.rawValue) {
            guard GEOSisEmpty_r(handle, shape) == 0 else { return [] }
            let outer = GEOSGetExteriorRing_r(handle, shape).map { corners($0, origin) } ?? []
            let holes = (0..<max(0, GEOSGetNumInteriorRings_r(handle, shape))).compactMap {
                GEOSGetInteriorRingN_r(handle, shape, $0).map { corners($0, origin) }
            }
            return [Piece(outer: outer, holes: holes)]
        }
        let kinds = [GEOS_MULTIPOLYGON, GEOS_GEOMETRYCOLLECTION].map { Int32($0.rawValue) }
        guard kinds.contains(GEOSGeomTypeId_r(handle, shape)) else { return [] }
        return (0..<max(0, GEOSGetNumGeometries_r(handle, shape))).flatMap { number in
            GEOSGetGeometryN_r(handle, shape, number).map { pieces($0, origin) } ?? []
        }
    }

    private func corners(_ ring: OpaquePointer, _ origin: GridPoint) -> Ring {
        guard let handle, let sequence = GEOSGeom_getCoordSeq_r(handle, ring) else { return [] }
        var size: UInt32 = 0
        guard GEOSCoordSeq_getSize_r(handle, sequence, &size) == 1, size > 1 else { return [] }
        return (0..<size - 1).map { position in
            var (x, y) = (0.0, 0.0)
            GEOSCoordSeq_getXY_r(handle, sequence, position, &x, &y)
            return GridPoint(east: origin.east + whole(x), north: origin.north + whole(y))
        }
    }

    private func whole(_ value: Double) -> Int64 { Int64(exactly: value.rounded()) ?? 0 }
}
