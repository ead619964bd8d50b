import EventLog
package import Foundation
import Kernel
package import Storage

/// A fresh `log.key` under the log's old name (decision record 0399).
///
/// The former key signs its last checkpoint and in it the next key's public half; that note is an entry of the log, and the
/// head after it is signed by the next key. The new file lies beside the old one, flushed, before the transaction, and
/// takes its place after it; a start that finds both sees by the head which one signs.
package struct SignerRotation {
    private let directory: URL
    private var file: URL { directory.appending(path: "log.key") }
    private var next: URL { directory.appending(path: "log.key.next") }

    package init(dataDirectory: URL) { self.init(directory: dataDirectory.appending(path: "keys")) }

    private init(directory: URL) { self.directory = directory }

    /// Answers the head after the change. Nobody else may write the store meanwhile. Throws `InstallationRefusal` where the
    /// tail of the log is not what the present key has signed.
    package func run(
        _ plan: InstallationPlan, _ database: any Database, clock: any WriterClock = SystemClock(),
        random: InstallationRandom = .system
    ) throws -> Head {
        try Migrator(plan.migrations).migrate(database, at: clock.now())
        try SignerRotation.settle(in: directory, database)
        guard let keys = try InstallationKeys.load(from: directory) else {
            throw InstallationRefusal(InstallationText.keysMissing)
        }
        try database.write { try MigrationSeals(keys: keys).sealNew(in: $0) }
        try keys.checkHalf(in: directory, former: database.read { try EpochStore.listFormer(in: $0) })
        let signer = SignerFile(keys: directory)
        let last = try database.read {
            try Tail(plan.parts(keys, random, report: { _ in }), signer).open(in: $0).head.published
        }
        var source = SystemRandom()
        guard let signing = SigningKey(name: keys.signing.verifier.name, random: &source) else {
            throw InstallationRefusal(InstallationText.keysMissing)
        }
        let handover = Handover(from: keys.signing, to: signing.verifier, size: last.size, root: last.root)
        let fresh = InstallationKeys(signing: signing, installation: keys.installation, older: keys.older)
        try SecretFile.write(signing.secretText + "\n", to: next)
        let engine = try database.read { try Engine(plan.parts(fresh, random, report: { _ in }), in: $0) }
        let given = GivenToLog(
            command: ChangeSigner.self,
            arguments: ["former": .string(keys.signing.verifier.text), "handover": .string(handover.text)],
            key: "signer-\(last.size)")
        let head = try given.write(by: engine, plan, keys, signer, database, at: clock.now())
        try takePlace(database)
        return head
    }

    /// Finishes what stopped between its steps, or throws it away: called at each start that writes.
    static func settle(in directory: URL, _ database: any Database) throws {
        let rotation = SignerRotation(directory: directory)
        guard FileManager.default.fileExists(atPath: rotation.next.path) else { return }
        let head = try database.read { try LogStore.findHead(in: $0) }
        guard let begun = rotation.begun, let head,
            (try? SignedCheckpoint(opening: Array(head.checkpoint.utf8), by: begun.verifier)) != nil
        else { return try FileManager.default.removeItem(at: rotation.next) }
        try rotation.takePlace(database)
    }

    private var begun: SigningKey? {
        guard let text = try? String(contentsOf: next, encoding: .utf8) else { return nil }
        return try? SigningKey(secretText: text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// The public half first: as long as the secret one lies beside, the next start does both again.
    private func takePlace(_ database: any Database) throws {
        guard let begun else { throw InstallationRefusal(InstallationText.keysIncomplete(directory.path)) }
        let former = try database.read { try EpochStore.listFormer(in: $0) }
        try SecretFile.write(
            LogKeys(begun.verifier, former: former).text, to: directory.appending(path: "log.pub"), mode: 0o644)
        guard rename(next.path, file.path) == 0 else {
            throw InstallationRefusal(InstallationText.cannotWrite(file.path))
        }
    }
}
