import EventLog
import Foundation
import Kernel
@testable import Platform
import Storage
import StorageSQLite
import TestSupport
import Testing

@Suite struct VerifyTests {
    private let workshop: Workshop

    init() async throws {
        workshop = try Workshop()
        let installation = try workshop.installation(workshop.store())
        for number in 0..<260 { _ = try await installation.give("addApples", apples("a", 1), key: "k\(number)") }
        _ = try await installation.give("nameOwner", ["basket": "a", "owner": "Wang Guihua"], key: "owner")
        _ = try await installation.give("takeApples", apples("b", 1), key: "refused")
        workshop.clock.advance(86_400_000)
        let due = workshop.clock.now().adding(seconds: 60)
        let later = due.adding(seconds: 6_000)
        _ = try await installation.give("setTimer", ["basket": "a", "at": due.field], key: "t1")
        _ = try await installation.give("setTimer", ["basket": "b", "at": later.field], key: "t2")
        workshop.clock.advance(90_000)
        await installation.writer.nudge()
    }

    @Test("an untouched house verifies")
    func good() throws {
        let verified = try verify(workshop.store())
        #expect(verified.size == 265)
        #expect(verified.tables == 3)
        #expect(verified.values == 1)
    }

    @Test("in every table, a value changed, a row deleted and a row added are noticed, and the table is named")
    func everyTable() throws {
        let tampering = try Tampering(.toy, workshop)
        let changes = try tampering.columnChanges() + tampering.deletions() + tampering.additions()
        #expect(Set(changes.map(\.table)).count == 13)
        try expectNoticed(tampering.findings(changes))
    }

    @Test("a head written before answers were counted holds, and the next commit counts them")
    func uncounted() async throws {
        let keys = try #require(try InstallationKeys.load(from: workshop.folder.appending(path: "keys")))
        let store = try workshop.store()
        let head = try #require(try store.read { try LogStore.findHead(in: $0) })
        let old = [head.range.serialized, Array(String(head.lastAt.milliseconds).utf8), Array(head.checkpoint.utf8)]
        try store.write { tx in
            try tx.run("UPDATE log_head SET answers = NULL, seal = \(keys.seal("log_head", old))")
        }
        _ = try verify(store)
        let installation = try workshop.installation(store)
        _ = try await installation.give("takeApples", apples("b", 1), key: "refused again")
        #expect(try store.read { try LogStore.findHead(in: $0) }?.answers == head.answers.map { $0 + 1 })
        _ = try verify(store)
    }

    @Test("the same submission twice in the log is noticed, though every hash is right")
    func doubled() throws {
        var answers = ExpectedAnswers()
        let person = try #require(PersonID("p"))
        let office = try #require(OfficeID("o"))
        func leaf(_ key: String, cause: Int64? = nil) -> Leaf {
            Leaf(
                kind: "basket.rung", stream: StreamID("basket", "a"), at: Instant(milliseconds: 5), division: nil,
                office: office, role: .bidder, fields: [:], cause: cause,
                key: cause == nil ? KeyDigest(person: person, key: key) : nil)
        }
        try answers.add(leaf("1"), at: 0)
        try answers.add(leaf("", cause: 0), at: 1)
        try answers.add(leaf("2"), at: 2)
        #expect(throws: Finding.self) { try answers.add(leaf("1"), at: 3) }
        let wanted = Answer.accepted(
            entries: [0, 1], stream: StreamID("basket", "a"), at: Instant(milliseconds: 5))
        guard case .expected = answers.take(KeyDigest(person: person, key: "1"), text: wanted.json.canonicalText)
        else {
            Issue.record("the first answer is what the leaves say")
            return
        }
    }

    @Test("the first changed leaf is named, whichever byte it was")
    func leaves() throws {
        let copy = try Workshop.copied(workshop)
        for entry in [0, 1, 255, 256, 264] as [Int64] {
            let bytes = try #require(try copy.store().read { try LogStore.leaf(entry, in: $0) })
            for position in stride(from: 0, to: bytes.count, by: 37) {
                var changed = bytes
                changed[position] ^= 0x01
                try put(changed, entry, copy)
                let finding = try #require(throws: Finding.self) { try verify(copy.store(), copy) }
                #expect(
                    finding.entry == entry && finding.table == "log_entry", "\(entry) byte \(position) \(finding.place)"
                )
            }
            try put(bytes, entry, copy)
        }
        _ = try verify(copy.store(), copy)
    }

    @Test("a log that was rewritten whole, tiles and head included, is not what was signed")
    func rewritten() async throws {
        let other = try Workshop()
        let installation = try other.installation(other.store())
        for number in 0..<300 { _ = try await installation.give("addApples", apples("a", 1), key: "k\(number)") }
        try FileManager.default.removeItem(at: other.folder.appending(path: "keys/signed"))
        try FileManager.default.copyItem(
            at: workshop.folder.appending(path: "keys/signed"), to: other.folder.appending(path: "keys/signed"))
        let finding = try #require(throws: Finding.self) { try verify(other.reading(), other) }
        #expect(finding.reason == .forked)
    }

    private func put(_ bytes: [UInt8], _ entry: Int64, _ copy: Workshop) throws {
        let hex = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        try tamper(copy.store(), ["UPDATE log_entry SET leaf = x'\(hex)' WHERE entry = \(entry)"])
    }

    private func verify(_ store: SQLiteDatabase, _ place: Workshop? = nil) throws -> Verified {
        try Verifier(
            .toy, dataDirectory: (place ?? workshop).folder, database: store, scratch: temporaryDatabase()
        ).run()
    }
}

extension Workshop {
    /// The same house in another folder.
    static func copied(_ original: Workshop) throws -> Workshop {
        let copy = try Workshop()
        for name in try FileManager.default.contentsOfDirectory(atPath: original.folder.path) {
            try FileManager.default.copyItem(
                at: original.folder.appending(path: name), to: copy.folder.appending(path: name))
        }
        return copy
    }
}

/// Every change was noticed, and named where it was made. Beside it stand the rows that speak of the same thing: a tile
/// and its leaves, a step and its seal, a value and its key, a row and the answer or the due act of the same entry.
func expectNoticed(_ findings: [(change: Tampering.Change, finding: Finding?)]) throws {
    let missed = findings.filter { $0.finding == nil }.map(\.change.description)
    #expect(missed == [])
    let elsewhere = findings.compactMap { change, finding in
        finding.flatMap { $0.table == change.table ? nil : "\(change) -> \($0.place)" }
    }
    let akin = ["schema_migration: ", "migration_seal: ", "log_tile: ", "subject_key: ", "log_checkpoint: "]
    #expect(elsewhere.filter { line in !akin.contains { line.hasPrefix($0) } } == [])
}
