import Foundation
import Kernel
import TestSupport
import Testing
import Workbook

enum BankKey: String, CaseIterable, Sendable {
    case date, serial, summary, debit, credit, balance, account, name
}

let bankReader = TableReader<BankKey>([
    TableColumn(.date, ["交易日期", "日期", "date"]), TableColumn(.serial, ["流水号", "交易流水号", "serial"]),
    TableColumn(.summary, ["摘要"], isRequired: false), TableColumn(.debit, ["借方发生额", "借方"], isRequired: false),
    TableColumn(.credit, ["贷方发生额", "贷方"], isRequired: false), TableColumn(.balance, ["余额"], isRequired: false),
    TableColumn(.account, ["对方账号"], isRequired: false),
    TableColumn(.name, ["对方户名", "对方名称"], isRequired: false),
])

/// The first cells of the one sheet of a workbook.
private func cells(_ book: BookWriter) throws -> [String: Cell] {
    let sheet = try Workbook(book.bytes).sheet(0)
    var found: [String: Cell] = [:]
    for row in sheet.rows {
        for placed in row.cells { found[CellAddress(column: placed.column, row: row.number).name] = placed.cell }
    }
    return found
}

private func refusal(_ bytes: [UInt8]) -> Int? {
    do throws(Rejection) {
        let book = try Workbook(bytes)
        for position in book.sheets.indices { _ = try book.sheet(position) }
        return nil
    } catch {
        return error.number
    }
}

@Suite("Workbooks of strangers") struct WorkbookTests {
    @Test("The bank's workbook gives the five rows of its expected table", .enabled(if: sharedData("books") != nil))
    func bankWorkbook() throws {
        let folder = try #require(sharedData("books/files"))
        let bytes = Array(try Data(contentsOf: folder.appending(path: "bank-2024.xlsx")))
        let expected = try String(contentsOf: folder.appending(path: "bank-2024.expected.csv"), encoding: .utf8)
        let table = try TableFile.read(bytes, bankReader)
        var rows: [String] = []
        for answer in table.answers({ (row) throws(Rejection) in
            let date: CivilDate = try row.value(.date)
            func yuan(_ key: BankKey) throws(Rejection) -> String {
                try row.optionalMoney(key).map { "\($0.fen / 100).\(String(($0.fen % 100) + 100).dropFirst())" } ?? ""
            }
            return .accepted(
                [
                    date.description, try row.text(.serial), try row.text(.summary), try yuan(.debit),
                    try yuan(.credit), try yuan(.balance), Folding.code(try row.text(.account)), try row.text(.name),
                ].joined(separator: ","))
        }) {
            switch answer.outcome {
            case .accepted(let row): rows.append(row)
            case .refused(let rejection): Issue.record("row \(answer.line): \(rejection)")
            case .setAside: continue
            }
        }
        #expect(rows == expected.split(whereSeparator: \.isNewline).dropFirst().map(String.init))
    }

    @Test(
        "A long account kept as a number is refused by the name of its cell", .enabled(if: sharedData("books") != nil))
    func longNumber() throws {
        let file = try #require(sharedData("books/files/bank-long-number.xlsx"))
        let table = try TableFile.read(Array(try Data(contentsOf: file)), bankReader)
        let answers = table.answers { (row) throws(Rejection) in .accepted(try row.text(.account)) }
        let refused = answers.compactMap { answer in
            if case .refused(let rejection) = answer.outcome { rejection } else { nil }
        }
        #expect(refused.map(\.field) == ["G4"])
        #expect(refused.first?.number == 1120)
    }

    @Test(
        "Numbers keep every figure they have, and no noise",
        arguments: [
            ("24000.1", "24000.1"), ("0.30000000000000004", "0.3"), ("1.2E+3", "1200"), ("-0.05", "-0.05"),
            ("1E-3", "0.001"), ("123456789012345", "123456789012345"), ("0", "0"), ("-0", "0"), ("007", "7"),
            ("99999999999999.95", "100000000000000"), ("0.99999999999999999", "1"),
        ])
    func numbers(written: String, meant: String) throws {
        let found = try cells(BookWriter("<row r=\"1\"><c r=\"A1\"><v>\(written)</v></c></row>"))
        #expect(found["A1"] == .number(meant))
    }

    @Test(
        "Sixteen and more figures kept as a number are refused",
        arguments: ["6217001234567890123", "6.21700123456789E+18", "1234567890123456", "1e15"])
    func lostFigures(written: String) throws {
        let found = try cells(BookWriter("<row r=\"1\"><c r=\"C1\"><v>\(written)</v></c></row>"))
        guard case .fault(let rejection, _) = found["C1"] else {
            Issue.record("\(written) was read as \(String(describing: found["C1"]))")
            return
        }
        #expect(rejection.number == 1120 && rejection.field == "C1")
    }

    @Test(
        "A style makes a number a day, a time or neither",
        arguments: [
            ("yyyy-mm-dd", "45352", "2024-03-01"), ("yyyy\"年\"m\"月\"d\"日\"", "45353", "2024-03-02"),
            ("[$-804]yyyy/m/d;@", "59", "1900-02-28"), ("m/d/yy h:mm", "45352.5", "2024-03-01 12:00:00"),
            ("h:mm:ss", "0.75", "18:00:00"), ("yyyy-mm-dd", "61", "1900-03-01"), ("dd\\.mm\\.yyyy", "1", "1900-01-01"),
            ("yyyy-mm-dd", "45352.999999", "2024-03-02"),
        ])
    func dates(code: String, serial: String, day: String) throws {
        let found = try cells(
            BookWriter("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(serial)</v></c></row>", formats: [code]))
        #expect(found["A1"] == .date(day))
    }

    @Test(
        "A format that only looks like a date leaves the number alone",
        arguments: ["#,##0.00", "0.00%", "\"y m d\"0", "[Red]0.00", "General", "\\d0", "0.00E+00"])
    func noDates(code: String) throws {
        let found = try cells(BookWriter("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45352</v></c></row>", formats: [code]))
        #expect(found["A1"] == .number("45352"))
    }

    @Test("The day that never was, days below nothing and days beyond the calendar are refused, in both calendars")
    func badDays() throws {
        for (serial, is1904) in [("60", false), ("-1", false), ("0", false), ("2958466", false), ("-1", true)] {
            let found = try cells(
                BookWriter(
                    "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(serial)</v></c></row>", formats: ["yyyy-mm-dd"],
                    is1904: is1904))
            guard case .fault(let rejection, _) = found["A1"] else {
                Issue.record("day \(serial) was read as \(String(describing: found["A1"]))")
                continue
            }
            #expect(rejection.number == 1124)
        }
        let early = try cells(
            BookWriter(
                "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>0</v></c></row>", formats: ["yyyy-mm-dd"], is1904: true))
        #expect(early["A1"] == .date("1904-01-01"))
    }

    @Test("Runs are joined, phonetics skipped, zeros before a text or a padded number kept")
    func texts() throws {
        let book = BookWriter(
            """
            <row r="2"><c r="B2" t="s"><v>0</v></c><c t="inlineStr"><is><t>00123</t></is></c>
            <c r="F2" s="1"><v>123</v></c><c r="G2" t="str"><f>A1</f><v>ok</v></c></row>
            """,
            formats: ["000000000"],
            strings: ["<r><t>某</t></r><rPh sb=\"0\"><t>mou</t></rPh><r><t xml:space=\"preserve\"> 村_x000D_甲</t></r>"])
        let found = try cells(book)
        #expect(found["B2"] == .text("某 村 甲") && found["C2"] == .text("00123"))
        #expect(found["F2"] == .text("000000123") && found["G2"] == .text("ok"))
    }

    @Test("Errors, truths, formulas without a value and cells that point nowhere each name their cell")
    func faults() throws {
        let found = try cells(
            BookWriter(
                """
                <row r="7"><c r="A7" t="e"><v>#N/A</v></c><c r="B7" t="b"><v>1</v></c><c r="C7"><f>1+1</f><v/></c>
                <c r="D7" t="s"><v>99</v></c><c r="E7"><v>zwei</v></c><c r="F7"/></row>
                """))
        let numbers = ["A7": 1121, "B7": 1125, "C7": 1122, "D7": 1127, "E7": 1127]
        for (cell, number) in numbers {
            guard case .fault(let rejection, _) = found[cell] else {
                Issue.record("\(cell) was read")
                continue
            }
            #expect(rejection.number == number && rejection.field == cell)
        }
        #expect(found["F7"] == nil)
    }

    @Test("Only the cell that is asked for is refused: another column's error does not cost the row")
    func faultsOfOthers() throws {
        func text(_ words: String) -> String { "<c t=\"inlineStr\"><is><t>\(words)</t></is></c>" }
        let book = BookWriter(
            """
            <row>\(text("日期"))\(text("流水号"))\(text("摘要"))\(text("备注"))</row>
            <row>\(text("2024-03-01"))\(text("1"))\(text("甲"))<c t="e"><v>#REF!</v></c></row>
            <row>\(text("2024-03-02"))\(text("2"))<c t="e"><v>#REF!</v></c></row>
            """)
        let table = try TableFile.read(book.bytes, bankReader)
        let answers = table.answers { (row) throws(Rejection) in .accepted(try row.text(.summary)) }
        let fields: [String?] = answers.map { answer in
            switch answer.outcome {
            case .accepted(let text): text
            case .refused(let rejection): rejection.field
            case .setAside: nil
            }
        }
        #expect(fields == [nil, "甲", "C3"].filter { $0 != nil } || fields == [nil, "甲", "C3"])
    }

    @Test("A cell merged away in the body is refused; a merged title is no matter")
    func merged() throws {
        func text(_ words: String) -> String { "<c t=\"inlineStr\"><is><t>\(words)</t></is></c>" }
        let book = BookWriter(
            """
            <row r="1">\(text("对账单"))</row><row r="2">\(text("日期"))\(text("流水号"))\(text("摘要"))</row>
            <row r="3">\(text("2024-03-01"))\(text("1"))\(text("甲"))</row>
            <row r="4"><c r="B4" t="inlineStr"><is><t>2</t></is></c><c r="C4" t="inlineStr"><is><t>乙</t></is></c></row>
            """, merged: ["A1:H1", "A3:A4"])
        let answers = try TableFile.read(book.bytes, bankReader).answers { (row) throws(Rejection) in
            let date: CivilDate = try row.value(.date)
            return .accepted(date)
        }
        let refused = answers.compactMap { answer in
            if case .refused(let rejection) = answer.outcome { rejection } else { nil }
        }
        #expect(refused.map(\.number) == [1123] && refused.first?.field == "A4")
        #expect(answers.contains { if case .accepted = $0.outcome { true } else { false } })
    }

    @Test("Money from binary fractions is exact to the fen or refused")
    func money() throws {
        func text(_ words: String) -> String { "<c t=\"inlineStr\"><is><t>\(words)</t></is></c>" }
        let written = ["0.1", "1234.5600000003", "1234.5699999997", "1234.567", "100", "-12.3", "0.285"]
        let rows = written.enumerated().map {
            "<row>\(text("2024-03-01"))\(text("S\($0)"))<c><v>\($1)</v></c></row>"
        }.joined()
        let book = BookWriter("<row>\(text("日期"))\(text("流水号"))\(text("贷方"))</row>" + rows)
        let fen: [Int64?] = try TableFile.read(book.bytes, bankReader).answers { (row) throws(Rejection) in
            .accepted(try row.money(.credit).fen)
        }.map { if case .accepted(let fen) = $0.outcome { fen } else { nil } }
        #expect(fen == [10, 123_456, 123_457, nil, 10_000, -1_230, nil])
    }

    @Test("Hidden sheets are left out; of two that fit neither is chosen, unless it is named")
    func sheets() throws {
        func rows(_ name: String) -> String {
            func text(_ words: String) -> String { "<c t=\"inlineStr\"><is><t>\(words)</t></is></c>" }
            return
                "<row>\(text("日期"))\(text("流水号"))\(text("摘要"))</row><row>\(text("2024-03-01"))\(text("1"))\(text(name))</row>"
        }
        var book = BookWriter("")
        book.sheets = [("旧", "hidden", rows("旧")), ("说明", "visible", ""), ("新", "visible", rows("新"))]
        let table = try TableFile.read(book.bytes, bankReader)
        #expect(try table.rows.map { try $0.text(.summary) } == ["新"])
        book.sheets.append(("另一", "visible", rows("另一")))
        let several = book.bytes
        let rejection = #expect(throws: Rejection.self) { try TableFile.read(several, bankReader) }
        #expect(rejection?.number == 1111 && rejection?.text.zh.contains("新、另一") == true)
        #expect(try TableFile.read(several, bankReader, sheet: "旧").rows.count == 1)
        let unknown = #expect(throws: Rejection.self) { try TableFile.read(several, bankReader, sheet: "无") }
        #expect(unknown?.number == 1110)
    }
}

@Suite("Files that call themselves workbooks") struct HostileWorkbookTests {
    private static let good = BookWriter("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", strings: ["<t>x</t>"])

    @Test("What is no workbook is told apart")
    func kinds() throws {
        func number(_ bytes: [UInt8]) -> Int? {
            let rejection = #expect(throws: Rejection.self) { try TableFile.read(bytes, bankReader) }
            return rejection?.number
        }
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let name = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
        #expect(number(old + [UInt8](repeating: 0, count: 600)) == 1108)
        #expect(number(old + [UInt8](repeating: 0, count: 600) + name) == 1102)
        #expect(number(Array("\u{FEFF} <html><table>".utf8)) == 1109)
        #expect(number(ZipWriter.pack([ZipWriter.Part(name: "mimetype", bytes: [1])])) == 1100)
        #expect(number([0x50, 0x4B, 3, 4]) == 1101)
    }

    @Test("A bomb is refused before it is unpacked: by what it claims, by its ratio, by its parts")
    func bombs() {
        var parts = Self.good.parts
        parts[4].claimed = 300 * 1_048_576
        #expect(refusal(ZipWriter.pack(parts)) == 1103)
        parts[4].claimed = parts[4].bytes.count * 500 + 2 * 1_048_576
        #expect(refusal(ZipWriter.pack(parts)) == 1103)
        let many = (0..<80).map { ZipWriter.Part(name: "x\($0)", bytes: []) }
        #expect(refusal(ZipWriter.pack(Self.good.parts + many)) == 1104)
        #expect(refusal(ZipWriter.pack(Self.good.parts + Self.good.parts)) == 1101)
    }

    @Test("A document type is refused wherever it stands, and no entity is looked up")
    func entities() {
        var book = Self.good
        book.prolog = "<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
        #expect(refusal(book.bytes) == 1106)
        book.prolog = "<!DOCTYPE sst>"
        #expect(refusal(book.bytes) == 1106)
        book.prolog = ""
        book.strings = ["<t>&undeclared;</t>"]
        #expect(refusal(book.bytes) == 1107)
    }

    @Test("Rows twice, cells twice and cells of another row are damage, not data")
    func doubles() throws {
        #expect(
            refusal(BookWriter("<row r=\"1\"><c><v>1</v></c></row><row r=\"1\"><c><v>2</v></c></row>").bytes) == 1101)
        #expect(refusal(BookWriter("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>").bytes) == 1101)
        let twice = BookWriter("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>").bytes
        #expect(throws: Rejection.self) { try TableFile.read(twice, bankReader) }
    }

    @Test("More rows than are read are refused, and the last row that is read is read")
    func manyRows() {
        let row = "<row><c><v>1</v></c></row>"
        #expect(refusal(BookWriter(String(repeating: row, count: Workbook.mostRows)).bytes) == nil)
        #expect(refusal(BookWriter(String(repeating: row, count: Workbook.mostRows + 1)).bytes) == 1031)
    }
}
