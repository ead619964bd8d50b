import Crypto

/// Where salts, keys and nonces come from. A parameter, so that a scenario gives the same log every time.
package protocol RandomSource: Sendable {
    mutating func bytes(_ count: Int) -> [UInt8]
}

/// The operating system's generator: what every real installation uses.
package struct SystemRandom: RandomSource {
    package init() {}

    package mutating func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        var out: [UInt8] = []
        out.reserveCapacity(count + 7)
        while out.count < count {
            withUnsafeBytes(of: generator.next()) { out.append(contentsOf: $0) }
        }
        out.removeLast(out.count - count)
        return out
    }
}

/// The same bytes for the same seed: HMAC-SHA-256 over a counter. For scenarios and tests, never for real people.
package struct SeededRandom: RandomSource {
    private let key: SymmetricKey
    private var counter: UInt64 = 0

    package init(seed: String) {
        key = SymmetricKey(data: SHA256.hash(data: Array(seed.utf8)))
    }

    package mutating func bytes(_ count: Int) -> [UInt8] {
        var out: [UInt8] = []
        while out.count < count {
            let block = withUnsafeBytes(of: counter.bigEndian) {
                HMAC<SHA256>.authenticationCode(for: Array($0), using: key)
            }
            out.append(contentsOf: block)
            counter += 1
        }
        out.removeLast(out.count - count)
        return out
    }
}
