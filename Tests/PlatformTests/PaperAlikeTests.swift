import Attachments
import Foundation
import Kernel
import TestSupport
import Testing
import Web

@testable import Platform

/// One photo for two things.
@Suite(
    "A photo used again",
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/vips"), "needs libvips-tools"))
struct PaperAlikeTests {
    /// A JPEG of sixteen blocks of chance.
    private func photo(_ seed: UInt64, quality: Int) throws -> [UInt8] {
        var random = SeededRandom(seed: seed)
        let colours = (0..<16).map { _ in (0..<3).map { _ in UInt8(truncatingIfNeeded: random.next()) } }
        var ppm = Array("P6\n320 240\n255\n".utf8)
        for row in 0..<240 { for column in 0..<320 { ppm += colours[row / 60 * 4 + column / 80] } }
        let folder = FileManager.default.temporaryDirectory.appending(path: "photo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (from, to) = (folder.appending(path: "a.ppm"), folder.appending(path: "a.jpg"))
        try Data(ppm).write(to: from)
        _ = try #require(
            try Tool.run(
                "/usr/bin/vips", ["copy", from.path, "\(to.path)[Q=\(quality)]"], environment: ["PATH": "/usr/bin"]))
        return Array(try Data(contentsOf: to))
    }

    private func keep(_ bytes: [UInt8], _ house: DemoHouse) throws -> String {
        try house.practice.installation.papers.keep(
            bytes, name: "照片.jpg", by: house.principal("hewan-station").person, at: house.practice.clock.now())
    }

    @Test("A desk is shown that a photo was used for another thing, never for the same thing, and nobody else is told")
    func used() async throws {
        let house = try await DemoHouse()
        let papers = house.practice.installation.papers
        #expect(
            try await house.give(
                "county-intake", "registry.registerParty",
                ["party": "own-a", "kind": "person", "name": "Lessee", "division": "p140498102201"]) == nil)
        let (first, again, other) = (
            try keep(photo(1, quality: 95), house), try keep(photo(1, quality: 40), house),
            try keep(photo(2, quality: 95), house)
        )
        #expect(first != again)
        for (name, paper) in [("c-1", first), ("c-2", again), ("c-3", other)] {
            for (command, arguments) in OwnPaperTests.commands(name, to: "own-a", paper: paper) {
                #expect(try await house.give("hewan-station", command, arguments) == nil, "\(command)")
            }
        }
        let desk = try house.principal("hewan-station")
        #expect(try papers.label(first, for: desk)?.remarks == [], "nobody has looked yet")
        var looked = 0
        while true {
            let count = try papers.learnPhotos(atMost: 2)
            looked += count
            if count < 2 { break }
        }
        #expect(looked >= 3)
        #expect(try papers.label(first, for: desk)?.remarks == [PaperText.looksAlike])
        #expect(try papers.label(other, for: desk)?.remarks == [])
        let alikes = try papers.listAlikes(of: first, for: desk)
        #expect(alikes.map(\.label.mark) == [again] && alikes.first?.thing?.path == "/contracts/c-2")
        #expect(try papers.listAlikes(of: other, for: desk).isEmpty)
        // One that was just sent and is in no entry yet.
        let fresh = try keep(photo(1, quality: 60), house)
        #expect(try Set(papers.listAlikes(of: fresh, for: desk).map(\.label.mark)) == [first, again])
        // The lessee may see the papers, and is told nothing of what they look like.
        let lessee = Principal(
            person: try #require(PersonID("own-a")), role: .bidder, office: try #require(OfficeID("o")),
            division: try #require(DivisionID("p140498102201")))
        #expect(try papers.label(first, for: lessee)?.remarks == [])
        #expect(try papers.listAlikes(of: first, for: lessee).isEmpty)
        // A desk elsewhere may see neither of them.
        #expect(try papers.label(again, for: OwnPaperTests.clerk(of: "p140498101201")) == nil)
        papers.store.end(again)
        #expect(try papers.listAlikes(of: first, for: desk).isEmpty, "what is gone is not named")
    }
}
