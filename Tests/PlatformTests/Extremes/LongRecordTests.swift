import EventLog
import Foundation
import Geometry
import Kernel
@testable import Platform
import Registry
import Storage
import TestSupport
import Testing

/// Records longer than one leaf (bh-02b): contracts, resolutions and parcels of the sizes that people have, and their
/// siblings around the edges.
@Suite("Records longer than one leaf") struct LongRecordTests {
    /// The deal as far as the village's resolution: places, desks, body, books and land.
    private func village() async throws -> PracticeHouse {
        let practice = try PracticeHouse()
        let lines = try PracticeHouse.text("luxian-2019.jsonl").split(separator: "\n").map { String($0) }
        let end = try #require(lines.firstIndex { $0.hasPrefix("# 3.") })
        let (steps, _) = try await practice.run(text: lines[..<end].joined(separator: "\n"))
        #expect(steps.filter { !$0.isAsExpected }.isEmpty)
        return practice
    }

    private func give(_ practice: PracticeHouse, _ office: String, _ command: String, _ arguments: [String: JSON])
        async throws -> Answer
    {
        let desk = try #require(OfficeID(office))
        let principal = try #require(try practice.installation.findPrincipal(office: desk))
        return try await practice.installation.writer.submit(
            Submission(
                command: command, arguments: .object(arguments), principal: principal,
                key: "\(command)-\(practice.installation.log.head().size)"))
    }

    /// Sizes at which a leaf is just full or just too full, those of issue 13, and 24 in between.
    private static let sizes: [Int] = {
        var random = SeededRandom(seed: 260)
        return [1, 99, 100, 101, 240, 260, 300, 2_000] + (0..<24).map { _ in Int.random(in: 1...1_500, using: &random) }
    }()

    @Test("32 resolutions of up to 2,000 papers and 32 parcels of as many corners fit, read back whole, and verify")
    func papersAndCorners() async throws {
        let practice = try await village()
        for size in Self.sizes {
            let papers = (0..<size).map { JSON.string(String(repeating: "0", count: 58) + String(100_000 + $0)) }
            let resolution = try await give(
                practice, "tanba-clerk", "registry.recordResolution",
                [
                    "organisation": "tanba-collective", "matter": "outsiderContracting", "body": "assembly",
                    "entitled": 90, "present": 71, "inFavour": 68, "date": "2019-03-03", "evidence": .array(papers),
                ])
            guard case .accepted(let entries, _, _) = resolution else {
                Issue.record("\(size) papers: \(resolution)")
                continue
            }
            #expect(entries.count > 1 || size < 300)
            let corners = (0..<size + 2).map { number in
                JSON.object([
                    "x": .integer(3_500_000_000 + Int64(number)), "y": .integer(400_000_000 + Int64(number * number)),
                ])
            }
            let asset = try await give(
                practice, "tanba-clerk", "registry.registerAsset",
                [
                    "asset": .string("long-\(size)-\(entries.count)-\(entries[0])"), "owner": "tanba-collective",
                    "division": "p510521111207", "class": "dry", "kind": "resource", "name": "坡地", "area": 10_000,
                    "right": "ownership", "use": "种植", "parcel": .array(corners),
                ])
            guard case .accepted(_, let stream, _) = asset else {
                Issue.record("\(size) corners: \(asset)")
                continue
            }
            let parcel: String = try practice.installation.database.read { tx in
                try tx.get("SELECT parcel FROM asset WHERE id = \(stream.id)")
            }
            let last = Int64(size + 1)
            #expect(parcel.split(separator: " ").count == corners.count)
            #expect(parcel.hasSuffix("\(3_500_000_000 + last),\(400_000_000 + last * last)"))
        }
        #expect(try practice.verify().size == practice.installation.log.head().size)
    }

    @Test("4 parcels of up to 3,500 corners are entered, read back whole, drawn, and verify")
    func outlines() async throws {
        let practice = try await village()
        for (position, size) in [500, 1_500, 2_000, 3_500].enumerated() {
            let corners = (0..<size).map { number -> GridPoint in
                let angle = 2 * Double.pi * Double(number) / Double(size)
                let reach = number.isMultiple(of: 2) ? 40_000.0 : 39_000.0
                return GridPoint(
                    east: 43_050_000 + Int64(position) * 200_000 + Int64(reach * cos(angle)),
                    north: 402_270_000 + Int64(reach * sin(angle)))
            }
            let outline = LandOutline(Outline(zone: .zone38, pieces: [Piece(outer: corners)]))
            let answer = try await give(
                practice, "tanba-clerk", "registry.enterParcel",
                [
                    "parcel": .string("round-\(size)"), "owner": "tanba-collective", "division": "p510521111207",
                    "number": .string("R\(size)"), "name": "圆地", "outline": outline.field,
                ])
            guard case .accepted(let entries, _, _) = answer else {
                Issue.record("\(size) corners: \(answer)")
                continue
            }
            #expect(entries.count == 1 || size > 1_000)
            let kept = try practice.installation.database.read { tx in
                try ParcelQueries.find(ParcelID("round-\(size)") ?? .example, in: tx)
            }
            #expect(kept?.outline.outline.pieces.first?.outer.count == size)
        }
        #expect(practice.installation.pages(of: nil, ["division": "p510521111207"]).contains("<svg"))
        #expect(try practice.verify().size == practice.installation.log.head().size)
    }

    @Test("12 contracts of up to 400 instalments fit with claim and village page, and go on after a restart")
    func instalments() async throws {
        var random = SeededRandom(seed: 261)
        for size in [1, 100, 240, 399, 400] + (0..<7).map({ _ in Int.random(in: 2...400, using: &random) }) {
            let practice = try await village()
            _ = try await give(
                practice, "yusi-station", "registry.registerParty",
                [
                    "party": "long-farm", "kind": "familyFarm", "publicName": "某家庭农场",
                    "creditCode": "92510521MA6900C37R", "division": "p510521111",
                ])
            let months = (0..<size).map { (2019 * 12 + 6 + $0 * 360 / size) }
            let parts = months.enumerated().map { number, month in
                let text = month % 12 + 1
                return JSON.object([
                    "number": .integer(Int64(number + 1)),
                    "due": .string("\(month / 12)-\(text < 10 ? "0" : "")\(text)-01"), "amountFen": 10_000,
                ])
            }
            let answer = try await give(
                practice, "yusi-station", "registry.registerContract",
                [
                    "contract": "long", "asset": "tanba-20mu", "lessor": "tanba-collective", "lessee": "long-farm",
                    "category": "A1", "way": "assignment", "start": "2019-06-01", "end": "2049-05-31",
                    "unitPriceFen": 1_000, "totalFen": .integer(Int64(size) * 10_000), "use": "种植",
                    "instalments": .array(parts),
                ])
            guard case .accepted = answer else {
                Issue.record("\(size) instalments: \(answer)")
                continue
            }
            let counts: [Int64] = try practice.installation.database.read { tx in
                [
                    try tx.get("SELECT COUNT(*) FROM instalment"),
                    try tx.get("SELECT COUNT(*) FROM contract_instalment"),
                    try tx.get("SELECT COUNT(*) FROM disclosed_payment"),
                ]
            }
            #expect(counts == [Int64(size), Int64(size), Int64(size)])
            #expect(try practice.verify().size == practice.installation.log.head().size)
        }
    }

    @Test("600 made events whose single rows and texts are longer than a leaf fit as pieces, and read back whole")
    func pieces() throws {
        var random = SeededRandom(seed: 400)
        let letters = ["村", "\"", "\\", "\n", "a", "𠮷", "é", "\u{200C}", "한"]
        func text(_ most: Int) -> String {
            let length = Int.random(in: 0...most, using: &random)
            return String((0..<length).map { _ in Character(letters.randomElement(using: &random) ?? "a") })
        }
        var cut = 0
        for _ in 0..<600 {
            let rows = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                JSON.object(["t": .string(text(8_000)), "u": .string(text(50))])
            }
            let fields: [String: JSON] = [
                "title": .string(text(9_000)), "more": .string(text(9_000)), "rows": .array(rows), "n": 7,
            ]
            let subject = try #require(DataSubject("somebody"))
            let withheld = rows.indices.map {
                FieldWriter.SetAside(path: "rows[\($0)].name", subject: subject, value: "某人")
            }
            guard let long = LongEntry(fields: fields, withheld: withheld) else {
                #expect(try leaf("exchange.x", fields, withheld).encoded().count <= Leaf.largest)
                continue
            }
            if long.fields.count == 1 { cut += 1 }
            let parts = try long.parts.map { try leaf(Leaf.partKind, $0.fields, $0.withheld).encoded() }
            let own = try leaf("exchange.x", long.fields, long.withheld).encoded()
            #expect((parts + [own]).allSatisfy { $0.count <= Leaf.largest })
            let whole = try LongEntry.whole(Leaf(decoding: own), after: parts.map { try Leaf(decoding: $0) })
            // Joined in its one form, as every text of the log.
            #expect(whole == fields)
            #expect(Set(long.withheld + long.parts.flatMap(\.withheld)) == Set(withheld))
        }
        #expect(cut > 200, "\(cut)")
    }

    @Test(
        "2,000 made events, rows of any length and some withheld: every leaf is short enough, and they read back whole")
    func generated() throws {
        var random = SeededRandom(seed: 262)
        let subject = try #require(DataSubject("somebody"))
        var divided = 0
        for _ in 0..<2_000 {
            var fields: [String: JSON] = ["title": "文字\"", "none": .array([])]
            var withheld: [FieldWriter.SetAside] = []
            for list in ["a", "ab", "rows"] {
                let width = Int.random(in: 1...400, using: &random)
                let rows = (0..<Int.random(in: 0...120, using: &random)).map { number in
                    JSON.object(["n": .integer(Int64(number)), "t": .string(String(repeating: "村", count: width / 3))])
                }
                fields[list] = .array(rows)
                for number in rows.indices where number.isMultiple(of: 7) {
                    withheld.append(.init(path: "\(list)[\(number)].name", subject: subject, value: "某人"))
                }
            }
            guard let long = LongEntry(fields: fields, withheld: withheld) else {
                let whole = try leaf("exchange.x", fields, withheld).encoded()
                #expect(whole.count <= Leaf.largest)
                continue
            }
            divided += 1
            let parts = try long.parts.map { try leaf(Leaf.partKind, $0.fields, $0.withheld) }
            let own = try leaf("exchange.x", long.fields, long.withheld)
            let bytes = try (parts + [own]).map { try $0.encoded() }
            #expect(bytes.allSatisfy { $0.count <= Leaf.largest })
            let read = try bytes.map { try Leaf(decoding: $0) }
            let last = try #require(read.last)
            #expect(LongEntry.whole(last, after: Array(read.dropLast())) == fields)
            #expect(LongEntry.whole(last, after: Array(read.dropLast(2))) == nil)
            #expect(Set(long.withheld + long.parts.flatMap(\.withheld)) == Set(withheld))
        }
        #expect(divided > 500)
    }

    private func leaf(_ kind: String, _ fields: [String: JSON], _ withheld: [FieldWriter.SetAside]) throws -> Leaf {
        var random = SeededRandom(seed: 263)
        let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        let commitment = try #require(Commitment(base64: Hash(bytes)?.base64 ?? ""))
        return Leaf(
            kind: kind, stream: StreamID("contract", String(repeating: "c", count: 64)),
            at: Instant(milliseconds: 1_561_968_000_000), division: DivisionID("p510521"), office: OfficeID("station"),
            role: .stationAgent, fields: fields,
            commitments: Dictionary(withheld.map { ($0.path, commitment) }) { first, _ in first }, cause: 41,
            key: KeyDigest(person: try #require(PersonID("w1")), key: "bid-1"))
    }
}
