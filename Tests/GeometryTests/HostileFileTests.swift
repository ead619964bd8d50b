import Foundation
import Geometry
import Kernel
import Testing

/// Files that were broken on purpose. The number of tries comes from `QIANMO_FUZZ`.
@Suite("Hostile parcel files") struct HostileFileTests {
    private let tries = ProcessInfo.processInfo.environment["QIANMO_FUZZ"].flatMap { Int($0) } ?? 90

    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private func broken(_ bytes: [UInt8], _ random: inout Numbers) -> [UInt8] {
        var bytes = bytes
        if Int.random(in: 0..<4, using: &random) == 0 {
            bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
        }
        guard !bytes.isEmpty else { return bytes }
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            let place = Int.random(in: 0..<min(bytes.count, random.next() % 2 == 0 ? 400 : bytes.count), using: &random)
            bytes[place] = [0, 1, 0x7F, 0x80, 0xFF, UInt8(truncatingIfNeeded: random.next())][Int(random.next() % 6)]
        }
        return bytes
    }

    @Test("A file in GBK or UTF-16, with the standard's columns in small letters or in Chinese, is the same file")
    func writtenOtherwise() throws {
        let rings = "[[[113.2259,36.3323],[113.2262,36.3323],[113.2262,36.3332],[113.2259,36.3323]]]"
        let gb18030 = String.Encoding(rawValue: 0x8000_0632)
        for (number, name, area) in [("DKBM", "DKMC", "HTMJM"), ("dkbm", "dkmc", "htmjm"), ("地块编码", "地块名称", "HTMJM")] {
            let text = """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"\(number)":"D1","\(name)":"南坡地",
                "\(area)":4.5},"geometry":{"type":"Polygon","coordinates":\(rings)}}]}
                """
            for encoding in [String.Encoding.utf8, gb18030, .utf16] {
                let data = try #require(text.data(using: encoding))
                let row = try #require(try GeoJSONFile.read(Array(data)).first)
                #expect(row.id == "D1" && row.name == "南坡地" && row.contractUnits == 45_000)
                #expect((try? row.outline.get())?.cornerCount == 3)
            }
        }
    }

    @Test("A shapefile with bytes changed or cut is answered, never a crash")
    func shapefile() throws {
        let files = ["shp", "shx", "dbf"].compactMap { ending in
            FileManager.default.contents(atPath: "/work/shared/data/register/shp/DK1499812025.\(ending)").map {
                (ending, Array($0))
            }
        }
        guard files.count == 3 else {
            print("skipped: ../shared/data/register is not here")
            return
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("land-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var random = Numbers(state: 16)
        var answered = 0
        for number in 0..<tries {
            for (position, (ending, bytes)) in files.enumerated() {
                let hurt = number % 3 == position || number % 7 == 0
                try Data(hurt ? broken(bytes, &random) : bytes).write(
                    to: folder.appendingPathComponent("a.\(ending)"))
            }
            do {
                let judgement = ParcelJudgement(try ShapeFile.read(path: folder.path + "/a.shp"))
                answered += judgement.lines.allSatisfy { $0.outline != nil || $0.rejection != nil } ? 1 : 0
            } catch {
                answered += 1
            }
        }
        #expect(answered == tries)
    }

    @Test(
        "Random rings of few corners on a small grid are judged and overlaid, never a crash; overlaps have both sides' sum"
    )
    func rings() {
        var random = Numbers(state: 5)
        let judge = OutlineJudge()
        func ring() -> Ring {
            (0..<Int.random(in: 1...9, using: &random)).map { _ in
                GridPoint(
                    east: 43_000_000 + 200 * Int64.random(in: 0...12, using: &random),
                    north: 402_000_000 + 200 * Int64.random(in: 0...12, using: &random))
            }
        }
        func outline() -> Outline {
            Outline(
                zone: .zone38,
                pieces: (0..<Int.random(in: 1...2, using: &random)).map { _ in
                    Piece(outer: ring(), holes: random.next() % 3 == 0 ? [ring()] : [])
                })
        }
        for _ in 0..<tries * 4 {
            let (one, other) = (outline(), outline())
            let sound = [one, other].allSatisfy { field in !judge.findings(field).contains { $0 != .severalPieces } }
            let found = judge.overlap(one, other)
            guard sound else { continue }
            #expect((found?.area ?? 0) * 2 <= Int64(min(one.twiceArea, other.twiceArea)))
            #expect(judge.overlap(one, one)?.verdict == .same)
        }
    }

    @Test("GeoJSON with bytes changed is refused or read row by row")
    func geoJSON() {
        let text = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"A1","contractUnits":45549},
            "geometry":{"type":"Polygon","coordinates":[[[113.225925724,36.332358294],[113.226276534,36.332360566],
            [113.226267944,36.333229228],[113.225925724,36.332358294]]]}}]}
            """
        var random = Numbers(state: 11)
        var answered = 0
        for _ in 0..<tries * 4 {
            do {
                answered +=
                    ParcelJudgement(try GeoJSONFile.read(broken(Array(text.utf8), &random))).lines.isEmpty ? 0 : 1
            } catch {
                answered += 1
            }
        }
        #expect(answered >= tries * 3)
    }
}
