import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("Putting vouchers right") struct CorrectionTests {
    private func correcting(
        _ village: Village, _ voucher: String = "V1", on date: String, _ lines: [VoucherLine]
    ) -> CorrectVoucher {
        CorrectVoucher(
            organisation: village.organisation, voucher: id(voucher, VoucherName.self), date: day(date),
            reason: "多记金额", lines: lines, reviewer: id("station", OfficeName.self))
    }

    private func reversing(_ village: Village, on date: String) -> ReverseVoucher {
        ReverseVoucher(
            organisation: village.organisation, voucher: id("V1", VoucherName.self), date: day(date), reason: "记错",
            reviewer: id("station", OfficeName.self))
    }

    /// BK-09; Order 98, art. 51(5).
    @Test("A difference alone is booked in red to its voucher, and refused as a voucher of its own")
    func difference() throws {
        let village = try Village(at: "2024-05-20", start: "2024-01-01")
        try village.post("2024-05-08", [debit("513", 950), credit("101", 950)], voucher: "V1")
        let lines = [debit("513", -90), credit("101", -90)]
        village.refuses(.notPositive, village.posting("2024-05-09", lines))
        try village.give(correcting(village, on: "2024-05-09", lines))
        let posted = try #require(village.runner.all(VoucherPosted.self).last)
        #expect(posted.origin == .difference && posted.corrects?.text == "V1")
        #expect(posted.summary == "调整5月8日1号凭证金额：多记金额")
        let balance = try village.trialBalance(through: "2024-05-31")
        #expect(balance.lines.first { $0.account.text == "513" }?.debit == yuan(860))
        village.refuses(
            .belowOriginal, correcting(village, on: "2024-05-09", [debit("513", -861), credit("101", -861)]))
        village.refuses(.notOfOriginal, correcting(village, on: "2024-05-09", [debit("514", -1), credit("101", -1)]))
        village.refuses(.unbalanced, correcting(village, on: "2024-05-09", [debit("513", -1), credit("101", -2)]))
        // Taken back as a whole, the difference goes with it.
        try village.give(reversing(village, on: "2024-05-10"))
        #expect(try village.trialBalance(through: "2024-05-31").lines.allSatisfy { $0.debit == .zero })
        #expect(village.runner.all(VoucherPosted.self).last?.summary == "注销5月8日1号凭证：记错")
        village.refuses(.alreadyReversed, correcting(village, on: "2024-05-11", lines))
    }

    /// BK-10; Order 98, art. 51(5): a closed year is never written again.
    @Test("A voucher of an earlier year is not taken back in red but put right by a blue voucher tied to it")
    func earlierYear() throws {
        let village = try Village(at: "2024-03-05", start: "2023-01-01")
        try village.post("2023-11-20", [debit("513", 860), credit("101", 860)], voucher: "V1")
        village.refuses(.earlierYear, reversing(village, on: "2024-03-05"))
        village.refuses(.notPositive, correcting(village, on: "2024-03-05", [debit("513", -860), credit("101", -860)]))
        try village.give(correcting(village, on: "2024-03-05", [debit("101", 860), credit("504", 860)]))
        let posted = try #require(village.runner.all(VoucherPosted.self).last)
        #expect(posted.origin == .blue && posted.corrects?.text == "V1")
        #expect(posted.summary.hasPrefix("更正2023年11月20日1号凭证"))
    }

    /// bh-06 and its siblings: nothing is dated before what it refers to.
    @Test("A reversal and a correction are not dated before their voucher")
    func beforeOriginal() throws {
        let village = try Village(at: "2026-06-25")
        try village.post("2026-06-20", [debit("513", 9), credit("101", 9)], voucher: "V1")
        village.refuses(.beforeOriginal, reversing(village, on: "2026-06-05"))
        village.refuses(
            .beforeOriginal, correcting(village, on: "2026-06-19", [debit("513", -1), credit("101", -1)]))
        try village.give(reversing(village, on: "2026-06-20"))
    }
}
