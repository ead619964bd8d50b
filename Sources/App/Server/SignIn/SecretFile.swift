package import Foundation

/// The installation secret on disk: 32 random bytes, readable by the server's user only, apart from the database.
package enum SecretFile {
    /// Reads `sign-in.key` in `folder`, or makes it. Throws when it is there but no secret.
    package static func open(in folder: URL) throws -> Secrets {
        let file = folder.appending(path: "sign-in.key")
        let files = FileManager.default
        if !files.fileExists(atPath: file.path) {
            try files.createDirectory(at: folder, withIntermediateDirectories: true)
            let made = files.createFile(
                atPath: file.path, contents: Data(Randomness.bytes(Secrets.shortest)),
                attributes: [.posixPermissions: 0o600])
            guard made else { throw CocoaError(.fileWriteUnknown) }
        }
        guard let secrets = Secrets(Array(try Data(contentsOf: file))) else {
            throw ServerConfigurationError.shortSecret
        }
        return secrets
    }
}
