import EventLog
import Kernel
import Registry
import TestSupport
import Testing

@testable import Ledger

@Suite("Statements of other banks") struct StatementSiblingTests {
    private static func read(_ rows: [[String]], separator: String = ",") throws -> StatementFile {
        try StatementFile(Array(rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n").utf8))
    }

    private static func yuan(_ fen: Int64) -> String {
        let rest = fen.magnitude % 100
        return "\(fen < 0 ? "-" : "")\(fen.magnitude / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    private static let names: [(String, [String])] = [
        ("date", ["交易日期", "业务日期", "会计日期", "交易日期时间", "入账时间", "日期"]),
        ("serial", ["流水号", "日志号", "柜员流水号", "流水", "回单编号"]), ("balance", ["余额", "交易后余额", "联机余额", "账面余额（元）"]),
        ("name", ["对方户名", "对手户名", "收/付方名称", "对方单位名称"]), ("remark", ["摘要", "交易说明", "用途/附言"]),
    ]
    private static let sides = [
        ("贷方发生额", "借方发生额"), ("收入额", "支出额"), ("收款金额", "付款金额"), ("存入(元)", "支取(元)"), ("贷方交易金额", "借方交易金额"),
    ]
    private static let directions = ["借贷标志", "收/支", "借/贷", "交易方向", "资金流向", "某种标记"]

    @Test("600 statements with other headings, orders and ways to say the side give every movement its sign")
    func headings() throws {
        var random = SeededRandom(seed: 51)
        for round in 0..<600 {
            let amounts = (0..<6).map { _ in
                Int64.random(in: 1...9_999_999, using: &random) * (Bool.random(using: &random) ? 1 : -1)
            }
            var columns = Self.names.map { ($0.0, $0.1.randomElement(using: &random) ?? "") }
            let (received, paid) = Self.sides.randomElement(using: &random) ?? ("", "")
            if round % 2 == 0 {
                columns += [("in", received), ("out", paid)]
            } else {
                columns += [("side", Self.directions.randomElement(using: &random) ?? ""), ("amount", "交易金额")]
            }
            columns.shuffle(using: &random)
            var balance: Int64 = 100_000_000
            var rows = [columns.map(\.1)]
            for (place, amount) in amounts.enumerated() {
                balance += amount
                let cells = [
                    "date": "2026-03-0\(place + 1)", "serial": "N\(round)-\(place)", "balance": Self.yuan(balance),
                    "name": "村民甲", "remark": ["小计费用", "合计补贴", "地租"][place % 3],
                    "in": amount > 0 ? Self.yuan(amount) : "",
                    "out": amount < 0 ? Self.yuan(-amount) : "", "side": amount > 0 ? "贷" : "借",
                    "amount": Self.yuan(Int64(amount.magnitude)),
                ]
                rows.append(columns.map { cells[$0.0] ?? "" })
            }
            let sums = ["date": "本页合计", "in": "9.00", "out": "9.00", "amount": "18.00"]
            rows.append(columns.map { sums[$0.0] ?? "" })
            let forward = ["remark": "承前页", "balance": Self.yuan(100_000_000)]
            rows.insert(columns.map { forward[$0.0] ?? "" }, at: 1)
            let file = try Self.read(rows, separator: "\t")
            #expect(file.movements.map(\.amount.fen) == amounts, "\(rows)")
            #expect(
                file.movements.allSatisfy { $0.serial != nil && $0.balance != nil && $0.counterparty != nil },
                "\(rows[0])")
            #expect(file.others.allSatisfy { if case .setAside = $0.outcome { true } else { false } }, "\(rows)")
        }
    }

    @Test("A bank that gives neither number nor balance: two payers of one day and sum are two movements")
    func withoutNumber() throws {
        let rows = { (name: String) in [["日期", "收入", "对方户名"], ["2026-03-01", "300.00", name]] }
        let organisation = try #require(OrganisationID("tanba-collective"))
        let account = try #require(AccountCode("10201"))
        let lines = try ["村民甲", "村民乙", "村民甲"].map { name in
            StatementImport(organisation: organisation, account: account).lines(try Self.read(rows(name))).map(
                \.command.line)
        }
        #expect(lines[0] != lines[1] && lines[0] == lines[2])
    }
}

@Suite("Vouchers of other programs") struct VoucherSiblingTests {
    @Test("400 files with other headings keep lines whose summary begins as a sum does, and leave sums alone")
    func headings() throws {
        var random = SeededRandom(seed: 52)
        let names: [(String, [String])] = [
            ("date", ["填制日期", "凭证时间", "制证日期", "日期"]), ("number", ["凭证序号", "凭单号", "凭证号码", "号"]),
            ("summary", ["业务摘要", "经济业务内容", "摘 要"]), ("code", ["会计科目代码", "科目编码", "明细科目编码"]),
            ("name", ["科目全名", "总账科目", "会计科目"]), ("debit", ["本币借方", "借方发生", "借方金额（元）"]),
            ("credit", ["本币贷方", "贷方发生", "贷方金额（元）"]),
        ]
        for round in 0..<400 {
            var columns = names.map { ($0.0, $0.1.randomElement(using: &random) ?? "") }
            columns.shuffle(using: &random)
            var rows = [columns.map(\.1)]
            var amounts: [Int64] = []
            for voucher in 1...3 {
                let amount = Int64.random(in: 1...9_999, using: &random) * 100
                amounts.append(amount)
                let day = "2026-03-0\(voucher)"
                let lines: [[String: String]] = [
                    [
                        "date": day, "number": "\(voucher)", "summary": "合计补贴款", "code": "102", "name": "银行存款",
                        "debit": "\(amount / 100)",
                    ],
                    ["summary": "小计入账", "code": "501", "name": "经营收入", "credit": "\(amount / 100)"],
                ]
                rows += lines.map { line in columns.map { line[$0.0] ?? "" } }
                let sum = ["summary": "合计", "debit": "\(amount / 100)", "credit": "\(amount / 100)"]
                if round % 2 == 0 { rows.append(columns.map { sum[$0.0] ?? "" }) }
            }
            let file = try VoucherFile(Array(rows.map { $0.joined(separator: "\t") }.joined(separator: "\n").utf8))
            #expect(file.vouchers.map { $0.lines.compactMap(\.debit).map(\.fen) } == amounts.map { [$0] }, "\(rows)")
            #expect(file.vouchers.allSatisfy { $0.isBalanced && $0.lines.count == 2 }, "\(rows)")
            #expect(
                file.others.allSatisfy { if case .setAside(.totals) = $0.outcome { true } else { false } }, "\(rows)")
        }
    }
}

@Suite("Balance lists of other programs") struct BalanceSiblingTests {
    @Test(
        "300 lists with accounts above others, in words of other programs, bring along what stands on the lowest level")
    func parents() throws {
        var random = SeededRandom(seed: 53)
        let heads: [([String], Bool)] = [
            (["期末余额（借方）", "期末余额（贷方）"], false), (["期末借方余额", "期末贷方余额"], false), (["年末余额借方", "年末余额贷方"], false),
            (["借方期末余额", "贷方期末余额"], false), (["方向", "年末余额"], true), (["借/贷", "期末数"], true),
        ]
        for round in 0..<300 {
            let (head, hasWord) = heads[round % heads.count]
            let (first, second, own) = (
                Int64.random(in: 1...9_999_999, using: &random), Int64.random(in: 1...9_999_999, using: &random),
                Int64.random(in: 1...9_999_999, using: &random)
            )
            let isWrong = round % 7 == 0
            let above = first + second + (isWrong ? 1 : 0)
            let balances: [(String, Int64)] = [
                ("101", own), ("102", above), ("10201", first), ("10202", second), ("301", -(own + first + second)),
            ]
            var rows = [["科目代码", "科目全称"] + head]
            for (code, fen) in balances {
                let yuan = "\(fen.magnitude / 100).\(String(100 + fen.magnitude % 100).dropFirst())"
                rows.append(
                    [code, "户"] + (hasWord ? [fen < 0 ? "贷" : "借", yuan] : fen < 0 ? ["", yuan] : [yuan, "0.00"]))
            }
            rows.append(["合计", "", "", ""])
            rows.append(["会计主管：", "", "制表："])
            let file = try BalanceFile(Array(rows.map { $0.joined(separator: ",") }.joined(separator: "\n").utf8))
            let expected = balances.filter { $0.0 != "102" || isWrong }
            #expect(file.lines.map(\.code.text) == expected.map(\.0), "\(rows)")
            #expect(
                file.lines.map { ($0.debit ?? .zero).fen - ($0.credit ?? .zero).fen } == expected.map(\.1), "\(rows)")
            #expect(file.others.allSatisfy { if case .setAside = $0.outcome { true } else { false } }, "\(rows)")
        }
    }
}
