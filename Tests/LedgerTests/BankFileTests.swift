import Foundation
import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("Statements of banks") struct BankFileTests {
    @Test("The bank's workbook reads as it should; its debit is money out (BK-19, BK-20)")
    func workbook() throws {
        guard let url = sharedData("books/files/bank-2024.xlsx") else { return }
        let file = try StatementFile(Array(Data(contentsOf: url)))
        #expect(file.movements.map(\.amount.fen) == [24_000_10, -860_00, 1_234_56, -310_000_00, -30])
        #expect(file.movements.map { $0.serial ?? "" } == (1...5).map { "00000000\($0)" })
        #expect(
            file.movements.map { $0.balance?.fen ?? 0 } == [524_000_45, 523_140_45, 524_375_01, 214_375_01, 214_374_71])
        #expect(file.movements.first?.counterAccount == "6217001234567890123")
        #expect(!file.others.contains { if case .refused = $0.outcome { true } else { false } })
    }

    @Test("A long number that has lost its end is refused by the name of its cell (BK-18)")
    func longNumber() throws {
        guard let url = sharedData("books/files/bank-long-number.xlsx") else { return }
        let file = try StatementFile(Array(Data(contentsOf: url)))
        let refused = file.others.compactMap { row -> Rejection? in
            if case .refused(let rejection) = row.outcome { rejection } else { nil }
        }
        #expect(refused.contains { Language.english($0.text).contains("G4") || ($0.field ?? "").contains("G4") })
    }

    private func give(_ file: StatementFile, _ village: Village) throws -> (new: Int, known: Int, refused: [Int]) {
        let plan = StatementImport(organisation: village.organisation, account: account("102"))
        var (new, known, refused) = (0, 0, [Int]())
        for line in plan.lines(file) {
            if try village.database.read({ try line.isKnown(in: $0) }) {
                known += 1
                continue
            }
            do {
                try village.give(line.command)
                new += 1
            } catch let rejection as Rejection {
                refused.append(rejection.number)
            }
        }
        return (new, known, refused)
    }

    @Test("A statement of any length: foreign lines aside, bad rows by themselves, a second time nothing")
    func rows() throws {
        var random = SeededRandom(seed: 15)
        let village = try Village(openings: [debit("102", 1), credit("301", 1)])
        var text = "某农商银行账户明细\n账号,1400001234567890\n交易日期,流水号,币种,借方发生额,贷方发生额,余额,对方户名,对方账号,摘要\n"
        var balance = Int64(10_000_000)
        func yuan(_ fen: Int64) -> String { "\(fen / 100).\(fen % 100 < 10 ? "0" : "")\(fen % 100)" }
        for line in 1...2_000 {
            let fen = Int64.random(in: 1...5_000, using: &random)
            let isIn = Bool.random(using: &random)
            balance += isIn ? fen : -fen
            text += "2026-01-0\(line % 4 + 1),S\(line),人民币,\(isIn ? "" : yuan(fen)),\(isIn ? yuan(fen) : ""),"
            text += "\(yuan(balance)),某户\(line),62170012345678\(line),往来\n"
            if line % 500 == 0 { text += "2026-01-04,U\(line),USD,,5.00,5.00,外币户,123456789,外币\n" }
        }
        text += "2026-01-05,S9001,人民币,abc,,\(yuan(balance)),某户,621700123456789,坏行\n合计,,,,,,,,\n"
        let file = try StatementFile(Array(text.utf8))
        #expect(file.movements.count == 2_000)
        #expect(file.others.filter { $0.outcome == .setAside(.foreign) }.count == 4)
        #expect(file.others.filter { !$0.outcome.refusals.isEmpty }.count == 1)
        let first = try give(file, village)
        #expect(first.new == 2_000 && first.known == 0 && first.refused.isEmpty)
        let events = village.runner.events.count
        let second = try give(file, village)
        #expect(second.known == 2_000 && second.new == 0)
        #expect(village.runner.events.count == events)
    }

    @Test("A row whose balance does not follow is refused and named, upwards and downwards", arguments: [false, true])
    func chain(isNewestFirst: Bool) throws {
        var rows = (1...12).map { "2026-01-0\(($0 - 1) / 4 + 1),K\($0),,10.00,\(100 + $0 * 10).00" }
        rows[6] = "2026-01-02,K7,,11.00,170.00"
        let text = "日期,流水号,支出,收入,余额\n" + (isNewestFirst ? rows.reversed() : rows).joined(separator: "\n")
        let file = try StatementFile(Array(text.utf8))
        #expect(file.movements.count == 11)
        let refused = file.others.filter { !$0.outcome.refusals.isEmpty }
        #expect(refused.map { $0.outcome.refusals } == [[LedgerRefusal.balanceBroken.number]])
        #expect(refused.first?.row == (isNewestFirst ? 7 : 8))
    }

    @Test("The same serial with another amount is refused naming the first")
    func serial() throws {
        let village = try Village(openings: [debit("102", 1), credit("301", 1)])
        let heading = "日期,流水号,借方金额,贷方金额\n"
        #expect(try give(StatementFile(Array((heading + "2026-01-02,A1,,8.00\n").utf8)), village).new == 1)
        let other = try give(StatementFile(Array((heading + "2026-01-02,A1,,9.00\n").utf8)), village)
        #expect(other.refused == [LedgerRefusal.statementLineDiffers.number])
    }
}

@Suite("Electronic invoices") struct InvoiceTests {
    static func xml(
        number: String = "24142000000012345678", second: String? = nil, net: String = "1000.00", tax: String = "30.00",
        gross: String = "1030.00", remark: String = "", prolog: String = ""
    ) -> [UInt8] {
        Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>\(prolog)<EInvoice><Header><EIid>\(number)</EIid></Header>
            <EInvoiceData><SellerInformation><SellerIdNum>91140000MA0XXXXX0X</SellerIdNum><SellerName>某农资店</SellerName>
            </SellerInformation><BuyerInformation><BuyerName>坦坝村集体经济组织</BuyerName></BuyerInformation>
            <BasicInformation><TotalAmWithoutTax>\(net)</TotalAmWithoutTax><TotalTaxAm>\(tax)</TotalTaxAm>
            <TotalTax-includedAmount>\(gross)</TotalTax-includedAmount></BasicInformation>
            <AdditionalInformation><Remark>\(remark)</Remark></AdditionalInformation></EInvoiceData>
            <TaxSupervisionInfo><InvoiceNumber>\(second ?? number)</InvoiceNumber><IssueTime>2026-01-03 10:11:12</IssueTime>
            </TaxSupervisionInfo></EInvoice>
            """.utf8)
    }

    @Test("30 % and 70 % are booked, one fen more is refused, and so is a second village, by the name of the first")
    func once() throws {
        for gross in [1_030_00, 1_00, 99_99, 7, 123_456_789] as [Int64] {
            let village = try Village()
            try village.database.write { tx in
                try tx.run(
                    """
                    INSERT INTO organisation (id, division, kind, name) VALUES ('second', 'p14', 'collective', '二村')
                    """)
            }
            let text = "\(gross / 100).\(gross % 100 < 10 ? "0" : "")\(gross % 100)"
            let invoice = try InvoiceFile(Self.xml(net: text, tax: "0", gross: text))
            #expect(invoice.gross.fen == gross)
            let (organisation, number) = (village.organisation, invoice.number)
            func use(_ fen: Int64) -> UseInvoice {
                UseInvoice(organisation: organisation, number: number, amount: Money(fen: fen))
            }
            try village.give(invoice.registration(organisation))
            village.refuses(.invoiceKnown, invoice.registration(organisation))
            let part = gross * 3 / 10
            if part > 0 { try village.give(use(part)) }
            village.refuses(.invoiceUsedUp, use(gross - part + 1))
            try village.give(use(gross - part))
            village.refuses(.invoiceUsedUp, use(1))
            let second = id("second", OrganisationName.self)
            village.refuses(.invoiceElsewhere, invoice.registration(second))
            village.refuses(.invoiceElsewhere, UseInvoice(organisation: second, number: number, amount: Money(fen: 1)))
            #expect(throws: LedgerRefusal.invoiceElsewhere("坦坝村集体经济组织")) {
                try village.give(invoice.registration(second))
            }
        }
    }

    @Test("A red invoice lowers what is left of the blue one it names, in every wording")
    func red() throws {
        for mark in ["被红冲蓝字数电票号码：", "被红冲蓝字数电票号码: ", "被红冲蓝字数电发票号码:", "对应正数发票号码 "] {
            let village = try Village()
            let blue = try InvoiceFile(Self.xml())
            try village.give(blue.registration(village.organisation))
            let red = try InvoiceFile(
                Self.xml(
                    number: "24142000000012345679", net: "-500.00", tax: "-15.00", gross: "-515.00",
                    remark: "\(mark)24142000000012345678 红字发票信息确认单编号：14000000000000000001"))
            #expect(red.reds == blue.number)
            try village.give(red.registration(village.organisation))
            func use(_ fen: Int64, _ file: InvoiceFile) -> UseInvoice {
                UseInvoice(organisation: village.organisation, number: file.number, amount: Money(fen: fen))
            }
            village.refuses(.invoiceUsedUp, use(515_01, blue))
            village.refuses(.invoiceIsRed, use(1, red))
            try village.give(use(515_00, blue))
        }
    }

    @Test(
        "An invoice in GBK, GB 2312, GB 18030 or UTF-16 is the same invoice, also where it only says so",
        arguments: ["GBK", "gb2312", "GB18030", "UTF-16", "GBK in name"])
    func encodings(_ name: String) throws {
        let text = String(decoding: Self.xml(), as: UTF8.self)
        let said = text.replacing("UTF-8", with: name.replacing(" in name", with: ""))
        let gb18030 = String.Encoding(rawValue: 0x8000_0632)
        let bytes: [UInt8] =
            switch name {
            case "GBK in name": Array(said.utf8)
            case "UTF-16": Array(try #require(said.data(using: .utf16)))
            default: Array(try #require(said.data(using: gb18030)))
            }
        let invoice = try InvoiceFile(bytes)
        #expect(invoice.sellerName == "某农资店" && invoice.gross.fen == 103_000)
    }

    @Test("Older remarks name the blue invoice by code and number")
    func blueByCode() {
        #expect(InvoiceText.blue(in: "对应正数发票代码:1400223130号码:12345678") == "140022313012345678")
        #expect(InvoiceText.blue(in: "对应正数发票代码：014002231301 号码：12345678 开具") == "01400223130112345678")
    }

    @Test("What is no invoice, or says two things, is refused by what is wrong")
    func refused() throws {
        func number(_ bytes: [UInt8]) -> Int? {
            do {
                _ = try InvoiceFile(bytes)
                return nil
            } catch {
                return error.number
            }
        }
        #expect(number(Self.xml()) == nil)
        #expect(number(Self.xml(gross: "1030.01")) == LedgerRefusal.invoiceSums.number)
        #expect(number(Self.xml(second: "24142000000012345670")) == LedgerRefusal.invoiceNumber.number)
        #expect(number(Self.xml(number: "123")) == LedgerRefusal.invoiceNumber.number)
        #expect(number(Array("<Other/>".utf8)) == LedgerRefusal.notAnInvoice.number)
        #expect(number(Self.xml(prolog: "<!DOCTYPE x [<!ENTITY a \"b\">]>")) != nil)
        #expect(number(Array("日期,金额\n".utf8)) != nil)
        var random = SeededRandom(seed: 20)
        var read = 0
        for _ in 0..<2_000 {
            var bytes = Self.xml()
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if number(bytes) == nil { read += 1 }
        }
        #expect(read < 2_000)
    }
}
