import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("Vouchers without papers") struct PaperRuleTests {
    private static let lines = [debit("513", 5), credit("102", 5)]

    private func drafting(_ village: Village, _ papers: Int64, _ why: String?) -> DraftVoucher {
        DraftVoucher(
            organisation: village.organisation, date: day("2026-12-01"), summary: "买纸", lines: Self.lines,
            attachments: papers, withoutPapers: why)
    }

    @Test(
        "Order 98 art. 51(4): a voucher by hand has its papers or says why not; closing and correcting vouchers need none"
    )
    func reason() throws {
        let village = try Village(at: "2026-12-05")
        for why in [nil, "", " \n"] {
            let bare = village.posting("2026-12-01", Self.lines, papers: 0, withoutPapers: why)
            village.refuses(.papersWithoutReason, bare)
            village.refuses(.papersWithoutReason, drafting(village, 0, why))
        }
        try village.give(village.posting("2026-12-01", Self.lines, voucher: "V1", papers: 0, withoutPapers: " 手写收条遗失 "))
        let kept = try village.database.read { try VoucherQueries.find(id("V1", VoucherName.self), in: $0) }
        #expect(kept?.withoutPapers == "手写收条遗失" && kept?.attachments == 0)
        // What has papers needs no reason and keeps none.
        try village.give(village.posting("2026-12-01", Self.lines, voucher: "V2", papers: 1, withoutPapers: "无"))
        #expect(
            try village.database.read { try VoucherQueries.find(id("V2", VoucherName.self), in: $0) }?.withoutPapers
                == nil)
        try village.give(village.posting("2026-12-02", [debit("501", 1), credit("321", 1)], papers: 0))
        try village.give(
            CorrectVoucher(
                organisation: village.organisation, voucher: id("V1", VoucherName.self), date: day("2026-12-03"),
                reason: "多记", lines: [debit("513", -1), credit("102", -1)], reviewer: id("station", OfficeName.self)))
        try village.give(
            ReverseVoucher(
                organisation: village.organisation, voucher: id("V2", VoucherName.self), date: day("2026-12-03"),
                reason: "错", reviewer: id("station", OfficeName.self)))
    }

    @Test("The reason goes from the draft into the books")
    func draft() throws {
        let village = try Village(at: "2026-12-05")
        let events = try village.give(drafting(village, 0, "银行只给短信"))
        let draft = try #require((events.first as? VoucherDrafted)?.draft)
        try village.give(ReviewDraft(organisation: village.organisation, draft: draft), by: "station")
        try village.give(PostDraft(organisation: village.organisation, draft: draft), by: "review")
        #expect(village.runner.all(VoucherPosted.self).last?.withoutPapers == "银行只给短信")
    }

    @Test("A voucher of before the rule is not asked, whenever entered; a county switches it from a day of its own")
    func dated() throws {
        let before = try Village(at: "2026-11-30")
        try before.give(before.posting("2026-11-30", Self.lines, papers: 0))
        let village = try Village(at: "2026-12-01")
        // The voucher's day counts, not that of entry: the books of a former program come in whole.
        try village.give(village.posting("2026-11-30", Self.lines, papers: 0))
        village.refuses(.papersWithoutReason, village.posting("2026-12-01", Self.lines, papers: 0))
        try village.fix("books.voucher.paperReason", 0)
        try village.give(village.posting("2026-12-01", Self.lines, papers: 0))
    }

    @Test("A file of vouchers is answered row by row: those without papers and without a reason are left out")
    func file() throws {
        let village = try Village(at: "2026-12-05")
        let file = try VoucherFile(
            Array(
                """
                日期,凭证号,摘要,科目编码,借方金额,贷方金额,附件数,无附件原因
                2026-12-01,1,办公,513,2.00,,1,
                2026-12-01,1,办公,102,,2.00,,
                2026-12-01,2,办公,513,3.00,,,
                2026-12-01,2,办公,102,,3.00,,
                2026-12-01,3,办公,513,4.00,,,原件交审计
                2026-12-01,3,办公,102,,4.00,,
                """.utf8))
        let answers = try village.read(file)
        #expect(answers[2]?.isAccepted == true && answers[3]?.isAccepted == true)
        #expect(answers[4]?.refusals == [4052] && answers[5]?.refusals == [4052])
        #expect(answers[6]?.isAccepted == true)
        #expect(try village.closings("2026-12-31") == ["102": -6, "513": 6])
        #expect(village.runner.all(VoucherPosted.self).last?.withoutPapers == "原件交审计")
    }
}
