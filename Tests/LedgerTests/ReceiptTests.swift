import Foundation
import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("Receipts") struct ReceiptTests {
    private func receipt(_ village: Village, _ date: String, _ amount: Int64) -> IssueReceipt {
        IssueReceipt(
            organisation: village.organisation, date: day(date), matter: "租金", amount: yuan(amount), method: .cash)
    }

    private func void(_ village: Village, _ number: Int64) -> VoidReceipt {
        VoidReceipt(organisation: village.organisation, year: AccountingYear(2026)!, number: number, reason: "写错")
    }

    private func book(_ village: Village, _ number: Int64, _ voucher: String) -> BookReceipt {
        BookReceipt(
            organisation: village.organisation, year: AccountingYear(2026)!, number: number,
            voucher: id(voucher, VoucherName.self))
    }

    @Test("Receipts run without gaps in their year, a void one keeps its number, and a booked one is not voided")
    func numbers() throws {
        let village = try Village(at: "2026-03-05")
        for date in ["2026-01-03", "2026-01-03", "2026-02-01"] { try village.give(receipt(village, date, 10)) }
        village.refuses(.receiptBackdated, receipt(village, "2026-01-31", 10))
        village.refuses(.inTheFuture, receipt(village, "2026-03-06", 10))
        village.refuses(.notPositive, receipt(village, "2026-03-01", 0))
        try village.give(void(village, 3))
        village.refuses(.receiptVoided, void(village, 3))
        village.refuses(.noSuchReceipt, void(village, 9))
        try village.give(receipt(village, "2026-02-01", 10))
        #expect(village.runner.all(ReceiptIssued.self).map(\.number) == [1, 2, 3, 4])
        try village.post("2026-02-02", [debit("101", 10), credit("501", 10)], voucher: "V1")
        village.refuses(.noSuchVoucher, book(village, 1, "V9"))
        try village.give(book(village, 1, "V1"))
        village.refuses(.receiptBooked, void(village, 1))
        village.refuses(.receiptBooked, book(village, 1, "V1"))
        let all = try village.database.read {
            try ReceiptQueries.list(village.organisation, AccountingYear(2026)!, in: $0)
        }
        #expect(all.map(\.number) == [4, 3, 2, 1])
        let sums = ReceiptSums(all)
        #expect(sums.issued == 4 && sums.voided == 1 && sums.amount == yuan(30) && sums.notBooked == yuan(20))
        #expect(all.filter { $0.isLate(on: day("2026-02-07")) }.map(\.number) == [4, 2])
    }

    @Test("A payer is one of the register")
    func payer() throws {
        let village = try Village()
        var unknown = receipt(village, "2026-01-03", 10)
        unknown.party = id("nobody", PartyName.self)
        village.refuses(.partyUnknown, unknown)
    }

    @Test(
        "Amounts in capitals are to the fen, with zeros where they belong and the closing word after yuan or jiao only",
        arguments: [
            (0, "零元整"), (5, "伍分"), (50, "伍角整"), (100, "壹元整"), (1_005, "壹拾元零伍分"), (1_050, "壹拾元零伍角整"),
            (10_100, "壹佰零壹元整"), (100_000, "壹仟元整"), (1_004_000, "壹万零肆拾元整"), (10_000_000, "壹拾万元整"),
            (10_000_100, "壹拾万零壹元整"), (100_000_100, "壹佰万零壹元整"), (123_456_789, "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分"),
            (10_000_000_000, "壹亿元整"), (10_000_000_100, "壹亿零壹元整"), (-12_000, "负壹佰贰拾元整"),
            (2_003_000_400, "贰仟零叁万零肆元整"), (11_011_011, "壹拾壹万零壹佰壹拾元零壹角壹分"), (1_010, "壹拾元零壹角整"), (1_001, "壹拾元零壹分"),
        ])
    func capitals(_ fen: Int64, _ words: String) {
        #expect(CapitalAmount.words(Money(fen: fen)) == words)
    }

    @Test("Every amount of the dev cases has its words in capitals (CAP)", .enabled(if: sharedData("books") != nil))
    func capitalCases() throws {
        let url = try #require(sharedData("books/cases_dev.json"))
        let cases = try #require(try JSON(parsing: Array(Data(contentsOf: url)))["cases"]?.array)
        let rows = try #require(cases.first { $0["id"]?.string == "CAP" }?["fen_to_words"]?.array)
        #expect(rows.count > 8)
        for row in rows {
            let cells = try #require(row.array)
            #expect(CapitalAmount.words(Money(fen: cells[0].integer ?? .min)) == cells[1].string)
        }
    }
}
