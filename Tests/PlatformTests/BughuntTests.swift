import Exchange
import Foundation
import Kernel
@testable import Platform
import Registry
import Storage
import TestSupport
import Testing
import Web

/// Small files that once broke somebody else's program (`../shared/data/bughunt`), each with what a right program answers.
@Suite("Small files that broke other programs") struct BughuntTests {
    /// A file, and of its lines the keys that are refused beyond what the file itself expects, with their numbers.
    struct Case: Sendable, CustomTestStringConvertible {
        let file: String
        var refused: [String: Int] = [:]
        var testDescription: String { file }
    }

    static let scenarios = [
        Case(file: "bh-14-not-nfc"), Case(file: "bh-14b-siblings"), Case(file: "bh-15-right-to-left"),
        Case(
            file: "bh-16-names-without-ink",
            refused: ["registry.registerAsset": 2143, "registry.registerParty": 2050, "registry.openOffice": 2143]),
        Case(file: "bh-17-born-tomorrow", refused: ["registry.registerParty": 2058]),
        Case(file: "bh-21-notice-over-new-year", refused: ["exchange.publishNotice": 1018]),
        Case(file: "bh-21b-award-lost-at-new-year", refused: ["exchange.signContract": 3004]),
        Case(file: "bh-22a-microseconds", refused: ["exchange.publishNotice": 1026]),
        Case(file: "bh-22b-largest-number", refused: ["exchange.publishNotice": 1026]),
        Case(file: "bh-22c-amend-largest-number", refused: ["exchange.amendNotice": 1026]),
        Case(file: "bh-22d-start-typed-as-2199"), Case(file: "bh-08-thirty-bidders"), Case(file: "bidders-registered"),
    ]

    @Test(
        "Each scenario is answered as a right program answers, every page opens and verify is clean",
        arguments: scenarios)
    func scenario(_ wanted: Case) async throws {
        guard let url = sharedData("bughunt/\(wanted.file).jsonl") else {
            print("skipped: ../shared/data/bughunt is not here")
            return
        }
        let practice = try PracticeHouse()
        let steps = try await practice.run(text: String(contentsOf: url, encoding: .utf8)).steps
        var found: [String: Int] = [:]
        for step in steps where !step.isAsExpected {
            guard case .rejected(let rejection) = step.answer else {
                Issue.record("\(step.line.number) was accepted")
                continue
            }
            found[step.line.command] = rejection.number
        }
        #expect(found == wanted.refused)
        for route in practice.installation.routes where route.parameterNames.isEmpty {
            #expect(ExtremeHouse.fault(route, [:], [:], practice.installation) == nil, "\(route.path)")
        }
        for (parameter, names) in try practice.names() {
            for route in practice.installation.routes where route.parameterNames == [parameter] {
                for name in names {
                    let fault = ExtremeHouse.fault(route, [parameter: name], [:], practice.installation)
                    #expect(fault == nil, "\(route.path) \(name)")
                }
            }
        }
        #expect(try practice.verify().size == practice.installation.log.head().size)
    }

    @Test(
        "Files of a bank and lists of places are read, or refused with both readings",
        arguments: [
            ("bh-08-bank-30", 30, 0), ("bh-10a-date-20190311", 1, 0), ("bh-10b-date-slashes", 1, 0),
            ("bh-10c-date-and-time", 1, 0), ("bh-10d-decimal-comma", 0, 1_025), ("bh-10e-chinese-date", 1, 0),
            ("bh-11-excel-tail", 5, 0), ("bh-12a-cr-only", 5, 0), ("bh-12b-utf16", 5, 0),
            ("bh-13-no-parent-column", 5, 0),
        ])
    func file(name: String, rows: Int, refused: Int) throws {
        guard let url = sharedData("bughunt/\(name).csv") else {
            print("skipped: ../shared/data/bughunt is not here")
            return
        }
        let bytes = Array(try Data(contentsOf: url))
        let isOfBank = name.hasPrefix("bh-08") || name.hasPrefix("bh-10")
        do throws(Rejection) {
            let count = isOfBank ? try BankLine.parse(TableText(bytes).text).count : try DivisionFile.rows(bytes).count
            #expect(count == rows && refused == 0)
        } catch {
            #expect(error.flattened.map(\.number) == [refused], "\(error.flattened.map(\.text.en))")
        }
    }
}

extension PracticeHouse {
    /// Some of the names that stand in the store, by the parameter of the addresses that take them.
    func names() throws -> [String: [String]] {
        let columns: [String: SQL] = [
            "lot": "SELECT id FROM lot", "asset": "SELECT id FROM asset", "contract": "SELECT id FROM contract",
            "division": "SELECT id FROM division", "organisation": "SELECT id FROM organisation",
        ]
        return try installation.database.read { tx in
            try columns.mapValues { sql in try tx.rows("\(sql) ORDER BY id LIMIT 5").map { try $0.get(0) } }
        }
    }
}
