import Exchange
import Foundation
import Kernel
@testable import Platform
import Registry
import Storage
import TestSupport
import Testing
import Web

/// `make extremes` tries a million.
@Suite("Extremes in every field") struct ExtremesTests {
    private static let cases =
        ProcessInfo.processInfo.environment["QIANMO_EXTREMES"].flatMap { Int($0) } ?? 10_000

    private static let columns: [String: SQL] = [
        "lot": "SELECT id FROM lot ORDER BY id", "asset": "SELECT id FROM asset ORDER BY id",
        "bidder": "SELECT id FROM bidder ORDER BY id", "contract": "SELECT id FROM contract ORDER BY id",
        "division": "SELECT id FROM division ORDER BY id DESC", "office": "SELECT id FROM office ORDER BY id",
        "notice": "SELECT notice FROM notice ORDER BY notice", "party": "SELECT id FROM party ORDER BY id",
        "organisation": "SELECT id FROM organisation ORDER BY id",
        "receivable": "SELECT receivable FROM receivable ORDER BY receivable",
        "voucher": "SELECT voucher FROM voucher ORDER BY voucher", "resolution": "SELECT id FROM resolution",
        "number": "SELECT number FROM certificate", "certificate": "SELECT number FROM certificate",
    ]

    private static func names(_ installation: Installation) throws -> [String: [String]] {
        try installation.database.read { tx in
            try columns.mapValues { sql in try tx.rows("\(sql) LIMIT 3").map { try $0.get(0) } }
        }
    }

    @Test("10,000 commands with extremes in one field or two: no trap, no 1208, every page opens, verify is clean")
    func commands() async throws {
        let extremes = ExtremeHouse(seed: UInt64(Self.cases))
        let shapes = Dictionary(uniqueKeysWithValues: InstallationPlan.qianmo.commands.map { ($0.name, $0) })
        let scenario = try Scenario(parsing: Array(PracticeHouse.text("luxian-2019.jsonl").utf8))
        // A command is tried where it stands in the deal; the rest where the deal has come to.
        var last: [String: Int] = [:]
        for line in scenario.lines where line.expected == nil { last[line.command] = line.number }
        let rest = InstallationPlan.qianmo.commands.filter { last[$0.name] == nil && !$0.access.roles.isEmpty }
        let each = max(1, Self.cases / (last.count + rest.count))
        let past = try Workshop()
        for line in scenario.lines {
            past.clock.set(max(line.at.milliseconds, past.clock.now().milliseconds))
            if last[line.command] == line.number, let shape = shapes[line.command] {
                let site = ExtremeHouse.Site(
                    name: line.command, office: line.office.text, arguments: line.arguments.object ?? [:],
                    fields: shape.fields)
                try await extremes.attack(site, past, cases: each)
            }
            let installation = try extremes.open(past)
            guard let principal = try installation.findPrincipal(office: line.office) else { continue }
            _ = try await installation.writer.submit(
                Submission(command: line.command, arguments: line.arguments, principal: principal, key: line.key))
        }
        let offices: [(id: String, role: String)]
        let names: [String: [String]]
        do {
            let installation = try extremes.open(past)
            names = try Self.names(installation)
            offices = try installation.database.read { tx in
                try tx.rows("SELECT id, role FROM office WHERE is_open = 1 ORDER BY id").map {
                    (try $0.get(0), try $0.get(1))
                }
            }
        }
        for command in rest {
            let office =
                offices.first { office in command.roles.contains { $0.rawValue == office.role } }?.id ?? "admin"
            let site = ExtremeHouse.Site(
                name: command.name, office: office, arguments: ExtremeValues.plain(command.fields, names: names),
                fields: command.fields)
            try await extremes.attack(site, past, cases: each)
        }
        print(
            "extremes: \(extremes.given) commands, \(extremes.accepted) accepted, \(extremes.pages) pages, \(extremes.verified) verified"
        )
        #expect(extremes.given > Self.cases * 9 / 10 && extremes.accepted > extremes.given / 40)
        #expect(extremes.wrong.isEmpty, "\(extremes.wrong.count): \(extremes.wrong.prefix(20).joined(separator: "\n"))")
    }

    @Test("Every part of a path and every word of a query that the pages read takes every extreme and answers")
    func addresses() async throws {
        let practice = try PracticeHouse()
        _ = try await practice.run("luxian-2019.jsonl")
        let names = try Self.names(practice.installation)
        // The words are found in the code, so a new one is tried by itself.
        let words = Set(
            Tree.files(in: "Sources", endings: [".swift"]).flatMap { file in
                file.text.matches(of: /query\["([A-Za-z]+)"\]|number\("([A-Za-z]+)"/).compactMap { match in
                    (match.1 ?? match.2).map { String($0) }
                }
            })
        #expect(words.count >= 8, "\(words)")
        let values =
            ExtremeValues.texts + ExtremeValues.numbers.map { String($0) } + ExtremeValues.dates + ["p510521", "all"]
        let isLong = Self.cases > 10_000
        var (asked, turn, wrong) = (0, 0, [String]())
        for route in practice.installation.routes {
            let plain = Dictionary(
                uniqueKeysWithValues: route.parameterNames.map { ($0, names[$0]?.first ?? "40") })
            func ask(_ parameters: [String: String], _ query: [String: String]) {
                asked += 1
                if let fault = ExtremeHouse.fault(route, parameters, query, practice.installation) {
                    wrong.append("\(route.path) \(parameters) \(query)".prefix(300) + ": \(fault)")
                }
            }
            for name in route.parameterNames { for value in values { ask(plain.merging([name: value]) { $1 }, [:]) } }
            // Every eighth in turn; all of them in the long run.
            for word in words.sorted() {
                turn += 1
                for (place, value) in values.enumerated() where isLong || (place + turn) % 8 == 0 {
                    ask(plain, [word: value])
                }
            }
        }
        print("extremes: \(asked) addresses")
        #expect(asked > 10_000)
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(10).joined(separator: "\n"))")
    }

    @Test("Every field as a form sends it takes every extreme: it is read or refused by its name")
    func typed() {
        var tried = 0
        for command in InstallationPlan.qianmo.commands {
            let base = ExtremeValues.plain(command.fields, names: [:])
            for field in command.fields {
                for value in ExtremeValues.texts.dropLast() + ExtremeValues.numbers.map({ String($0) })
                    + ExtremeValues.dates
                {
                    tried += 1
                    var arguments = base
                    arguments[field.name] = .string(value)
                    do throws(Rejection) {
                        _ = try InstallationPlan.qianmo.modules.read(command.name, .object(arguments), .typed)
                    } catch {
                        #expect(error.flattened.allSatisfy { $0.number < 1_200 }, "\(command.name) \(field.name)")
                    }
                }
            }
        }
        #expect(tried > 10_000)
    }

    @Test("Every column of every file that is brought in takes every extreme: each row is read, set aside or refused")
    func columns() {
        let files: [(head: String, row: [String], read: (String) throws(Rejection) -> Void)] = [
            (
                "code,name,level,parent,kind", ["510521111207", "谭坝村", "village", "510521111000", "village"],
                { text throws(Rejection) in _ = try DivisionFile.rows(Array(text.utf8)) }
            ),
            (
                "old_code,new_code,new_name,kind", ["140421000000", "140404000000", "上党区", "rename"],
                { text throws(Rejection) in
                    _ = try DivisionFile.changes(Array(text.utf8), codeSystem: .statistical, asOf: .example)
                }
            ),
            (
                "reference,date,amount,payer_name,payer_account,remark",
                ["R1", "2019-03-11", "600.00", "王小明", "6228480000000001", "bidder-1"],
                { text throws(Rejection) in _ = try BankLine.parse(text) }
            ),
            (
                "date,name,kind", ["2027-01-01", "元旦", "off"],
                { text throws(Rejection) in _ = try CalendarFile(Array(text.utf8)).year() }
            ),
        ]
        var tried = 0
        let values = ExtremeValues.texts + ExtremeValues.numbers.map { String($0) } + ExtremeValues.dates
        for file in files {
            for column in file.row.indices {
                for value in values {
                    for quoted in [value, "\"\(value)\"", "\"\(value)"] {
                        tried += 1
                        var row = file.row
                        row[column] = quoted
                        do throws(Rejection) {
                            try file.read(file.head + "\n" + row.joined(separator: ",") + "\n")
                        } catch {
                            #expect(!error.flattened.isEmpty)
                        }
                    }
                }
            }
        }
        #expect(tried > 4_000)
    }
}
