@testable import Attachments
import Foundation
import Kernel
import TestSupport
import Testing

/// Made pictures: rooms and yards of blocks and discs, and forms; what was done to them, a tool of others did.
@Suite(
    "What a photo looks like",
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/vips"), "needs libvips-tools"))
struct PaperLikenessTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "likeness-\(UUID().uuidString)")

    private struct Shape {
        let box: (x: Double, y: Double, width: Double, height: Double)
        let isRound: Bool
        let colour: [Double]

        func covers(_ x: Double, _ y: Double) -> Bool {
            let (across, along) = ((x - box.x) / box.width, (y - box.y) / box.height)
            guard (0...1).contains(across), (0...1).contains(along) else { return false }
            guard isRound else { return true }
            return (across - 0.5) * (across - 0.5) + (along - 0.5) * (along - 0.5) <= 0.25
        }
    }

    /// A PPM of a scene of its own for each seed, with the noise of a camera.
    private func scene(_ seed: UInt64, _ width: Int = 320, _ height: Int = 240) -> [UInt8] {
        var random = SeededRandom(seed: seed)
        func part() -> Double { Double(random.next() % 1_000) / 1_000 }
        func colour(_ least: Double) -> [Double] { (0..<3).map { _ in least + part() * (255 - least) } }
        let (above, below, horizon) = (colour(80), colour(60), 0.3 + part() * 0.4)
        let shapes = (0..<(6 + Int(random.next() % 19))).map { _ in
            Shape(
                box: (part(), part(), 0.03 + part() * 0.3, 0.03 + part() * 0.4), isRound: part() < 0.5,
                colour: colour(0))
        }
        var bytes = Array("P6\n\(width) \(height)\n255\n".utf8)
        for row in 0..<height {
            for column in 0..<width {
                let (x, y) = (Double(column) / Double(width), Double(row) / Double(height))
                let dot = shapes.last { $0.covers(x, y) }?.colour ?? (y < horizon ? above : below)
                for value in dot { bytes.append(UInt8(min(255, max(0, value + part() * 12 - 6)))) }
            }
        }
        return bytes
    }

    /// A PPM of a form with rules and words, on paper that is nearly white.
    private func form(_ seed: UInt64, _ width: Int = 320, _ height: Int = 240) -> [UInt8] {
        var random = SeededRandom(seed: seed)
        let words = (0..<400).map { _ in random.next() % 3 == 0 }
        var bytes = Array("P6\n\(width) \(height)\n255\n".utf8)
        for row in 0..<height {
            for column in 0..<width {
                let isRule = row % 24 == 0 && (20..<300).contains(column)
                let word = words[(row / 24 * 20 + column / 32) % 400]
                let isWord = word && (8..<18).contains(row % 24) && (4..<24).contains(column % 32) && column % 3 == 0
                let light = UInt8(isRule || isWord ? 40 : 238 + Int(random.next() % 8))
                bytes += [light, light, light]
            }
        }
        return bytes
    }

    private func vips(_ arguments: [String]) throws -> [UInt8]? {
        try Tool.run("/usr/bin/vips", arguments, environment: ["PATH": "/usr/bin:/bin"])
    }

    /// What the house makes of the picture after a tool has done something to it.
    private func likeness(_ ppm: [UInt8], _ act: (_ from: String, _ to: String) -> [String]) throws -> PaperLikeness? {
        let (from, to) = (folder.appending(path: "a.ppm").path, folder.appending(path: "b.jpg").path)
        try Data(ppm).write(to: URL(filePath: from))
        _ = try #require(try vips(act(from, to)))
        let bytes = Array(try Data(contentsOf: URL(filePath: to)))
        let store = PaperStore(folder: folder.appending(path: "papers"), key: [UInt8](repeating: 7, count: 32))
        let note = PaperNote(
            name: "a.jpg", kind: .jpeg, bytes: bytes.count, receivedAt: Instant(milliseconds: 1), by: "p1", remarks: [])
        let mark = try store.keep(bytes, note)
        let made = try PaperPictures(store).likeness(of: mark)
        #expect(try PaperPictures(store).likeness(of: mark) == made, "the same from what was kept")
        return made
    }

    private func plain(_ from: String, _ to: String) -> [String] { ["copy", from, "\(to)[Q=90]"] }

    @Test("Another quality, size or light and a trimmed edge leave it the same photo, 12 pictures in 9 ways")
    func again() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Left, top and right, bottom, in hundredths of the picture of 320 by 240.
        func trim(_ first: Int, _ last: Int) -> (String, String) -> [String] {
            { from, to in
                let (x, y) = (320 * first / 100, 240 * first / 100)
                return [
                    "crop", from, to, "\(x)", "\(y)", "\(320 - x - 320 * last / 100)",
                    "\(240 - y - 240 * last / 100)",
                ]
            }
        }
        let ways: [(String, (String, String) -> [String], Int)] = [
            ("quality 40", { ["copy", $0, "\($1)[Q=40]"] }, 12), ("half size", { ["resize", $0, $1, "0.5"] }, 12),
            ("twice the size", { ["resize", $0, $1, "2"] }, 12),
            ("a quarter brighter", { ["linear", $0, $1, "1.25", "0", "--uchar"] }, 12),
            ("a quarter darker", { ["linear", $0, $1, "0.75", "0", "--uchar"] }, 12),
            ("2 % off two edges", trim(2, 0), 12), ("2 % off all edges", trim(2, 2), 12),
            ("4 % off two edges", trim(4, 0), 12), ("upside down", { ["rot", $0, $1, "d180"] }, 0),
        ]
        var found: [String: Int] = [:]
        for seed in UInt64(1)...12 {
            let picture = scene(seed)
            let first = try #require(try likeness(picture, plain))
            for (name, act, _) in ways {
                let other = try likeness(picture, act)
                found[name, default: 0] += other.map { $0.isLike(first) && first.isLike($0) ? 1 : 0 } ?? 0
            }
        }
        for (name, _, least) in ways {
            let count = found[name] ?? 0
            #expect(least == 0 ? count == 0 : count >= least, "\(name): \(count) of 12")
        }
    }

    @Test("Of 44,850 pairs of different pictures none is taken for the same photo")
    func different() {
        let made = (1...300).compactMap { PaperLikeness(ppm: scene(UInt64($0) + 1_000, 72, 64)) }
        #expect(made.count == 300)
        var pairs = 0
        var alike = 0
        for (index, one) in made.enumerated() {
            for other in made[..<index] {
                pairs += 1
                if one.isLike(other) { alike += 1 }
            }
        }
        #expect(pairs == 44_850 && alike == 0, "\(alike) of \(pairs)")
    }

    @Test("Pages are not compared by their looks, nor is an even ground, nor what is no picture of ours (VR-38)")
    func pages() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for seed in UInt64(1)...6 {
            #expect(try likeness(form(seed), plain) == nil, "\(seed)")
        }
        let grey = Array("P6\n72 64\n255\n".utf8) + [UInt8](repeating: 120, count: 72 * 64 * 3)
        for none in [grey, [], Array("P6".utf8), Array("P5\n72 64\n255\n".utf8), Array(scene(1, 72, 64).dropLast())] {
            #expect(PaperLikeness(ppm: none) == nil)
        }
    }
}
