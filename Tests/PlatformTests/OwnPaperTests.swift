import Attachments
import Foundation
import Kernel
import TestSupport
import Testing

@testable import Platform

/// Who sees the paper of a contract, and in what form papers go out.
@Suite("Whose paper is it?") struct OwnPaperTests {
    private let body = [UInt8](repeating: 0x20, count: 80)

    private func keep(_ text: String, _ house: DemoHouse) throws -> String {
        try house.practice.installation.papers.keep(
            Array(text.utf8) + body, name: "合同.pdf", by: house.principal("hewan-station").person,
            at: house.practice.clock.now())
    }

    /// What a station gives to enter a shop and let it, with a paper.
    static func commands(_ name: String, to lessee: String, paper: String) -> [(String, JSON)] {
        [
            (
                "registry.registerAsset",
                [
                    "asset": .string("asset-\(name)"), "owner": "hetou-collective", "division": "p140498102201",
                    "class": "shop", "kind": "operating", "name": .string("Shop \(name)"), "right": "ownership",
                    "use": "shop", "originalValueFen": 100_000,
                ]
            ),
            (
                "registry.registerContract",
                [
                    "contract": .string(name), "asset": .string("asset-\(name)"), "lessor": "hetou-collective",
                    "lessee": .string(lessee), "category": "A2", "way": "lease", "start": "2026-11-28",
                    "end": "2029-11-27", "unitPriceFen": 100_000, "totalFen": 100_000, "use": "shop",
                    "instalments": [["number": 1, "due": "2026-11-28", "amountFen": 100_000]], "paper": .string(paper),
                ]
            ),
        ]
    }

    /// A clerk of a village.
    static func clerk(of division: String) throws -> Principal {
        Principal(
            person: try #require(PersonID("clerk-elsewhere")), role: .villageClerk,
            office: try #require(OfficeID("clerk-elsewhere")), division: try #require(DivisionID(division)))
    }

    @Test(
        "The lessee sees the paper of their own contract and of no other's; desks over the place see both; nobody else any"
    )
    func lessee() async throws {
        let house = try await DemoHouse()
        for (name, number) in [("own-a", "1"), ("own-b", "2")] {
            #expect(
                try await house.give(
                    "county-intake", "registry.registerParty",
                    [
                        "party": .string(name), "kind": "person", "name": .string("Lessee \(number)"),
                        "division": "p140498102201",
                    ]) == nil)
        }
        let papers = house.practice.installation.papers
        let (first, second) = (try keep("%PDF-1.7 first", house), try keep("%PDF-1.7 second", house))
        for (name, lessee, paper) in [("c-a", "own-a", first), ("c-b", "own-b", second)] {
            for (command, arguments) in Self.commands(name, to: lessee, paper: paper) {
                #expect(try await house.give("hewan-station", command, arguments) == nil, "\(command)")
            }
        }
        func sees(_ person: String, _ role: Role, _ division: String = "p140498102201") throws -> [Bool] {
            let principal = Principal(
                person: try #require(PersonID(person)), role: role, office: try #require(OfficeID("o-\(person)")),
                division: try #require(DivisionID(division)))
            return try [first, second].map { try papers.label($0, for: principal) != nil }
        }
        #expect(try sees("own-a", .bidder) == [true, false])
        #expect(try sees("own-b", .villager) == [false, true])
        #expect(try sees("somebody", .villager) == [false, false])
        #expect(try sees("clerk", .villageClerk) == [true, true])
        #expect(try sees("clerk", .villageClerk, "p140498101201") == [false, false])
        #expect(try [first, second].map { try papers.label($0, for: nil) != nil } == [false, false])
        // A desk of another place whose holder is called like a lessee is a desk all the same.
        #expect(try sees("own-a", .villageClerk, "p140498101201") == [false, false])
    }

    /// A PDF with one page and these words in its catalogue (ISO 32000-2, 7.5 and 7.7).
    static func document(_ catalogue: String, _ more: [String] = []) -> [UInt8] {
        var text = "%PDF-1.7\n"
        var starts: [Int] = []
        let objects =
            [
                "<< /Type /Catalog /Pages 2 0 R \(catalogue) >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] >>",
            ] + more
        for object in objects {
            starts.append(text.utf8.count)
            text += "\(starts.count) 0 obj\n\(object)\nendobj\n"
        }
        let table = text.utf8.count
        text += "xref\n0 \(starts.count + 1)\n0000000000 65535 f \n"
        for start in starts { text += String(repeating: "0", count: 10 - "\(start)".count) + "\(start) 00000 n \n" }
        text += "trailer\n<< /Size \(starts.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
        return Array(text.utf8)
    }

    @Test(
        "A PDF that may do something is given out as pictures only, also where its words are written another way",
        .enabled(if: PDFTools.areThere, "needs poppler-utils"),
        arguments: [
            ("", true), ("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", false),
            ("/OpenAction << /S /JavaScri#70t /J#53 (app.alert\\(1\\)) >>", false),
            ("/Names << /EmbeddedF#69les << /Names [(a.exe) 4 0 R] >> >>", false),
        ])
    func active(catalogue: String, goesOut: Bool) throws {
        let practice = try PracticeHouse()
        let papers = practice.installation.papers
        let file = [
            "<< /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>",
            "<< /Type /Embedded#46ile /Length 2 >>\nstream\nMZ\nendstream",
        ]
        let bytes = Self.document(catalogue, catalogue.contains("a.exe") ? file : [])
        let mark = try papers.keep(
            bytes, name: "a.pdf", by: Principal.administrator.person, at: practice.clock.now())
        let label = try #require(try papers.label(mark, for: .administrator))
        for _ in 0..<2 {
            #expect(try (papers.document(mark) != nil) == goesOut)
            #expect(papers.condition(mark).goesOut == goesOut && papers.condition(mark).isWhole)
        }
        #expect(try papers.view(label, page: 1).isShown)
        #expect(try papers.store.bytes(mark) == bytes, "it lies here as it came")
    }
}
