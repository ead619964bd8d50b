import Crypto
import EventLog
import Foundation
import Kernel

/// The secrets of an installation: apart from the database, readable by its owner only (record 0071).
///
/// `log.key` signs checkpoints, `installation.key` wraps the subjects' keys and seals rows that no leaf tells of,
/// `log.pub` is for everyone. After a rotation (record 0395) `installation.key` has a line for each key, the newest first:
/// the newest wraps and seals; the first ever made keys what must compare for ever; the others recognise seals of
/// before and open papers that are not sealed anew yet.
struct InstallationKeys: Sendable {
    let signing: SigningKey
    let installation: InstallationKey
    /// Those of before, the newest first.
    let older: [InstallationKey]
    /// Seals rows: HMAC-SHA-256, its key already taken in.
    private let rowCode: HMAC<SHA256>
    private let olderCodes: [HMAC<SHA256>]

    init(signing: SigningKey, installation: InstallationKey, older: [InstallationKey] = []) {
        self.signing = signing
        self.installation = installation
        self.older = older
        rowCode = InstallationKeys.rowCode(installation)
        olderCodes = older.map(InstallationKeys.rowCode)
    }

    private static func rowCode(_ key: InstallationKey) -> HMAC<SHA256> {
        HMAC(key: SymmetricKey(data: SHA256.hash(data: Array("qianmo.row.v1\n\(key.text)".utf8))))
    }

    /// The same with a fresh key before all others.
    func rotated(_ random: inout some RandomSource) -> InstallationKeys {
        InstallationKeys(
            signing: signing, installation: InstallationKey(random: &random), older: [installation] + older)
    }

    /// As they were before the last rotations: those whose newest is the `index`th older one.
    func before(_ index: Int) -> InstallationKeys {
        InstallationKeys(
            signing: signing, installation: older[index], older: Array(older.dropFirst(index + 1)))
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
        // Whatever bytes lie there: what is no text is no key.
        let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
            .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        let lines = texts[1].split(whereSeparator: \.isNewline).map { InstallationKey(text: String($0)) }
        guard let newest = lines.first, let installation = newest, !lines.contains(where: { $0 == nil }),
            let signing = try? SigningKey(secretText: texts[0])
        else {
            throw InstallationRefusal(InstallationText.keysIncomplete(directory.path))
        }
        let keys = InstallationKeys(
            signing: signing, installation: installation, older: lines.dropFirst().compactMap { $0 })
        return keys
    }

    /// Throws where `log.pub` is not the public half of `log.key` and those of before: readers who take it would call
    /// checkpoints forged. One that is not there is made of the other half and of what the log says of the former ones.
    func checkHalf(in directory: URL, former: [LogKeys.Former]) throws {
        let half = directory.appending(path: "log.pub")
        let keys = LogKeys(signing.verifier, former: former)
        guard FileManager.default.fileExists(atPath: half.path) else {
            return try SecretFile.write(keys.text, to: half, mode: 0o644)
        }
        let found = (try? String(contentsOf: half, encoding: .utf8)) ?? ""
        guard (try? LogKeys(found)) == keys else {
            throw InstallationRefusal(InstallationText.halfWrong(half.path))
        }
    }

    /// What `installation.key` holds.
    var installationText: String { ([installation] + older).map { $0.text + "\n" }.joined() }

    /// For its owner alone.
    static func makeFolder(_ directory: URL) throws {
        try FileManager.default.createDirectory(
            at: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Writes the keys into `directory`, which is made if need be; mode 0700 and 0600.
    func save(to directory: URL) throws {
        try InstallationKeys.makeFolder(directory)
        try SecretFile.write(installationText, to: directory.appending(path: "installation.key"))
        try SecretFile.write(signing.secretText + "\n", to: directory.appending(path: "log.key"))
        try SecretFile.write(signing.verifier.text + "\n", to: directory.appending(path: "log.pub"), mode: 0o644)
    }

    /// The seal of a row that no leaf tells of: who changes the row cannot make it without the key.
    func seal(_ table: String, _ parts: [[UInt8]]) -> [UInt8] { InstallationKeys.seal(table, parts, rowCode) }

    /// The seals that the keys of before gave the same row.
    func earlierSeals(_ table: String, _ parts: [[UInt8]]) -> [[UInt8]] {
        olderCodes.map { InstallationKeys.seal(table, parts, $0) }
    }

    /// A digest that is the same before and after a rotation.
    func lasting(_ kind: String, _ parts: [[UInt8]]) -> [UInt8] {
        InstallationKeys.seal(kind, parts, olderCodes.last ?? rowCode)
    }

    private static func seal(_ table: String, _ parts: [[UInt8]], _ rowCode: HMAC<SHA256>) -> [UInt8] {
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

    /// Marks under this installation's first key.
    var marks: Marks { Marks { kind, text in Data(lasting("mark \(kind)", [Array(text.utf8)])).base64EncodedString() } }

    private static func signingKey(_ name: String, _ random: inout some RandomSource) -> SigningKey? {
        SigningKey(name: name, random: &random)
    }

    private static func installationKey(_ random: inout some RandomSource) -> InstallationKey {
        InstallationKey(random: &random)
    }
}
