import EventLog
import Foundation
import Kernel
@testable import Platform
import Storage
import TestSupport
import Testing

@Suite("Classes of personal data") struct PrivacyTests {
    @Test("docs/privacy.md is the table of classes")
    func document() throws {
        let written = PrivacyReference(.qianmo).markdown
        if ProcessInfo.processInfo.environment["QIANMO_WRITE_DOCS"] != nil {
            try written.write(to: Tree.root.appending(path: "docs/privacy.md"), atomically: true, encoding: .utf8)
        }
        #expect(Tree.text("docs/privacy.md") == written, "run: make docs")
    }

    @Test("every field that the log only commits to is in one class, and no class names another")
    func complete() {
        let named = DataClass.all.flatMap { Array($0.fields) }
        #expect(named.count == Set(named).count, "a field is in two classes")
        let wanted = PrivacyReference(.qianmo).fields
        #expect(wanted.subtracting(named).sorted() == [])
        #expect(Set(named).subtracting(wanted).sorted() == [])
    }

    @Test("what is personal in the scenarios' commands stands in no leaf, and in the clear only where its class says")
    func planted() async throws {
        let shapes = Dictionary(uniqueKeysWithValues: InstallationPlan.qianmo.commands.map { ($0.name, $0.fields) })
        var looked = 0
        for file in ScenarioRootTests.roots.map(\.file) {
            let practice = try PracticeHouse()
            _ = try await practice.run(file)
            var planted: [String: String] = [:]
            // A company pays under the name it is known by.
            var open: Set<String> = []
            for line in try Scenario(parsing: Array(PracticeHouse.text(file).utf8)).lines where line.expected == nil {
                for field in shapes[line.command] ?? [] where !field.shape.isPersonal {
                    if let value = line.arguments[field.name]?.string { open.insert(value) }
                }
                for field in shapes[line.command] ?? [] where field.shape.isPersonal {
                    guard case .string(let value)? = line.arguments[field.name], value.count >= 4 else { continue }
                    planted[value] = "\(line.command).\(field.name)"
                }
            }
            planted = planted.filter { !open.contains($0.key) }
            looked += planted.count
            let cells = try practice.cells()
            for (value, field) in planted {
                let allowed = DataClass.all.first { $0.fields.contains(field) }?.clear ?? []
                let found = cells.filter { $0.value.contains(value) }.map(\.key)
                #expect(Set(found).subtracting(allowed).sorted() == [], "\(file): \(field)")
            }
        }
        #expect(looked > 10, "something was planted")
    }
}

extension PracticeHouse {
    /// All text of the store, by `table.column`; bytes as Latin text, so that words in them are found.
    func cells() throws -> [String: String] { try Self.cells(of: installation.database) }

    static func cells(of database: any Database) throws -> [String: String] {
        try database.read { tx in
            var cells: [String: String] = [:]
            for table in try StoreCopy.tables(in: tx) {
                let projected = ProjectedTable(table, key: [])
                let columns = try Dump.columns(of: projected, in: tx)
                try tx.each(.all(columns, of: projected)) { row in
                    for (position, column) in columns.enumerated() {
                        let text: String
                        switch row.value(position) {
                        case .text(let value): text = value
                        case .blob(let bytes): text = String(decoding: bytes, as: UTF8.self)
                        default: continue
                        }
                        cells["\(table).\(column)", default: ""] += "\n" + text
                    }
                }
            }
            return cells
        }
    }
}
