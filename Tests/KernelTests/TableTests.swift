import Foundation
import Kernel
import Testing

private enum Bank: String, Hashable, CaseIterable {
    case reference, date, amount, out, direction, name, account, remark

    static let reader = TableReader<Bank>([
        TableColumn(.reference, ["reference", "流水号", "交易流水号"]),
        TableColumn(.date, ["date", "日期", "交易日期", "交易时间"]),
        TableColumn(.amount, ["amount", "金额", "贷方发生额", "收入金额", "交易金额"]),
        TableColumn(.out, ["debit", "借方发生额", "支出金额"], isRequired: false),
        TableColumn(.direction, ["direction", "借贷标志"], isRequired: false),
        TableColumn(.name, ["payer_name", "对方户名"], isRequired: false),
        TableColumn(.account, ["payer_account", "对方账号"], isRequired: false),
        TableColumn(.remark, ["remark", "摘要", "附言"], isRequired: false),
    ])
}

private struct Arrival: Sendable, Hashable {
    let reference: String
    let date: CivilDate
    let fen: Int64
    let remark: String

    static func outcome(_ row: Table<Bank>.Row) throws(Rejection) -> Table<Bank>.Outcome<Arrival> {
        guard let amount = try row.incoming(.amount, outgoing: .out, direction: .direction) else {
            return .setAside(.outgoing)
        }
        var problems = RowProblems()
        let reference = problems.take { () throws(Rejection) in try row.value(.reference, as: String.self) }
        let date = problems.take { () throws(Rejection) in try row.value(.date, as: CivilDate.self) }
        try problems.finish()
        guard let reference, let date else { return .setAside(.foreign) }
        return .accepted(
            Arrival(reference: reference, date: date, fen: amount.fen, remark: try row.text(.remark)))
    }
}

/// Files as they came, small; places, people and accounts are invented.
private enum Files {
    static let heading = "reference,date,amount,payer_name,payer_account,remark\n"
    static func line(date: String = "2019-03-11", amount: String = "10000.00") -> String {
        heading + "B1,\(date),\(amount),泸县龙城农业开发有限公司,LZ-BANK-1,luxian-longcheng\n"
    }
    static let statement = """
        \u{FEFF}某某农村商业银行 账户明细
        账号：,6217 0000 0000 0001
        ,,,,,,
        交易流水号,交易日期,借方发生额,贷方发生额（元）,对方户名,对方账号,附言
        B1,2019.3.11 14:02:33,,"10,000.00",泸县龙城农业开发有限公司,LZ-BANK-1,"luxian-
        longcheng"
        B2,2019年3月12日,"3,000.00",,张三,1,取现
        B3,20190312,0.00,24000.00元,谭坝村某承包户,LZ-BANK-9,地租
        ,,,,,,
        交易流水号,交易日期,借方发生额,贷方发生额（元）,对方户名,对方账号,附言
        B4,2019/3/13,--,２４０．５,李四,2,
        B5,2019-03-13,,"100,00",李四,2,
        B6,2019-03-13,5.00,7.00,李四,2,
        B7,,,7.00,李四,2,
        B8,2019-03-14,,10,000.00,李四,2,x
        合计,,3000.00,34240.50,,,
        打印时间：2019-04-01
        """
    static let places = """
        \u{FEFF}code,name,level,parent,kind
        140000000000,山西省,province,,province
        140499101201,东一村,village,140499101000,village
        ,,,,
         ,,,,
        """
    static var all: [[UInt8]] {
        let texts = [
            statement, places, line(), line(amount: "\"100,00\""), line(date: "2019年3月11日", amount: "10000.00元"),
            line(date: "2019-03-11 14:02:33", amount: "\"10,000.00\""),
        ]
        return texts.flatMap { text in
            [
                Array(text.utf8), Array(text.replacing("\n", with: "\r").utf8), utf16(text, isBigEndian: false),
                utf16(text, isBigEndian: true), gb18030(text), Array(text.replacing(",", with: "\t").utf8),
            ]
        }
    }

    static func utf16(_ text: String, isBigEndian: Bool, hasMark: Bool = true) -> [UInt8] {
        let bare = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        return ((hasMark ? "\u{FEFF}" : "") + bare).utf16.flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isBigEndian ? bytes.reversed() : bytes
        }
    }

    static func gb18030(_ text: String) -> [UInt8] {
        let bare = String(text.unicodeScalars.filter { $0 != "\u{FEFF}" }.map(Character.init))
        return bare.data(using: String.Encoding(rawValue: 0x8000_0632)).map { Array($0) } ?? []
    }
}

@Suite("Files of rows") struct TableTests {
    private func told(_ bytes: [UInt8]) throws -> [String] {
        try Bank.reader.read(bytes).answers(Arrival.outcome).map { answer in
            switch answer.outcome {
            case .accepted(let arrival): "\(answer.line) \(arrival.reference) \(arrival.date) \(arrival.fen)"
            case .setAside(let reason): "\(answer.line) \(reason)"
            case .refused(let rejection): "\(answer.line) \(rejection.number) \(rejection.field ?? "")"
            }
        }
    }

    private func number(_ bytes: [UInt8]) -> Int? {
        let thrown = #expect(throws: Rejection.self) { try Bank.reader.read(bytes) }
        return thrown?.number
    }

    @Test("A bank's whole statement: every row has its answer, and only records are read")
    func statement() throws {
        let expected = [
            "1 preamble", "2 preamble", "3 blank", "5 B1 2019-03-11 1000000", "7 outgoing", "8 B3 2019-03-12 2400000",
            "9 blank", "10 heading", "11 B4 2019-03-13 24050", "12 1025 贷方发生额(元)", "13 1033 贷方发生额(元)", "14 1006 交易日期",
            "15 1032 ", "16 totals", "17 remark",
        ]
        let bytes = Array(Files.statement.utf8)
        #expect(try told(bytes) == expected)
        #expect(try Bank.reader.read(bytes).headingLine == 4)
        let table = try Bank.reader.read(bytes)
        let row = try #require(table.rows.first { $0.line == 5 })
        #expect(try row.text(.remark) == "luxian-\nlongcheng")
        #expect(row.column(.amount) == 4 && row.heading(.remark) == "附言")
        for answer in table.answers(Arrival.outcome) { #expect(answer.excerpt.unicodeScalars.count <= 80) }
    }

    @Test(
        "The same file reads the same in 48 dresses: four encodings, with mark and without, three line ends, four separators"
    )
    func dresses() throws {
        let plain =
            "reference,date,amount,remark\nB1,2019-03-11,10000.00,地租\n合计,,10000.00,\nB2,2019-03-12,5,\"a\"\"b\"\n"
        let expected = ["2 B1 2019-03-11 1000000", "3 totals", "4 B2 2019-03-12 500"]
        var dresses = 0
        for separator in [",", "\t", ";", "，"] {
            for end in ["\n", "\r", "\r\n"] {
                let text = plain.replacing(",", with: separator).replacing("\n", with: end)
                for bytes in [
                    Array(text.utf8), Array("\u{FEFF}\(text)".utf8), Files.utf16(text, isBigEndian: false),
                    Files.utf16(text, isBigEndian: true), Files.gb18030(text),
                    Files.utf16(text, isBigEndian: false, hasMark: false),
                ] {
                    dresses += 1
                    #expect(try told(bytes) == expected)
                }
            }
        }
        #expect(dresses >= 48)
    }

    @Test(
        "Dates and amounts as banks write them, in files that were refused or misread",
        arguments: [
            ("20190311", "10000.00", "2 B1 2019-03-11 1000000"), ("2019/3/11", "10000.00", "2 B1 2019-03-11 1000000"),
            ("2019-03-11 14:02:33", "\"10,000.00\"", "2 B1 2019-03-11 1000000"),
            ("2019年3月11日", "10000.00元", "2 B1 2019-03-11 1000000"), ("2019.3.11", "1.5万元", "2 B1 2019-03-11 1500000"),
            ("2019-03-11", "\"100,00\"", "2 1025 amount"), ("2019-03-11", "\"12,5\"", "2 1025 amount"),
            ("2019-03-11", "-50", "2 outgoing"), ("2019-03-11", "", "2 1006 amount"), ("11.3.2019", "5", "2 1013 date"),
            ("2199-12-31", "5", "2 B1 2199-12-31 500"), ("2200-01-01", "5", "2 1027 date"),
            ("2019-03-11", "99999999999999999999", "2 1008 amount"),
            ("2019-03-11", "\u{202D}10\u{202C}", "2 B1 2019-03-11 1000"),
            ("2019-03-11", "a\u{7}", "2 1017 amount"),
        ])
    func cells(date: String, amount: String, expected: String) throws {
        #expect(try told(Array(Files.line(date: date, amount: amount).utf8)) == [expected])
    }

    @Test("Below a heading in ten thousands stands ten thousand times as much; a column says which way money went")
    func units() throws {
        let text = """
            流水号;日期;金额（万元）;借贷标志
            a;2019-03-11;1.2;贷
            b;2019-03-11;1;借
            c;2019-03-11;1;?
            """
        #expect(try told(Array(text.utf8)) == ["2 a 2019-03-11 1200000", "3 outgoing", "4 1011 借贷标志"])
    }

    @Test("A list of places with a tail of commas reads as its two places")
    func tail() throws {
        let reader = TableReader([TableColumn("code", ["code"]), TableColumn("name", ["name"])])
        for bytes in [Array(Files.places.utf8), Array(Files.places.replacing("\n", with: "\r").utf8)] {
            let answers = try reader.read(bytes).answers { (row) throws(Rejection) in
                Table<String>.Outcome<String>.accepted(try row.value("code", as: DivisionCode.self).digits)
            }
            let codes = answers.compactMap { if case .accepted(let code) = $0.outcome { code } else { nil } }
            #expect(codes == ["14", "140499101201"])
            #expect(answers.count == 4)
        }
    }

    @Test("A quote that is not closed eats no other row; a quote inside a cell is a sign")
    func quotes() throws {
        let text =
            "reference,date,amount\n\"a,2019-03-11,1\nb\"x,2019-03-11,2\n\"c\"\"\"d,2019-03-11,3\n\"e\"\"f\" ,2019-03-11,4\n"
        #expect(
            try told(Array(text.utf8)) == [
                "2 \"a 2019-03-11 100", "3 b\"x 2019-03-11 200", "4 \"c\"\"\"d 2019-03-11 300", "5 e\"f 2019-03-11 400",
            ])
        let open = "reference,date,amount\n\"a,2019-03-11,1\nb,2019-03-11,2\n"
        #expect(try told(Array(open.utf8)) == ["2 \"a 2019-03-11 100", "3 b 2019-03-11 200"])
    }

    @Test("What is no such file is refused as such")
    func noFile() {
        #expect(number([]) == 1028)
        #expect(number(Array(" \r\n\t".utf8)) == 1028)
        #expect(number([0xEF, 0xBB, 0xBF]) == 1028)
        #expect(number(Array("date,amount\n2019-03-11,1\n".utf8)) == 1030)
        #expect(number(Array("农村".utf8) + [0x0A, 0xFF, 0xFF, 0x0A]) == 1029)
        #expect(number(Array(repeating: 0x41, count: TableText.largest + 1)) == 1022)
        #expect(number(Array(String(repeating: "a\n", count: Bank.reader.mostRows + 1).utf8)) == 1030)
        let many = Files.heading + String(repeating: "a\n", count: Bank.reader.mostRows)
        #expect(number(Array(many.utf8)) == 1031)
        #expect(number(Array("%PDF-1.4\n%âãÏÓ\n1 0 obj\n".utf8)) == 1030)
        #expect(number([0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0, 0xB5, 0x55]) != nil)
    }

    @Test("A wound in a file of UTF-8 is named by its line and not read as something else")
    func wound() throws {
        var bytes = Array(Files.line().utf8)
        bytes += Array("B2,2019-03-11,1,李四,1,x\nB3,2019-03-11,1,王".utf8).dropLast() + [0x0A]
        let thrown = #expect(throws: Rejection.self) { try Bank.reader.read(bytes) }
        #expect(thrown?.number == 1029)
        #expect(thrown?.text.en.contains("line 4") == true)
    }

    @Test(
        "2,000 mutations of 36 files (QIANMO_FUZZ=100000 for more) end in answers, within the rows of the file, and never in a trap"
    )
    func fuzz() throws {
        let files = Files.all
        #expect(files.count == 36)
        let signs: [UInt8] =
            Array("\",;\t\r\n|0x ".utf8) + [0, 0xFF, 0xFE, 0xEF, 0xBB, 0xBF, 0xE4, 0x80, 0x81, 0x30, 0xA3, 0xAC]
        var seed: UInt64 = 20_190_311
        func next(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        let rounds = Int(ProcessInfo.processInfo.environment["QIANMO_FUZZ"] ?? "") ?? 2_000
        var (read, accepted, refused) = (0, 0, 0)
        for round in 0..<rounds {
            var bytes = files[round % files.count]
            for _ in 0...next(4) {
                let position = next(bytes.count)
                switch next(5) {
                case 0: bytes[position] = signs[next(signs.count)]
                case 1: bytes.insert(signs[next(signs.count)], at: position)
                case 2: bytes.removeSubrange(position..<min(bytes.count, position + 1 + next(9)))
                case 3: bytes.replaceSubrange(position..<position, with: bytes.prefix(next(bytes.count + 1)).suffix(20))
                default: bytes[position] ^= UInt8(1 << next(8))
                }
                if bytes.isEmpty { bytes = [0x2C] }
            }
            guard let table = try? Bank.reader.read(bytes) else { continue }
            read += 1
            for answer in table.answers(Arrival.outcome) {
                switch answer.outcome {
                case .accepted(let arrival):
                    accepted += 1
                    if !(0...Money.highest).contains(arrival.fen) { Issue.record("\(round): \(arrival)") }
                case .refused(let rejection):
                    refused += 1
                    if rejection.number < 1_000 || answer.line < 1 { Issue.record("\(round): \(rejection)") }
                case .setAside: break
                }
            }
            if table.rows.count > bytes.count { Issue.record("\(round): \(table.rows.count) rows") }
        }
        #expect(read > rounds / 5 && accepted > rounds / 5 && refused > rounds / 50, "\(read) \(accepted) \(refused)")
    }
}
