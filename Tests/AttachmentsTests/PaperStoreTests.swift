import Attachments
import Foundation
import Kernel
import Testing

private let fixtureFolder = "/work/shared/data/register/papers"

@Suite("Papers are kept whole, or refused with a reason")
struct PaperStoreTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "papers-\(UUID().uuidString)")
    private let key = [UInt8](repeating: 7, count: 32)

    private func store() -> PaperStore { PaperStore(folder: folder, key: key) }

    private func note(_ bytes: [UInt8], at: Int64 = 1) throws -> PaperNote {
        let seen = try PaperExamination(bytes)
        return PaperNote(
            name: "a", kind: seen.kind, bytes: bytes.count, receivedAt: Instant(milliseconds: at), by: "p1",
            remarks: seen.remarks)
    }

    /// What the list of the fixtures says of each, refused ones by their number.
    static let refused = ["p14_empty.jpg": 1400, "p16_bomb.zip": 1402, "p17_html.jpg": 1402, "p18_svg.svg": 1402]

    @Test(
        "All 19 fixtures are taken or refused as their list says",
        .enabled(if: FileManager.default.fileExists(atPath: fixtureFolder), "needs /work/shared/data/register/papers"))
    func fixtures() throws {
        let table = try String(contentsOfFile: "\(fixtureFolder)_expected_dev.csv", encoding: .utf8)
        let lines = table.split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
        #expect(lines.count == 19)
        for line in lines {
            let bytes = Array(try Data(contentsOf: URL(filePath: "\(fixtureFolder)/\(line[0])")))
            #expect(PaperStore.mark(of: bytes) == line[2])
            do throws(Rejection) {
                let seen = try PaperExamination(bytes)
                #expect(Self.refused[line[0]] == nil, "\(line[0]) is to be refused")
                #expect(seen.kind.type == line[3], "\(line[0])")
            } catch {
                #expect(error.number == Self.refused[line[0]], "\(line[0])")
            }
        }
    }

    @Test(
        "A page that names a PDF is a page; a few bytes before the head of a PDF leave it one",
        .enabled(if: FileManager.default.fileExists(atPath: fixtureFolder), "needs /work/shared/data/register/papers"))
    func pageOrPDF() throws {
        let body = Array(try Data(contentsOf: URL(filePath: "\(fixtureFolder)/p10_good.pdf")))
        for lead in ["", "\r\n\n", "\u{FEFF}", "%junk "] {
            #expect(try PaperExamination(Array(lead.utf8) + body).kind == .pdf, "\(lead)")
        }
        for page in ["<html><body>", "<!-- a -->", "  <svg>", "<?xml version=\"1.0\"?><html>"] {
            #expect(throws: Rejection.self, "\(page)") { try PaperExamination(Array(page.utf8) + body) }
        }
    }

    @Test(
        "Pictures are served without the camera's words, and none is made of what claims too many dots",
        .enabled(if: FileManager.default.fileExists(atPath: fixtureFolder), "needs /work/shared/data/register/papers"),
        .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/vipsthumbnail"), "needs libvips-tools"))
    func served() throws {
        let store = store()
        defer { try? FileManager.default.removeItem(at: folder) }
        let pictures = PaperPictures(store)
        var made = 0
        for name in ["p01_gps_turned.jpg", "p03_taken_tomorrow.jpg", "p10_good.pdf", "p19_two_pages.tif"] {
            let bytes = Array(try Data(contentsOf: URL(filePath: "\(fixtureFolder)/\(name)")))
            let mark = try store.keep(bytes, try note(bytes))
            let picture = try #require(try pictures.picture(of: mark, .large), "\(name)")
            #expect(picture.starts(with: [0xFF, 0xD8, 0xFF]))
            let text = String(decoding: picture, as: UTF8.self)
            #expect(!text.contains("Exif") && !text.contains("GPS"), "\(name)")
            made += 1
        }
        #expect(made == 4)
        for (name, pages) in [
            ("p01_gps_turned.jpg", 1), ("p10_good.pdf", 1), ("p19_two_pages.tif", 2), ("p15_invoice.ofd", 0),
            ("p09_claims_20000x20000.png", 0),
        ] {
            let bytes = Array(try Data(contentsOf: URL(filePath: "\(fixtureFolder)/\(name)")))
            let mark = try store.keep(bytes, try note(bytes))
            #expect(try pictures.countPages(of: mark) == pages, "\(name)")
            #expect(try pictures.countPages(of: mark) == pages, "\(name), from what was kept")
            #expect(try pictures.picture(of: mark, .large, page: pages + 1) == nil, "\(name)")
        }
        let claims = Array(try Data(contentsOf: URL(filePath: "\(fixtureFolder)/p09_claims_20000x20000.png")))
        #expect(try pictures.picture(of: store.keep(claims, note(claims)), .small) == nil)
    }

    @Test("A paper comes back as it was; on the disk nothing of it can be read; kept twice it is one file")
    func kept() throws {
        let store = store()
        defer { try? FileManager.default.removeItem(at: folder) }
        let bytes = Array("%PDF-1.7 the minutes of the meeting".utf8) + [UInt8](repeating: 0x20, count: 64)
        let mark = try store.keep(bytes, try note(bytes))
        #expect(try store.keep(bytes, try note(bytes, at: 9)) == mark)
        #expect(try store.bytes(mark) == bytes)
        #expect(try store.note(mark)?.receivedAt.milliseconds == 1)
        #expect(try store.list().papers.map(\.mark) == [mark])
        let file = folder.appending(path: "\(mark.prefix(2))/\(mark)")
        #expect(!String(decoding: try Data(contentsOf: file), as: UTF8.self).contains("minutes"))
        #expect(try store.bytes(String(repeating: "0", count: 64)) == nil)
    }

    @Test("Whatever byte of a kept paper is changed, it is found out")
    func changed() throws {
        let store = store()
        defer { try? FileManager.default.removeItem(at: folder) }
        let bytes = Array("%PDF-1.7 ".utf8) + [UInt8](repeating: 0x20, count: 64)
        let mark = try store.keep(bytes, try note(bytes))
        let file = folder.appending(path: "\(mark.prefix(2))/\(mark)")
        let whole = Array(try Data(contentsOf: file))
        for position in stride(from: 0, to: whole.count, by: 7) {
            var other = whole
            other[position] ^= 1
            try Data(other).write(to: file)
            let isFound = (try? store.note(mark)) == nil || (try? store.bytes(mark)) == nil
            #expect(isFound, "byte \(position)")
        }
    }

    @Test("Cleaning takes what no event names, never what is fresh")
    func cleaned() throws {
        let store = store()
        defer { try? FileManager.default.removeItem(at: folder) }
        let (a, b) = (Array("%PDF-1.7 a".utf8), Array("%PDF-1.7 b".utf8))
        let pad = [UInt8](repeating: 0x20, count: 64)
        let named = try store.keep(a + pad, try note(a + pad))
        let loose = try store.keep(b + pad, try note(b + pad))
        let early = Instant(milliseconds: 1_000)
        #expect(try store.clean(before: early) { $0 == named } == [])
        let later = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000) + 60_000)
        #expect(try store.clean(before: later) { $0 == named } == [loose])
        #expect(store.holds(named) && !store.holds(loose))
    }

    @Test("Every reason not to take a paper says what to do next, in both languages, under a number of its own")
    func reasons() {
        let reasons = PaperRejection.catalogue
        #expect(Set(reasons.map(\.number)).count == reasons.count)
        for reason in reasons {
            #expect((1_400...1_439).contains(reason.number))
            #expect(!reason.rejection.next.zh.isEmpty && !reason.rejection.next.en.isEmpty)
        }
    }
}
