import Foundation
import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

/// What three programs of others make of the books of a county, beside ours: every village, month and account.
///
/// `QIANMO_COUNTY` is the number of villages: 4 without it, 300 for the whole drill of issue 15.
@Suite("A county's books in the programs of others") struct CountyTests {
    private struct Key: Hashable, Comparable, CustomStringConvertible {
        let village: String
        let account: String
        let month: Int

        var description: String { "\(village) \(account) \(month)" }
        static func < (left: Key, right: Key) -> Bool { left.description < right.description }
    }

    private typealias Balances = [Key: Int64]

    private func county(_ count: Int, seed: UInt64) throws -> Village {
        var random = SeededRandom(seed: seed)
        let county = try Village(at: "2026-12-31", isOpen: false)
        try county.asksForNothing()
        let accounts = ["101", "112", "113", "211", "212", "401", "501", "503", "51301", "514", "151", "311", "10202"]
        for number in 1...count {
            let village = id("v\(number)-collective", OrganisationName.self)
            try county.database.write { tx in
                try tx.run(
                    """
                    INSERT INTO organisation (id, division, kind, name) VALUES (\(village), 'p14', 'collective', '某村')
                    """)
            }
            let money = Int64.random(in: 1_000_000...9_000_000, using: &random)
            try county.give(
                OpenBooks(
                    organisation: village, startDate: day("2026-01-01"),
                    subAccounts: [
                        SubAccountEntry(code: account("10201"), name: "基本户"),
                        SubAccountEntry(code: account("10202"), name: "专户"),
                        SubAccountEntry(code: account("51301"), name: "办公费"),
                    ], openings: [debit("10201", money), credit("301", money)]))
            for month in 1...12 {
                for _ in 0..<Int.random(in: 0...4, using: &random) {
                    let fen = Int64.random(in: 1...99_999_99, using: &random)
                    let other = accounts.randomElement(using: &random) ?? "101"
                    let isOut = Bool.random(using: &random)
                    let sides = isOut ? (other, "10201") : ("10201", other)
                    try county.give(
                        PostVoucher(
                            organisation: village, date: day("2026-\(month < 10 ? "0" : "")\(month)-15"), summary: "收支",
                            lines: [
                                VoucherLine(account(sides.0), debit: Money(fen: fen)),
                                VoucherLine(account(sides.1), credit: Money(fen: fen)),
                            ], attachments: 1, reviewer: id("station", OfficeName.self)))
                }
            }
        }
        return county
    }

    /// What our trial balances say at the end of each month, of accounts that take postings.
    private func ours(_ county: Village, _ count: Int) throws -> Balances {
        var balances: Balances = [:]
        for number in 1...count {
            let name = "v\(number)-collective"
            for month in 1...12 {
                let end = AccountingMonth("2026-\(month < 10 ? "0" : "")\(month)")!.lastDay
                let trial = try county.database.read {
                    try TrialBalanceQueries.get(id(name, OrganisationName.self), through: end, in: $0)
                }
                for line in trial.lines where line.closing != .zero {
                    balances[Key(village: name, account: line.account.text, month: month)] = line.closing.fen
                }
            }
        }
        return balances
    }

    private func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = [
            "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "HOME": NSTemporaryDirectory(), "PATH": "/usr/bin:/bin",
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readAll()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(program)")
        return String(decoding: data, as: UTF8.self)
    }

    /// "v1-collective:assets:102 …:10201 …", or in beancount's words "Assets:B-v1-collective:102-…".
    private func key(_ name: String, _ month: Int) -> Key {
        let parts = name.split(separator: ":").map(String.init)
        let village = parts.first { $0.hasSuffix("-collective") }.map { $0.replacing("B-", with: "") } ?? ""
        return Key(
            village: village, account: String((parts.last ?? "").prefix { $0.isNumber && $0.isASCII }), month: month)
    }

    private func fen(_ amount: some StringProtocol) -> Int64 {
        let figures = String(amount.filter { $0.isNumber || $0 == "." || $0 == "-" })
        let parts = figures.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return (Int64(figures) ?? 0) * 100 }
        return Int64(parts[0] + parts[1].padding(toLength: 2, withPad: "0", startingAt: 0)) ?? .min
    }

    private func hledger(_ file: String) throws -> Balances {
        let table = try run(
            "/usr/bin/hledger",
            [
                "-f", file, "balance", "-M", "--historical", "--flat", "--no-total", "-b", "2026-01", "-e", "2027-01",
                "-O", "csv",
            ])
        var balances: Balances = [:]
        for line in table.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.components(separatedBy: "\",\"").map { $0.replacing("\"", with: "") }
            #expect(cells.count == 13)
            for (month, amount) in cells.dropFirst().enumerated() where fen(amount) != 0 {
                balances[key(cells[0], month + 1)] = fen(amount)
            }
        }
        return balances
    }

    private func ledger(_ file: String) throws -> Balances {
        var balances: Balances = [:]
        for month in 1...12 {
            let end = AccountingMonth("2026-\(month < 10 ? "0" : "")\(month)")!.next.firstDay
            let table = try run(
                "/usr/bin/ledger",
                [
                    "-f", file, "balance", "--flat", "--no-total", "--end", "\(end)", "--format",
                    "%(account)\t%(amount)\n",
                ])
            for line in table.split(whereSeparator: \.isNewline) {
                let cells = line.split(separator: "\t")
                guard cells.count == 2, fen(cells[1]) != 0 else { continue }
                balances[key(String(cells[0]), month)] = fen(cells[1])
            }
        }
        return balances
    }

    private func beancount(_ file: String) throws -> Balances {
        let table = try run(
            "/usr/bin/bean-query",
            [
                "-q", "-f", "csv", file,
                "SELECT account, month, sum(number) GROUP BY account, month ORDER BY account, month",
            ])
        var moved: Balances = [:]
        for line in table.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 3, let month = Int(cells[1]) else { continue }
            moved[key(cells[0], month)] = fen(cells[2])
        }
        var balances: Balances = [:]
        for account in Set(moved.keys.map { Key(village: $0.village, account: $0.account, month: 0) }) {
            var sum = Int64(0)
            for month in 1...12 {
                let own = Key(village: account.village, account: account.account, month: month)
                sum += moved[own] ?? 0
                if sum != 0 { balances[own] = sum }
            }
        }
        return balances
    }

    private static let programs = ["/usr/bin/hledger", "/usr/bin/ledger", "/usr/bin/bean-query"]
    private static let areThere = programs.allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }

    @Test(
        "hledger, ledger and beancount have our balance of every village, month and account",
        .enabled(if: areThere, "needs hledger, ledger and beancount"))
    func agree() throws {
        let count = Int(ProcessInfo.processInfo.environment["QIANMO_COUNTY"] ?? "") ?? 4
        let county = try county(count, seed: 300)
        let ours = try ours(county, count)
        #expect(ours.count > count * 12 * 2)
        for dialect in JournalDialect.allCases {
            let journal = try county.database.read { try HledgerExport.journal(nil, dialect: dialect, in: $0) }
            let file = FileManager.default.temporaryDirectory.appending(path: "county-\(UUID().uuidString).beancount")
            try journal.write(to: file, atomically: true, encoding: .utf8)
            defer { try? FileManager.default.removeItem(at: file) }
            let theirs =
                switch dialect {
                case .hledger: try hledger(file.path)
                case .ledger: try ledger(file.path)
                case .beancount: try beancount(file.path)
                }
            let other = Set(ours.keys).union(theirs.keys).filter { ours[$0] != theirs[$0] }.sorted()
            #expect(
                other.isEmpty,
                "\(dialect): \(other.count) of \(ours.count), first \(other.prefix(3).map { "\($0): \(ours[$0] ?? 0) \(theirs[$0] ?? 0)" })"
            )
        }
    }
}
