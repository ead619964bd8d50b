import EventLog
import Testing

@Suite("Damaged input is refused and never brings the program down")
struct DamageTests {
    /// Good inputs with a few bytes changed, dropped, doubled or cut off, the same every time.
    private func damaged(_ good: [UInt8], seed: String, count: Int) -> [[UInt8]] {
        var random = SeededRandom(seed: seed)
        return (0..<count).map { _ in
            var bytes = good
            for _ in 0...Int(random.bytes(1)[0] % 4) where !bytes.isEmpty {
                let choice = random.bytes(4)
                let position = (Int(choice[0]) << 8 | Int(choice[1])) % bytes.count
                switch choice[2] % 5 {
                case 0: bytes[position] = choice[3]
                case 1: bytes.remove(at: position)
                case 2: bytes.insert(choice[3], at: position)
                case 3: bytes.replaceSubrange(position..., with: [])
                default: bytes[position] = [0x0A, 0x20, 0x22, 0x5C, 0x7B, 0xE2, 0xFF, 0x30][Int(choice[3] % 8)]
                }
            }
            return bytes
        }
    }

    @Test("Notes and receipts open only when nothing that is signed or proved has changed")
    func notes() throws {
        let log = try ExampleLog(count: 1)
        let key = log.key.verifier
        let proof = InclusionProof(index: 0, size: 1, hashes: [])
        let receipt = Receipt(entry: log.entries[0], proof: proof, checkpoint: log.checkpoint)
        for bytes in damaged(log.checkpoint.bytes, seed: "notes", count: 1_500) {
            if let opened = try? SignedCheckpoint(opening: bytes, by: key) {
                #expect(opened.checkpoint == log.checkpoint.checkpoint)
            }
        }
        for bytes in damaged(receipt.bytes, seed: "receipts", count: 1_500) {
            if let (checkpoint, entry) = try? Receipt(parsing: bytes).verified(by: key) {
                #expect(checkpoint == log.checkpoint.checkpoint)
                #expect(entry == log.entries[0])
            }
        }
    }

    @Test("An entry that still reads encodes to an entry that reads the same")
    func leaves() throws {
        let entry = try ExampleLog.entry(1)
        for bytes in damaged(entry, seed: "leaves", count: 3_000) {
            guard let leaf = try? Leaf(decoding: bytes) else { continue }
            let again = try leaf.encoded()
            #expect(try Leaf(canonical: again) == leaf)
        }
    }

    @Test("A bundle that still reads writes the same bytes")
    func bundles() throws {
        let bundle = EntryBundle.bytes(of: [try ExampleLog.entry(1), [], try ExampleLog.entry(2)])
        for bytes in damaged(bundle, seed: "bundles", count: 3_000) {
            guard let entries = EntryBundle.entries(of: bytes) else { continue }
            #expect(EntryBundle.bytes(of: entries) == bytes)
        }
    }
}
