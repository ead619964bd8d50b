import EventLog
import Foundation
import Kernel
import Registry
import Storage
import StorageSQLite
import TestSupport
import Testing

@testable import Platform

/// What stands in the tables is made again from the log, whatever was done to them.
@Suite("Mending the tables from the log") struct MendingTests {
    private static let files: Comment = "the changes are made to files of SQLite"

    private func played() async throws -> Workshop {
        let workshop = try Workshop()
        let clock = ScenarioClock()
        let installation = try Installation.open(
            .qianmo, dataDirectory: workshop.folder, database: workshop.store(), clock: clock,
            random: .practice(seed: "m"))
        let text = try #require(Tree.text("scenarios/luxian-2019.jsonl"))
        _ = try await ScenarioRunner(installation, clock: clock).run(try Scenario(parsing: Array(text.utf8))) { _ in }
        return workshop
    }

    private func verifier(_ place: Workshop) throws -> Verifier {
        try Verifier(
            .qianmo, dataDirectory: place.folder, database: place.store(), scratch: temporaryDatabase())
    }

    @Test(
        "Every table of the rooms, spoiled at once in a value, a row less and a row more, is mended; verify is clean",
        .enabled(if: !TestPostgres.isDefault, files))
    func everyTable() async throws {
        let tampering = try Tampering(.qianmo, try await played())
        let projected = Set(InstallationPlan.qianmo.modules.all.flatMap { $0.tables.map(\.name) })
        let ways = [try tampering.columnChanges(), try tampering.deletions(), try tampering.additions()]
        var spoiled: Set<String> = []
        for changes in ways {
            let place = try Workshop.copied(tampering.bare)
            // One change a table: the second would look for a row that the first has changed.
            var done: Set<String> = []
            for change in changes where projected.contains(change.table) && !change.words.hasPrefix("a row twice") {
                guard done.insert(change.table).inserted else { continue }
                try place.store().write { _ = try $0.run(change.statement) }
            }
            spoiled.formUnion(done)
            #expect(throws: Finding.self) { try verifier(place).run() }
            let found = try verifier(place).differences()
            #expect(Set(found.map(\.table)) == done, "not seen: \(done.subtracting(found.map(\.table)))")
            #expect(try verifier(place).mend() == found)
            _ = try verifier(place).run()
            #expect(try verifier(place).differences() == [])
        }
        #expect(spoiled == projected, "not spoiled: \(projected.subtracting(spoiled))")
    }

    @Test(
        "What is outside the tables is not mended but named: a leaf, a tile, a sealed value",
        .enabled(if: !TestPostgres.isDefault, files))
    func nothingElse() async throws {
        let tampering = try Tampering(.qianmo, try await played())
        for table in ["log_entry", "log_tile", "sealed_value"] {
            let place = try Workshop.copied(tampering.bare)
            let change = try #require(try tampering.deletions().first { $0.table == table })
            try place.store().write { _ = try $0.run(change.statement) }
            #expect(throws: Finding.self, "\(table)") { try verifier(place).mend() }
            #expect(throws: Finding.self, "\(table)") { try verifier(place).run() }
        }
    }

    @Test("Tables that refuse every change are mended too, and refuse the next change as before, on either store")
    func onlyAppended() async throws {
        let house = try PracticeHouse()
        _ = try await house.run("luxian-2019.jsonl")
        let database = house.installation.database
        try database.write { tx in
            try tx.run("UPDATE asset SET name = 'x'")
            try tx.run(
                """
                INSERT INTO voucher_line (organisation, month, number, line, account, debit_fen, credit_fen)
                SELECT organisation, month, number, line + 1000, account, debit_fen, credit_fen FROM voucher_line
                """)
        }
        func verifier() throws -> Verifier {
            try Verifier(
                .qianmo, dataDirectory: house.workshop.folder, database: database, scratch: temporaryDatabase())
        }
        #expect(throws: Finding.self) { try verifier().run() }
        let mended = try verifier().mend()
        #expect(Set(mended.map(\.table)) == ["asset", "voucher_line"])
        #expect(mended.allSatisfy { $0.missing == 0 && $0.surplus + $0.changed > 0 })
        _ = try verifier().run()
        #expect(throws: StorageError.self) { try database.write { _ = try $0.run("DELETE FROM voucher_line") } }
    }

    @Test("The log says which tables were made again, and refuses to say it of none")
    func said() async throws {
        let house = try PracticeHouse()
        let rows: JSON = ["table": "lot", "missing": 1, "surplus": 0, "changed": 2]
        func note(_ tables: [JSON], _ key: String) async throws -> Answer {
            try await house.installation.writer.submit(
                Submission(
                    command: "registry.noteMending", arguments: ["tables": .array(tables)], principal: .administrator,
                    key: key))
        }
        #expect(try await note([rows], "m1").number == nil)
        let leaf = try Leaf(
            decoding: try #require(try house.installation.log.leaf(house.installation.log.head().size - 1)))
        #expect(leaf.kind == "registry.tablesMended" && leaf.fields["tables"] == .array([rows]))
        #expect(try await note([], "m2").number == RegistryRefusal.noChange.number)
        let none: JSON = ["table": "lot", "missing": 0, "surplus": 0, "changed": 0]
        #expect(try await note([none], "m3").number == RegistryRefusal.noChange.number)
    }
}
