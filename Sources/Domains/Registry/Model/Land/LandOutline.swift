package import Geometry
package import Kernel

/// An outline as an event holds it: the zone, then rings of whole centimetres, the first corner of each in full and each next
/// as the way to it. `38 43050000,402270000 3150,0 0,7380 -3150,0`; `/` begins a hole, `|` a further piece.
package struct LandOutline: Sendable, Hashable {
    package let outline: Outline

    package init(_ outline: Outline) { self.outline = outline }

    /// About 4,000 corners; what one leaf does not hold goes over several (decision 0400).
    package static let longest = 40_000

    package var text: String {
        let pieces = outline.pieces.map { piece in piece.rings.map(Self.text).joined(separator: "/") }
        return "\(outline.zone.rawValue) " + pieces.joined(separator: "|")
    }

    private static func text(_ ring: Ring) -> String {
        var last = GridPoint(east: 0, north: 0)
        return ring.map { corner in
            defer { last = corner }
            return "\(corner.east - last.east),\(corner.north - last.north)"
        }.joined(separator: " ")
    }

    /// Nil for what is not written so.
    package init?(text: String) {
        guard let blank = text.firstIndex(of: " "), let zone = Int(text[..<blank]).flatMap(Zone.init(rawValue:))
        else { return nil }
        var pieces: [Piece] = []
        for part in text[text.index(after: blank)...].split(separator: "|", omittingEmptySubsequences: false) {
            let rings = part.split(separator: "/", omittingEmptySubsequences: false).map(Self.ring)
            guard let outer = rings.first ?? nil, !rings.contains(where: { $0 == nil }) else { return nil }
            pieces.append(Piece(outer: outer, holes: rings.dropFirst().compactMap(\.self)))
        }
        outline = Outline(zone: zone, pieces: pieces)
    }

    private static func ring(_ text: Substring) -> Ring? {
        var last = GridPoint(east: 0, north: 0)
        var ring: Ring = []
        for pair in text.split(separator: " ") {
            let parts = pair.split(separator: ",", omittingEmptySubsequences: false)
            guard parts.count == 2, let east = Int64(parts[0]), let north = Int64(parts[1]),
                east.magnitude < 10_000_000_000, north.magnitude < 10_000_000_000
            else { return nil }
            last = GridPoint(east: last.east + east, north: last.north + north)
            guard last.east.magnitude < 10_000_000_000, last.north.magnitude < 10_000_000_000 else { return nil }
            ring.append(last)
        }
        return ring.isEmpty ? nil : ring
    }
}

extension LandOutline: FieldValue {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        guard case .string(let text) = field, text.utf8.count <= Self.longest else {
            throw RegistryRefusal.outlineUnreadable()
        }
        if let outline = LandOutline(text: text) {
            self = outline
        } else if notation == .typed, let table = SurveyTable(text: text) {
            // A person pastes the corners as the survey prints them.
            self = LandOutline(table.outline)
            guard self.text.utf8.count <= Self.longest else { throw RegistryRefusal.outlineUnreadable() }
        } else if notation == .typed, let outline = GeoJSONFile.outline(pasted: text) {
            // Or what a mapping program gave, as GeoJSON.
            self = LandOutline(outline)
            guard self.text.utf8.count <= Self.longest else { throw RegistryRefusal.outlineUnreadable() }
        } else {
            throw RegistryRefusal.outlineUnreadable()
        }
    }

    package var field: JSON { .string(text) }
    package static var shape: FieldShape { FieldShape(.text(maxLength: longest), unit: "cm, CGCS2000 3°") }
    package static var example: LandOutline {
        let corners = [(0, 0), (3_000, 0), (3_000, 2_000), (0, 2_000)].map { east, north in
            GridPoint(east: 43_050_000 + Int64(east), north: 402_270_000 + Int64(north))
        }
        return LandOutline(Outline(zone: .zone38, pieces: [Piece(outer: corners)]))
    }
}
