import Foundation
import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

/// hledger, the plain-text accounting program of others, where it is installed (`apt install hledger`).
private let hledger = URL(filePath: "/usr/bin/hledger")
private let hasHledger = FileManager.default.isExecutableFile(atPath: hledger.path)

@Suite("hledger computes the same") struct HledgerTests {
    /// Balances in fen by account name, as hledger computes them from `journal`.
    private func balances(of journal: String) throws -> [String: Int64] {
        let file = FileManager.default.temporaryDirectory.appending(path: "qianmo-\(UUID().uuidString).journal")
        try journal.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = hledger
        process.arguments = ["-f", file.path, "balance", "--flat", "--no-total", "-O", "csv"]
        process.environment = ["LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "HOME": NSTemporaryDirectory()]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readAll()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        var balances: [String: Int64] = [:]
        for line in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst() {
            let columns = line.split(separator: "\",\"").map { $0.trimmingCharacters(in: ["\""]) }
            let amount = columns[1].replacing(" CNY", with: "").replacing(".", with: "")
            balances[columns[0]] = Int64(amount)
        }
        return balances
    }

    private func codes(_ balances: [String: Int64]) -> [String: Int64] {
        var codes: [String: Int64] = [:]
        for (name, fen) in balances {
            let last = name.split(separator: ":").last?.split(separator: " ").first
            codes[String(last ?? "")] = fen / 100
        }
        return codes
    }

    @Test("The Luxian deal: 288,000 in the first year, 720,000 at the end", .enabled(if: hasHledger, "needs hledger"))
    func luxian() throws {
        let village = try Village.luxian()
        try village.advance(to: "2019-05-20")
        try village.settle(1, 288_000, on: "2019-05-20")
        for end in ["2019-12-31", "2049-06-01"] {
            try village.advance(to: end)
            let journal = try village.database.read { try HledgerExport.journal(village.organisation, in: $0) }
            #expect(codes(try balances(of: journal)) == (try village.closings(end)))
        }
        #expect(try village.closings("2049-06-01") == ["102": 288_000, "112": 432_000, "501": -720_000])
    }

    @Test("Odd words, own accounts, openings and fen survive the journey", .enabled(if: hasHledger, "needs hledger"))
    func oddWords() throws {
        let village = try Village(
            openings: [debit("10299", 0)].filter { _ in false } + [
                VoucherLine(account("101"), debit: Money(fen: 1_05)),
                VoucherLine(account("301"), credit: Money(fen: 1_05)),
            ])
        try village.give(village.adding("10201", "基本户:  农商行;主"))
        try village.post(
            "2026-01-04", [debit("10201", 7), credit("504", 7)], summary: "收到 ; comment  two spaces | (x) tag: y\n2nd")
        let journal = try village.database.read { try HledgerExport.journal(nil, in: $0) }
        let found = try balances(of: journal)
        #expect(found.values.sorted() == [-7_00, -1_05, 1_05, 7_00])
        #expect(found["tanba-collective:assets:101 库存现金"] == 1_05)
        #expect(found["tanba-collective:assets:102 银行存款:10201 基本户 农商行 主"] == 7_00)
    }
}
