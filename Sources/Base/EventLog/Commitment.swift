import Crypto
package import Kernel

/// 32 fresh bytes that make a commitment of a guessable value (a phone number) impossible to guess. Secret like the value.
package struct Salt: Sendable, Hashable {
    package let bytes: [UInt8]

    package init(random: inout some RandomSource) {
        bytes = random.bytes(32)
    }

    /// Nil unless 32 bytes.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }
}

/// What a leaf holds in place of a personal or confidential value: HMAC-SHA-256, under the salt, of the field's path and
/// the value. Says nothing without the salt; with value and salt anyone can check it.
package struct Commitment: Sendable, Hashable {
    package let hash: Hash

    package init(path: String, value: JSON, salt: Salt) {
        let code = HMAC<SHA256>.authenticationCode(
            for: Commitment.message(path, value), using: SymmetricKey(data: salt.bytes))
        hash = code.withUnsafeBytes { Hash(Array($0)) } ?? .empty
    }

    /// Nil unless `base64` is 32 bytes.
    package init?(base64: String) {
        guard let hash = Hash(base64: base64) else { return nil }
        self.hash = hash
    }

    package var base64: String { hash.base64 }

    /// Whether this commitment was made of that value under that salt.
    package func holds(path: String, value: JSON, salt: Salt) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(
            hash.bytes, authenticating: Commitment.message(path, value), using: SymmetricKey(data: salt.bytes))
    }

    /// Canonical bytes of `[path, value]`, texts in NFC.
    private static func message(_ path: String, _ value: JSON) -> [UInt8] {
        var writer = CanonicalWriter()
        writer.value(.array([.string(path), value]))
        return writer.bytes
    }
}
