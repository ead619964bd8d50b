import EventLog
import Foundation
import Kernel

/// The last size and root the log's key has signed and shown, kept beside the key and apart from the database.
///
/// A database that was restored from yesterday's copy, or exchanged for another, is found out here: before the key signs
/// again, the log must still begin with what was signed. The file is written after every commit and before any caller
/// is answered; it is not flushed, so after a power cut it may lag, never lead (record 0072). Always of the same length
/// and within one sector, it is overwritten where it lies: whoever reads it finds the old words or the new (record 0161).
struct SignerFile: Sendable {
    struct Signed: Sendable, Hashable {
        let size: Int64
        let root: Hash
    }

    private let url: URL
    /// Of the largest size there can be.
    private static let digits = 19

    init(keys directory: URL) {
        url = directory.appending(path: "signed")
    }

    /// Nil before the first signature.
    func last() throws -> Signed? {
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        let lines = String(decoding: try Data(contentsOf: url), as: UTF8.self).split(separator: "\n")
        guard lines.count == 2, let size = Int64(lines[0]), size >= 0, let root = Hash(base64: String(lines[1])) else {
            throw InstallationRefusal(InstallationText.signerUnreadable(url.path))
        }
        return Signed(size: size, root: root)
    }

    func record(_ signed: Signed) throws {
        try SecretFile.overwrite("\(signed.size.padded(to: SignerFile.digits))\n\(signed.root.base64)\n", at: url)
    }
}
