import CryptoExtras
import Foundation
import Kernel
import NIOPosix

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

/// Threads for the slow hash alone: whoever asks for a page never waits for one of them.
///
/// They run behind everybody else (nice 10), so that a flood of guesses takes the processors only where nobody wants them.
enum HashThreads {
    private static let pool: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: max(1, SignInLimits().hashesAtOnce))
        pool.start()
        return pool
    }()

    static func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await pool.runIfActive {
            // On Linux the niceness is the thread's own, and 0 is the thread that asks. Elsewhere it would be the process's.
            #if os(Linux)
                setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
            #endif
            return try work()
        }
    }
}

/// Who waits for the slow hash, in the order in which they get it: as they came, but each wrong password that came lately from
/// the same neighbourhood of addresses lets sixteen others go first, up to two hundred and fifty-six. So in a flood of guesses
/// whoever signs in as usual waits for those who are being served, and nobody waits for ever.
package struct HashQueue<Waiting> {
    private static var step: Int { 16 }
    private static var most: Int { 256 }
    /// Kept of so many neighbourhoods; a flood from more of them than that is no longer told apart.
    private static var neighbourhoods: Int { 16_384 }

    private var waiting: [(rank: Int, waiting: Waiting)] = []
    private var arrivals = 0
    private var wrong: [Substring: Int] = [:]

    package init() {}

    package var count: Int { waiting.count }

    package mutating func append(_ one: Waiting, from address: String) {
        arrivals += 1
        let late = min(HashQueue.most, HashQueue.step * wrong[HashQueue.neighbourhood(address), default: 0])
        waiting.append((arrivals + late, one))
    }

    /// Whose turn it is.
    package mutating func next() -> Waiting? {
        guard let first = waiting.indices.min(by: { waiting[$0].rank < waiting[$1].rank }) else { return nil }
        return waiting.remove(at: first).waiting
    }

    package mutating func noteWrong(from address: String) {
        if wrong.count >= HashQueue.neighbourhoods { wrong = [:] }
        wrong[HashQueue.neighbourhood(address), default: 0] += 1
    }

    package mutating func forgetWrong() { wrong = [:] }

    /// The 256 addresses of an IPv4 /24; of IPv6 what is counted as one address already.
    private static func neighbourhood(_ address: String) -> Substring {
        address.lastIndex(of: ".").map { address[..<$0] } ?? Substring(address)
    }
}
