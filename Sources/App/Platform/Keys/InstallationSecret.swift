import EventLog
package import Foundation

/// One secret of the installation beside the log's keys: what sessions and sign-ins are derived from.
package enum InstallationSecret {
    /// The 32 bytes in `dataDirectory/keys/server.secret`; made at the first call.
    package static func bytes(in dataDirectory: URL) throws -> [UInt8] {
        let file = dataDirectory.appending(path: "keys/server.secret")
        if let data = FileManager.default.contents(atPath: file.path) { return Array(data.prefix(64)) }
        var random = SystemRandom()
        let text = random.bytes(32).map { String($0 >> 4, radix: 16) + String($0 & 0x0F, radix: 16) }.joined()
        try SecretFile.write(text, to: file)
        return Array(text.utf8)
    }
}
