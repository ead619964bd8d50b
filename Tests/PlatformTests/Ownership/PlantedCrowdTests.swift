import EventLog
import Foundation
import Kernel
import Storage
import TestSupport
import Testing

@testable import Platform

/// A crowd whose names, numbers and telephones are looked for everywhere, while they are known and after they were erased.
@Suite("A crowd that leaves no trace") struct PlantedCrowdTests {
    private static let each = 1_700

    @Test(
        "10,200 planted values of 3,400 members and workers: 0 in leaves, export and public pages; erased, 0 of them and of their marks in store, sealed values and a backup"
    )
    func crowd() async throws {
        let house = try await DemoHouse()
        let installation = house.practice.installation
        let keys = try #require(try InstallationKeys.load(from: house.practice.workshop.folder.appending(path: "keys")))
        let clerk = try house.principal("hetou-clerk")
        let county = try house.principal("county-intake")
        var (planted, marks): (Set<String>, Set<String>) = ([], [])
        var (enter, erase): ([Submission], [Submission]) = ([], [])
        func given(_ by: Principal, _ command: String, _ arguments: JSON) -> Submission {
            Submission(
                command: command, arguments: arguments, principal: by, key: "crowd-\(enter.count)-\(erase.count)")
        }
        for number in 0..<(2 * Self.each) {
            let serial = String(1_000 + number % 1_000).dropFirst()
            let born = "19\(50 + number / 1_000)03\(String(110 + number % 19).dropFirst())"
            let identity = try #require(IdentityNumber.completing("140498\(born)\(serial)"))
            let (name, phone) = ("Planted\(70_000 + number)", "137\(20_000_000 + number * 7)")
            planted.formUnion([identity.revealed, name, phone])
            marks.formUnion([keys.marks.of(identity), try #require(keys.marks.of(phone: phone))])
            var person: [String: JSON] = [
                "name": .string(name), "identityNumber": .string(identity.revealed), "phone": .string(phone),
            ]
            if number < Self.each {
                person.merge(
                    [
                        "member": .string("crowd-\(number)"), "organisation": "hetou-collective",
                        "household": .string("crowd-\(number / 4)"), "since": "2020-01-01", "until": "2025-01-01",
                        "ground": "birth",
                    ]
                ) { $1 }
                enter.append(given(clerk, "assembly.admitMember", .object(person)))
                erase.append(
                    given(county, "assembly.eraseMember", ["member": .string("crowd-\(number)"), "reason": "asked"]))
            } else {
                person.merge(
                    [
                        "worker": .string("crowd-\(number)"), "place": "p140498102201", "trades": ["harvest"],
                        "consent": true,
                    ]
                ) { $1 }
                enter.append(given(clerk, "labour.registerWorker", .object(person)))
                erase.append(given(county, "labour.eraseWorker", ["worker": .string("crowd-\(number)")]))
            }
        }
        #expect(planted.count == 6 * Self.each)
        #expect(try await installation.writer.submit(all: enter).compactMap(\.number) == [])
        let known = words(try everything(house, keys))
        #expect(planted.isSubset(of: known) && marks.isSubset(of: known), "all is there before")
        #expect(planted.isDisjoint(with: words(try open(house))))

        #expect(try await installation.writer.submit(all: erase).compactMap(\.number) == [])
        #expect(words(try everything(house, keys)).isDisjoint(with: planted.union(marks)))
        let backup = try temporaryDatabase()
        _ = try Moving.log(of: .qianmo, from: house.database, to: backup, at: house.practice.clock.now())
        let copied = try PracticeHouse.cells(of: backup).values.joined(separator: "\n") + opened(backup, keys)
        #expect(words(copied).isDisjoint(with: planted.union(marks)))
        #expect(words(try open(house)).isDisjoint(with: planted.union(marks)))
        #expect(try house.practice.verify().size == house.size, "every proof holds")
    }

    /// What anybody may read: the leaves, the export, the pages.
    private func open(_ house: DemoHouse) throws -> String {
        let installation = house.practice.installation
        var text = ""
        for index in 0..<(try house.size) {
            text += String(decoding: try #require(try installation.log.leaf(index)), as: UTF8.self) + "\n"
        }
        let folder = house.practice.workshop.folder.appending(path: "crowd-\(try house.size)")
        _ = try installation.log.export(to: folder.path)
        for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            ?? .init()
        {
            if let data = try? Data(contentsOf: file) { text += String(decoding: data, as: UTF8.self) + "\n" }
        }
        return text
            + installation.pages(
                of: nil,
                [
                    "division": "p140498102201", "organisation": "hetou-collective", "worker": "crowd-2000",
                    "member": "crowd-7", "entry": "700",
                ])
    }

    /// All that the store holds, and what its keys open.
    private func everything(_ house: DemoHouse, _ keys: InstallationKeys) throws -> String {
        try PracticeHouse.cells(of: house.database).values.joined(separator: "\n") + opened(house.database, keys)
    }

    private func opened(_ database: any Database, _ keys: InstallationKeys) throws -> String {
        try database.read { tx in
            var sealed = SealedStore(installation: keys.installation)
            var text = ""
            for row in try tx.rows("SELECT DISTINCT entry FROM sealed_value ORDER BY entry") {
                for value in try sealed.open(entry: try row.get(0), in: tx) { text += "\n" + value.value.canonicalText }
            }
            return text
        }
    }

    /// The runs of letters and figures in a text.
    private func words(_ text: String) -> Set<String> {
        var words: Set<String> = []
        var word: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F, 0x3D, 0x2D, 0x5F: word.append(byte)
            default:
                if word.count > 9 { words.insert(String(decoding: word, as: UTF8.self)) }
                word.removeAll(keepingCapacity: true)
            }
        }
        if word.count > 9 { words.insert(String(decoding: word, as: UTF8.self)) }
        return words
    }
}
