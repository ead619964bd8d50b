package import Foundation

/// Files that are whole or not there, and never readable by others unless meant to be.
package enum SecretFile {
    /// Writes beside and renames; `sync` flushes before the name changes.
    static func write(_ text: String, to url: URL, mode: mode_t = 0o600, sync: Bool = true) throws {
        try write(Array(text.utf8), to: url, mode: mode, sync: sync)
    }

    /// Writes over a file of the same length, in one go and without a flush; a file of another length is replaced.
    static func overwrite(_ text: String, at url: URL) throws {
        let bytes = Array(text.utf8)
        let descriptor = open(url.path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return try write(bytes, to: url, sync: false) }
        defer { close(descriptor) }
        guard lseek(descriptor, 0, SEEK_END) == bytes.count else { return try write(bytes, to: url, sync: false) }
        guard pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else {
            throw InstallationRefusal(InstallationText.cannotWrite(url.path))
        }
    }

    /// The bytes of the file; made by `make` where it is missing, and its folder with it.
    package static func bytes(at url: URL, orMake make: () -> [UInt8]) throws -> [UInt8] {
        if FileManager.default.fileExists(atPath: url.path) { return Array(try Data(contentsOf: url)) }
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let bytes = make()
        try write(bytes, to: url)
        return bytes
    }

    /// Writes beside and renames; flushed before the name changes.
    package static func write(secret bytes: [UInt8], to url: URL) throws { try write(bytes, to: url) }

    private static func write(_ bytes: [UInt8], to url: URL, mode: mode_t = 0o600, sync: Bool = true) throws {
        let beside = url.path + ".new"
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw InstallationRefusal(InstallationText.cannotWrite(beside)) }
        defer { close(descriptor) }
        guard bytes.withUnsafeBytes({ Glibc.write(descriptor, $0.baseAddress, $0.count) }) == bytes.count,
            !sync || fsync(descriptor) == 0, rename(beside, url.path) == 0
        else { throw InstallationRefusal(InstallationText.cannotWrite(url.path)) }
    }
}
