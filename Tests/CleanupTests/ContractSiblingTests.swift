import Kernel
import TestSupport
import Testing
import Workbook

@testable import Cleanup

/// What village offices write, made from what it means: the other hand knows the days and figures and never reads a cell.
private struct Office {
    var random: SeededRandom

    init(_ seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }

    private static let words = Array("零一二三四五六七八九")

    /// Below a hundred: 十五, 二十.
    static func numeral(_ number: Int) -> String {
        let (tens, ones) = (number / 10, number % 10)
        let head = tens == 0 ? "" : tens == 1 ? "十" : "\(words[tens])十"
        return head + (ones == 0 && tens > 0 ? "" : String(words[ones]))
    }

    static func wide(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value > 0x20 && $0.value < 0x7F ? Unicode.Scalar($0.value + 0xFEE0)! : $0 }
            ))
    }

    mutating func write(_ day: CivilDate, isAlone: Bool = false) -> String {
        let (year, month, date) = day.components
        let figures = String(year).map { "\(Self.words[$0.wholeNumberValue ?? 0])" }.joined().replacing("零", with: "〇")
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        var ways = [
            "\(year).\(month).\(date)", "\(year)/\(month)/\(date)", "\(year)-\(two(month))-\(two(date))",
            "\(year)年\(month)月\(date)日", "\(year) 年 \(two(month)) 月 \(two(date)) 日", "\(year)年\(month)月\(date)",
            "\(year)\(two(month))\(two(date))", Self.wide("\(year).\(month).\(date)"),
            "\(figures)年\(Self.numeral(month))月\(Self.numeral(date))日", "\(year)年\(month)月\(date)号",
        ]
        if isAlone {
            ways += [
                "\(year)、\(month)、\(date)", "\(year)·\(month)·\(date)", "\(day) 00:00:00",
                "\(year)/\(month)/\(date) 0:00",
                String(day.dayNumber + 25_569), "截至\(year)年\(month)月\(date)日",
            ]
        }
        return pick(ways)
    }

    /// A term from `start` to `end`, both in the text, or the first and a number of years.
    mutating func write(from start: CivilDate, to end: CivilDate, years: Int?) -> String {
        let dash = pick(["-", "—", "至", "~", "～", " - ", "到"])
        let (first, last) = (write(start), write(end))
        var ways = ["\(first)\(dash)\(last)", "自\(first)起至\(last)止", "从\(first)到\(last)"]
        if let years {
            let number = pick(["\(years)", Self.numeral(years), Self.wide("\(years)")])
            ways += [
                "\(first)起\(number)年", "\(number)年(自\(first)起)", "\(number)年（\(first)至\(last)）",
                "\(first)\(dash)\(last)，共\(number)年",
            ]
        }
        return pick(ways)
    }
}

@Suite("Lists of contracts of other villages") struct ContractSiblingTests {
    @Test("1,200 terms, each in one of the ways offices write them, have the first and last day they mean")
    func terms() {
        var office = Office(41)
        for _ in 0..<1_200 {
            let start = CivilDate(dayNumber: Int.random(in: 9_000...19_000, using: &office.random))
            let years = Bool.random(using: &office.random) ? Int.random(in: 1...70, using: &office.random) : nil
            let end =
                years.map { start.anniversary($0).adding(days: -1) }
                ?? start.adding(days: Int.random(in: 400...9_000, using: &office.random))
            let text = office.write(from: start, to: end, years: years)
            let term = SheetDates.term(text, signed: nil)
            #expect(term == SheetTerm(start: start, end: end), "\(text)")
        }
    }

    @Test("800 days alone in their cell, with points, strokes, numerals, a time or counted, are the day they mean")
    func days() {
        var office = Office(42)
        for _ in 0..<800 {
            let day = CivilDate(dayNumber: Int.random(in: 9_000...23_000, using: &office.random))
            let text = office.write(day, isAlone: true)
            #expect(SheetDates.day(text) == day, "\(text)")
        }
    }

    @Test("Lengths with months, last days without their year and words that no calendar knows")
    func unusualTerms() {
        let read = [
            ("2020年3月起3年半", "2020-03-01", "2023-08-31"), ("2020.3.1起一年零六个月", "2020-03-01", "2021-08-31"),
            ("18个月(2020.3.1起)", "2020-03-01", "2021-08-31"), ("2022年1月1日至12月31日", "2022-01-01", "2022-12-31"),
            ("2022.3.1-11.30", "2022-03-01", "2022-11-30"), ("202203-202702", "2022-03-01", "2027-02-28"),
            ("二〇一二年至二〇三一年", "2012-01-01", "2031-12-31"), ("二〇一二至二〇三一", "2012-01-01", "2031-12-31"),
        ]
        for (text, start, end) in read {
            let term = SheetDates.term(text, signed: nil)
            #expect(term == SheetTerm(start: CivilDate(start), end: CivilDate(end)), "\(text)")
        }
        for text in ["2020年春至2025年秋", "2019年底至2024年底", "农历2020.1.1起5年", "5年一签", "2015年左右起10年"] {
            let term = SheetDates.term(text, signed: CivilDate("2015-03-02"))
            #expect(term.end == nil && term.unread != nil, "\(text)")
        }
        #expect(SheetDates.lastDay("2026年度")?.description == "2026-12-31")
        #expect(SheetDates.lastDay("已缴至2026年6月")?.description == "2026-06-30")
        #expect(SheetDates.lastDay("2026年前") == nil)
    }

    @Test("Halves of a mu, figures in speech and words before a sum are read; what is only rough is not")
    func figures() throws {
        for (text, units) in [("三亩半", 35_000), ("半亩", 5_000), ("2亩3分半", 23_500), ("8.5分", 8_500), ("12分", 12_000)] {
            #expect(try SheetAmounts.area(text).units == Int64(units), "\(text)")
        }
        for text in ["1亩12分", "近20亩", "20余亩", "十几亩", "5亩多", "三亩半多"] {
            #expect(throws: Unread.self, "\(text)") { try SheetAmounts.area(text) }
        }
        let sums = [
            ("两千五", 2_500), ("一万二", 12_000), ("1万2千元", 12_000), ("二百五十", 250), ("一千零五", 1_005), ("每年3600元", 3_600),
            ("年3600元", 3_600), ("人民币叁仟陆佰元整", 3_600),
        ]
        for (text, yuan) in sums { #expect(try SheetAmounts.money(text).fen == Int64(yuan) * 100, "\(text)") }
        #expect(throws: Unread.self) { try SheetAmounts.money("壹仟伍") }
    }

    /// A list in a text file, from the values of its only row.
    private static func list(_ headings: [String], _ cells: [String], above: [String] = []) throws -> ContractSheet {
        let lines = above + [headings, cells].map { $0.joined(separator: ",") }
        return try ContractSheet(Array(lines.joined(separator: "\n").utf8))
    }

    @Test(
        "What a heading or the line above it counts in goes for bare figures, and not for those that say it themselves")
    func units() throws {
        let cases: [([String], [String], String, Int64?, Int64?)] = [
            (["面积（㎡）", "年租金（万元）"], ["1200", "1.2"], "", 18_000, 1_200_000),
            (["面积(平方米)", "年承包费"], ["2亩", "1.2"], "单位：万元", 20_000, 1_200_000),
            (["面积（亩）", "年承包费"], ["2", "1200元"], "单位：亩、万元", 20_000, 120_000),
            (["面积（亩）", "年承包费（元）"], ["2", "1200"], "单位：万元", 20_000, 120_000),
            (["面积（亩）", "承包费（元/亩）"], ["2", "600"], "", 20_000, nil),
        ]
        for (own, cells, line, area, annual) in cases {
            let sheet = try Self.list(
                ["标的名称", "承包方", "承包期限"] + own, ["东坡地", "冯测一", "2022-2026"] + cells, above: line.isEmpty ? [] : [line])
            let contract = try #require(sheet.rows.first?.contract)
            #expect(contract.annual?.fen == annual, "\(own) \(cells)")
            #expect(contract.area?.units == area, "\(own) \(cells)")
        }
    }

    @Test(
        "300 lists with their columns in any order, other names, two columns for the term, sums and headings repeated")
    func layouts() throws {
        var office = Office(43)
        let names: [(String, [String])] = [
            ("object", ["标的名称", "地块名称", "地名", "项目名称"]), ("lessee", ["承包方", "承包人姓名", "承包方（乙方）", "承包(租)方"]),
            ("area", ["合同面积（亩）", "承包面积", "面积（亩）"]), ("signed", ["签订日期", "合同签订时间"]),
            ("annual", ["年承包费（元）", "年租金（元/年）", "每年承包费"]), ("bounds", ["四至", "四至范围"]), ("group", ["组别", "所属小组"]),
        ]
        for round in 0..<300 {
            let start = CivilDate(dayNumber: Int.random(in: 12_000...19_000, using: &office.random))
            let end = start.adding(days: Int.random(in: 400...9_000, using: &office.random))
            var columns = names.map { ($0.0, office.pick($0.1)) }
            let isSplit = Bool.random(using: &office.random)
            columns +=
                isSplit
                ? [
                    ("start", office.pick(["起始日期", "承包起始时间", "承包期限起"])),
                    ("end", office.pick(["终止日期", "到期日期", "承包期限止"])),
                ] : [("term", office.pick(["承包期限", "合同起止时间", "承包期"]))]
            columns.shuffle(using: &office.random)
            let units = Int64.random(in: 1...900, using: &office.random) * 100
            let cells: [String: String] = [
                "object": "东坡\(round)号地", "lessee": "冯测一",
                "area": "\(units / 10_000).\(String(10_000 + units % 10_000).dropFirst())",
                "signed": office.write(start, isAlone: true), "annual": "\(round + 1).50", "bounds": "东至路",
                "group": "1组",
                "start": office.write(start, isAlone: true), "end": office.write(end, isAlone: true),
                "term": office.write(from: start, to: end, years: nil).replacing(",", with: " "),
            ]
            let headings = columns.map(\.1)
            let sum = columns.map { $0.0 == "object" ? "小计" : $0.0 == "group" ? "1组" : "" }
            let numbers = columns.indices.map { String($0 + 1) }
            let rows = [headings, numbers, columns.map { cells[$0.0] ?? "" }, sum, headings]
            let text = rows.map { $0.joined(separator: "\t") }.joined(separator: "\r\n")
            let sheet = try ContractSheet(Array(text.utf8))
            #expect(sheet.rows.map(\.row) == [3], "\(text)")
            let contract = try #require(sheet.rows.first?.contract)
            #expect(contract.start == start && contract.end == end && contract.signed == start, "\(text)")
            #expect(contract.area?.units == units && contract.annual?.fen == Int64(round + 1) * 100 + 50, "\(text)")
        }
    }

    @Test(
        "The term beside columns of its days: the range, years from the first day, both days, or what is missing is said"
    )
    func daysBeside() throws {
        let cases: [([String], [String], String?, String?)] = [
            (["承包期限", "到期日期"], ["2020.1.1-2025.12.31", "2025.12.31"], "2020-01-01", "2025-12-31"),
            (["承包期限", "起始日期"], ["2020.1.1-2025.12.31", "2020.1.1"], "2020-01-01", "2025-12-31"),
            (["承包年限", "起始日期"], ["5", "2020.1.1"], "2020-01-01", "2024-12-31"),
            (["承包年限（年）", "起始日期", "终止日期"], ["5", "2020.3.1", "2025.2.28"], "2020-03-01", "2025-02-28"),
            (["起始日期", "终止日期"], ["2020.3.1", "长期"], "2020-03-01", nil),
            (["起始日期", "终止日期"], ["", "2025.2.28"], nil, "2025-02-28"),
        ]
        for (own, cells, start, end) in cases {
            let sheet = try Self.list(["标的名称", "承包方"] + own, ["东坡地", "冯测一"] + cells)
            let row = try #require(sheet.rows.first)
            #expect(row.contract.start?.description == start && row.contract.end?.description == end, "\(own) \(cells)")
            #expect(row.unread.isEmpty == (start != nil && end != nil), "\(own) \(cells)")
        }
    }

    @Test("Parameters in two columns bind a class that has no years of its own by the end of the second round (P02)")
    func boundByRound() throws {
        let text = "key,value\ncapYears.旱地,\nguideFenPerMuYear.门面,\nsecondRoundEnd,2028-08-31\n"
        let (parameters, answers) = try CleanupParameters.read(Array(text.utf8))
        #expect(answers.count == 3 && parameters.boundByRound == ["旱地"])
        var contract = FoundContract()
        (contract.object, contract.category, contract.boundaries) = ("塬上地", "旱地", "东至路")
        (contract.start, contract.end) = (CivilDate("2020-01-01"), CivilDate("2028-09-01"))
        let judge = ContractJudge(parameters, asOf: CivilDate("2026-03-31")!)
        #expect(judge.judge([contract]).map { $0.map(\.code) } == [[.overTerm]])
        contract.end = CivilDate("2028-08-31")
        #expect(judge.judge([contract]) == [[]])
        #expect(throws: Rejection.self) { try CleanupParameters.read(Array("key\ncapYears.旱地\n".utf8)) }
    }
}

@Suite("Workbooks with several sheets of contracts") struct ContractWorkbookTests {
    private static func book(_ sheets: [(String, [[String]])]) throws -> [UInt8] {
        let at = Instant(milliseconds: 1_767_196_800_000)
        return try WorkbookOut(
            sheets.map { name, rows in
                WorkbookOut.Sheet(name, columns: rows[0], rows: rows.dropFirst().map { $0.map { .text($0) } })
            }, at: at
        ).bytes()
    }

    @Test("A sheet of remarks before the list does not hide it; of two lists none is chosen unless one is named")
    func sheets() throws {
        let remarks = ("填表说明", [["说明"], ["面积以亩为单位"]])
        let list = { (name: String) in (name, [["标的名称", "承包方", "承包期限"], ["东坡地", "冯测一", "2022-2026"]]) }
        let sheet = try ContractSheet(Self.book([remarks, list("台账")]))
        #expect(sheet.rows.map(\.contract.object) == ["东坡地"])
        let two = try Self.book([list("1组"), remarks, list("2组")])
        #expect(throws: WorkbookRejection.severalSheets(names: ["1组", "2组"]).rejection) { try ContractSheet(two) }
        #expect(try ContractSheet(two, sheet: "2组").rows.count == 1)
    }
}
