/// Text signed by one or more keys (C2SP signed-note): the text, an empty line, one line for each signature.
package struct SignedNote: Sendable, Hashable {
    /// Ends in a newline; this is what is signed.
    package let text: String
    package private(set) var signatures: [NoteSignature]

    /// Nobody needs more lines than this; a longer note is refused.
    static let mostSignatures = 100

    /// Signs `text`, which must end in a newline and hold no other control character.
    package init(signing text: String, by keys: [SigningKey]) {
        precondition(text.hasSuffix("\n") && !keys.isEmpty && SignedNote.isClean(Array(text.utf8)))
        self.text = text
        signatures = keys.map {
            NoteSignature(name: $0.verifier.name, id: $0.verifier.id, bytes: $0.signature(of: Array(text.utf8)))
        }
    }

    /// Takes the note apart; says nothing about the signatures yet.
    package init(parsing bytes: [UInt8]) throws(LogFault) {
        guard SignedNote.isClean(bytes), let whole = String(validating: bytes, as: UTF8.self), bytes.last == 0x0A,
            let blank = SignedNote.lastBlankLine(of: bytes)
        else { throw .malformedNote }
        _ = whole
        text = String(decoding: bytes[...blank], as: UTF8.self)
        let lines = bytes[(blank + 2)...].split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
        guard !lines.isEmpty, lines.count <= SignedNote.mostSignatures else { throw .malformedNote }
        var signatures: [NoteSignature] = []
        for line in lines { signatures.append(try NoteSignature(line: String(decoding: line, as: UTF8.self))) }
        self.signatures = signatures
    }

    /// Those of `keys` that have signed. Signatures by other keys are ignored, also where they bear a known name.
    ///
    /// Throws when a known key's signature is wrong or stands twice, and when no known key has signed.
    package func verified(by keys: [VerifierKey]) throws(LogFault) -> [VerifierKey] {
        var found: [VerifierKey] = []
        for signature in signatures {
            guard let key = keys.first(where: { $0.name == signature.name && $0.id == signature.id }) else { continue }
            guard !found.contains(key) else { throw .duplicateSignature(name: key.name) }
            guard key.isValid(signature.bytes, for: Array(text.utf8)) else { throw .badSignature(name: key.name) }
            found.append(key)
        }
        guard !found.isEmpty else { throw .notSigned(by: keys.first?.name ?? "") }
        return found
    }

    /// The note with one more signature: what a witness does.
    package func adding(_ signature: NoteSignature) -> SignedNote {
        var note = self
        note.signatures.append(signature)
        return note
    }

    package var bytes: [UInt8] {
        Array((text + "\n" + signatures.map { $0.line + "\n" }.joined()).utf8)
    }

    /// The position of the newline that ends the text; an empty line and at least one line follow it.
    private static func lastBlankLine(of bytes: [UInt8]) -> Int? {
        guard bytes.count >= 3 else { return nil }
        return (0..<bytes.count - 2).last { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A }
    }

    private static func isClean(_ bytes: [UInt8]) -> Bool {
        bytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A }
    }
}

/// One signature line: who, and what.
package struct NoteSignature: Sendable, Hashable {
    package let name: String
    package let id: UInt32
    /// Without the key's id; its meaning depends on the key.
    package let bytes: [UInt8]

    package init(name: String, id: UInt32, bytes: [UInt8]) {
        self.name = name
        self.id = id
        self.bytes = bytes
    }

    /// Reads `— name base64`, without the newline.
    init(line: String) throws(LogFault) {
        let parts = line.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts[0] == "\u{2014}", VerifierKey.isName(parts[1]),
            let bytes = Base64.bytes(of: parts[2]), bytes.count > 4
        else { throw .malformedNote }
        name = parts[1]
        id = bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        self.bytes = Array(bytes.dropFirst(4))
    }

    var line: String {
        "\u{2014} \(name) \(Base64.text(of: withUnsafeBytes(of: id.bigEndian) { Array($0) } + bytes))"
    }
}
