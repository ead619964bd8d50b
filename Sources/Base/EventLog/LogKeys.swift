import Kernel

/// Whose signature under a log's checkpoints counts.
package protocol LogSigners: Sendable {
    /// The log's origin.
    var name: String { get }
    var keys: [VerifierKey] { get }
    /// The size of the largest checkpoint that `key` may have signed; nil where there is no end.
    func lastSize(of key: VerifierKey) -> Int64?
}

extension VerifierKey: LogSigners {
    package var keys: [VerifierKey] { [self] }
    package func lastSize(of key: VerifierKey) -> Int64? { nil }
}

/// The keys of one log: the one that signs, and those of before, each as far as it signed (decision record 0399). Whoever
/// has stolen a key of before can sign nothing that reaches beyond its end.
package struct LogKeys: LogSigners, Hashable {
    package struct Former: Sendable, Hashable {
        package let key: VerifierKey
        /// It signed checkpoints of at most so many entries.
        package let size: Int64

        package init(_ key: VerifierKey, size: Int64) {
            self.key = key
            self.size = size
        }
    }

    package let present: VerifierKey
    /// The newest first.
    package let former: [Former]

    package init(_ present: VerifierKey, former: [Former] = []) {
        self.present = present
        self.former = former
    }

    /// Reads what `log.pub` holds: the present key, and below it a line `key size` for each of before.
    package init(_ text: String) throws(LogFault) {
        let lines = text.split(whereSeparator: \.isNewline)
        guard let first = lines.first else { throw .malformedKey }
        var former: [Former] = []
        for line in lines.dropFirst() {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 2, let size = DecimalText.number(parts[1]) else { throw .malformedKey }
            former.append(Former(try VerifierKey(String(parts[0])), size: size))
        }
        self.init(try VerifierKey(String(first)), former: former)
        guard former.allSatisfy({ $0.key.name == present.name }) else { throw .malformedKey }
    }

    /// What `log.pub` holds.
    package var text: String {
        present.text + "\n" + former.map { "\($0.key.text) \($0.size)\n" }.joined()
    }

    package var name: String { present.name }
    package var keys: [VerifierKey] { [present] + former.map(\.key) }

    package func lastSize(of key: VerifierKey) -> Int64? {
        key == present ? nil : former.first { $0.key == key }?.size
    }

    /// The same after the present key handed over to the next.
    package func handedOver(by handover: Handover) throws(LogFault) -> LogKeys {
        try handover.check(by: present)
        return LogKeys(handover.next, former: [Former(present, size: handover.checkpoint.size)] + former)
    }
}

/// A key's word for the one that signs after it: its last checkpoint, with a line that names the next. It stands in the log.
package struct Handover: Sendable, Hashable {
    /// The kind of the entry that holds it, in the field `handover`.
    package static let kind = "log.signerChanged"
    private static let word = "signer "

    package let note: SignedNote
    /// The last that the former key signs.
    package let checkpoint: Checkpoint
    package let next: VerifierKey

    /// `former` signs that of the log's `size` entries on it is `next` that signs.
    package init(from former: SigningKey, to next: VerifierKey, size: Int64, root: Hash) {
        let checkpoint = Checkpoint(
            origin: former.verifier.name, size: size, root: root, extensions: [Handover.word + next.text])
        self.checkpoint = checkpoint
        self.next = next
        note = SignedNote(signing: checkpoint.noteText, by: [former])
    }

    /// Takes the note apart; says nothing of its signature yet.
    package init(parsing bytes: [UInt8]) throws(LogFault) {
        note = try SignedNote(parsing: bytes)
        checkpoint = try Checkpoint(noteText: note.text)
        guard checkpoint.extensions.count == 1, let line = checkpoint.extensions.first,
            line.hasPrefix(Handover.word)
        else { throw .malformedCheckpoint }
        next = try VerifierKey(String(line.dropFirst(Handover.word.count)))
    }

    /// What an entry says of a handover; nil where it is about something else.
    package init?(entry: [UInt8]) throws(LogFault) {
        let kind = Array(Handover.kind.utf8)
        // Quick: of a million entries hardly one is.
        guard entry.firstRange(of: kind) != nil, let leaf = try? Leaf(decoding: entry), leaf.kind == Handover.kind
        else { return nil }
        guard let text = leaf.fields["handover"]?.string else { throw .malformedCheckpoint }
        try self.init(parsing: Array(text.utf8))
    }

    package var text: String { String(decoding: note.bytes, as: UTF8.self) }

    /// Throws unless `former` signed it, for a key of the same log.
    package func check(by former: VerifierKey) throws(LogFault) {
        _ = try note.verified(by: [former])
        guard checkpoint.origin == former.name, next.name == former.name else {
            throw .wrongOrigin(expected: former.name, found: next.name)
        }
    }
}
