import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

/// A village's year 2024 under the system of 2023, voucher by voucher.
struct WorkedYear {
    let village: Village

    /// Books opened on 1 January 2024 with the openings of the example.
    init() throws {
        village = try Village(at: "2025-01-05", isOpen: false)
        let names = [
            ("11301", "户甲"), ("11302", "户乙"), ("11303", "户丁"), ("11304", "出纳"), ("32201", "未分配收益"),
            ("32202", "各项分配"),
        ]
        let lines = Self.rows(Self.openings).map { row in
            VoucherLine(account(row[0]), debit: Self.money(row[2]), credit: Self.money(row[3]))
        }
        try village.give(
            OpenBooks(
                organisation: village.organisation, startDate: day("2024-01-01"),
                subAccounts: names.map { SubAccountEntry(code: account($0.0), name: $0.1) }, openings: lines))
    }

    static func rows(_ text: String) -> [[String]] {
        text.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// From `1234.50`; nil for nothing.
    static func money(_ text: String) -> Money? {
        guard !text.isEmpty else { return nil }
        let digits = text.filter { $0.isNumber }
        return Money(fen: (text.hasPrefix("-") ? -1 : 1) * Int64(digits)!)
    }

    /// Posts the vouchers of the example of these kinds, in the order of their days.
    func post(_ kinds: Set<String>, through last: String = "2024-12-31") throws {
        var lines: [VoucherLine] = []
        let rows = Self.rows(Self.vouchers).filter { kinds.contains($0[3]) && $0[0] <= last }
        for (position, row) in rows.enumerated() {
            lines.append(VoucherLine(account(row[5]), debit: Self.money(row[7]), credit: Self.money(row[8])))
            let isLast = position + 1 == rows.count || rows[position + 1][0...1] != row[0...1]
            guard isLast else { continue }
            let name = "V-\(row[0])-\(row[1])"
            if lines.contains(where: { ($0.debit ?? $0.credit ?? .zero) < .zero }) {
                try village.give(
                    ReverseVoucher(
                        organisation: village.organisation, voucher: id("V-2024-05-08-1", VoucherName.self),
                        date: day(row[0]), reason: "误记", reviewer: id("station", OfficeName.self)))
            } else {
                try village.post(row[0], lines, voucher: name, summary: row[4])
            }
            #expect(village.runner.all(VoucherPosted.self).last?.number == Int64(row[1]))
            lines = []
        }
    }

    func statements(_ date: String, _ definition: ReportDefinition = .income) throws -> Statements {
        let found = try village.database.read {
            try StatementQueries.statements(village.organisation, at: day(date), income: definition, in: $0)
        }
        return try #require(found)
    }

    /// Every row of the example's sheet in one of its columns (1 to 4), to the fen.
    func expectSheet(_ statement: Statement, column: Int, sourceLocation: SourceLocation = #_sourceLocation) {
        for (line, row) in zip(statement.lines, Self.rows(Self.sheets)) {
            #expect(line.row.label.zh == row[0], sourceLocation: sourceLocation)
            #expect(line.amount == Self.money(row[column]), "\(row[0])", sourceLocation: sourceLocation)
        }
        #expect(statement.lines.count == Self.rows(Self.sheets).count, sourceLocation: sourceLocation)
    }

    /// January to November closed, everything reviewed.
    func closeMonths(through last: Int) throws {
        for month in 1...last { try village.confirmAndClose("2024-\(month < 10 ? "0" : "")\(month)") }
    }
}
