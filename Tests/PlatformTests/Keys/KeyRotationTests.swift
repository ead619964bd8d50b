import Attachments
import EventLog
import Foundation
import Kernel
import Storage
import TestSupport
import Testing

@testable import Platform

/// A fresh `installation.key` (decision record 0395), on the log of a real deal.
@Suite("A fresh installation.key") struct KeyRotationTests {
    private let workshop: Workshop
    private let clock = ScenarioClock()
    private let database: any Database
    private var folder: URL { workshop.folder.appending(path: "keys") }
    private var file: URL { folder.appending(path: "installation.key") }
    private var next: URL { folder.appending(path: "installation.key.next") }

    init() async throws {
        workshop = try Workshop()
        database = try temporaryDatabase()
        let scenario = try Scenario(parsing: Array(PracticeHouse.text("luxian-2019.jsonl").utf8))
        _ = try await ScenarioRunner(open(), clock: clock).run(scenario) { _ in }
    }

    private func open(_ store: (any Database)? = nil) throws -> Installation {
        try Installation.open(
            .qianmo, dataDirectory: workshop.folder, database: store ?? database, clock: clock,
            random: .practice(seed: "qianmo practice"))
    }

    private func rotate(_ store: (any Database)? = nil) throws -> KeyRotation.Done {
        try KeyRotation(dataDirectory: workshop.folder).run(store ?? database)
    }

    private func verified(_ store: (any Database)? = nil) throws -> Int64 {
        try Verifier(
            .qianmo, dataDirectory: workshop.folder, database: store ?? database, scratch: temporaryDatabase()
        ).run().size
    }

    private func keys() throws -> InstallationKeys { try #require(try InstallationKeys.load(from: folder)) }

    private func wrapped() throws -> [(subject: DataSubject, bytes: [UInt8])] {
        try database.read { tx in
            try tx.rows("SELECT subject, wrapped FROM subject_key WHERE length(wrapped) > 0 ORDER BY subject").map {
                (try $0.get(0), try $0.get(1))
            }
        }
    }

    private func register(_ installation: Installation, _ party: String, key: String) async throws -> Answer {
        let clerk = try #require(try installation.findPrincipal(office: OfficeID("tanba-clerk") ?? .example))
        let arguments: JSON = ["party": .string(party), "kind": "person", "name": "李春", "division": "p510521111207"]
        return try await installation.writer.submit(
            Submission(command: "registry.registerParty", arguments: arguments, principal: clerk, key: key))
    }

    @Test(
        "Papers are sealed anew under it: the old key opens none, and what a stop left under it is readable until then")
    func papers() throws {
        let (old, folder) = (try keys(), workshop.folder)
        let note = PaperNote(
            name: "slip", kind: .pdf, bytes: 6, receivedAt: clock.now(), by: "p", remarks: [])
        let bytes = Array("a slip".utf8)
        let mark = try InstallationPapers.store(old, in: folder).keep(bytes, note)
        #expect(try rotate().papers == 1)
        let fresh = try keys()
        let store = InstallationPapers.store(fresh, in: folder)
        #expect(try store.bytes(mark) == bytes && store.note(mark) == note)
        #expect(throws: Rejection.self) { _ = try InstallationPapers.store(old, in: folder).bytes(mark) }
        let alone = InstallationKeys(signing: fresh.signing, installation: fresh.installation)
        #expect(try InstallationPapers.store(alone, in: folder).bytes(mark) == bytes)
        // One that a stop between key and papers left behind.
        let late = try InstallationPapers.store(old, in: folder).keep(Array("late".utf8), note)
        #expect(try store.bytes(late) == Array("late".utf8))
        #expect(try rotate().papers == 2)
        #expect(try rotate().papers == 2, "each rotation reaches every paper")
    }

    @Test("It opens every sealed value, the old one opens none; answers and marks of before are known still")
    func rotated() async throws {
        let first = try await register(open(), "before", key: "k")
        #expect(first.number == nil)
        let size = try verified()
        let old = try keys()
        let count = try wrapped().count
        #expect(count > 3)
        let done = try rotate()
        #expect(done.outcome == .rotated && done.subjects == count && done.keys == 2)
        let fresh = try keys()
        #expect(fresh.installation.text != old.installation.text && fresh.older.last?.text == old.installation.text)
        for (subject, bytes) in try wrapped() {
            #expect(throws: LogFault.self) {
                _ = try SubjectKey(unwrapping: bytes, of: subject, under: old.installation)
            }
            _ = try SubjectKey(unwrapping: bytes, of: subject, under: fresh.installation)
        }
        #expect(fresh.marks.of(account: "6222 0000") == old.marks.of(account: "62220000"))
        #expect(try verified() == size)
        let installation = try open()
        #expect(try await register(installation, "before", key: "k") == first, "the answer given before")
        #expect(try await register(installation, "other", key: "k").number == 1204)
        #expect(try await register(installation, "after", key: "l").number == nil)
        #expect(try rotate().keys == 3)
        #expect(try verified() == size + 1)
        let rights = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(rights == 0o600 && !FileManager.default.fileExists(atPath: next.path))
    }

    @Test(
        "Stopped before its transaction it was nothing; the next start throws the file away, or the next run begins anew"
    )
    func stoppedBefore() throws {
        let before = try String(contentsOf: file, encoding: .utf8)
        for isRunAgain in [false, true] {
            var random = SystemRandom()
            try SecretFile.write(try keys().rotated(&random).installationText, to: next)
            if isRunAgain {
                #expect(try rotate().outcome == .rotated)
            } else {
                _ = try open()
                #expect(try String(contentsOf: file, encoding: .utf8) == before)
            }
            #expect(!FileManager.default.fileExists(atPath: next.path))
            #expect(try verified() == 104)
        }
    }

    @Test(
        "Stopped after its transaction it is finished by the next start, or by the next run", arguments: [false, true])
    func stoppedAfter(isRunAgain: Bool) throws {
        let before = try Data(contentsOf: file)
        _ = try rotate()
        try FileManager.default.moveItem(at: file, to: next)
        try before.write(to: file)
        #expect(throws: (any Error).self, "the old key does not fit") { try verified() }
        if isRunAgain {
            #expect(try rotate().outcome == .finished)
        } else {
            _ = try open()
        }
        #expect(try keys().older.count == 1 && !FileManager.default.fileExists(atPath: next.path))
        #expect(try verified() == 104)
        #expect(try rotate().keys == 3)
    }

    @Test("A store that fails anywhere within leaves the old key in force and everything open")
    func failing() throws {
        let counting = FaultyDatabase(database)
        let before = try String(contentsOf: file, encoding: .utf8)
        let copy = try temporaryDatabase()
        _ = try Moving.log(of: .qianmo, from: database, to: copy, at: clock.now())
        let trial = FaultyDatabase(copy)
        _ = try rotate(trial)
        try Data(before.utf8).write(to: file)
        let writes = trial.counted.writes
        #expect(writes > 10)
        for write in stride(from: 1, through: writes, by: max(1, writes / 12)) {
            counting.arm(.tornWrite(write))
            #expect(throws: (any Error).self, "write \(write)") { try rotate(counting) }
            counting.arm(nil)
            _ = try open()
            #expect(try String(contentsOf: file, encoding: .utf8) == before)
        }
        #expect(try verified() == 104)
    }

    @Test("A backup of before a rotation is refused at the start and brought forward by `keys rotate`")
    func backup() throws {
        let backup = try temporaryDatabase()
        _ = try Moving.log(of: .qianmo, from: database, to: backup, at: clock.now())
        _ = try rotate()
        #expect(throws: (any Error).self) { try open(backup) }
        let done = try rotate(backup)
        #expect(done.outcome == .broughtForward && done.keys == 2 && done.subjects > 3)
        _ = try open(backup)
        #expect(try verified(backup) == 104)
    }

    @Test("What was written without the key is not blessed, and a key of another house changes nothing")
    func refused() throws {
        let before = try Data(contentsOf: file)
        let digest: String = try database.read {
            try $0.get("SELECT digest FROM schema_migration WHERE id = 'exchange-001'")
        }
        func set(_ text: String) throws {
            try database.write {
                _ = try $0.run("UPDATE schema_migration SET digest = \(text) WHERE id = 'exchange-001'")
            }
        }
        try set("forged")
        #expect(throws: Finding.self) { try rotate() }
        try set(digest)
        var random = SystemRandom()
        let strange = Data((InstallationKey(random: &random).text + "\n").utf8)
        try strange.write(to: file)
        let wrong = try #require(throws: InstallationRefusal.self) { try rotate() }
        #expect(wrong.message.en.contains("installation.key"))
        #expect(try Data(contentsOf: file) == strange)
        try before.write(to: file)
        _ = try open()
        #expect(try verified() == 104)
    }

    @Test("A log.pub that is not the half of log.key is named and refused; one that is missing is made anew")
    func half() throws {
        let half = folder.appending(path: "log.pub")
        let own = try String(contentsOf: half, encoding: .utf8)
        let other = try InstallationKeys(origin: "qianmo.local/log", random: SystemRandom())
        for wrong in [other.signing.verifier.text, "", String(own.dropLast(3))] {
            try wrong.write(to: half, atomically: true, encoding: .utf8)
            let said = try #require(throws: InstallationRefusal.self) { _ = try open() }
            #expect(said.message.en.contains(half.path) && said.message.zh.contains(half.path))
        }
        try FileManager.default.removeItem(at: half)
        _ = try open()
        #expect(try String(contentsOf: half, encoding: .utf8) == own)
    }

    @Test("A key of another installation, or bytes that are none, are named at the start; with the own ones it opens")
    func foreign() throws {
        let other = try InstallationKeys(origin: "qianmo.local/log", random: SystemRandom())
        let (secret, half) = (other.signing.secretText + "\n", other.signing.verifier.text + "\n")
        let noText = Data([0xFF, 0xFE, 0x00, 0x9D])
        let strange: [(names: [String], texts: [Data], word: String)] = [
            (["installation.key"], [Data(other.installationText.utf8)], "keys/installation.key"),
            (["log.key", "log.pub"], [Data(secret.utf8), Data(half.utf8)], "keys/log.key"),
            (["log.key"], [Data(secret.utf8)], "log.pub"), (["log.key"], [noText], folder.path),
            (["installation.key"], [noText], folder.path), (["signed"], [noText], "keys/signed"),
        ]
        for (names, texts, word) in strange {
            let own = try names.map { try Data(contentsOf: folder.appending(path: $0)) }
            for (name, text) in zip(names, texts) { try text.write(to: folder.appending(path: name)) }
            let said = try #require(throws: InstallationRefusal.self, "\(names)") { _ = try open() }
            #expect(said.message.en.contains(word) && said.message.zh.contains(word), "\(said.message.en)")
            for (name, bytes) in zip(names, own) { try bytes.write(to: folder.appending(path: name)) }
        }
        _ = try open()
        #expect(try verified() == 104)
    }
}
