import Foundation
import Kernel
import TestSupport
import Testing

@testable import Exchange

/// Bank files that stand in no folder of ours: every layout with every way of writing, put together by a seed. What each row
/// is, is known beforehand.
@Suite("Bank files that nobody has seen yet") struct BankSiblingTests {
    /// One arrival as it was, before a bank writes it.
    private struct Truth: Hashable {
        let reference: String
        let date: String
        let fen: Int64
        let name: String
        let account: String
        let remark: String
    }

    private static let letters = ["王", "李家", "𠮷", "㐂", "é", "张·买买提", "龙城农场", "O'Brien", "Ａ组"]

    /// 11 March 2019, as so many programs write it.
    private static let dates = [
        "2019-03-11", "2019-3-11", "2019/3/11", "2019.03.11", "20190311", "2019年3月11日", "2019 年 03 月 11 日",
        "２０１９－０３－１１",
        "2019-03-11 14:02:33", "2019-03-11T14:02:33+08:00", "20190311140233", "20190311 140233", "2019/3/11 9:05",
        "2019-03-11 14:02:33.0", "2019-03-11 14:02:33.123456", "二〇一九年三月十一日", "2019年三月十一号", "2019-03-11 14时02分33秒",
        "\t2019-03-11\t", "=\"2019-03-11\"", "'2019-03-11", "2019－3－11",
    ]

    /// 1,234,500.60 yuan and the same taken out.
    private static let amounts: [(came: String, went: String)] = [
        ("1234500.60", "-1234500.60"), ("1,234,500.60", "-1,234,500.60"), ("￥1234500.60", "-￥1234500.60"),
        ("¥1,234,500.60", "(¥1,234,500.60)"), ("+1234500.6", "（1234500.60）"), ("1234500.6000", "1234500.60-"),
        ("１２３４５００．６０", "－1234500.60"), ("1，234，500.60元", "−1234500.60"), ("RMB 1234500.60", "﹣1234500.60"),
        ("人民币1234500.60元", "- 1234500.60"), ("123.45006万元", "-123.45006万元"), ("1234500.60 元", "¥(1234500.60)"),
        ("=\"1234500.60\"", "¥-1234500.60"), ("1234.50060千元", "-1234500.60元"),
    ]

    /// Headings, and a row of the layout: the amount that came or the one that went.
    private struct Layout: Sendable {
        let headings: [String]
        let row: @Sendable (_ truth: Truth, _ date: String, _ came: String?, _ went: String?) -> [String]
    }

    private static let layouts: [Layout] = [
        Layout(headings: ["流水号", "日期", "金额", "付款户名", "付款账号", "附言"]) { truth, date, came, went in
            [truth.reference, date, came ?? went ?? "", truth.name, truth.account, truth.remark]
        },
        Layout(headings: ["交易日期", "凭证号", "借方发生额", "贷方发生额", "余额", "对方单位名称", "对方帐号", "摘要"]) { truth, date, came, went in
            let out = went.map { String($0.filter { !"-－−﹣()（）".contains($0) }) } ?? ""
            return [date, truth.reference, out, came ?? "", "1.00", truth.name, truth.account, truth.remark]
        },
        Layout(
            headings: [
                "交易流水号[ Transaction reference number ]", "交易日期[ Transaction Date ]", "交易金额[ Trade Amount ]",
                "付款人名称[ Payer's Name ]", "付款人账号[ Debit Account No. ]", "用途[ Purpose ]",
            ]
        ) { truth, date, came, went in
            [truth.reference, date, came ?? went ?? "", truth.name, truth.account, truth.remark]
        },
        Layout(headings: ["交易日", "借方金额", "贷方金额", "流水号", "收(付)方名称", "收(付)方账号", "摘要"]) { truth, date, came, went in
            let out = went.map { String($0.filter { !"-－−﹣()（）".contains($0) }) } ?? "0.00"
            return [date, out, came ?? "0.00", truth.reference, truth.name, truth.account, truth.remark]
        },
        Layout(headings: ["序号", "记账日期", "收/支", "发生额（元）", "对方户名", "对方账户", "交易附言", "核心流水号"]) { truth, date, came, went in
            let out = went.map { String($0.filter { !"-－−﹣()（）".contains($0) }) } ?? ""
            return [
                "1", date, came == nil ? "支出" : "收入", came ?? out, truth.name, truth.account, truth.remark,
                truth.reference,
            ]
        },
        Layout(headings: ["reference", "date", "debit", "credit", "payer_name", "payer_account", "remark"]) {
            truth, date, came, went in
            let out = went.map { String($0.filter { !"-－−﹣()（）".contains($0) }) } ?? "-"
            return [truth.reference, date, out, came ?? "--", truth.name, truth.account, truth.remark]
        },
    ]

    private static let heads: [[[String]]] = [
        [], [["sep=,"]], [["某某农村商业银行"], ["账号：", "6222000000000001", "户名：", "坪上镇"], []],
        [["查询日期：2019-03-12"], ["币种", "人民币", "单位：元"], ["", "", ""]],
    ]
    private static let tails: [[[String]]] = [
        [], [["合 计", "", "", "", "", ""]], [["收入合计"], ["本页笔数：3"], ["打印时间：2019-03-12 10:00:00"]], [[], ["", "", ""]],
    ]

    private func dressed(_ text: String, _ round: Int) -> [UInt8] {
        func utf16(_ isBigEndian: Bool) -> [UInt8] {
            text.utf16.flatMap {
                isBigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
            }
        }
        switch round % 7 {
        case 0: return Array(text.utf8)
        case 1: return Array("\u{FEFF}\(text)".utf8)
        case 2: return [0xFF, 0xFE] + utf16(false)
        case 3: return [0xFE, 0xFF] + utf16(true)
        case 4: return utf16(false)
        case 5: return utf16(true)
        default:
            let encoding = String.Encoding(rawValue: 0x8000_0632)
            return text.data(using: encoding).map { Array($0) } ?? Array(text.utf8)
        }
    }

    private func quoted(_ cell: String, _ separator: String, _ end: String) -> String {
        guard cell.contains(separator) || cell.contains("\"") || cell.contains("\n") else { return cell }
        return "\"\(cell.replacing("\"", with: "\"\"").replacing("\n", with: end))\""
    }

    @Test("600 files of six layouts, 22 ways to write a day, 14 an amount, seven encodings: every row is what it was")
    func generated() throws {
        var random = SeededRandom(seed: 13)
        var arrivals = 0
        for round in 0..<600 {
            let layout = Self.layouts[round % Self.layouts.count]
            let separator = [",", "\t", ";", "|"][(round / 6) % 4]
            let end = ["\n", "\r\n", "\r"][(round / 24) % 3]
            let date = Self.dates.randomElement(using: &random) ?? ""
            let amount = Self.amounts.randomElement(using: &random) ?? ("", "")
            var rows = (Self.heads.randomElement(using: &random) ?? []) + [layout.headings]
            var wanted: [Truth] = []
            for number in 0..<Int.random(in: 1...4, using: &random) {
                let truth = Truth(
                    reference: "T\(round)-\(number)", date: "2019-03-11", fen: 123_450_060,
                    name: Self.letters.randomElement(using: &random) ?? "", account: "6222000\(number)",
                    remark: number % 2 == 0 ? "bidder-\(number)" : "bidder\n\(number)")
                let goes = Int.random(in: 0..<4, using: &random) == 0
                rows.append(layout.row(truth, date, goes ? nil : amount.came, goes ? amount.went : nil))
                if !goes { wanted.append(truth) }
                // Sums, repeated headings, blanks in the middle.
                switch Int.random(in: 0..<8, using: &random) {
                case 0: rows.append(["本日小计", "", "", "", "", ""])
                case 1: rows.append(layout.headings)
                case 2: rows.append(layout.headings.map { _ in "" })
                default: break
                }
            }
            rows += Self.tails.randomElement(using: &random) ?? []
            let text = rows.map { row in row.map { quoted($0, separator, end) }.joined(separator: separator) + end }
                .joined()
            let told = "\(round): \(date) \(amount) \(separator.debugDescription) \(end.debugDescription)\n\(text)"
            do throws(Rejection) {
                let lines = try BankLine.parse(TableText(dressed(text, round)).text)
                let found = lines.map {
                    Truth(
                        reference: $0.reference, date: $0.date.description, fen: $0.amount.fen, name: $0.payerName,
                        account: $0.payerAccount, remark: $0.remark)
                }
                #expect(found.map(\.reference) == wanted.map(\.reference), "\(told)")
                #expect(found.allSatisfy { $0.date == "2019-03-11" && $0.fen == 123_450_060 }, "\(told)")
                #expect(found.map(\.account) == wanted.map(\.account), "\(told)")
                #expect(found.map(\.name) == wanted.map(\.name), "\(told)")
                arrivals += found.count
            } catch {
                Issue.record("\(error.flattened.map(\.text.en)) \(told)")
                return
            }
        }
        #expect(arrivals > 800)
    }

    @Test(
        "What could be read in two ways, or says too little, is refused by name, and nothing is guessed",
        arguments: [
            ("11/03/2019", "5", 3111), ("03-11", "5", 3111), ("19.3.11", "5", 3111), ("2019-02-29", "5", 3111),
            ("2019-13-01", "5", 3111), ("二〇一九年三月", "5", 3111), ("2019-03-11 25:00", "5", 3111),
            ("2019-03-11", "100,00", 1025), ("2019-03-11", "12,5", 1025), ("2019-03-11", "1,0000", 1025),
            ("2019-03-11", "600.000", 3111), ("2019-03-11", "1.234.567", 3111), ("2019-03-11", "6e2", 3111),
            ("2019-03-11", "600.005", 3111), ("2019-03-11", "陆元佰", 3111), ("2019-03-11", "0", 3111),
            ("2019-03-11", "99999999999999999999", 3111), ("2019-03-11", "--5", 3111),
        ])
    func twoReadings(date: String, amount: String, number: Int) throws {
        let csv = "流水号;日期;金额;付款户名;付款账号;附言\nT1;\(date);\(amount);王;62220001;b1\n"
        let thrown = #expect(throws: Rejection.self) { try BankLine.parse(csv) }
        #expect(thrown?.flattened.map(\.number) == [number])
    }

    @Test("A unit above the headings holds for the amounts below it, unless their heading names one, or the cell does")
    func units() throws {
        func fen(_ above: String, _ heading: String, _ cell: String) throws -> Int64? {
            let csv = "\(above)\n流水号;日期;\(heading);付款户名;付款账号;附言\nT1;2019-03-11;\(cell);王;62220001;b1\n"
            return try BankLine.parse(csv).first?.amount.fen
        }
        #expect(try fen("单位：万元", "金额", "1.2") == 1_200_000)
        #expect(try fen("单位：亩、万元", "金额", "1.2") == 1_200_000)
        #expect(try fen("单位：元", "金额", "1.2") == 120)
        #expect(try fen("单位：万元", "金额（元）", "1.2") == 120)
        #expect(try fen("单位：元", "金额（万元）", "1.2") == 1_200_000)
        #expect(try fen("单位：万元", "金额", "1.2元") == 120)
        #expect(try fen("单位：千元", "金额", "(1.2)") == nil)
        #expect(try fen("开户单位：某某村", "金额", "1.2") == 120)
    }
}
