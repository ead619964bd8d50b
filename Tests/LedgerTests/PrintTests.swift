import EventLog
import Foundation
import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing
import Web

@Suite("The books on paper") struct PrintTests {
    private func file(
        _ village: Village, _ path: String, _ parameters: [String: String] = [:], query: [String: String] = [:],
        _ language: Language = .chinese
    ) throws -> [UInt8] {
        let route = try #require(
            Ledger.routes(database: village.database).first { $0.path == "/books/{organisation}" + path })
        guard case .file(_, let make) = route.handler else { return [] }
        let request = PageRequest(
            path: "/books/tanba-collective",
            parameters: ["organisation": "tanba-collective"].merging(parameters) { $1 }, query: query,
            language: language, now: day("2026-12-31").start,
            principal: Principal(
                person: id("p", PersonName.self), role: .stationAgent, office: id("station", OfficeName.self),
                division: id("p14", DivisionName.self)))
        guard case .file(let bytes, _) = try make(request) else { return [] }
        return bytes
    }

    /// Twelve lines, 100,118,054.51 yuan (BK-15).
    private func long() throws -> Village {
        let village = try Village(at: "2026-12-31", openings: [debit("102", 200_000_000), credit("301", 200_000_000)])
        try village.asksForNothing()
        var lines = (1...11).map { VoucherLine(account("513"), debit: Money(fen: Int64($0) * 100)) }
        lines[10] = VoucherLine(account("513"), debit: Money(fen: 10_011_805_451 - 55_00))
        lines.append(VoucherLine(account("102"), credit: Money(fen: 10_011_805_451)))
        try village.post("2026-03-05", lines, voucher: "V1", summary: "买办公用品")
        return village
    }

    @Test(
        "Order 98 arts. 51(1), 52: a voucher of twelve lines takes three sheets on two pages, carries its sums over, has the amount in capitals and five places to sign (BK-15)",
        .enabled(if: PDFTools.areThere, "needs poppler-utils"))
    func voucher() throws {
        let village = try long()
        let pdf = try file(village, "/vouchers/{voucher}/print.pdf", ["voucher": "V1"])
        #expect(try PDFTools.pages(pdf) == 2)
        let text = try PDFTools.text(pdf).filter { !$0.isWhitespace }
        for words in [
            "记账凭证", "坦坝村集体经济组织", "（1/3）", "（3/3）", "过次页", "承前页", "壹亿零壹拾壹万捌仟零伍拾肆元伍角壹分", "主管：",
            "记账：", "审核：station", "出纳：", "制单：accountant", "513_管理费用", "100,118,054.51",
        ] { #expect(text.contains(words), "\(words)") }
        #expect(text.components(separatedBy: "过次页").count == 3 && text.components(separatedBy: "承前页").count == 3)
        let english = try PDFTools.text(
            file(village, "/vouchers/{voucher}/print.pdf", ["voucher": "V1"], .english))
        #expect(english.contains("Carried over") && english.contains("Cashier:") && english.contains("Total in words"))
        #expect(try file(village, "/vouchers/{voucher}/print.pdf", ["voucher": "V1"]) == pdf)
    }

    @Test(
        "Order 98 arts. 51(1), 58, 69: chief accountant and cashier are named from a day on and stand on vouchers, books and statements",
        .enabled(if: PDFTools.areThere, "needs poppler-utils"))
    func people() throws {
        let village = try long()
        func name(_ from: String, _ chief: String, _ cashier: String) -> NameBookPeople {
            NameBookPeople(
                organisation: village.organisation, from: day(from), chief: id(chief, OfficeName.self),
                cashier: id(cashier, OfficeName.self))
        }
        village.refuses(.beforeBooks, name("2025-12-31", "review", "clerk"))
        village.refuses(.deskUnknown, name("2026-01-01", "nobody", "clerk"))
        village.refuses(.cashierIsChief, name("2026-01-01", "review", "review"))
        try village.give(name("2026-01-01", "review", "clerk"))
        village.refuses(.peopleNamedLater, name("2026-01-01", "second", "clerk"))
        try village.give(name("2026-06-01", "second", "clerk"))
        func text(_ path: String, _ parameters: [String: String] = [:]) throws -> String {
            try PDFTools.text(file(village, path, parameters)).filter { !$0.isWhitespace }
        }
        // As it was on the day of the voucher; books and statements as on their last day.
        let voucher = try text("/vouchers/{voucher}/print.pdf", ["voucher": "V1"])
        #expect(voucher.contains("主管：review") && voucher.contains("出纳：clerk"))
        #expect(try text("/statements.pdf").contains("主管：second出纳：clerk"))
        #expect(try text("/daybook/{account}/daybook.pdf", ["account": "102"]).contains("出纳：clerk"))
        let volume = try text("/volume.pdf")
        #expect(volume.contains("财务负责人：second") && volume.contains("出纳：clerk"))
    }

    @Test(
        "Order 98 art. 60(8): a multi-column ledger has a column for each account below, gathers the rest, adds up to the account, and carries over",
        .enabled(if: PDFTools.areThere, "needs poppler-utils"))
    func columns() throws {
        let village = try Village(at: "2026-12-31")
        let names = ["办公费", "差旅费", "邮电费", "报刊费", "会议费", "水电费", "维修费", "杂费"]
        for (number, name) in names.enumerated() { try village.give(village.adding("5130\(number + 1)", name)) }
        // More than there is room for; the first every month, so that the year takes more than one page.
        for month in 1...12 {
            let date = "2026-\(month < 10 ? "0" : "")\(month)-05"
            for _ in 1...2 { try village.post(date, [debit("51301", 100), credit("102", 100)]) }
        }
        for number in 2...8 {
            let amount = Int64(90 - number)
            try village.post("2026-03-0\(number)", [debit("5130\(number)", amount), credit("102", amount)])
        }
        let december = AccountingMonth("2026-12")!
        let ledger = try village.database.read {
            try AccountLedgerQueries.get(
                village.organisation, account("513"), from: december.january, through: december, in: $0)
        }
        let wide = ColumnLedger(ledger, (1...8).map { account("5130\($0)") }, isCredit: false)
        #expect(wide.columns.map(\.text) == ["51301", "51302", "51303", "51304"] && wide.hasRest)
        for row in wide.rows {
            let amounts = row.figures.map { figure -> Money in
                if case .money(let amount) = figure { return amount }
                return .zero
            }
            #expect(amounts[3...].reduce(Money.zero, +) == amounts[0] - amounts[1], "\(row.kind)")
        }
        #expect(wide.rows.last?.figures[3] == .money(yuan(2_400)) && wide.rows.last?.figures[7] == .money(yuan(334)))
        let pdf = try file(village, "/accounts/{account}/columns.pdf", ["account": "513"])
        #expect(try PDFTools.pages(pdf) == 2)
        let text = try PDFTools.text(pdf).filter { !$0.isWhitespace }
        for words in ["多栏式明细账", "办公费", "报刊费", "其他", "过次页", "承前页", "本年累计", "2,400.00", "334.00"] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("杂费") && !text.contains("会议费"))
        let english = try PDFTools.text(
            file(village, "/accounts/{account}/columns.pdf", ["account": "513"], .english))
        #expect(english.contains("multi-column ledger") && english.contains("Carried"))
    }

    @Test(
        "A quantity ledger counts in and out, prices what is left, and goes on with its quantity into the next year",
        .enabled(if: PDFTools.areThere, "needs poppler-utils"))
    func quantities() throws {
        let village = try Village(at: "2027-02-01")
        func move(_ date: String, _ quantity: Int64, debit isIn: Bool, _ amount: Int64) throws {
            let stock = VoucherLine(
                account("121"), debit: isIn ? yuan(amount) : nil, credit: isIn ? nil : yuan(amount), quantity: quantity)
            try village.post(date, isIn ? [stock, credit("102", amount)] : [stock, debit("511", amount)])
        }
        try move("2026-05-01", 100_000, debit: true, 250)
        try move("2026-06-01", 40_500, debit: false, 101)
        try move("2027-01-10", 3_000, debit: true, 10)
        let january = AccountingMonth("2027-01")!
        let (ledger, before) = try village.database.read { tx in
            (
                try AccountLedgerQueries.get(
                    village.organisation, account("121"), from: january, through: january, in: tx),
                try AccountLedgerQueries.quantity(village.organisation, account("121"), before: january, in: tx)
            )
        }
        #expect(before == 59_500)
        let wide = QuantityLedger(ledger, before: before)
        let last = try #require(wide.rows.last)
        #expect(last.figures[0] == .quantity(3_000) && last.figures[3] == nil)
        #expect(last.figures[6] == .quantity(62_500) && last.figures[8] == .money(yuan(159)))
        #expect(last.figures[7] == .money(Money(fen: 254)), "159 yuan over 62.5")
        #expect(
            QuantityLedger.price(0, yuan(1)) == nil && QuantityLedger.price(3_000, Money(fen: 100)) == Money(fen: 33))
        #expect(QuantityLedger.price(-2_000, Money(fen: -5)) == Money(fen: 3))
        #expect(QuantityLedger.price(1, Money(fen: Whole.widest)) == nil)
        let text = try PDFTools.text(
            file(village, "/accounts/{account}/quantity.pdf", ["account": "121"], query: ["at": "2026-12-31"])
        ).filter { !$0.isWhitespace }
        for words in ["数量金额式明细账", "100", "40.5", "59.5", "2.50", "149.00"] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test("A voucher without money needs no cashier", .enabled(if: PDFTools.areThere, "needs poppler-utils"))
    func noCashier() throws {
        let village = try Village(at: "2026-12-31")
        try village.post("2026-03-05", [debit("513", 5), credit("211", 5)], voucher: "V1")
        #expect(try !PDFTools.text(file(village, "/vouchers/{voucher}/print.pdf", ["voucher": "V1"])).contains("出纳"))
    }

    @Test(
        "Order 98 art. 60(8): each page but the last ends in what it carries over and the next begins with the same, by the month in day books and by the year in ledgers",
        arguments: [false, true])
    func leaves(isDaily: Bool) throws {
        var random = SeededRandom(seed: 98)
        let village = try Village(at: "2026-12-31", openings: [debit("102", 100_000), credit("301", 100_000)])
        for number in 1...80 {
            let fen = Int64.random(in: 1...5_000, using: &random)
            let month = number % 12 + 1
            try village.post(
                "2026-\(month < 10 ? "0" : "")\(month)-1\(number % 9)",
                [
                    VoucherLine(account("513"), debit: Money(fen: fen)),
                    VoucherLine(account("102"), credit: Money(fen: fen)),
                ])
        }
        let december = AccountingMonth("2026-12")!
        let ledger = try village.database.read {
            try AccountLedgerQueries.get(
                village.organisation, account("102"), from: december.january, through: december, daily: isDaily, in: $0)
        }
        let leaves = BookLeaves(ledger, carry: isDaily ? .month : .year, endsYear: true, perPage: 10)
        #expect(leaves.pages.count > 8)
        var sum = FullTrialBalance.Pair()
        var entries = 0
        for (number, page) in leaves.pages.enumerated() {
            #expect(page.count <= 10)
            if number > 0 { #expect(page.first?.kind == .broughtForward) }
            for line in page {
                switch line.kind {
                case .row(.entry):
                    sum = sum + line.pair
                    entries += 1
                case .row(.month): if isDaily { sum = .init() }
                case .carriedOver, .broughtForward: #expect(line.pair == sum, "page \(number)")
                default: break
                }
            }
            if number + 1 < leaves.pages.count { #expect(page.last?.kind == .carriedOver) }
        }
        #expect(entries == 80 && leaves.pages.last?.last?.kind == .nextYear)
    }

    @Test(
        "Order 98 arts. 58, 59: the year's ledgers are one volume with cover, contents and pages that are numbered on; only balance-sheet accounts go to the next year (BK-22)",
        .enabled(if: PDFTools.areThere, "needs poppler-utils"))
    func volume() throws {
        let village = try long()
        let text = try PDFTools.text(file(village, "/volume.pdf"))
        let plain = text.filter { !$0.isWhitespace }
        for words in ["本册账页第1页至第", "装订：", "账簿目录", "第1页共", "上年结转", "结转下年", "102银行存款", "借", "贷"] {
            #expect(plain.contains(words), "\(words)")
        }
        // 102 and 301 go on, 513 does not.
        #expect(plain.components(separatedBy: "结转下年").count == 3)
        let book = try PDFTools.text(file(village, "/daybook/{account}/daybook.pdf", ["account": "102"]))
        #expect(book.contains("本日合计") && book.contains("本月合计"))
        #expect(try PDFTools.text(file(village, "/volume.pdf", [:], .english)).contains("Contents"))
    }

    @Test(
        "Caikuai 2024 no. 12 art. 27: vouchers of a month, books and both statements are files of a fixed layout",
        .enabled(if: PDFTools.areThere, "needs poppler-utils"), arguments: [Language.chinese, .english])
    func fixedLayout(language: Language) throws {
        let village = try long()
        let words = { (message: Message) in language(message).filter { !$0.isWhitespace } }
        for (path, parameters, query, expected) in [
            ("/vouchers.pdf", [:], ["month": "2026-03"], [PrintText.voucher, PrintText.carriedOver]),
            ("/accounts/{account}/ledger.pdf", ["account": "513"], [:], [BookText.yearTotal, PrintText.bookkeeper]),
            (
                "/statements.pdf", [:], ["at": "2026-12-31"],
                [PrintText.report, BookText.balanceSheet, BookText.incomeStatement, PrintText.head]
            ),
        ] as [(String, [String: String], [String: String], [Message])] {
            let text = try PDFTools.text(file(village, path, parameters, query: query, language))
                .filter { !$0.isWhitespace }
            for message in expected { #expect(text.contains(words(message)), "\(path) \(words(message))") }
        }
    }

    @Test(
        "Caikuai 2024 no. 12 art. 21(4): the booking file has the ten elements of each line and adds up to the voucher")
    func bookingFile() throws {
        let village = try long()
        let xml = String(
            decoding: try file(village, "/vouchers/{voucher}/booking.xml", ["voucher": "V1"]), as: UTF8.self)
        let lines = xml.components(separatedBy: "<\(BookingText.line)>").dropFirst()
        #expect(lines.count == 12)
        func value(_ line: String, _ name: String) -> String? {
            let parts = line.components(separatedBy: "<\(name)>")
            return parts.count == 2 ? parts[1].components(separatedBy: "</\(name)>").first : nil
        }
        var sums: [String: Int64] = [:]
        for line in lines {
            for name in BookingText.elements { #expect(value(line, name) != nil, "\(name)") }
            sums[value(line, "借贷方向") ?? "", default: 0] +=
                Int64((value(line, "金额") ?? "").replacing(".", with: "")) ?? 0
        }
        #expect(sums == ["借": 10_011_805_451, "贷": 10_011_805_451])
    }

    @Test(
        "Order 79 arts. 8, 14, 15: the year's archive opens without the program, and its list names each file with digest and term; the annual report is kept for ever",
        .enabled(if: PDFTools.areThere, "needs poppler-utils"))
    func archive() throws {
        let village = try long()
        try village.database.write { tx in
            try tx.run(
                """
                INSERT INTO invoice (number, organisation, issued, net_fen, tax_fen, gross_fen, digest, used_fen, entry)
                VALUES ('24412000000012345678', 'tanba-collective', '2026-03-01', 100, 3, 103, 'd', 0, 1)
                """)
            try tx.run(
                """
                INSERT INTO invoice_use (number, entry, amount_fen, voucher)
                VALUES ('24412000000012345678', 2, 103, 'V1')
                """)
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let tar = folder.appending(path: "a.tar")
        try Data(try file(village, "/archive.tar")).write(to: tar)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["tar", "-xf", tar.path, "-C", folder.path]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let inside = folder.appending(path: "tanba-collective-2026")
        let list = try String(contentsOf: inside.appending(path: "index.csv"), encoding: .utf8)
        let rows = list.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",").map(String.init) }
            .filter { $0.count == 5 }
        #expect(
            rows.map { $0[0] } == [
                "vouchers.pdf", "ledgers.pdf", "cash-daybook.pdf", "bank-daybook.pdf", "statements.pdf",
                "booking/2026-03-1.xml",
            ])
        for row in rows {
            let bytes = Array(try Data(contentsOf: inside.appending(path: row[0])))
            #expect(String(bytes.count) == row[2] && Hash.file(bytes).hex == row[3])
            #expect(row[4] == (row[0] == "statements.pdf" ? "永久（另存纸质）" : "2057-01-01"))
        }
        #expect(list.contains("本年尚有月份未结账"))
        #expect(
            try String(contentsOf: inside.appending(path: rows[5][0]), encoding: .utf8).contains("24412000000012345678")
        )
    }
}
