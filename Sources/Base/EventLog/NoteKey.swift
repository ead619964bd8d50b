import Crypto
import Kernel

/// The public half of a log's or witness's key, with its name: what everyone may have (C2SP signed-note).
package struct VerifierKey: Sendable, Hashable {
    /// The log's origin, for example `log.example.cn/luxian`.
    package let name: String
    /// Tells keys apart; the first four bytes of SHA-256(name, newline, 0x01, public key).
    package let id: UInt32
    /// 32 bytes, Ed25519.
    package let publicKey: [UInt8]

    /// Nil when `name` may not name a key or `publicKey` is not 32 bytes.
    package init?(name: String, publicKey: [UInt8]) {
        guard VerifierKey.isName(name), publicKey.count == 32 else { return nil }
        self.name = name
        self.publicKey = publicKey
        var hasher = SHA256()
        hasher.update(data: Array(name.utf8) + [0x0A, VerifierKey.ed25519] + publicKey)
        id = Hash(hasher.finalize()).bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Reads `name+id+base64`.
    package init(_ text: String) throws(LogFault) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let key = Base64.bytes(of: parts[2]), key.first == VerifierKey.ed25519,
            let verifier = VerifierKey(name: parts[0], publicKey: Array(key.dropFirst())), verifier.idText == parts[1]
        else { throw .malformedKey }
        self = verifier
    }

    /// `name+id+base64`, as it stands in policies and on posters.
    package var text: String { "\(name)+\(idText)+\(Base64.text(of: [VerifierKey.ed25519] + publicKey))" }

    func isValid(_ signature: [UInt8], for text: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(signature, for: text)
    }

    var idText: String { Hex.text(of: idBytes) }
    var idBytes: [UInt8] { withUnsafeBytes(of: id.bigEndian) { Array($0) } }

    /// The signature type byte of Ed25519 notes.
    static let ed25519: UInt8 = 0x01

    /// No spaces, no plus, no control characters, not empty.
    static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "+" && $0.value >= 0x20 }
    }
}

/// The secret half: signs notes. Its text never goes into the store, a log line or a page.
package struct SigningKey: Sendable {
    package let verifier: VerifierKey
    private let secret: Curve25519.Signing.PrivateKey

    /// A fresh key; nil when `name` may not name a key.
    package init?(name: String, random: inout some RandomSource) {
        self.init(name: name, seed: random.bytes(32))
    }

    /// Nil when `name` may not name a key or `seed` is not 32 bytes.
    package init?(name: String, seed: [UInt8]) {
        guard let secret = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
            let verifier = VerifierKey(name: name, publicKey: Array(secret.publicKey.rawRepresentation))
        else { return nil }
        self.verifier = verifier
        self.secret = secret
    }

    /// Reads `PRIVATE+KEY+name+id+base64`.
    package init(secretText text: String) throws(LogFault) {
        let prefix = "PRIVATE+KEY+"
        let parts = text.dropFirst(prefix.count).split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard text.hasPrefix(prefix), parts.count == 3, let key = Base64.bytes(of: String(parts[2])),
            key.first == VerifierKey.ed25519,
            let signing = SigningKey(name: String(parts[0]), seed: Array(key.dropFirst())),
            signing.verifier.idText == parts[1]
        else { throw .malformedKey }
        self = signing
    }

    /// `PRIVATE+KEY+name+id+base64`, for the key file that lies apart from the database.
    package var secretText: String {
        "PRIVATE+KEY+\(verifier.name)+\(verifier.idText)+\(Base64.text(of: [VerifierKey.ed25519] + Array(secret.rawRepresentation)))"
    }

    func signature(of text: [UInt8]) -> [UInt8] {
        do {
            return Array(try secret.signature(for: text))
        } catch {
            preconditionFailure("an Ed25519 key signs whatever it is given")
        }
    }
}
