import Attachments
import Foundation
import Kernel
import Testing

private let fixtureFolder = "/work/shared/data/register/papers"

/// What other programs' users complained of, with the fixtures' files.
@Suite(
    "Papers others lost",
    .enabled(if: FileManager.default.fileExists(atPath: fixtureFolder), "needs /work/shared/data/register/papers"))
struct PaperBugCaseTests {
    private func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: "\(fixtureFolder)/\(name)")))
    }

    @Test("A picture with orientation 0 is a picture (VR-29)")
    func orientation() throws {
        #expect(try PaperExamination(bytes("p02_orientation0.jpg")).kind == .jpeg)
    }

    @Test("A picture that claims 400 million dots is kept, with the remark that it is not shown (VR-30)")
    func tooManyDots() throws {
        let seen = try PaperExamination(bytes("p09_claims_20000x20000.png"))
        #expect(seen.kind == .png && seen.remarks.contains(.tooManyDots))
    }

    @Test("A signed document is kept byte for byte and marked as signed (VR-31)")
    func signed() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "papers-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = PaperStore(folder: folder, key: [UInt8](repeating: 7, count: 32))
        let sent = try bytes("p12_signed.pdf")
        let seen = try PaperExamination(sent)
        let mark = try store.keep(
            sent,
            PaperNote(
                name: "a", kind: seen.kind, bytes: sent.count, receivedAt: Instant(milliseconds: 1), by: "p1",
                remarks: seen.remarks))
        #expect(try store.bytes(mark) == sent && seen.remarks.contains(.signed))
    }

    @Test("What a paper is, its bytes say, whatever it is called (VR-34)")
    func names() throws {
        #expect(try PaperExamination(bytes("p07_named_pdf.pdf")).kind == .jpeg)
        #expect(try PaperExamination(bytes("p08_named_jpg.jpg")).kind == .heic)
    }

    @Test("The same bytes sent again are one paper that is known, never a dead end (VR-32)")
    func again() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "papers-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = PaperStore(folder: folder, key: [UInt8](repeating: 7, count: 32))
        func keep(_ name: String, _ at: Int64) throws -> String {
            let sent = try bytes(name)
            let note = PaperNote(
                name: name, kind: .jpeg, bytes: sent.count, receivedAt: Instant(milliseconds: at), by: "p1", remarks: []
            )
            return try store.keep(sent, note)
        }
        #expect(try keep("p04_same_a.jpg", 1) == keep("p06_same_bytes.jpg", 2))
        #expect(try keep("p04_same_a.jpg", 3) != keep("p05_same_b.jpg", 4))
    }
}
