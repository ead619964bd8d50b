import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("Correcting by red letters") struct ReversalTests {
    private func reversing(_ village: Village, _ voucher: String, as reversal: String?) -> ReverseVoucher {
        ReverseVoucher(
            organisation: village.organisation, voucher: id(voucher, VoucherName.self),
            reversal: reversal.map { id($0, VoucherName.self) }, date: day("2026-01-05"), reason: "金额记错",
            reviewer: id("station", OfficeName.self))
    }

    @Test("A reversal has the same lines in red, takes turnover back on both sides, and leaves the original as it was")
    func reversal() throws {
        let village = try Village()
        try village.post("2026-01-04", [debit("513", 300), credit("101", 300)], voucher: "V1")
        let before = try village.database.read { try VoucherQueries.find(id("V1", VoucherName.self), in: $0) }
        try village.give(reversing(village, "V1", as: "R-V1"))
        let after = try village.database.read { try VoucherQueries.find(id("V1", VoucherName.self), in: $0) }
        let red = try village.database.read { try VoucherQueries.find(id("R-V1", VoucherName.self), in: $0) }
        #expect(after?.lines == before?.lines && after?.number == before?.number && after?.summary == before?.summary)
        #expect(after?.reversedBy?.text == "R-V1")
        #expect(red?.lines == [debit("513", -300), credit("101", -300)])
        #expect(red?.number == 2)
        let balance = try village.trialBalance(through: "2026-01-31")
        #expect(balance.lines.allSatisfy { $0.closing == .zero && $0.debit == .zero && $0.credit == .zero })
    }

    @Test("A voucher is reversed once, a reversal never, an unknown one not at all")
    func onlyOnce() throws {
        let village = try Village()
        try village.post("2026-01-04", [debit("513", 300), credit("101", 300)], voucher: "V1")
        try village.give(reversing(village, "V1", as: "R-V1"))
        village.refuses(.voucherExists, reversing(village, "V1", as: "R-V1"))
        village.refuses(.alreadyReversed, reversing(village, "V1", as: nil))
        village.refuses(.isReversal, reversing(village, "R-V1", as: nil))
        village.refuses(.noSuchVoucher, reversing(village, "V9", as: nil))
    }

    @Test("What the program booked for a contract is not reversed by hand")
    func ofReceivable() throws {
        let village = try Village.luxian()
        try village.advance(to: "2026-01-06")
        let voucher = try #require(village.runner.all(InstalmentAccrued.self).first?.voucher)
        village.refuses(.belongsToReceivable, reversing(village, voucher.text, as: nil))
    }

    @Test("The store itself lets nobody change or delete a voucher")
    func appendOnly() throws {
        let village = try Village()
        try village.post("2026-01-04", [debit("513", 300), credit("101", 300)], voucher: "V1")
        #expect(throws: StorageError.self) {
            try village.database.write { try $0.run("UPDATE voucher SET summary = 'other'") }
        }
        #expect(throws: StorageError.self) {
            try village.database.write { try $0.run("UPDATE voucher_line SET debit_fen = 1 WHERE debit_fen > 0") }
        }
        #expect(throws: StorageError.self) { try village.database.write { try $0.run("DELETE FROM voucher_line") } }
    }
}
