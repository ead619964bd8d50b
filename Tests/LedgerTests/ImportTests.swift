import Foundation
import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("Vouchers from files") struct VoucherFileTests {
    private static let openings = [debit("101", 3_000), debit("102", 97_000), credit("301", 100_000)]

    /// What became of the rows, by their outcome.
    private func read(_ text: String, into village: Village, map: ImportMap = .empty) throws -> [Int: ImportRow.Outcome]
    {
        try village.read(VoucherFile(Array(text.utf8), map: map))
    }

    @Test("The worked year reads to the fen, and a second time changes nothing")
    func workedYear() throws {
        guard let vouchers = sharedData("books/example_vouchers_2024.csv"),
            let opening = sharedData("books/example_opening_2024-01-01.csv"),
            let trial = sharedData("books/example_trial_balance_2024.csv")
        else { return }
        let village = try Village(at: "2026-01-05", isOpen: false)
        let balances = try BalanceFile(Array(Data(contentsOf: opening)))
        #expect(balances.others.isEmpty || balances.lines.count == 26)
        try village.give(balances.opening(village.organisation, on: day("2024-01-01")))
        let file = try VoucherFile(Array(Data(contentsOf: vouchers)))
        let first = try village.read(file)
        #expect(first.count == 87)
        #expect(first.values.allSatisfy { if case .accepted = $0 { true } else { false } })
        let lines = try village.trialBalance(through: "2024-12-31").lines
        let closings = Dictionary(lines.map { ($0.account.text, $0.closing.fen) }, uniquingKeysWith: { $1 })
        var compared = 0
        for row in try String(contentsOf: trial, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst() {
            let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let expected = try Money(typed: cells[8]).fen
            #expect(closings[cells[0], default: 0] == expected, "\(cells[0])")
            compared += 1
        }
        #expect(compared > 30)
        let events = village.runner.events.count
        let second = try village.read(file)
        #expect(second.values.allSatisfy { if case .unchanged = $0 { true } else { false } })
        #expect(village.runner.events.count == events)
        #expect(try village.isRecounted())
    }

    @Test("A red voucher of a file takes its original back or lowers it; a free one is refused")
    func red() throws {
        let village = try Village(at: "2024-06-30", openings: Self.openings, start: "2024-01-01")
        let answers = try read(
            """
            日期,凭证号,摘要,科目编码,借方金额,贷方金额
            2024-05-08,1,误记办公用品,514,860.00,
            2024-05-08,1,误记办公用品,101,,860.00
            2024-05-09,2,注销5月8日1号凭证,514,-860.00,
            2024-05-09,2,注销5月8日1号凭证,101,,-860.00
            2024-05-10,3,办公用品,513,950.00,
            2024-05-10,3,办公用品,101,,950.00
            2024-05-11,4,调整5月10日3号凭证多记金额,513,-90.00,
            2024-05-11,4,调整5月10日3号凭证多记金额,101,,-90.00
            2024-05-12,5,无来源的红字,515,-5.00,
            2024-05-12,5,无来源的红字,101,,-5.00
            """, into: village)
        for row in 2...9 { #expect(answers[row]?.isAccepted == true, "row \(row)") }
        #expect(answers[10]?.refusals == [LedgerRefusal.notPositive.number, LedgerRefusal.notPositive.number])
        #expect(try village.closings("2024-05-31") == ["101": 2_140, "102": 97_000, "301": -100_000, "513": 860])
        let balance = try village.trialBalance(through: "2024-05-31", from: "2024-05")
        let line = balance.lines.first { $0.account.text == "514" }
        #expect(line.map { $0.debit } ?? .zero == .zero)
        #expect(
            try village.database.read {
                try VoucherQueries.list(
                    village.organisation, from: .opening, through: AccountingMonth("2024-05")!, in: $0)
            }.count == 4)
    }

    @Test("A bad row leaves out its own voucher and no other, and every row is answered")
    func badRow() throws {
        let village = try Village(at: "2024-06-30", openings: Self.openings, start: "2024-01-01")
        let answers = try read(
            """
            坦坝村凭证列表
            日期,凭证号,摘要,科目编码,借方金额,贷方金额
            2024-05-08,1,办公,514,12.00,
            2024-05-08,1,办公,101,,十二
            2024-05-09,2,办公,514,7.00,
            2024-05-09,2,办公,101,,7.00
            2024-05-10,3,不平,514,8.00,
            2024-05-10,3,不平,101,,7.99
            2024-05-11,4,无此科目,9901,1.00,
            2024-05-11,4,无此科目,101,,1.00
            合计,,,,28.00,16.00
            """, into: village)
        #expect(answers[1] == .setAside(.preamble))
        #expect(answers[3]?.refusals == [LedgerRefusal.rowOfBadVoucher.number])
        #expect(answers[4]?.refusals == [1021] || answers[4]?.refusals.isEmpty == false)
        #expect(answers[5]?.isAccepted == true && answers[6]?.isAccepted == true)
        #expect(answers[7]?.refusals == [LedgerRefusal.unbalanced.number])
        #expect(answers[9]?.refusals == [LedgerRefusal.accountUnknown.number])
        #expect(answers[11] == .setAside(.totals))
        #expect(try village.closings("2024-05-31") == ["101": 2_993, "102": 97_000, "301": -100_000, "514": 7])
    }

    /// One set of vouchers, as programs and people write it.
    private enum Shape: String, CaseIterable {
        case plain, sparse, unnumbered, sided, names, tabs, mapped
    }

    @Test("However a file is written, the same vouchers come in", arguments: 0..<6)
    func siblings(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed) + 47)
        let accounts = ["102", "112", "211", "501", "504", "513", "514", "515"]
        let vouchers = (1...12).map { number in
            (
                number: number, day: String(format: "2024-03-%02d", number * 2),
                from: accounts.randomElement(using: &random) ?? "102", to: "101",
                fen: Int64.random(in: 1...9_999_999, using: &random)
            )
        }
        var balances: [Set<[String]>] = []
        for shape in Shape.allCases {
            let village = try Village(at: "2024-06-30", openings: Self.openings, start: "2024-01-01")
            var text = Self.heading(shape) + "\n"
            for one in vouchers {
                text += Self.row(shape, one.day, one.number, one.from, one.fen, isDebit: true, isFirst: true) + "\n"
                text += Self.row(shape, one.day, one.number, one.to, one.fen, isDebit: false, isFirst: false) + "\n"
            }
            let map = try ImportMap(
                Array("会计分录时间,date\nK513,513\n".utf8), columns: Set(VoucherColumn.allCases.map(\.rawValue)))
            let answers = try read(text, into: village, map: shape == .mapped ? map : .empty)
            #expect(answers.values.filter(\.isAccepted).count == 24, "\(shape)")
            balances.append(
                Set(
                    try village.trialBalance(through: "2024-03-31").lines.map {
                        [$0.account.text, String($0.debit.fen), String($0.credit.fen), String($0.closing.fen)]
                    }))
        }
        #expect(Set(balances).count == 1)
    }

    private static func heading(_ shape: Shape) -> String {
        switch shape {
        case .plain, .sparse: "日期,凭证号,摘要,科目编码,借方金额,贷方金额"
        case .unnumbered: "摘要,日期,科目编码,借方,贷方"
        case .sided: "date,number,summary,code,direction,amount"
        case .names: "凭证日期,凭证字号,摘要,会计科目,借方金额(元),贷方金额(元)"
        case .tabs: "日期\t凭证号\t摘要\t科目代码\tdebit_fen\tcredit_fen"
        case .mapped: "会计分录时间,凭证号,摘要,科目编码,借方金额,贷方金额"
        }
    }

    private static func row(
        _ shape: Shape, _ day: String, _ number: Int, _ code: String, _ fen: Int64, isDebit: Bool, isFirst: Bool
    ) -> String {
        let amount = "\(fen / 100)." + (fen % 100 < 10 ? "0" : "") + "\(fen % 100)"
        let sides = isDebit ? [amount, ""] : ["", amount]
        let name = "\(code) " + (Chart.of2023[account(code)]?.name.zh ?? "")
        let cells: [String] =
            switch shape {
            case .plain: [day, "\(number)", "收支", code] + sides
            case .sparse: (isFirst ? [day, "记-\(number)", "收支", code] : ["", "", "", code]) + sides
            case .unnumbered: ["收支", day.replacing("-", with: "/"), code] + sides
            case .sided: [day, "\(number)", "收支", code, isDebit ? "借" : "贷", amount]
            case .names: [day, "记字第\(number)号", "收支", name] + sides
            case .tabs: [day, "\(number)", "收支", code] + (isDebit ? ["\(fen)", ""] : ["", "\(fen)"])
            case .mapped: [day, "\(number)", "收支", code == "513" ? "K513" : code] + sides
            }
        return cells.joined(separator: shape == .tabs ? "\t" : ",")
    }
}

extension Village {
    /// Gives every voucher of a file as the program does; what became of each row.
    func read(_ file: VoucherFile) throws -> [Int: ImportRow.Outcome] {
        let plan = VoucherImport(organisation: organisation, reviewer: id("station", OfficeName.self))
        var answers = Dictionary(file.others.map { ($0.row, $0.outcome) }, uniquingKeysWith: { $1 })
        for account in try database.read({ try plan.accounts(file, in: $0) }) { _ = try? give(account) }
        for voucher in file.vouchers {
            var outcome: ImportRow.Outcome
            do {
                switch try database.read({ try plan.step(voucher, in: $0) }) {
                case .unchanged(let id): outcome = .unchanged(Message(zh: id.text, en: id.text))
                case .submit(let command, _):
                    _ = try give(command)
                    outcome = .accepted(Message(zh: "", en: ""))
                }
            } catch let rejection as Rejection {
                outcome = .refused(rejection)
            }
            for row in voucher.rows { answers[row] = outcome }
        }
        return answers
    }
}

extension ImportRow.Outcome {
    var isAccepted: Bool { if case .accepted = self { true } else { false } }
    var refusals: [Int] { if case .refused(let rejection) = self { rejection.flattened.map(\.number) } else { [] } }
}

@Suite("Balances from files") struct BalanceFileTests {
    private func nets(_ text: String) throws -> [String: Int64] {
        let file = try BalanceFile(Array(text.utf8))
        return Dictionary(
            file.lines.map { ($0.code.text, ($0.debit ?? .zero).fen - ($0.credit ?? .zero).fen) },
            uniquingKeysWith: +)
    }

    @Test(
        "What moved in a period is not taken for what stands there",
        arguments: [
            "科目编码,科目名称,借方金额,贷方金额,方向,余额\n102,银行,7.00,,借,6.00\n301,资本,,7.00,贷,6.00",
            "科目编码,科目名称,借方,贷方,方向,期末余额\n102,银行,7.00,,借,6.00\n301,资本,,7.00,贷,6.00",
            "科目编码,科目名称,期初余额,借方,贷方,期末余额\n102,银行,-1.00,7.00,,6.00\n301,资本,1.00,,7.00,-6.00",
            "科目编码,科目名称,本期发生额,,方向,期末余额\n,,借方,贷方,,\n102,银行,7.00,,借,6.00\n301,资本,,7.00,贷,6.00",
            "科目编码,科目名称,本期发生额,,期末余额,\n,,借方,贷方,借方,贷方\n102,银行,7.00,,6.00,\n301,资本,,7.00,,6.00",
            "科目编码,科目名称,借方,贷方\n102,银行,6.00,\n301,资本,,6.00",
            "科目编码,科目名称,方向,期初余额,方向,期末余额\n102,银行,贷,1.00,借,6.00\n301,资本,借,1.00,贷,6.00",
            "科目编码,科目名称,期初余额,方向,期末余额,方向\n102,银行,1.00,贷,6.00,借\n301,资本,1.00,借,6.00,贷",
        ])
    func turnovers(_ text: String) throws {
        #expect(try nets(text) == ["102": 600, "301": -600])
    }

    @Test("A sheet of what moved alone has no balances")
    func turnoverAlone() {
        let text = "科目编码,科目名称,本期发生额,\n,,借方,贷方\n102,银行,7.00,\n301,资本,,7.00"
        #expect(throws: Rejection.self) { try BalanceFile(Array(text.utf8)) }
    }

    @Test("A party's number that none can have is refused, not left out")
    func party() throws {
        let text = "科目编码,科目名称,借方余额,贷方余额,往来单位编号\n112,应收款,5.00,,张三\n301,资本,,5.00,"
        let file = try BalanceFile(Array(text.utf8))
        #expect(file.lines.count == 1)
        #expect(file.others.contains { if case .refused = $0.outcome { $0.row == 2 } else { false } })
    }
}
