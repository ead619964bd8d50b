import CryptoExtras
import Foundation
import Kernel

/// A password as it is kept: scrypt with its own salt and cost, in one line of text.
///
/// `$scrypt$ln=17,r=8,p=1$salt$key`, base64 without padding. The cost stands in the text so that it can grow later
/// without locking anybody out. See `docs/decisions/0082-scrypt-parameters.md`.
package struct PasswordHash: Sendable, Hashable {
    /// What one guess costs: time and memory `128 × N × r` bytes.
    package struct Cost: Sendable, Hashable {
        package let logRounds: Int
        package let blockSize: Int
        package let parallelism: Int

        package init(logRounds: Int, blockSize: Int, parallelism: Int) {
            self.logRounds = logRounds
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        /// N = 2^17, r = 8, p = 1: 128 MiB and about half a second.
        package static let full = Cost(logRounds: 17, blockSize: 8, parallelism: 1)

        var isAcceptable: Bool {
            (1...20).contains(logRounds) && (1...16).contains(blockSize) && (1...4).contains(parallelism)
        }
    }

    /// Shortest and longest password in characters; long enough for a sentence, short enough to hash.
    package static let lengths = 10...128

    package let text: String

    package init(text: String) {
        self.text = text
    }

    /// Hashes `password` under a fresh salt. Slow on purpose: never on a thread that others wait for.
    package init(of password: String, cost: Cost) throws {
        let salt = Randomness.bytes(16)
        self.init(cost, salt: salt, key: try PasswordHash.derive(password, salt: salt, cost: cost))
    }

    /// What no password matches, at the same cost: random bytes where a key would stand.
    static func decoy(cost: Cost) -> PasswordHash {
        PasswordHash(cost, salt: Randomness.bytes(16), key: Randomness.bytes(32))
    }

    private init(_ cost: Cost, salt: [UInt8], key: [UInt8]) {
        let parameters = "ln=\(cost.logRounds),r=\(cost.blockSize),p=\(cost.parallelism)"
        text = "$scrypt$\(parameters)$\(Base64.text(salt))$\(Base64.text(key))"
    }

    /// Whether `password` is the one; false also for a text that is no hash of ours.
    package func matches(_ password: String) throws -> Bool {
        guard let parts = parse() else { return false }
        let key = try PasswordHash.derive(password, salt: parts.salt, cost: parts.cost)
        return Secrets.isEqual(key, parts.key)
    }

    /// The bare key derivation, for the vectors of RFC 7914.
    package static func derive(_ password: String, salt: [UInt8], cost: Cost, length: Int = 32) throws -> [UInt8] {
        // The library reads through the first byte's address: an empty password or salt must never reach it.
        guard !password.isEmpty, !salt.isEmpty, cost.isAcceptable else {
            throw SignInRejection.wrongCredentials.rejection
        }
        let key = try KDF.Scrypt.deriveKey(
            from: Array(password.precomposedStringWithCanonicalMapping.utf8), salt: salt, outputByteCount: length,
            rounds: 1 << cost.logRounds, blockSize: cost.blockSize, parallelism: cost.parallelism)
        return key.withUnsafeBytes { Array($0) }
    }

    private func parse() -> (cost: Cost, salt: [UInt8], key: [UInt8])? {
        let parts = text.split(separator: "$", omittingEmptySubsequences: true)
        guard parts.count == 4, parts[0] == "scrypt", let salt = Base64.bytes(String(parts[2])),
            let key = Base64.bytes(String(parts[3]))
        else { return nil }
        let numbers = parts[1].split(separator: ",").compactMap { pair in
            pair.split(separator: "=").last.flatMap { Int($0) }
        }
        guard numbers.count == 3 else { return nil }
        let cost = Cost(logRounds: numbers[0], blockSize: numbers[1], parallelism: numbers[2])
        return cost.isAcceptable && key.count == 32 ? (cost, salt, key) : nil
    }
}
