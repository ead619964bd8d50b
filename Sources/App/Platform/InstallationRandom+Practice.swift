package import Foundation

extension InstallationRandom {
    /// What a scenario or the demo uses in `dataDirectory`: practice, if the house was begun by one; otherwise the
    /// operating system's randomness, so that real people's commitments can never be opened by who knows a seed.
    ///
    /// `isNew` says that the store has not been made yet; then this marks the house as a practice house for ever.
    package static func forPractice(in dataDirectory: URL, isNew: Bool) throws -> InstallationRandom {
        let mark = dataDirectory.appending(path: "keys/practice")
        if isNew {
            try FileManager.default.createDirectory(
                at: mark.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try SecretFile.write("qianmo practice\n", to: mark)
        }
        return FileManager.default.fileExists(atPath: mark.path) ? .practice(seed: "qianmo practice") : .system
    }
}
