import Crypto
import Foundation
package import Kernel

/// The key under which everything of one data subject is sealed. Destroying it makes all of that unreadable for ever.
package struct SubjectKey: Sendable {
    fileprivate let bytes: [UInt8]

    package init(random: inout some RandomSource) {
        bytes = random.bytes(32)
    }

    /// The key as the side table keeps it: sealed under the installation's key, for this subject only.
    package func wrapped(for subject: DataSubject, under key: InstallationKey, random: inout some RandomSource)
        -> [UInt8]
    {
        Seal.close(bytes, key: key.bytes, for: [.string("qianmo.subject.v1"), .string(subject.text)], random: &random)
    }

    /// Throws `unreadable` for another installation's key, another subject's row or changed bytes.
    package init(unwrapping wrapped: [UInt8], of subject: DataSubject, under key: InstallationKey) throws(LogFault) {
        bytes = try Seal.open(wrapped, key: key.bytes, for: [.string("qianmo.subject.v1"), .string(subject.text)])
        guard bytes.count == 32 else { throw .unreadable }
    }
}

/// The one key of an installation that wraps the subjects' keys. Lives in a file apart from the database.
package struct InstallationKey: Sendable {
    fileprivate let bytes: [UInt8]

    package init(random: inout some RandomSource) {
        bytes = random.bytes(32)
    }

    /// Reads `text`; nil unless it is 64 hexadecimal digits.
    package init?(text: String) {
        guard let bytes = Hex.bytes(of: text), bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// For the key file.
    package var text: String { Hex.text(of: bytes) }
}

/// A value and its salt, encrypted for the side table: AES-256-GCM under the subject's key, tied to one field of one
/// entry.
package struct SealedValue: Sendable, Hashable {
    /// Nonce, ciphertext, tag.
    package let bytes: [UInt8]

    /// As read from the side table.
    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    package init(
        _ value: JSON, salt: Salt, index: Int64, path: String, key: SubjectKey, random: inout some RandomSource
    ) {
        var writer = CanonicalWriter()
        writer.value(value)
        bytes = Seal.close(
            salt.bytes + writer.bytes, key: key.bytes, for: SealedValue.place(index, path), random: &random)
    }

    /// The value and its salt; throws `unreadable` under another key, for another entry or field, or when changed.
    package func open(index: Int64, path: String, key: SubjectKey) throws(LogFault) -> (value: JSON, salt: Salt) {
        let plain = try Seal.open(bytes, key: key.bytes, for: SealedValue.place(index, path))
        guard let salt = Salt(Array(plain.prefix(32))) else { throw .unreadable }
        do {
            return (try JSON(parsing: Array(plain.dropFirst(32))), salt)
        } catch {
            throw .unreadable
        }
    }

    private static func place(_ index: Int64, _ path: String) -> [JSON] {
        [.string("qianmo.sealed.v1"), .integer(index), .string(path)]
    }
}

/// AES-256-GCM with a random nonce; the place the value belongs to is authenticated with it.
private enum Seal {
    static func close(_ plain: [UInt8], key: [UInt8], for place: [JSON], random: inout some RandomSource) -> [UInt8] {
        do {
            let box = try AES.GCM.seal(
                plain, using: SymmetricKey(data: key), nonce: AES.GCM.Nonce(data: random.bytes(12)),
                authenticating: JSON.array(place).canonicalBytes)
            return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
        } catch {
            preconditionFailure("a 32-byte key and a 12-byte nonce always seal")
        }
    }

    static func open(_ sealed: [UInt8], key: [UInt8], for place: [JSON]) throws(LogFault) -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            return Array(
                try AES.GCM.open(
                    box, using: SymmetricKey(data: key), authenticating: JSON.array(place).canonicalBytes))
        } catch {
            throw .unreadable
        }
    }
}
