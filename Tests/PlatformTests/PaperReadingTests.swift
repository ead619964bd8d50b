import Attachments
import Foundation
import Kernel
import TestSupport
import Testing
import Web

@testable import Platform

/// Papers are found by their words, read by a real tesseract off pages drawn by libvips.
@Suite(
    "Papers are read",
    .enabled(if: PaperReading(languages: "chi_sim") != nil, "needs tesseract-ocr-chi-sim"),
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/vips"), "needs libvips-tools"))
struct PaperReadingTests {
    /// A JPEG of a white page with these words.
    private func page(_ words: String) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func file(_ name: String) -> String { folder.appending(path: name).path }
        for act in [
            ["text", file("a.png"), words, "--font", "Noto Sans CJK SC 16", "--dpi", "200", "--spacing", "20"],
            ["invert", file("a.png"), file("b.png")],
            ["gravity", file("b.png"), "\(file("c.jpg"))[Q=90]", "centre", "1700", "700", "--extend", "white"],
        ] {
            _ = try #require(
                try Tool.run("/usr/bin/vips", act, environment: ["PATH": "/usr/bin:/bin", "HOME": "/tmp"]))
        }
        return Array(try Data(contentsOf: folder.appending(path: "c.jpg")))
    }

    @Test("A language the machine does not read, or that is none, is no reading")
    func languages() {
        for none in ["", "xyz", "chi_sim+", "chi_sim+xyz", "../etc", "chi_sim;ls", "-l"] {
            #expect(PaperReading(languages: none) == nil, "\(none)")
        }
        #expect(PaperReading.plain("同意 修建，\n水 渠 12 米。OK!") == "同意修建水渠12米ok")
    }

    @Test(
        "A desk finds a photo of a page by its words; who may not see the paper does not, and once it is gone nobody does"
    )
    func found() async throws {
        let demo = try await DemoHouse()
        let reading = try #require(PaperReading(languages: "chi_sim"))
        let house = demo.practice.installation.scanned(by: nil, reading: reading)
        let papers = house.papers
        #expect(
            try await demo.give(
                "county-intake", "registry.registerParty",
                ["party": "own-a", "kind": "person", "name": "Lessee", "division": "p140498102201"]) == nil)
        let mark = try papers.keep(
            page("会议记录\n到会代表三十二人，同意出租村口门面房。\n租金每年三百元，租期三年，由监督委员会公布。"), name: "合同.jpg",
            by: demo.principal("hewan-station").person,
            at: demo.practice.clock.now())
        for (command, arguments) in OwnPaperTests.commands("c-1", to: "own-a", paper: mark) {
            #expect(try await demo.give("hewan-station", command, arguments) == nil, "\(command)")
        }
        let desk = try demo.principal("hewan-station")
        #expect(try papers.find("会议记录", for: desk).isEmpty, "nothing is read yet, and the act was taken all the same")
        while try papers.readPapers(atMost: 5) == 5 {}
        let found = try papers.find(" 会议 记录 ", for: desk)
        #expect(found.map(\.label.mark) == [mark] && found.first?.thing?.path == "/contracts/c-1")
        #expect(try papers.find("出租村口门面房", for: desk).map(\.label.mark) == [mark])
        #expect(try papers.find("没有写的话", for: desk).isEmpty && papers.find("会", for: desk).isEmpty)
        // Another place's desk, and the lessee, who may see the paper and is no desk.
        #expect(try papers.find("会议记录", for: OwnPaperTests.clerk(of: "p140498101201")).isEmpty)
        let lessee = Principal(
            person: try #require(PersonID("own-a")), role: .bidder, office: try #require(OfficeID("o")),
            division: try #require(DivisionID("p140498102201")))
        #expect(try papers.label(mark, for: lessee) != nil && papers.find("会议记录", for: lessee).isEmpty)
        // Another start reads what lies sealed beside the paper, and nothing of it lies open.
        let kept = try #require(try papers.store.list().papers.first { $0.mark == mark })
        let file = papers.store.folder.appending(path: "shown/\(kept.mark)-words")
        #expect(!String(decoding: try Data(contentsOf: file), as: UTF8.self).contains("会议"))
        papers.store.end(mark)
        #expect(!FileManager.default.fileExists(atPath: file.path), "the words go with the paper")
        #expect(try papers.find("会议记录", for: desk).isEmpty)
    }
}
