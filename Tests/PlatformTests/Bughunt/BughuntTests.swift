import EventLog
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
        /// Whether the file goes no further where the first line is refused: what follows is refused for want of it.
        var endsThere = false
        var testDescription: String { file }
    }

    static let scenarios = [
        Case(file: "bh-14-not-nfc"), Case(file: "bh-14b-siblings"), Case(file: "bh-15-right-to-left"),
        Case(
            file: "bh-16-names-without-ink",
            refused: ["bh16-1": 2143, "bh16-2": 2050, "bh16-3": 2143]),
        Case(file: "bh-17-born-tomorrow", refused: ["bh17-1": 2058]),
        Case(file: "bh-21-notice-over-new-year", refused: ["publish": 1018]),
        Case(file: "bh-21b-award-lost-at-new-year", refused: ["sign": 3004]),
        Case(file: "bh-22a-microseconds", refused: ["bh22a": 1026]),
        Case(file: "bh-22b-largest-number", refused: ["bh22b": 1026]),
        Case(file: "bh-22c-amend-largest-number", refused: ["bh22c": 1026, "bh22c-2": 1026]),
        Case(
            file: "bh-22d-start-typed-as-2199",
            refused: ["draft": 3146], endsThere: true), Case(file: "bh-08-thirty-bidders"),
        Case(file: "bidders-registered"),
        Case(file: "bh-02b-other-long-records"), Case(file: "bh-01-year-close"), Case(file: "bh-02-openings-300"),
        Case(file: "bh-03-two-sides-of-113"), Case(file: "bh-04-second-bank-account"),
        Case(file: "bh-05-names-nobody-checked", refused: ["bh05-a": 4019, "bh05-b": 4051, "bh05-c": 4053]),
        Case(
            file: "bh-05b-maker-named-by-the-caller",
            refused: ["bh05b-1": 4050, "bh05b-2": 4050, "bh05b-3": 4054, "bh05b-4": 4051]),
        Case(file: "bh-06-reversed-before-it-was-booked", refused: ["bh06-2": 4056]),
        Case(file: "bh-06b-paid-before-the-contract", refused: ["bh06b": 4068]),
        Case(file: "bh-07-one-receipt-booked-twice", refused: ["bh07-2": 4069]),
        Case(file: "bh-07b-one-reference-two-bidders", refused: ["bh07b-deposit": 3143]),
        Case(file: "bh-07c-first-payment-twice", refused: ["bh07c-again": 3143]), Case(file: "bh-18-leap-day"),
        Case(file: "bh-19-twin-parcels", refused: ["bh19-c2": 2162]),
        Case(file: "bh-20-equal-to-the-hidden-limit"), Case(file: "bh-23-deposit-in-two-transfers"),
        Case(file: "bn-01-bid-beyond-reckoning", refused: ["bn01-bid": 3142, "bn01-next": 3004]),
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
        for step in steps where !step.isAsExpected && !(wanted.endsThere && !found.isEmpty) {
            guard case .rejected(let rejection) = step.answer else {
                Issue.record("\(step.line.number) was accepted")
                continue
            }
            found[step.line.key] = rejection.number
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

    @Test("bh-09: of a whole statement the deposits are taken, and the rent and the interest are set aside and named")
    func wholeStatement() async throws {
        guard let prelude = sharedData("bughunt/bidders-registered.jsonl"),
            let file = sharedData("bughunt/bh-09-whole-statement.csv")
        else {
            print("skipped: ../shared/data/bughunt is not here")
            return
        }
        let practice = try PracticeHouse()
        _ = try await practice.run(text: String(contentsOf: prelude, encoding: .utf8))
        let desk = try #require(OfficeID("luxian-intake"))
        let principal = try #require(try practice.installation.findPrincipal(office: desk))
        let csv = try String(contentsOf: file, encoding: .utf8)
        func give(_ key: String) async throws -> Answer {
            try await practice.installation.writer.submit(
                Submission(
                    command: "exchange.importDeposits", arguments: ["csv": .string(csv)], principal: principal, key: key
                )
            )
        }
        guard case .accepted(let entries, _, _) = try await give("first") else {
            Issue.record("the statement was refused")
            return
        }
        let leaf = try Leaf(decoding: try #require(try practice.installation.log.leaf(entries[0])))
        #expect(leaf.fields["lines"] == 3 && leaf.fields["foreign"] == [5])
        let states: [String] = try practice.installation.database.read { tx in
            try tx.rows("SELECT deposit_state FROM bidder").map { try $0.get(0) }
        }
        #expect(states == ["matched", "matched", "matched"])
        // Tomorrow's statement holds today's lines again: nothing is booked twice.
        guard case .rejected(let again) = try await give("again") else {
            Issue.record("the same file was taken twice")
            return
        }
        #expect(Set(again.flattened.map(\.number)) == [3112, 3143])
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
