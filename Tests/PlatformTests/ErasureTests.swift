import EventLog
import Foundation
import Kernel
@testable import Platform
@testable import Registry
import Storage
import TestSupport
import Testing

@Suite("What is personal can be destroyed without touching a proof") struct ErasureTests {
    private let practice: PracticeHouse
    private let officer: Principal

    init() async throws {
        practice = try PracticeHouse()
        _ = try await practice.run("luxian-2019.jsonl")
        officer = try #require(try practice.installation.findPrincipal(office: OfficeID("luxian-intake")!))
        let answer = try await give(
            "registry.registerParty",
            [
                "party": "leaver", "kind": "person", "division": "p510521111207", "name": "Zheng Xiulan",
                "phone": "13912345678",
            ], by: .administrator)
        #expect(answer.number == nil)
    }

    private func give(_ command: String, _ arguments: JSON, by principal: Principal) async throws -> Answer {
        try await practice.installation.writer.submit(
            Submission(
                command: command, arguments: arguments, principal: principal,
                key: "\(command) \(arguments["party"]?.string ?? "") \(arguments["reason"]?.string ?? "")"))
    }

    private func erase(_ party: String) async throws -> Answer {
        try await give("registry.erasePersonalData", ["party": .string(party), "reason": "asked for it"], by: officer)
    }

    private func displayName() throws -> String? {
        try practice.installation.database.read { try PartyQueries.findDisplayName(PartyID("leaver")!, in: $0) }
    }

    @Test("name and phone can be read before, never after; the log still verifies, and so does a house opened anew")
    func erased() async throws {
        let database = practice.installation.database
        var before = SealedStore(installation: try keys().installation)
        let entry: Int64 = try database.read {
            try $0.get("SELECT entry FROM sealed_value WHERE subject = \("leaver") LIMIT 1")
        }
        #expect(
            try database.read { try before.open(entry: entry, in: $0) }.count == 3, "the name, the phone and its mark")
        #expect(try displayName() == "Z**")
        let root = try practice.installation.log.leaf(entry)

        #expect(try await erase("leaver").number == nil)
        var after = SealedStore(installation: try keys().installation)
        #expect(try database.read { try after.open(entry: entry, in: $0) }.isEmpty)
        #expect(try displayName() == "***")
        let left: Int64 = try database.read {
            try $0.get("SELECT sum(length(sealed)) FROM sealed_value WHERE subject = \("leaver")")
        }
        #expect(left == 0)
        #expect(try practice.installation.log.leaf(entry) == root, "the leaf is as it was")
        _ = try practice.verify()

        let anew = try Installation.open(
            .qianmo, dataDirectory: practice.workshop.folder, database: database, clock: practice.clock)
        #expect(try anew.log.head().root == practice.installation.log.head().root)
    }

    @Test("who is a lessee must wait, a company has nothing, and twice is once too often")
    func refused() async throws {
        #expect(try await erase("longcheng").number == 2054)
        #expect(try await erase("nobody").number == 2023)
        #expect(try await erase("leaver").number == nil)
        let again = try await give(
            "registry.erasePersonalData", ["party": "leaver", "reason": "once more"], by: officer)
        #expect(again.number == 2055)
        let clerk = try #require(try practice.installation.findPrincipal(office: OfficeID("tanba-clerk")!))
        #expect(
            try await give("registry.erasePersonalData", ["party": "leaver", "reason": "x"], by: clerk).number
                == PlatformRejection.roleMayNot(command: Message(zh: "", en: ""), role: .villageClerk).number)
    }

    @Test("a person with an open account is asked to close it first; a lessee's records stay as long as they must")
    func stillNeeded() async throws {
        let opened = try await give(
            "registry.openOffice",
            ["office": "leaver-account", "role": "bidder", "division": "p510521", "person": "leaver", "title": "x"],
            by: .administrator)
        #expect(opened.number == nil)
        #expect(try await erase("leaver").number == 2056)
        #expect(try await give("registry.closeOffice", ["office": "leaver-account"], by: .administrator).number == nil)
        let ending = try #require(CivilDate("2049-05-31"))
        let party = try practice.installation.database.read { try PartyQueries.find(PartyID("leaver")!, in: $0) }
        #expect(party != nil)
        let facts = ErasePersonalData.Facts(party: party, isErased: false, office: nil, keepUntil: ending)
        let command = ErasePersonalData(party: try #require(PartyID("leaver")), reason: "asked for it")
        for (day, number) in [("2049-05-31", 2057), ("2049-06-01", nil)] as [(String, Int?)] {
            let now = try #require(CivilDate(day)).start
            let context = Context(now: now, principal: officer, calendar: .announced, sequence: 1, marks: .practice)
            let found: Int?
            do throws(Rejection) {
                _ = try command.decide(.entry(exists: true), facts, context)
                found = nil
            } catch {
                found = error.number
            }
            #expect(found == number, "\(day)")
        }
    }

    @Test("a key destroyed behind the log's back is named; so is one kept although the log says it is gone")
    func behindTheBack() async throws {
        let database = practice.installation.database
        let wrapped: [UInt8] = try database.read {
            try $0.get("SELECT wrapped FROM subject_key WHERE subject = \("leaver")")
        }
        try database.write { tx in
            try tx.run("UPDATE sealed_value SET sealed = \([UInt8]()) WHERE subject = \("leaver")")
            try tx.run("UPDATE subject_key SET wrapped = \([UInt8]()) WHERE subject = \("leaver")")
        }
        #expect(try #require(throws: Finding.self) { try practice.verify() }.table == "sealed_value")
        #expect(try await erase("leaver").number == nil)
        _ = try practice.verify()
        try database.write {
            _ = try $0.run("UPDATE subject_key SET wrapped = \(wrapped) WHERE subject = \("leaver")")
        }
        let kept = try #require(throws: Finding.self) { try practice.verify() }
        #expect(["subject_key", "sealed_value"].contains(kept.table))
    }

    private func keys() throws -> InstallationKeys {
        try #require(try InstallationKeys.load(from: practice.workshop.folder.appending(path: "keys")))
    }
}
