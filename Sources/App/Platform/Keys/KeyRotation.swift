import Attachments
import EventLog
package import Foundation
import Kernel
package import Storage

/// A fresh `installation.key`, put in place of the one that may have been read (decision record 0395).
///
/// In one transaction the subjects' keys are wrapped anew and the rows that bear a seal are sealed anew; rows that are never
/// changed (answers) keep the seal of their time. The new file lies beside the old one, flushed, before the transaction, and
/// takes its place after it: whatever the machine does in between, one of the two opens the store, and the next run settles
/// which. Papers are sealed anew after it.
package struct KeyRotation: Sendable {
    package enum Outcome: String, Sendable {
        /// A fresh key is in force.
        case rotated
        /// An earlier rotation had not been finished; it is now.
        case finished
        /// The store was of before a rotation (a backup put back) and is under the newest key again.
        case broughtForward
    }

    package struct Done: Sendable {
        package let outcome: Outcome
        /// Keys of people and things wrapped anew.
        package let subjects: Int
        /// How many keys the file holds now.
        package let keys: Int
        /// Papers sealed anew.
        package let papers: Int
    }

    private let directory: URL
    private var file: URL { directory.appending(path: "installation.key") }
    private var next: URL { directory.appending(path: "installation.key.next") }

    package init(dataDirectory: URL) { self.init(directory: dataDirectory.appending(path: "keys")) }

    private init(directory: URL) { self.directory = directory }

    /// Nobody else may write the store meanwhile. Throws `InstallationRefusal` where no key of the file opens it.
    package func run(_ database: any Database) throws -> Done {
        guard let keys = try InstallationKeys.load(from: directory) else {
            throw InstallationRefusal(InstallationText.keysMissing)
        }
        let head = try database.read { try LogStore.findHead(in: $0) }
        guard let head else { throw InstallationRefusal(InstallationText.headUnreadable) }
        if let begun = try begun(keys) {
            guard head.isSealed(by: begun) else {
                // Broken off before its transaction: nothing is under that key.
                try FileManager.default.removeItem(at: next)
                return try run(database)
            }
            try takePlace()
            return try done(.finished, 0, begun)
        }
        if !head.isSealed(by: keys) {
            guard let index = keys.older.indices.first(where: { head.isSealed(by: keys.before($0)) }) else {
                throw InstallationRefusal(InstallationText.noKeyOpens)
            }
            let subjects = try change(from: keys.before(index), to: keys, database)
            return try done(.broughtForward, subjects, keys)
        }
        var source = SystemRandom()
        let fresh = keys.rotated(&source)
        try SecretFile.write(fresh.installationText, to: next)
        let subjects = try change(from: keys, to: fresh, database)
        try takePlace()
        return try done(.rotated, subjects, fresh)
    }

    /// The papers come last: the keys of before open those that a stop leaves under them.
    private func done(_ outcome: Outcome, _ subjects: Int, _ keys: InstallationKeys) throws -> Done {
        let papers = try InstallationPapers.store(keys, in: directory.deletingLastPathComponent()).sealAgain()
        return Done(outcome: outcome, subjects: subjects, keys: keys.older.count + 1, papers: papers)
    }

    /// Finishes what stopped between its steps, or throws it away: called at each start that writes.
    static func settle(in directory: URL, _ database: any Database) throws {
        let rotation = KeyRotation(directory: directory)
        guard FileManager.default.fileExists(atPath: rotation.next.path),
            let keys = try InstallationKeys.load(from: directory),
            let head = try database.read({ try LogStore.findHead(in: $0) })
        else { return }
        if let begun = try rotation.begun(keys), head.isSealed(by: begun) {
            try rotation.takePlace()
        } else if head.isSealed(by: keys) {
            try FileManager.default.removeItem(at: rotation.next)
        }
    }

    private func change(from old: InstallationKeys, to new: InstallationKeys, _ database: any Database) throws -> Int {
        try database.write { tx in
            // A rotation must not bless what nobody with the old key wrote.
            if let finding = try MigrationSeals(keys: old).firstBroken(in: tx) { throw finding }
            guard let head = try LogStore.findHead(in: tx), head.isSealed(by: old) else {
                throw InstallationRefusal(InstallationText.headUnreadable)
            }
            if let finding = try ActStore(keys: old).firstFinding(head: head, in: tx) { throw finding }
            var random = SystemRandom()
            let subjects = try SealedStore(installation: old.installation).wrapAgain(
                under: new.installation, random: &random, in: tx)
            try MigrationSeals(keys: new).sealAgain(in: tx)
            try ActStore(keys: new).sealAgain(in: tx)
            let answers = try head.answers ?? AnswerStore(keys: old).count(in: tx)
            let fresh = StoredHead(head.range, at: head.lastAt, answers: answers, new)
            try LogStore.moveHead(from: head, to: fresh, in: tx)
            return subjects
        }
    }

    /// The keys of a rotation that was begun.
    private func begun(_ keys: InstallationKeys) throws -> InstallationKeys? {
        guard let text = try? String(contentsOf: next, encoding: .utf8) else { return nil }
        let all = text.split(whereSeparator: \.isNewline).compactMap { InstallationKey(text: String($0)) }
        guard let newest = all.first else { return nil }
        return InstallationKeys(signing: keys.signing, installation: newest, older: Array(all.dropFirst()))
    }

    private func takePlace() throws {
        guard rename(next.path, file.path) == 0 else {
            throw InstallationRefusal(InstallationText.cannotWrite(file.path))
        }
    }
}
