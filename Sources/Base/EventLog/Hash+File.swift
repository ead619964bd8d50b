import Crypto
import Foundation

extension Hash {
    /// SHA-256 of a file of any size, read a piece at a time: what `sha256sum` says.
    package static func file(at path: String) throws -> Hash {
        let handle = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? handle.close() }
        var hasher = SHA256()
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { hasher.update(data: piece) }
        return Hash(hasher.finalize())
    }
}
