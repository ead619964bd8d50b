/// A file of routing problems, by what its first bytes are: JSON, VRPLIB, or Solomon's table.
package enum RoutingFile {
    /// Files above this are refused unread.
    package static let largest = 64 << 20

    package static func problems(_ bytes: [UInt8]) throws -> [RoutingProblem] {
        guard bytes.count <= largest else { throw RoutingFault(.tooLarge, value: String(bytes.count)) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw RoutingFault(.notText) }
        guard let first = bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) else {
            throw RoutingFault(.unknownFormat, line: 1)
        }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return try DayFile.problems(bytes) }
        let lines = Line.all(text)
        if SolomonFile.fits(lines) { return [try SolomonFile.problem(lines)] }
        guard lines.contains(where: { $0.text.contains("_SECTION") || $0.text.contains("DIMENSION") }) else {
            throw RoutingFault(.unknownFormat, line: lines.first?.number)
        }
        var file = VRPLIBFile()
        for line in lines { if try !file.read(line) { break } }
        return [try file.problem()]
    }

    /// A line that is not blank, with its number from 1.
    struct Line {
        let number: Int
        let text: Substring

        static func all(_ text: String) -> [Line] {
            text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap {
                let trimmed = $0.element.trimmed
                return trimmed.isEmpty ? nil : Line(number: $0.offset + 1, text: trimmed)
            }
        }

        var words: [Substring] { text.split { $0 == " " || $0 == "\t" } }
    }
}

extension Substring {
    var trimmed: Substring {
        var rest = self
        while let first = rest.first, first == " " || first == "\t" || first == "\u{FEFF}" { rest.removeFirst() }
        while let last = rest.last, last == " " || last == "\t" || last == "\r" { rest.removeLast() }
        return rest
    }
}

/// Straight-line distances as whole numbers.
enum Planar {
    enum Cut { case nearest, up, down }

    /// All pairs, each `scale` times the straight line, made whole as `cut` says.
    static func matrix(_ points: [RoutingProblem.Point], scale: Int, cut: Cut) throws -> [Int32] {
        var matrix = [Int32](repeating: 0, count: points.count * points.count)
        for from in points.indices {
            for to in points.indices where to != from {
                let (east, north) = (points[from].x - points[to].x, points[from].y - points[to].y)
                let length = (east * east + north * north).squareRoot() * Double(scale)
                guard length.isFinite, length < Double(RoutingProblem.largest) else {
                    throw RoutingFault(.numberOutOfRange, field: "NODE_COORD_SECTION", value: String(length))
                }
                matrix[from * points.count + to] =
                    switch cut {
                    case .nearest: Int32((length + 0.5).rounded(.down))
                    case .up: Int32(length.rounded(.up))
                    case .down: Int32(length.rounded(.down))
                    }
            }
        }
        return matrix
    }
}
