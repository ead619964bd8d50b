import Kernel
import Ledger
import Registry
import Storage
import Testing

@Suite("Correcting by red letters") struct ReversalTests {
    private func reverse(_ village: Village, _ voucher: String, on date: String = "2026-01-05") throws {
        try village.give(
            .reverseVoucher(
                ReverseVoucher(
                    organisation: village.organisation, voucher: id(voucher, VoucherName.self),
                    reversal: id("R-" + voucher, VoucherName.self), date: day(date), reason: "金额记错",
                    reviewer: id("station", OfficeName.self))))
    }

    @Test("A reversal has the same lines in red, takes turnover back on both sides, and leaves the original as it was")
    func reversal() throws {
        let village = try Village()
        try village.post("2026-01-04", [debit("513", 300), credit("101", 300)], voucher: "V1")
        let before = try village.database.read { try VoucherQueries.find(id("V1", VoucherName.self), in: $0) }
        try reverse(village, "V1")
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
        try reverse(village, "V1")
        #expect(refusal { try reverse(village, "V1", on: "2026-01-05") } == 4013)
        #expect(
            refusal {
                try village.give(
                    .reverseVoucher(
                        ReverseVoucher(
                            organisation: village.organisation, voucher: id("V1", VoucherName.self),
                            date: day("2026-01-05"), reason: "again", reviewer: id("station", OfficeName.self))))
            } == 4021)
        #expect(refusal { try reverse(village, "R-V1") } == 4022)
        #expect(refusal { try reverse(village, "V9") } == 4020)
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
