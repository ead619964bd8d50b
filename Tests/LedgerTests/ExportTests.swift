import Foundation
import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("The books for other programs") struct ExportTests {
    /// Closing balances in fen by account, added up from a journal's postings by their last part's code.
    private func added(_ journal: String) throws -> [String: Int64] {
        var sums: [String: Int64] = [:]
        for line in journal.split(whereSeparator: \.isNewline) where line.hasPrefix("    ") && line.hasSuffix(" CNY") {
            let words = line.dropLast(4).split(separator: " ")
            let amount = String(words.last ?? "").replacing(".", with: "")
            let name = line.dropFirst(4).prefix { $0 != "\n" }.components(separatedBy: "  ").first ?? ""
            let code = (name.split(separator: ":").last ?? "").prefix { $0.isASCII && $0.isNumber }
            sums[String(code), default: 0] += try #require(Int64(amount))
        }
        return sums.filter { $0.value != 0 }
    }

    /// Runs another program over a journal; nil where it is not installed.
    private func check(_ program: String, _ arguments: [String], _ journal: String) throws -> (Int32, String)? {
        guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
        let file = FileManager.default.temporaryDirectory.appending(path: "qianmo-\(UUID().uuidString).beancount")
        try journal.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments.map { $0 == "FILE" ? file.path : $0 }
        process.environment = [
            "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "HOME": NSTemporaryDirectory(), "PATH": "/usr/bin:/bin",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = output.fileHandleForReading.readAll()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    private func generated(_ seed: UInt64) throws -> Village {
        var random = SeededRandom(seed: seed)
        let village = try Village(
            at: "2026-12-30", openings: [debit("102", 5_000), debit("112", 70), credit("301", 5_070)])
        try village.give(village.adding("51301", "办公费; \"杂\" (镇)"))
        let accounts = ["101", "112", "211", "401", "501", "503", "51301", "514", "515", "311"]
        try village.asksForNothing()
        for number in 1...60 {
            let fen = Int64.random(in: 1...99_999_99, using: &random)
            let other = accounts.randomElement(using: &random) ?? "101"
            let lines = [
                VoucherLine(account(other), debit: Money(fen: fen)),
                VoucherLine(account("102"), credit: Money(fen: fen)),
            ]
            try village.post(
                "2026-\(number % 12 < 9 ? "0" : "")\(number % 12 + 1)-05", lines, summary: "收支 <\(number)> & \"引\"")
        }
        return village
    }

    @Test(
        "hledger, ledger, beancount and the auditors' tables agree on every account", arguments: [1, 2, 3] as [UInt64])
    func agree(seed: UInt64) throws {
        let village = try generated(seed)
        var expected: [String: Int64] = [:]
        for line in try village.trialBalance(through: "2026-12-31").lines where line.closing != .zero {
            expected[line.account.text] = line.closing.fen
        }
        for dialect in JournalDialect.allCases {
            let (one, all) = try village.database.read { tx in
                (
                    try HledgerExport.journal(village.organisation, dialect: dialect, in: tx),
                    try HledgerExport.journal(nil, dialect: dialect, in: tx)
                )
            }
            #expect(try added(one) == expected, "\(dialect)")
            #expect(try added(all) == expected, "\(dialect)")
            switch dialect {
            case .hledger:
                #expect(try check("/usr/bin/hledger", ["-f", "FILE", "check"], all).map { $0.0 == 0 } ?? true)
            case .ledger:
                #expect(try check("/usr/bin/ledger", ["-f", "FILE", "balance"], all).map { $0.0 == 0 } ?? true)
            case .beancount:
                let said = try check("/usr/bin/bean-check", ["FILE"], all)
                #expect(said.map { $0.0 == 0 } ?? true, "\(said?.1 ?? "")")
            }
        }
        let xml = try village.database.read { try AuditExport.xml(village.organisation, in: $0) }
        #expect(Self.closings(xml) == expected)
        #expect(Self.turnover(xml) == expected.filter { $0.key == "102" }.mapValues { $0 - 5_000_00 })
    }

    private static func cells(_ row: Substring, _ name: String) -> String {
        let parts = row.components(separatedBy: "<\(name)>")
        return parts.count < 2 ? "" : String(parts[1].prefix { $0 != "<" })
    }

    /// What stands at the end of the last month, by the tables' own sides.
    private static func closings(_ xml: String) -> [String: Int64] {
        var closings: [String: Int64] = [:]
        for row in xml.split(separator: "\n") where row.hasPrefix("<科目余额及发生额>") {
            let fen = Int64(cells(row, "期末本币余额").replacing(".", with: "")) ?? -1
            closings[cells(row, "科目编号")] = cells(row, "期末余额方向") == "贷" ? -fen : fen
        }
        return closings.filter { $0.value != 0 }
    }

    /// What the vouchers of the tables move on the bank account.
    private static func turnover(_ xml: String) -> [String: Int64] {
        var sum: Int64 = 0
        for row in xml.split(separator: "\n") where row.hasPrefix("<记账凭证>") && cells(row, "科目编号") == "102" {
            sum += Int64(cells(row, "借方本币金额").replacing(".", with: "")) ?? 0
            sum -= Int64(cells(row, "贷方本币金额").replacing(".", with: "")) ?? 0
        }
        return ["102": sum]
    }
}
