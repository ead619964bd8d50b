/// What a photo looks like in 128 steps between neighbouring fields of its picture: brighter, darker, or no step to speak of.
/// It outlives another size, another quality, other light and a trimmed edge (decision record 0263).
package struct PaperLikeness: Sendable, Hashable {
    /// Steps up and steps down, across and then down the picture.
    private let up: [UInt64]
    private let down: [UInt64]

    /// Of the picture in small: 9 by 8 fields of 8 by 8 dots.
    static let (width, height) = (72, 64)
    /// A step of less, of 255, is none.
    private static let least = 4
    /// A picture with fewer steps says too little to be known again by.
    private static let fewest = 16

    /// From a PPM (`P6`, 72 by 64). Nil of what is none, of an even ground, and of a page: forms all look alike.
    init?(ppm bytes: [UInt8]) {
        guard let dots = PaperLikeness.dots(bytes), !PaperLikeness.isPage(dots) else { return nil }
        var fields = [[Int]](repeating: [Int](repeating: 0, count: 9), count: 8)
        for (place, dot) in dots.enumerated() {
            fields[place / PaperLikeness.width / 8][place % PaperLikeness.width / 8] += dot.light
        }
        var (up, down) = ([UInt64](), [UInt64]())
        func add(_ steps: [Int]) {
            let least = PaperLikeness.least * 64
            up.append(steps.reduce(0) { $0 << 1 | ($1 >= least ? 1 : 0) })
            down.append(steps.reduce(0) { $0 << 1 | ($1 <= -least ? 1 : 0) })
        }
        add(fields.flatMap { row in (0..<8).map { row[$0 + 1] - row[$0] } })
        add((0..<7).flatMap { row in (0..<9).map { fields[row + 1][$0] - fields[row][$0] } })
        (self.up, self.down) = (up, down)
        guard zip(up, down).reduce(0, { $0 + ($1.0 | $1.1).nonzeroBitCount }) >= PaperLikeness.fewest else {
            return nil
        }
    }

    /// Whether both are most likely of one photo: a fifth of their steps differs at most.
    package func isLike(_ other: PaperLikeness) -> Bool {
        var (different, all) = (0, 0)
        for part in 0..<2 {
            different += (up[part] ^ other.up[part]).nonzeroBitCount + (down[part] ^ other.down[part]).nonzeroBitCount
            all += (up[part] | down[part] | other.up[part] | other.down[part]).nonzeroBitCount
        }
        return different * 5 <= all * 2
    }

    // MARK: Dots

    private struct Dot {
        let light: Int
        /// How far from grey.
        let colour: Int
    }

    private static func dots(_ bytes: [UInt8]) -> [Dot]? {
        guard let head = head(bytes), head.words == ["P6", "\(width)", "\(height)", "255"],
            bytes.count - head.end == width * height * 3
        else { return nil }
        return stride(from: head.end, to: bytes.count, by: 3).map { start in
            let (red, green, blue) = (Int(bytes[start]), Int(bytes[start + 1]), Int(bytes[start + 2]))
            return Dot(
                light: (299 * red + 587 * green + 114 * blue) / 1_000,
                colour: max(red, green, blue) - min(red, green, blue))
        }
    }

    /// Four words, comments left out, and where the dots begin.
    private static func head(_ bytes: [UInt8]) -> (words: [String], end: Int)? {
        var (words, word, position) = ([String](), "", 0)
        while position < bytes.count, words.count < 4 {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "#"), word.isEmpty {
                while position < bytes.count, bytes[position] != 10 { position += 1 }
            } else if byte == 10 || byte == 32 || byte == 13 || byte == 9 {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(Character(UnicodeScalar(byte)))
            }
        }
        return words.count == 4 ? (words, position) : nil
    }

    /// Mostly one bright ground without colour, as a sheet under a lamp is.
    private static func isPage(_ dots: [Dot]) -> Bool {
        let ground = dots.map(\.light).sorted()[dots.count * 85 / 100]
        let onGround = dots.count { abs($0.light - ground) <= 30 && $0.colour < 40 }
        return onGround * 100 > dots.count * 65
    }
}

extension PaperLikeness {
    /// As it is kept: `up up down down` in hexadecimal.
    var text: String { (up + down).map { String($0, radix: 16) }.joined(separator: " ") }

    init?(text: String) {
        let parts = text.split(separator: " ").compactMap { UInt64($0, radix: 16) }
        guard parts.count == 4 else { return nil }
        (up, down) = (Array(parts[..<2]), Array(parts[2...]))
    }
}
