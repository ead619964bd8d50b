package import Geometry
import Kernel

/// An outline as a survey prints it: a line for each corner, the north (X) before the east (Y), in metres. The zone stands
/// before the easting (`38430768.68`) or in a line of its own (`38`). An empty line begins another piece, `-` a hole in the
/// piece above it. A point's number before the two figures is left out.
package struct SurveyTable: Sendable, Hashable {
    package let outline: Outline

    package init(_ outline: Outline) { self.outline = outline }

    /// As a clerk reads it: the zone before every easting.
    package var text: String {
        outline.pieces.map { piece in
            piece.rings.map { ring in
                ring.map { corner in
                    "\(Self.metres(corner.north)) \(Self.metres(corner.east + outline.zone.prefix))"
                }.joined(separator: "\n")
            }.joined(separator: "\n-\n")
        }.joined(separator: "\n\n")
    }

    /// Whole centimetres as metres with two decimals.
    package static func metres(_ centimetres: Int64) -> String {
        let magnitude = centimetres.magnitude
        let cents = String(magnitude % 100)
        return (centimetres < 0 ? "-" : "") + "\(magnitude / 100)." + (cents.count == 1 ? "0" + cents : cents)
    }

    /// Nil for what is no such table: a figure that is none, a corner outside the grid, no zone, or two of them.
    package init?(text: String) {
        var reader = Reader()
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            guard reader.take(line) else { return nil }
        }
        guard let outline = reader.outline else { return nil }
        self.outline = outline
    }
}

/// Reads the lines of a table one after the other.
private struct Reader {
    private var zone: Zone?
    private var pieces: [[Ring]] = []
    private var startsPiece = true

    /// False where the line is none of a table.
    mutating func take(_ line: Substring) -> Bool {
        let cells = line.split { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "，" || $0 == "、" }
        switch cells.count {
        case 0:
            startsPiece = true
            return true
        case 1:
            if cells[0] == "-" { return startHole() }
            guard let named = Int(cells[0]).flatMap(Zone.init(rawValue:)), zone == nil || zone == named else {
                return false
            }
            zone = named
            return true
        case 2, 3: return corner(cells[cells.count - 2], cells[cells.count - 1])
        default: return false
        }
    }

    private mutating func startHole() -> Bool {
        guard !pieces.isEmpty, !startsPiece, pieces[pieces.count - 1].last?.isEmpty == false else { return false }
        pieces[pieces.count - 1].append([])
        return true
    }

    private mutating func corner(_ first: Substring, _ second: Substring) -> Bool {
        guard let north = Self.centimetres(first), var east = Self.centimetres(second) else { return false }
        if let named = Zone.allCases.first(where: { Zone.eastings.contains(east - $0.prefix) }) {
            guard zone == nil || zone == named else { return false }
            zone = named
            east -= named.prefix
        }
        guard Zone.northings.contains(north), Zone.eastings.contains(east) else { return false }
        if startsPiece {
            pieces.append([[]])
            startsPiece = false
        }
        let piece = pieces.count - 1
        pieces[piece][pieces[piece].count - 1].append(GridPoint(east: east, north: north))
        return true
    }

    var outline: Outline? {
        guard let zone, !pieces.isEmpty else { return nil }
        let closed = pieces.map { rings in
            // A survey may print the first corner again at the end.
            rings.map { ring in ring.count > 1 && ring.first == ring.last ? Array(ring.dropLast()) : ring }
        }
        guard closed.allSatisfy({ rings in rings.allSatisfy { !$0.isEmpty } }) else { return nil }
        return Outline(
            zone: zone,
            pieces: closed.compactMap { rings in rings.first.map { Piece(outer: $0, holes: Array(rings.dropFirst())) } }
        )
    }

    /// Metres with any number of decimals, rounded half up to the centimetre.
    private static func centimetres(_ text: Substring) -> Int64? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : "0"
        let isPlain = parts.allSatisfy { part in part.allSatisfy { $0.isASCII && $0.isNumber } }
        guard isPlain, parts[0].count <= 10, !decimals.isEmpty, let whole = Int64(parts[0]) else { return nil }
        let padded = decimals.prefix(3) + String(repeating: "0", count: max(0, 3 - decimals.count))
        guard let thousandths = Int64(padded) else { return nil }
        return whole * 100 + (thousandths + 5) / 10
    }
}
