import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("What large payments rest on") struct SpendingRuleTests {
    private func village() throws -> Village {
        let village = try Village(at: "2026-12-05")
        try village.register(party: "shop")
        try village.record(resolution: "R1", "investment")
        return village
    }

    private func lines(_ fen: Int64) -> [VoucherLine] {
        [VoucherLine(account("511"), debit: Money(fen: fen)), VoucherLine(account("102"), credit: Money(fen: fen))]
    }

    private func claim(_ village: Village, _ fen: Int64, resolution: String? = nil, filing: String? = nil)
        -> SubmitClaim
    {
        SubmitClaim(
            organisation: village.organisation, claim: id("C1", ClaimName.self), date: day("2026-12-01"), matter: "修渠",
            payee: id("shop", PartyName.self), amount: Money(fen: fen), photo: String(repeating: "a", count: 64),
            resolution: resolution.map { id($0, ResolutionName.self) }, filing: filing)
    }

    private func drafting(_ village: Village, _ fen: Int64, resolution: String? = nil, filing: String? = nil)
        -> DraftVoucher
    {
        DraftVoucher(
            organisation: village.organisation, date: day("2026-12-01"), summary: "修渠", lines: lines(fen),
            attachments: 1, resolution: resolution.map { id($0, ResolutionName.self) }, filing: filing)
    }

    @Test(
        "Cainong 2021 no. 121 arts. 7, 15: from its amounts on, a payment rests on the members' resolution and on the township's filing, by claim and by hand",
        arguments: [
            (4_999_999, false, false), (5_000_000, true, false), (19_999_999, true, false), (20_000_000, true, true),
        ])
    func amounts(_ fen: Int64, _ isDecided: Bool, _ isFiled: Bool) throws {
        let village = try village()
        var posting = village.posting("2026-12-01", lines(fen))
        if isDecided {
            village.refuses(.spendingWithoutResolution, claim(village, fen), by: "clerk", as: .villageClerk)
            village.refuses(.spendingWithoutResolution, drafting(village, fen))
            village.refuses(.spendingWithoutResolution, posting)
        }
        let resolution = isDecided ? "R1" : nil
        posting.resolution = resolution.map { id($0, ResolutionName.self) }
        if isFiled {
            for blank in [nil, " "] {
                posting.filing = blank
                let claim = claim(village, fen, resolution: "R1", filing: blank)
                village.refuses(.spendingWithoutFiling, claim, by: "clerk", as: .villageClerk)
                village.refuses(.spendingWithoutFiling, drafting(village, fen, resolution: "R1", filing: blank))
                village.refuses(.spendingWithoutFiling, posting)
            }
        }
        let filing = isFiled ? "东坡镇备〔2026〕3号" : nil
        posting.filing = filing
        try village.give(posting)
        try village.give(drafting(village, fen, resolution: resolution, filing: filing))
        try village.give(
            claim(village, fen, resolution: resolution, filing: filing), by: "clerk", as: .villageClerk)
        let claim = try village.database.read { try ClaimQueries.find(id("C1", ClaimName.self), in: $0) }
        #expect(claim?.resolution?.text == resolution && claim?.filing == filing)
        let posted = try #require(village.runner.all(VoucherPosted.self).last)
        let voucher = try village.database.read { try VoucherQueries.find(posted.voucher, in: $0) }
        #expect(voucher?.resolution?.text == resolution && voucher?.filing == filing)
    }

    @Test("The resolution is the organisation's own, and the council alone does not decide")
    func whose() throws {
        let village = try village()
        try village.database.write { tx in
            try tx.run("UPDATE resolution SET body = 'council' WHERE id = 'R1'")
        }
        for name in ["R1", "R9"] {
            // What is named is looked at below the amount too.
            let claim = claim(village, 100, resolution: name)
            village.refuses(.noSpendingResolution, claim, by: "clerk", as: .villageClerk)
        }
    }

    @Test("Cainong 2021 no. 121 art. 15: a loan rests on a resolution, and none is taken for public works")
    func loans() throws {
        let village = try village()
        for account in ["201", "221"] {
            var loan = village.posting("2026-12-01", [debit("102", 1), credit(account, 1)])
            village.refuses(.loanWithoutResolution, loan)
            loan.resolution = id("R1", ResolutionName.self)
            try village.give(loan)
            var works = village.posting("2026-12-01", [debit("514", 1), credit(account, 1)])
            works.resolution = loan.resolution
            village.refuses(.loanForPublicWorks, works)
        }
        // Paying a loan back is a payment like any other.
        try village.give(village.posting("2026-12-02", [debit("201", 1), credit("102", 1)]))
    }

    @Test("Money that only changes its place is no payment, and before its day the figure asks for nothing")
    func otherwise() throws {
        let village = try village()
        try village.give(
            village.posting("2026-12-01", [debit("102", 90_000), credit("101", 90_000)]))
        let before = try Village(at: "2026-11-30")
        try before.give(before.posting("2026-11-30", lines(90_000_000)))
        // A county that asks for none, and one that asks from less.
        try village.fix("books.payment.resolutionAmount", 0)
        try village.give(village.posting("2026-12-01", lines(19_999_999)))
        try village.fix("books.payment.resolutionAmount", 100)
        village.refuses(.spendingWithoutResolution, village.posting("2026-12-01", lines(100)))
    }

    @Test("From the claim the resolution and the filing go to the voucher that books it")
    func chain() throws {
        let village = try village()
        try village.fix("books.payment.resolutionAmount", 100)
        try village.fix("books.payment.filingAmount", 100)
        try village.give(claim(village, 9_500, resolution: "R1", filing: "备3"), by: "clerk", as: .villageClerk)
        try village.give(
            RegisterPayeeAccount(
                organisation: village.organisation, payee: id("shop", PartyName.self), bank: "信用社",
                number: Personal("6217001234567890", of: DataSubject(of: id("shop", PartyName.self)))), by: "clerk",
            as: .villageClerk)
        let name = id("C1", ClaimName.self)
        try village.give(
            ApproveClaim(organisation: village.organisation, claim: name), by: "station", as: .stationAgent)
        try village.give(PayClaims(organisation: village.organisation, account: account("102"), claims: [name]))
        try village.give(
            RecordStatementLine(
                organisation: village.organisation, line: id("L1", StatementLineName.self), account: account("102"),
                date: day("2026-12-02"), serial: "1", received: nil, paid: Money(fen: 9_500), balance: nil,
                counterparty: nil, counterAccount: nil, remark: nil))
        try village.give(
            BookClaim(
                organisation: village.organisation, claim: name, line: id("L1", StatementLineName.self),
                expense: account("511")), by: "second")
        let draft = try #require(village.runner.all(VoucherDrafted.self).last)
        #expect(draft.resolution?.text == "R1" && draft.filing == "备3")
    }
}
