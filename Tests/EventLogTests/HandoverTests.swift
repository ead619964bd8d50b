import EventLog
import Foundation
import TestSupport
import Testing

/// Keys that hand over to the next (decision record 0399).
@Suite("A log's keys, one after the other") struct HandoverTests {
    private func key(_ seed: UInt8, _ name: String = "log.example/a") throws -> SigningKey {
        try #require(SigningKey(name: name, seed: Array(repeating: seed, count: 32)))
    }

    @Test("log.pub holds the present key and those of before, each with its end; what is none of that is refused")
    func text() throws {
        let (first, second, third) = (try key(1).verifier, try key(2).verifier, try key(3).verifier)
        let keys = LogKeys(third, former: [.init(second, size: 40), .init(first, size: 7)])
        #expect(keys.text == "\(third.text)\n\(second.text) 40\n\(first.text) 7\n")
        #expect(try LogKeys(keys.text) == keys)
        #expect(try LogKeys(first.text) == LogKeys(first))
        let stranger = try key(4, "log.example/b").verifier
        for bad in [
            "", "\(third.text)\n\(second.text)", "\(third.text)\n\(second.text) -1",
            "\(third.text)\n\(second.text) 1 2",
            "\(third.text)\n\(stranger.text) 7", "\(third.text) 7",
        ] {
            #expect(throws: LogFault.self, "\(bad)") { _ = try LogKeys(bad) }
        }
    }

    @Test("a key of before counts as far as it signed and no further; one nobody knows never does")
    func ends() throws {
        let (old, new, other) = (try key(1), try key(2), try key(3))
        let keys = LogKeys(new.verifier, former: [.init(old.verifier, size: 7)])
        func opened(_ size: Int64, by key: SigningKey) throws -> Int64 {
            let signed = Checkpoint(origin: old.verifier.name, size: size, root: .empty).signed(by: key)
            return try SignedCheckpoint(opening: signed.bytes, by: keys).checkpoint.size
        }
        #expect(try opened(7, by: old) == 7 && opened(7, by: new) == 7 && opened(8, by: new) == 8)
        #expect(throws: LogFault.signerOver(size: 8)) { _ = try opened(8, by: old) }
        #expect(throws: LogFault.self) { _ = try opened(7, by: other) }
    }

    @Test("a handover is the former key's word, for a key of the same log")
    func word() throws {
        let (old, new, other) = (try key(1), try key(2), try key(3))
        let handover = Handover(from: old, to: new.verifier, size: 7, root: .empty)
        #expect(try Handover(parsing: Array(handover.text.utf8)) == handover)
        let after = try LogKeys(old.verifier).handedOver(by: handover)
        #expect(after == LogKeys(new.verifier, former: [.init(old.verifier, size: 7)]))
        #expect(throws: LogFault.self) { _ = try LogKeys(other.verifier).handedOver(by: handover) }
        let foreign = Handover(from: old, to: try key(2, "log.example/b").verifier, size: 7, root: .empty)
        #expect(throws: LogFault.self) { _ = try LogKeys(old.verifier).handedOver(by: foreign) }
        // An ordinary checkpoint names nobody.
        let checkpoint = Checkpoint(origin: old.verifier.name, size: 7, root: .empty).signed(by: old)
        #expect(throws: LogFault.self) { _ = try Handover(parsing: checkpoint.bytes) }
    }
}
