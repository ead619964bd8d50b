import Crypto
import EventLog
import Foundation
import Kernel

/// The secrets of an installation: apart from the database, readable by its owner only (record 0071).
///
/// `log.key` signs checkpoints, `installation.key` wraps the subjects' keys and seals rows that no leaf tells of,
/// `log.pub` is for everyone.
struct InstallationKeys: Sendable {
    let signing: SigningKey
    let installation: InstallationKey
    /// Seals rows: HMAC-SHA-256, its key already taken in.
    private let rowCode: HMAC<SHA256>

    init(signing: SigningKey, installation: InstallationKey) {
        self.signing = signing
        self.installation = installation
        let rowKey = SymmetricKey(data: SHA256.hash(data: Array("qianmo.row.v1\n\(installation.text)".utf8)))
        rowCode = HMAC(key: rowKey)
    }

    /// Fresh keys; `origin` names the log for ever.
    init(origin: String, random: any RandomSource) throws {
        var random = random
        guard let signing = InstallationKeys.signingKey(origin, &random) else {
            throw InstallationRefusal(InstallationText.badOrigin(origin))
        }
        self.init(signing: signing, installation: InstallationKeys.installationKey(&random))
    }

    /// In a practice house marks are made under a key from its text, like its salts: they are committed to, and the same
    /// scenario gives the same log (record 0073).
    func practising(_ random: InstallationRandom) -> InstallationKeys {
        guard case .practice = random else { return self }
        var source = random.source(for: -1)
        return InstallationKeys(signing: signing, installation: InstallationKeys.installationKey(&source))
    }

    /// The keys lying in `directory`; nil when there are none at all.
    static func load(from directory: URL) throws -> InstallationKeys? {
        let files = ["log.key", "installation.key"].map { directory.appending(path: $0) }
        let present = files.filter { FileManager.default.fileExists(atPath: $0.path) }
        guard !present.isEmpty else { return nil }
        guard present.count == files.count else {
            throw InstallationRefusal(InstallationText.keysIncomplete(directory.path))
        }
        let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
            .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        guard let installation = InstallationKey(text: texts[1]) else {
            throw InstallationRefusal(InstallationText.keysIncomplete(directory.path))
        }
        return InstallationKeys(signing: try SigningKey(secretText: texts[0]), installation: installation)
    }

    /// For its owner alone.
    static func makeFolder(_ directory: URL) throws {
        try FileManager.default.createDirectory(
            at: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Writes the keys into `directory`, which is made if need be; mode 0700 and 0600.
    func save(to directory: URL) throws {
        try InstallationKeys.makeFolder(directory)
        try SecretFile.write(installation.text + "\n", to: directory.appending(path: "installation.key"))
        try SecretFile.write(signing.secretText + "\n", to: directory.appending(path: "log.key"))
        try SecretFile.write(signing.verifier.text + "\n", to: directory.appending(path: "log.pub"), mode: 0o644)
    }

    /// The seal of a row that no leaf tells of: who changes the row cannot make it without the key.
    func seal(_ table: String, _ parts: [[UInt8]]) -> [UInt8] {
        // Gathered first: each `update` costs more than the hashing of a row.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parts.reduce(table.utf8.count + 8) { $0 + 8 + $1.count })
        withUnsafeBytes(of: Int64(table.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: table.utf8)
        for part in parts {
            withUnsafeBytes(of: Int64(part.count).bigEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: part)
        }
        var code = rowCode
        code.update(data: bytes)
        return code.finalize().withUnsafeBytes { Array($0) }
    }

    /// Marks under this installation's key.
    var marks: Marks { Marks { kind, text in Data(seal("mark \(kind)", [Array(text.utf8)])).base64EncodedString() } }

    private static func signingKey(_ name: String, _ random: inout some RandomSource) -> SigningKey? {
        SigningKey(name: name, random: &random)
    }

    private static func installationKey(_ random: inout some RandomSource) -> InstallationKey {
        InstallationKey(random: &random)
    }
}
