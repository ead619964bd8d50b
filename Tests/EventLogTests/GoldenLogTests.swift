import EventLog
import Foundation
import Testing

@Suite("The golden log of 15 entries", .enabled(if: SharedData.goldenLog != nil, "needs ../shared/data"))
struct GoldenLogTests {
    private func key() throws -> VerifierKey {
        let text = String(decoding: try SharedData.bytes("vkey"), as: UTF8.self)
        return try VerifierKey(text.trimmingCharacters(in: .newlines))
    }

    private func leaves(_ size: Int) throws -> [Hash] {
        size == 0 ? [] : try #require(Tile.hashes(of: try SharedData.bytes("tile/0/000.p/\(size)")))
    }

    @Test("All 16 checkpoints open, and their roots are those of their tiles", arguments: 0...15)
    func checkpoints(size: Int) throws {
        let signed = try SignedCheckpoint(opening: try SharedData.bytes("checkpoint.\(size)"), by: try key())
        var range = CompactRange()
        for leaf in try leaves(size) { range.append(leaf) }
        #expect(signed.checkpoint.size == Int64(size))
        #expect(signed.checkpoint.root == range.root)
        #expect(signed.bytes == (try SharedData.bytes("checkpoint.\(size)")))
    }

    @Test("The checkpoint without a number is the last one")
    func latest() throws {
        let signed = try SignedCheckpoint(opening: try SharedData.bytes("checkpoint"), by: try key())
        #expect(signed.checkpoint.size == 15)
    }

    @Test("Every bundle of entries rehashes to its tile", arguments: 1...15)
    func bundles(size: Int) throws {
        let entries = try #require(EntryBundle.entries(of: try SharedData.bytes("tile/entries/000.p/\(size)")))
        #expect(entries.map { Hash.leaf($0) } == (try leaves(size)))
        #expect(EntryBundle.bytes(of: entries) == (try SharedData.bytes("tile/entries/000.p/\(size)")))
    }

    @Test("The verifier key reads and writes the same text")
    func keyText() throws {
        let text = String(decoding: try SharedData.bytes("vkey"), as: UTF8.self).trimmingCharacters(in: .newlines)
        #expect(try VerifierKey(text).text == text)
    }
}
