import EventLog
import Testing

@Suite("Receipts")
struct ReceiptTests {
    private let log: ExampleLog
    private let receipt: Receipt

    init() throws {
        log = try ExampleLog(count: 11)
        var tree = GrowingTree()
        var tiles = MemoryTiles()
        tiles.write(tree.append(log.entries.map { Hash.leaf($0) }))
        var reader = TreeReader(tiles, size: 11)
        receipt = Receipt(entry: log.entries[6], proof: try reader.inclusionProof(of: 6), checkpoint: log.checkpoint)
    }

    @Test("A receipt proves its entry offline, from its text alone")
    func proves() throws {
        let read = try Receipt(parsing: receipt.bytes)
        #expect(read == receipt)
        let (checkpoint, entry) = try read.verified(by: log.key.verifier)
        #expect(checkpoint == log.checkpoint.checkpoint)
        #expect(entry == log.entries[6])
        #expect(String(decoding: receipt.bytes, as: UTF8.self).hasPrefix("c2sp.org/tlog-proof@v1\nextra "))
    }

    @Test("A receipt without the entry needs the entry beside it")
    func withoutEntry() throws {
        let lines = String(decoding: receipt.bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let bare = lines.filter { !$0.hasPrefix("extra ") }.joined(separator: "\n")
        let read = try Receipt(parsing: Array(bare.utf8))
        #expect(try read.verified(by: log.key.verifier, entry: log.entries[6]).entry == log.entries[6])
        #expect(throws: LogFault.receiptWithoutEntry) { _ = try read.verified(by: log.key.verifier) }
        #expect(throws: LogFault.proofFails(index: 6)) {
            _ = try read.verified(by: log.key.verifier, entry: log.entries[7])
        }
    }

    @Test("Every single changed byte of a receipt is noticed")
    func everyByte() {
        let good = receipt.bytes
        for position in good.indices {
            var bad = good
            bad[position] ^= 1
            #expect(throws: LogFault.self, "byte \(position)") {
                _ = try Receipt(parsing: bad).verified(by: log.key.verifier)
            }
        }
    }

    @Test("A receipt cut anywhere is refused")
    func cut() {
        for length in 0..<receipt.bytes.count {
            #expect(throws: LogFault.self) {
                _ = try Receipt(parsing: Array(receipt.bytes.prefix(length))).verified(by: log.key.verifier)
            }
        }
    }
}
