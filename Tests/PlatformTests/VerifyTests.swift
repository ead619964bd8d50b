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
        let house = try workshop.house(workshop.store())
        for number in 0..<260 { _ = try await house.give("addApples", apples("a", 1), key: "k\(number)") }
        _ = try await house.give("nameOwner", ["basket": "a", "owner": "Wang Guihua"], key: "owner")
        _ = try await house.give("takeApples", apples("b", 1), key: "refused")
        workshop.clock.advance(86_400_000)
        let due = workshop.clock.now().adding(seconds: 60)
        let later = due.adding(seconds: 6_000)
        _ = try await house.give("setTimer", ["basket": "a", "at": due.field], key: "t1")
        _ = try await house.give("setTimer", ["basket": "b", "at": later.field], key: "t2")
        workshop.clock.advance(90_000)
        await house.writer.nudge()
    }

    @Test("an untouched house verifies")
    func good() throws {
        let verified = try verify(workshop.store())
        #expect(verified.size == 265)
        #expect(verified.tables == 2)
        #expect(verified.values == 1)
    }

    @Test("one changed value in any column of any table is found")
    func everyColumn() throws {
        let tampering = Tampering(.toy, workshop)
        #expect(try Set(tampering.columns().map(\.table)).count == 11)
        let missed = try tampering.everyColumn()
        #expect(missed == [])
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
        let house = try other.house(other.store())
        for number in 0..<300 { _ = try await house.give("addApples", apples("a", 1), key: "k\(number)") }
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
