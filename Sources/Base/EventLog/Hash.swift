package import Crypto

/// One SHA-256 value: of a leaf, of a node, or of the whole tree (RFC 6962, section 2.1).
package struct Hash: Sendable, Hashable {
    package static let length = 32

    // Four words in the byte order of memory: a hash is copied and compared far more often than it is read.
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    /// The root of a log without entries: SHA-256 of nothing.
    package static let empty = Hash(SHA256.hash(data: [UInt8]()))

    package init(_ digest: SHA256.Digest) {
        self = digest.withUnsafeBytes { Hash(raw: $0) }
    }

    /// Nil unless `bytes` are exactly 32.
    package init?(_ bytes: some Collection<UInt8>) {
        let whole = Array(bytes)
        guard whole.count == Hash.length else { return nil }
        self = whole.withUnsafeBytes { Hash(raw: $0) }
    }

    private init(raw: UnsafeRawBufferPointer) {
        first = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        second = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        third = raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        fourth = raw.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    }

    /// The 32 bytes.
    package var bytes: [UInt8] {
        withBytes { Array($0) }
    }

    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withUnsafeBytes(of: (first, second, third, fourth), body)
    }

    /// The hash of a log entry: SHA-256 of 0x00 and the entry's bytes.
    package static func leaf(_ entry: [UInt8]) -> Hash {
        var hasher = SHA256()
        withUnsafeBytes(of: UInt8(0x00)) { hasher.update(bufferPointer: $0) }
        entry.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        return Hash(hasher.finalize())
    }

    /// SHA-256 of a file's bytes as they are: what `sha256sum` says.
    package static func file(_ bytes: [UInt8]) -> Hash { Hash(SHA256.hash(data: bytes)) }

    /// The hash of an inner node: SHA-256 of 0x01, the left and the right hash.
    package static func node(_ left: Hash, _ right: Hash) -> Hash {
        var hasher = SHA256()
        withUnsafeBytes(of: UInt8(0x01)) { hasher.update(bufferPointer: $0) }
        left.withBytes { hasher.update(bufferPointer: $0) }
        right.withBytes { hasher.update(bufferPointer: $0) }
        return Hash(hasher.finalize())
    }

    /// The root over hashes whose number is a power of two.
    static func perfectRoot(of hashes: some Collection<Hash>) -> Hash {
        var row = Array(hashes)
        precondition(!row.isEmpty && row.count & (row.count - 1) == 0, "a perfect subtree has 2^k leaves")
        while row.count > 1 {
            for position in 0..<row.count / 2 { row[position] = node(row[2 * position], row[2 * position + 1]) }
            row.removeLast(row.count / 2)
        }
        return row[0]
    }
}

extension Hash: CustomStringConvertible {
    /// As it stands in checkpoints and proofs.
    package var base64: String { Base64.text(of: bytes) }
    package var description: String { base64 }

    /// 64 lower-case digits, as `sha256sum` writes it.
    package var hex: String { bytes.map { String($0 >> 4, radix: 16) + String($0 & 0x0F, radix: 16) }.joined() }

    /// Nil unless `base64` is the one standard encoding of 32 bytes.
    package init?(base64: String) {
        guard let bytes = Base64.bytes(of: base64) else { return nil }
        self.init(bytes)
    }
}
