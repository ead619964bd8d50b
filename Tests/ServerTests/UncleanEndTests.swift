import Foundation
import Kernel
import Testing

@testable import Server

/// A program that did not stop by itself leaves word of it.
@Suite("An unclean end") struct UncleanEndTests {
    private let folder: URL
    private let now = Instant(milliseconds: 1_795_831_200_000)

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "qianmo-unclean-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    @Test("The first start and a start after a stop find nothing; one after a crash writes a report, and 25 leave 20")
    func reports() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let end = UncleanEnd(in: folder)
        #expect(try end.begin(at: now, facts: []) == nil)
        end.end()
        #expect(try end.begin(at: now, facts: []) == nil)
        for second in 1...25 {
            let report = try #require(
                try end.begin(at: now.adding(seconds: Int64(second)), facts: ["Entries of the log: 7."]))
            let text = try String(contentsOf: report, encoding: .utf8)
            #expect(text.contains("did not stop by itself") && text.contains("Entries of the log: 7."))
        }
        let kept = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "crashes").path)
        #expect(kept.count == 20)
    }

    @Test("A stand-by beside a program that still serves tells nothing")
    func alive() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        // Of a process that lives: the first one of the machine.
        try Data("began earlier, process 1".utf8).write(to: folder.appending(path: "serving"))
        #expect(try UncleanEnd(in: folder).begin(at: now, facts: []) == nil)
    }
}
