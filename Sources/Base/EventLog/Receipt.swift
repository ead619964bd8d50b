/// What a person takes home: the entry, and the proof under a signed checkpoint that the log holds it (C2SP tlog-proof,
/// files ending in `.tlog-proof`). The entry itself stands in the line for extra data.
package struct Receipt: Sendable, Hashable {
    /// The entry's bytes; nil in a receipt made elsewhere that leaves them out.
    package let entry: [UInt8]?
    package let index: Int64
    package let hashes: [Hash]
    /// The content of the file `checkpoint`.
    package let checkpoint: [UInt8]

    private static let firstLine = "c2sp.org/tlog-proof@v1"

    package init(entry: [UInt8]?, proof: InclusionProof, checkpoint: SignedCheckpoint) {
        precondition(proof.size == checkpoint.checkpoint.size, "the proof must be for the checkpoint's size")
        self.entry = entry
        index = proof.index
        hashes = proof.hashes
        self.checkpoint = checkpoint.bytes
    }

    /// Takes the text apart; says nothing of its truth yet.
    package init(parsing bytes: [UInt8]) throws(LogFault) {
        guard let blank = (0..<max(0, bytes.count - 1)).first(where: { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A }),
            let head = String(validating: bytes[..<blank], as: UTF8.self)
        else { throw .malformedReceipt }
        var lines = head.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
        guard lines.popFirst() == Receipt.firstLine else { throw .malformedReceipt }
        var entry: [UInt8]?
        if let line = lines.first, line.hasPrefix("extra ") {
            guard let bytes = Base64.bytes(of: String(line.dropFirst(6))) else { throw .malformedReceipt }
            entry = bytes
            lines.removeFirst()
        }
        let hashes = lines.dropFirst().map { Hash(base64: $0) }
        guard let line = lines.first, line.hasPrefix("index "), let index = DecimalText.number(line.dropFirst(6)),
            hashes.count < 64, !hashes.contains(nil)
        else { throw .malformedReceipt }
        self.entry = entry
        self.index = index
        self.hashes = hashes.compactMap(\.self)
        checkpoint = Array(bytes[(blank + 2)...])
    }

    package var bytes: [UInt8] {
        var lines = [Receipt.firstLine]
        if let entry { lines.append("extra \(Base64.text(of: entry))") }
        lines.append("index \(index)")
        lines += hashes.map(\.base64)
        return Array((lines.joined(separator: "\n") + "\n\n").utf8) + checkpoint
    }

    /// Checks the receipt offline: the log's signature, then the proof. Returns the checkpoint and the entry it proves.
    package func verified(by log: some LogSigners, entry given: [UInt8]? = nil) throws(LogFault)
        -> (checkpoint: Checkpoint, entry: [UInt8])
    {
        let opened = try SignedCheckpoint(opening: checkpoint, by: log).checkpoint
        guard let entry = given ?? entry else { throw .receiptWithoutEntry }
        let proof = InclusionProof(index: index, size: opened.size, hashes: hashes)
        guard proof.holds(leaf: Hash.leaf(entry), root: opened.root) else { throw .proofFails(index: index) }
        return (opened, entry)
    }
}
