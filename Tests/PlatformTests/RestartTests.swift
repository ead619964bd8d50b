import EventLog
import Foundation
import Kernel
@testable import Platform
import Storage
import StorageSQLite
import TestSupport
import Testing

@Suite struct RestartTests {
    private let workshop: Workshop

    init() throws {
        workshop = try Workshop()
    }

    @Test("after a restart the log goes on where it stood, states are replayed and old keys still answer")
    func goesOn() async throws {
        try await filled(3)
        let installation = try workshop.installation(workshop.anyStore())
        #expect(try await installation.give("takeApples", apples("a", 4), key: "x").number == 9_001)
        #expect(try await installation.give("takeApples", apples("a", 3), key: "y").entries == [3])
        #expect(try await installation.give("addApples", apples("a", 1), key: "k0").entries == [0])
    }

    @Test("the keys are readable by their owner only")
    func modes() async throws {
        try await filled(1)
        for name in ["log.key", "installation.key", "signed"] {
            let path = workshop.folder.appending(path: "keys/\(name)").path
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(name)")
        }
    }

    @Test("the record of what was signed keeps its file and its length; one of another length is replaced")
    func overwritten() async throws {
        let signed = workshop.folder.appending(path: "keys/signed")
        func file() throws -> (number: Int?, length: Int) {
            let number = try FileManager.default.attributesOfItem(atPath: signed.path)[.systemFileNumber] as? Int
            return (number, try Data(contentsOf: signed).count)
        }
        try await filled(9)
        let before = try file()
        try await filled(2, from: 9)
        #expect(try file() == before)
        let words = try String(contentsOf: signed, encoding: .utf8)
        #expect(words.hasPrefix("0000000000000000011\n"))
        try String(words.drop { $0 == "0" }).write(to: signed, atomically: true, encoding: .utf8)
        try await filled(1, from: 11)
        #expect(try String(contentsOf: signed, encoding: .utf8).hasPrefix("0000000000000000012\n"))
        #expect(try file().length == before.length)
    }

    @Test("an old copy of the store is noticed: the key has signed more than it holds")
    func restoredBackup() async throws {
        try await filled(2, embedded: true)
        let old = try Workshop.copied(workshop)
        try await filled(2, from: 2, embedded: true)
        let signed = "keys/signed"
        try FileManager.default.removeItem(at: old.folder.appending(path: signed))
        try FileManager.default.copyItem(
            at: workshop.folder.appending(path: signed), to: old.folder.appending(path: signed))
        #expect(throws: InstallationRefusal.self) { try old.installation(old.store()) }
    }

    @Test("another log of the same length is noticed: it is not what was signed")
    func exchanged() async throws {
        try await filled(2)
        let signed = workshop.folder.appending(path: "keys/signed")
        var lines = try String(contentsOf: signed, encoding: .utf8).split(separator: "\n")
        lines[1] = "\(Hash.empty.base64)"[...]
        try (lines.joined(separator: "\n") + "\n").write(to: signed, atomically: true, encoding: .utf8)
        #expect(throws: InstallationRefusal.self) { try workshop.installation(workshop.anyStore()) }
    }

    @Test("a store without its keys, and a log without the record of what was signed, are refused")
    func missingKeys() async throws {
        try await filled(2)
        let keys = workshop.folder.appending(path: "keys")
        try FileManager.default.moveItem(at: keys.appending(path: "signed"), to: workshop.folder.appending(path: "s"))
        #expect(throws: InstallationRefusal.self) { try workshop.installation(workshop.anyStore()) }
        try FileManager.default.removeItem(at: keys)
        #expect(throws: InstallationRefusal.self) { try workshop.installation(workshop.anyStore()) }
    }

    @Test(
        "a tail that does not verify is refused",
        arguments: [
            "UPDATE log_entry SET leaf = CAST(replace(CAST(leaf AS TEXT), 'apples', 'pears') AS BLOB) WHERE entry = 1",
            "DELETE FROM log_entry WHERE entry = 2", "UPDATE log_tile SET hashes = zeroblob(96)",
            "UPDATE log_head SET last_at = last_at + 1",
            "INSERT INTO log_entry (entry, stream, leaf) SELECT 3, stream, leaf FROM log_entry WHERE entry = 2",
            "UPDATE log_head SET checkpoint = replace(checkpoint, 'qianmo', 'quanmo')",
        ])
    func badTail(_ change: String) async throws {
        try await filled(3, embedded: true)
        try tamper(workshop.store(), [change])
        #expect(throws: InstallationRefusal.self) { try workshop.installation(workshop.store()) }
    }

    @Test(
        "a commit of unknown outcome is said to be unknown, and the same key then tells what happened",
        arguments: [true, false])
    func unknownOutcome(happened: Bool) async throws {
        let base = try workshop.anyStore()
        _ = try workshop.installation(base)
        let counting = FaultyDatabase(base)
        _ = try workshop.installation(counting)
        let commits = counting.counted.commits
        let installation = try workshop.installation(
            FaultyDatabase(base, failing: .commit(commits + 1, happened: happened)))
        await #expect(throws: OutcomeUnknown.self) {
            try await installation.give("addApples", apples("a", 2), key: "1")
        }
        let again = try await installation.give("addApples", apples("a", 2), key: "1")
        #expect(again.entries == [0])
        #expect(try installation.apples("a") == 2)
        #expect(try installation.log.head().size == 1)
    }

    private func filled(_ count: Int, from first: Int = 0, embedded: Bool = false) async throws {
        let installation = try workshop.installation(embedded ? workshop.store() : workshop.anyStore())
        for number in first..<first + count {
            _ = try await installation.give("addApples", apples("a", 1), key: "k\(number)")
        }
    }
}

/// Changes a store behind the house's back: triggers and foreign keys are no defence.
func tamper(_ store: SQLiteDatabase, _ statements: [String]) throws {
    try store.write { tx in
        for row in try tx.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'") {
            try tx.run(SQL(stringLiteral: "DROP TRIGGER \(try row.get(0, as: String.self))"))
        }
        try tx.run("PRAGMA defer_foreign_keys = ON")
        for statement in statements { try tx.run(SQL(stringLiteral: statement)) }
    }
}
