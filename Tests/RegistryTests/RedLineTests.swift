import Foundation
import Geometry
import Kernel
import Storage
import TestSupport
import Testing
import Web

@testable import Registry

private func at(_ east: Int64, _ north: Int64) -> GridPoint {
    GridPoint(east: 43_000_000 + east, north: 402_000_000 + north)
}

private func box(_ west: Int64, _ south: Int64, _ width: Int64, _ height: Int64) -> Outline {
    Outline(
        zone: .zone38,
        pieces: [
            Piece(outer: [
                at(west, south), at(west + width, south), at(west + width, south + height), at(west, south + height),
            ])
        ])
}

/// The lines of the spatial plan: entered, drawn, measured against parcels, withdrawn.
@Suite("Lines of the spatial plan") struct RedLineTests {
    private static let county = DivisionID("p140421")!

    private func lay(
        _ kind: RedLineKind, _ number: String, _ outline: Outline, as name: String? = nil, source: String = "县国土空间规划"
    ) -> LayRedLine {
        LayRedLine(
            redLine: name.flatMap { RedLineID($0) }, kind: kind, division: Self.county, number: number,
            outline: LandOutline(outline), source: source, from: day("2026-01-01"))
    }

    private func page(_ register: TestRegister, _ target: String, _ language: Language = .chinese) throws -> String {
        let table = try RouteTable(Registry.routes(database: register.database))
        guard case .found(let route, let parameters) = table.match("GET", target), case .page(let show) = route.handler
        else { return "" }
        let request = PageRequest(path: target, parameters: parameters, language: language, now: register.now)
        guard case .page(let page) = try show(request) else { return "" }
        return page.body.markup
    }

    @Test("An area is entered once, another under its number is refused, and a withdrawn one makes room")
    func once() throws {
        let register = try TestRegister.small()
        try register.give(lay(.farmland, "JB-1", box(0, 0, 10_000, 10_000), as: "line-1"))
        register.refuses(.noChange, lay(.farmland, "JB-1", box(0, 0, 10_000, 10_000)))
        register.refuses(.redLineTaken, lay(.farmland, "JB-1", box(0, 0, 9_000, 9_000)))
        register.refuses(.redLineTaken, lay(.ecology, "JB-2", box(0, 0, 9_000, 9_000), as: "line-1"))
        register.refuses(.textMissing, lay(.farmland, "JB-3", box(0, 0, 900, 900), source: " "))
        register.refuses(.outlineFaulty, lay(.farmland, "JB-3", box(0, 0, 900, 3)))
        let line = try #require(RedLineID("line-1"))
        register.refuses(.redLineUnknown, WithdrawRedLine(redLine: RedLineID("nowhere")!, reason: "规划调整"))
        register.refuses(.reasonMissing, WithdrawRedLine(redLine: line, reason: " "))
        try register.give(WithdrawRedLine(redLine: line, reason: "规划调整"))
        register.refuses(.redLineOver, WithdrawRedLine(redLine: line, reason: "规划调整"))
        try register.give(lay(.farmland, "JB-1", box(0, 0, 9_000, 9_000)))
    }

    @Test("What of a parcel lies inside is measured by kind; a touch that is noise and a line of another day are none")
    func measured() throws {
        let register = try TestRegister.small()
        for (number, line) in [
            (RedLineKind.farmland, box(0, 0, 10_000, 10_000)), (.farmland, box(10_000, 0, 500, 10_000)),
            (.urban, box(5_000, 0, 100, 10_000)), (.ecology, box(11_000, 0, 9_000, 9_000)),
        ].enumerated() { try register.give(lay(line.0, "L-\(number)", line.1)) }
        func ground(_ outline: Outline, on text: String = "2026-03-02") throws -> [LinedGround] {
            LinedGround.of(
                [outline], in: try register.read { try RedLineQueries.list(beside: [outline], on: day(text), in: $0) })
        }
        // 5,000 × 2,000 cm and 500 × 2,000 of it in farmland, 100 × 2,000 in the urban boundary.
        #expect(
            try ground(box(5_000, 0, 6_000, 2_000)) == [
                LinedGround(kind: .farmland, area: Area(units: 16_500)),
                LinedGround(kind: .urban, area: Area(units: 300)),
            ])
        #expect(try ground(box(5_000, 0, 6_000, 2_000), on: "2025-12-31") == [])
        // 3 cm over the edge.
        #expect(try ground(box(10_997, 9_500, 2_000, 400)) == [])
        #expect(try ground(box(8_000, -2_000, 2_000, 2_003)) == [])
    }

    @Test("A parcel's page and the map of its village show the line with its letter and words, in both languages")
    func shown() throws {
        let register = try TestRegister.small()
        try register.give(
            EnterParcel(
                parcel: ParcelID("a1"), owner: TestRegister.collective, division: TestRegister.village, number: "A1",
                name: "南坡", outline: LandOutline(box(0, 0, 10_000, 8_000))), by: .villageClerk)
        #expect(try !page(register, "/parcels/a1").contains("永久基本农田"))
        try register.give(lay(.farmland, "JB-1", box(5_000, 0, 400_000, 400_000), as: "line-1"))
        let parcel = try page(register, "/parcels/a1")
        #expect(parcel.contains("占永久基本农田 6 亩：不得建设") && parcel.contains("edge dashed"))
        #expect(try page(register, "/parcels/a1", .english).contains("6 mu of permanent basic farmland"))
        let map = try page(register, "/places/\(TestRegister.village)/land")
        #expect(map.contains("edge dashed") && map.contains(">农</text>") && map.contains("永久基本农田 JB-1"))
        // A line of the whole county is clipped to the picture: the parcel keeps its size.
        #expect(map.utf8.count < 60_000)
        let list = try page(register, "/places/\(TestRegister.village)/red-lines")
        #expect(list.contains("JB-1") && list.contains("县国土空间规划"))
        try register.give(WithdrawRedLine(redLine: RedLineID("line-1")!, reason: "规划调整"))
        #expect(try !page(register, "/parcels/a1").contains("永久基本农田"))
    }

    @Test("An area of 5,000 corners is cut into parts that fit, and their ground is the whole")
    func cut() throws {
        let corners = (0..<5_000).map { step -> GridPoint in
            let angle = Double(step) / 5_000 * 2 * .pi
            let radius = 400_000 + 60_000 * sin(angle * 40)
            return at(Int64(radius * cos(angle)) + 500_000, Int64(radius * sin(angle)) + 500_000)
        }
        let whole = Outline(zone: .zone38, pieces: [Piece(outer: corners)])
        let judge = OutlineJudge()
        let parts = try #require(judge.cut(whole, corners: 1_000))
        #expect(parts.count > 4 && parts.allSatisfy { $0.cornerCount <= 1_000 })
        let sum = parts.reduce(Int128(0)) { $0 + $1.twiceArea }
        #expect(abs(sum - whole.twiceArea) < whole.twiceArea / 100_000)
        #expect(parts.allSatisfy { LandOutline($0).text.utf8.count <= LandOutline.longest })
    }

    private static let folder = "/work/shared/data/register/shp"

    @Test(
        "The parts of a shapefile in one zip are read as they are from a folder; without one of them it is refused by name",
        .enabled(if: FileManager.default.fileExists(atPath: folder), "needs /work/shared/data/register"))
    func zipped() throws {
        func archive(_ endings: [String], in sub: String = "") throws -> [UInt8] {
            try stored(
                endings.map { ending in
                    let name = "DK1499812025.\(ending)"
                    return (sub + name, Array(try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name)"))))
                })
        }
        let plain = try ShapeFile.read(path: "\(Self.folder)/DK1499812025.shp")
        for zip in [try archive(["shp", "shx", "dbf"]), try archive(["dbf", "shp", "shx"], in: "矢量数据/")] {
            let rows = try OutlineFile.read(zip)
            #expect(rows.count == plain.count && rows.map(\.id) == plain.map(\.id))
            #expect(try rows.map { try $0.outline.get() } == plain.map { try $0.outline.get() })
            #expect(rows.first?.name == "南坡1号地")
        }
        for endings in [["shp", "dbf"], ["shx", "dbf"]] {
            let rejection = #expect(throws: Rejection.self) { try OutlineFile.read(try archive(endings)) }
            #expect(rejection?.number == 1181)
        }
        #expect(throws: Rejection.self) { try OutlineFile.read([0x50, 0x4B, 3, 4, 0, 0]) }
    }

    /// A zip with its entries stored as they are.
    private func stored(_ files: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) } }
        var (body, list): ([UInt8], [UInt8]) = ([], [])
        for file in files {
            let name = Array(file.name.utf8)
            let sum = number(Int(crc(file.bytes)), 4)
            let sizes = number(file.bytes.count, 4) + number(file.bytes.count, 4)
            let common = number(20, 2) + number(0x800, 2) + number(0, 2) + number(0, 4) + sum + sizes
            list +=
                number(0x0201_4B50, 4) + number(20, 2) + common + number(name.count, 2) + number(0, 2) + number(0, 2)
                + number(0, 2) + number(0, 2) + number(0, 4) + number(body.count, 4) + name
            body += number(0x0403_4B50, 4) + common + number(name.count, 2) + number(0, 2) + name + file.bytes
        }
        return body + list + number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
            + number(list.count, 4) + number(body.count, 4) + number(0, 2)
    }

    private func crc(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return sum ^ 0xFFFF_FFFF
    }
}

/// 100,000 parcels: `QIANMO_LAND=1 swift test --filter LandScaleTests` prints what it took.
@Suite("A hundred thousand parcels", .enabled(if: ProcessInfo.processInfo.environment["QIANMO_LAND"] != nil))
struct LandScaleTests {
    @Test("The neighbours of one among 100,000 are found in 5 ms")
    func neighbours() throws {
        let register = try TestRegister.small()
        let clock = ContinuousClock()
        let side = Int64(316)
        let filled = try clock.measure {
            try register.database.write { tx in
                for number in 0..<100_000 {
                    let (column, row) = (Int64(number) % side, Int64(number) / side)
                    let outline = LandOutline(box(column * 5_000, row * 4_000, 4_990, 3_990))
                    try NewParcel(
                        id: ParcelID("p\(number)")!, owner: TestRegister.collective, division: TestRegister.village,
                        number: "N\(number)", name: "n", outline: outline, area: Area(units: outline.outline.areaUnits),
                        on: day("2026-03-02")
                    ).insert(in: tx)
                }
            }
        }
        var (found, longest): (Int, Duration) = (0, .zero)
        var random = SeededRandom(seed: 1)
        let all = try clock.measure {
            for _ in 0..<500 {
                let (column, row) = (
                    Int64.random(in: 1..<315, using: &random), Int64.random(in: 1..<315, using: &random)
                )
                let own = box(column * 5_000, row * 4_000, 5_000, 4_000)
                let took = try clock.measure {
                    found += try register.read { try ParcelQueries.listNeighbours(of: own, in: $0) }.count
                }
                longest = max(longest, took)
            }
        }
        print("100,000 parcels in \(filled); neighbours: \(all / 500) each, longest \(longest), \(found) found")
        #expect(found >= 500 * 4)
    }
}
