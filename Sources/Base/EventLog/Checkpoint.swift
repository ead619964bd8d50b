/// What a log says of itself at one moment: who it is, how many entries it has, their root (C2SP tlog-checkpoint).
package struct Checkpoint: Sendable, Hashable {
    /// Names the log for ever; also the name of its key.
    package let origin: String
    package let size: Int64
    package let root: Hash
    /// Further lines, not empty; ours has none.
    package let extensions: [String]

    package init(origin: String, size: Int64, root: Hash, extensions: [String] = []) {
        precondition(!origin.isEmpty && size >= 0 && !extensions.contains(""))
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// Reads the text of a note.
    package init(noteText: String) throws(LogFault) {
        let lines = noteText.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // The text ends in a newline, so that the last piece is empty and no other is.
        guard lines.count >= 4, lines.last == "", !lines.dropLast().contains(""),
            let size = DecimalText.number(lines[1]), let root = Hash(base64: lines[2])
        else { throw .malformedCheckpoint }
        self.init(origin: lines[0], size: size, root: root, extensions: Array(lines[3..<lines.count - 1]))
    }

    package var noteText: String {
        ([origin, String(size), root.base64] + extensions).map { $0 + "\n" }.joined()
    }

    /// The checkpoint as a note signed by the log.
    package func signed(by key: SigningKey) -> SignedCheckpoint {
        SignedCheckpoint(checkpoint: self, note: SignedNote(signing: noteText, by: [key]))
    }
}

/// A checkpoint whose signature by the log has been made or verified here.
package struct SignedCheckpoint: Sendable, Hashable {
    package let checkpoint: Checkpoint
    package let note: SignedNote

    fileprivate init(checkpoint: Checkpoint, note: SignedNote) {
        self.checkpoint = checkpoint
        self.note = note
    }

    /// Opens a log's checkpoint. The log must have signed, with a key whose name is the origin and whose time it was.
    package init(opening bytes: [UInt8], by log: some LogSigners) throws(LogFault) {
        let note = try SignedNote(parsing: bytes)
        let signers = try note.verified(by: log.keys)
        let checkpoint = try Checkpoint(noteText: note.text)
        guard checkpoint.origin == log.name else {
            throw .wrongOrigin(expected: log.name, found: checkpoint.origin)
        }
        guard signers.contains(where: { log.lastSize(of: $0).map { checkpoint.size <= $0 } ?? true }) else {
            throw .signerOver(size: checkpoint.size)
        }
        self.init(checkpoint: checkpoint, note: note)
    }

    /// The content of the file `checkpoint`.
    package var bytes: [UInt8] { note.bytes }
}

/// Sizes and indexes in texts: digits only, no leading zero.
enum DecimalText {
    static func number(_ text: some StringProtocol) -> Int64? {
        guard text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), let number = Int64(text),
            text == "0" || text.utf8.first != UInt8(ascii: "0")
        else { return nil }
        return number
    }
}
