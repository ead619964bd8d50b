import EventLog
import Foundation
import Kernel

/// The last size and root the log's key has signed and shown, kept beside the key and apart from the database.
///
/// A database that was restored from yesterday's copy, or exchanged for another, is found out here: before the key signs
/// again, the log must still begin with what was signed. The file is replaced after every commit and before any caller
/// is answered; it is not flushed, so after a power cut it may lag, never lead (record 0072).
struct SignerFile: Sendable {
    struct Signed: Sendable, Hashable {
        let size: Int64
        let root: Hash
    }

    private let url: URL

    init(keys directory: URL) {
        url = directory.appending(path: "signed")
    }

    /// Nil before the first signature.
    func last() throws -> Signed? {
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        guard lines.count == 2, let size = Int64(lines[0]), size >= 0, let root = Hash(base64: String(lines[1])) else {
            throw HouseRefusal(HouseText.signerUnreadable(url.path))
        }
        return Signed(size: size, root: root)
    }

    func record(_ signed: Signed) throws {
        try SecretFile.write("\(signed.size)\n\(signed.root.base64)\n", to: url, sync: false)
    }
}
