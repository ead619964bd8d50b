import EventLog
import Foundation
import Kernel
@testable import Platform
import TestSupport
import Testing

/// Lines that witnesses append to a checkpoint (C2SP signed-note): whoever does not know their keys passes over them.
@Suite("Signature lines of others below a checkpoint") struct SignatureLinesTests {
    /// A key, a checkpoint it signed, and the signed note's bytes.
    private func signed() throws -> (key: SigningKey, note: SignedNote) {
        var random = SeededRandom(seed: "signature lines")
        let key = try #require(SigningKey(name: "log.example/luxian", random: &random))
        return (key, Checkpoint(origin: "log.example/luxian", size: 7, root: Hash.leaf([7])).signed(by: key).note)
    }

    @Test("bh-28: with a witness's line and one of nobody's kind below it, an exported checkpoint opens as before")
    func appended() async throws {
        guard let file = sharedData("bughunt/bh-28-signature-lines.txt") else {
            print("skipped: ../shared/data/bughunt is not here")
            return
        }
        let practice = try PracticeHouse()
        _ = try await practice.run("luxian-2019.jsonl")
        let log = practice.installation.log
        let exported = Array(try log.head().checkpoint.utf8)
        let known = try SignedCheckpoint(opening: exported, by: log.verifier)
        let lines = try Array(Data(contentsOf: file))
        let opened = try SignedCheckpoint(opening: exported + lines, by: log.verifier)
        #expect(opened.checkpoint == known.checkpoint)
        #expect(try SignedNote(parsing: exported + lines).signatures.count == 3)
    }

    @Test("2,000 other lines below a checkpoint: those of strangers are passed over, torn ones named, none is a trap")
    func generated() throws {
        let (key, note) = try signed()
        var random = SeededRandom(seed: 28)
        var (passed, refused) = (0, 0)
        for round in 0..<2_000 {
            let width = Int.random(in: 1...200, using: &random)
            let bytes = (0..<4 + width).map { _ in UInt8.random(in: 0...255, using: &random) }
            let name = ["witness.example/\(round)", "见证人", "grease", "log.example/luxian", "x y", "a+b", ""][round % 7]
            let line = "\u{2014} \(name) \(Data(bytes).base64EncodedString())\n"
            var all = note.bytes + Array(line.utf8)
            // Every third is torn at some place behind the log's own line.
            if round % 3 == 0 { all.removeLast(Int.random(in: 1..<line.utf8.count, using: &random)) }
            do throws(LogFault) {
                let opened = try SignedCheckpoint(opening: all, by: key.verifier)
                #expect(opened.checkpoint.size == 7)
                passed += 1
            } catch {
                #expect(error == .malformedNote, "\(line)")
                refused += 1
            }
        }
        #expect(passed > 700 && refused > 500, "\(passed) passed, \(refused) refused")
    }
}
