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
        ProcessInfo.processInfo.environment["QIANMO_EXTREMES"].flatMap { Int($0) } ?? 10_200

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
        // Most are tried where somebody would give them.
        let each = max(1, Self.cases * 3 / 10 / last.count)
        let past = try Workshop()
        for line in scenario.lines {
            past.clock.set(max(line.at.milliseconds, past.clock.now().milliseconds))
            if last[line.command] == line.number, let shape = shapes[line.command] {
                let site = ExtremeHouse.Site(
                    name: line.command, office: line.office.text, arguments: line.arguments.object ?? [:],
                    fields: shape.fields, isLawful: true)
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
            try await extremes.attack(site, past, cases: max(1, Self.cases / 10 / rest.count))
        }
        try await counties(extremes, shapes)
        print(
            "extremes: \(extremes.given) commands, \(extremes.accepted) accepted, \(extremes.pages) pages, \(extremes.verified) verified"
        )
        #expect(extremes.given > Self.cases * 9 / 10 && extremes.accepted > extremes.given / 4)
        #expect(extremes.wrong.isEmpty, "\(extremes.wrong.count): \(extremes.wrong.prefix(20).joined(separator: "\n"))")
    }

    /// What people do in three counties of the simulation, wherever their sales have come to.
    private func counties(_ extremes: ExtremeHouse, _ shapes: [String: CommandDescription]) async throws {
        var dice = Dice(seed: UInt64(Self.cases))
        let (counties, acts) = (3, 50)
        for number in 0..<counties {
            let (county, wrong) = try await Simulation.past(number)
            #expect(wrong == [])
            county.place.clock.set(county.now)
            for turn in 0..<acts {
                let act: People.Act?
                do {
                    let installation = try extremes.open(county.place)
                    let sight = try installation.database.read { try Sight($0) }
                    act = People(sight: sight, now: Instant(milliseconds: county.now), turn: 9_000_000 + turn).act(
                        &dice)
                }
                guard let act, let shape = shapes[act.command] else { continue }
                let site = ExtremeHouse.Site(
                    name: act.command, office: act.office, arguments: act.arguments, fields: shape.fields,
                    isLawful: true)
                try await extremes.attack(site, county.place, cases: max(1, Self.cases * 6 / 10 / (counties * acts)))
            }
        }
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
        // One word at a time, and of its extremes every forty-eighth in turn; all of them in the long run.
        let every = Self.cases > 100_000 ? 1 : max(48, 192_000 / Self.cases)
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
            for word in words.sorted() {
                turn += 1
                for (place, value) in values.enumerated() where (place + turn) % every == 0 {
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
                        let known = error.flattened.allSatisfy {
                            $0.number < 1_200 || $0.number == RegistryRefusal.outlineUnreadable.number
                        }
                        #expect(known, "\(command.name) \(field.name)")
                    }
                }
            }
        }
        #expect(tried > 10_000)
    }

    private static let files: [(head: String, row: [String], read: @Sendable ([UInt8]) throws(Rejection) -> Void)] = [
        (
            "code,name,level,parent,kind", ["510521111207", "谭坝村", "village", "510521111000", "village"],
            { bytes throws(Rejection) in _ = try DivisionFile.rows(bytes) }
        ),
        (
            "old_code,new_code,new_name,kind", ["140421000000", "140404000000", "上党区", "rename"],
            { bytes throws(Rejection) in
                _ = try DivisionFile.changes(bytes, codeSystem: .statistical, asOf: .example)
            }
        ),
        (
            "reference,date,amount,payer_name,payer_account,remark",
            ["R1", "2019-03-11", "600.00", "王小明", "6228480000000001", "bidder-1"],
            { bytes throws(Rejection) in _ = try BankLine.parse(TableText(bytes).text) }
        ),
        (
            "date,name,kind", ["2027-01-01", "元旦", "off"],
            { bytes throws(Rejection) in _ = try CalendarFile(bytes).year() }
        ),
    ]

    @Test("Every column of every file that is brought in takes every extreme: each row is read, set aside or refused")
    func columns() {
        var tried = 0
        let values = ExtremeValues.texts + ExtremeValues.numbers.map { String($0) } + ExtremeValues.dates
        for file in Self.files {
            for column in file.row.indices {
                for value in values {
                    for quoted in [value, "\"\(value)\"", "\"\(value)"] {
                        tried += 1
                        var row = file.row
                        row[column] = quoted
                        do throws(Rejection) {
                            try file.read(Array((file.head + "\n" + row.joined(separator: ",") + "\n").utf8))
                        } catch {
                            #expect(!error.flattened.isEmpty)
                        }
                    }
                }
            }
        }
        #expect(tried > 4_000)
    }

    @Test("10,000 wounded files of four kinds, in five dresses: rows that are read, or refusals; never a trap")
    func wounded() {
        var random = SeededRandom(seed: 10_000)
        var (read, refused) = (0, 0)
        for round in 0..<10_000 {
            let file = Self.files[round % Self.files.count]
            let rows = (0..<3).map { number in
                file.row.enumerated().map { $0 == 0 && number > 0 ? "\($1)\(number)" : $1 }.joined(separator: ",")
            }
            let plain = ([file.head] + rows).joined(separator: "\n") + "\n"
            let dressed: [UInt8] =
                switch round % 5 {
                case 0: Array("\u{FEFF}\(plain)".utf8)
                case 1: Array(plain.replacing(",", with: "\t").replacing("\n", with: "\r\n").utf8)
                case 2: Array(plain.replacing(",", with: "，").utf8)
                case 3: [0xFF, 0xFE] + plain.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
                default: Array(plain.utf8)
                }
            do throws(Rejection) {
                try file.read(random.mutated(dressed))
                read += 1
            } catch {
                refused += 1
                if error.flattened.contains(where: { $0.text.zh.isEmpty || $0.next.zh.isEmpty }) {
                    Issue.record("\(round): \(error)")
                }
            }
        }
        #expect(read > 500 && refused > 1_000, "\(read) read, \(refused) refused")
    }
}
