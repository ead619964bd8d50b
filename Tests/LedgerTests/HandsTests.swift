import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("Hands on a voucher") struct HandsTests {
    private func drafting(_ village: Village, _ date: String = "2026-01-04", draft: String? = nil) -> DraftVoucher {
        DraftVoucher(
            organisation: village.organisation, draft: draft.map { id($0, DraftName.self) }, date: day(date),
            summary: "办公用品", lines: [debit("513", 95), credit("101", 95)])
    }

    private func draft(_ village: Village, by office: String = "accountant") throws -> DraftID {
        let events = try village.give(drafting(village), by: office)
        return try #require((events.first as? VoucherDrafted)?.draft)
    }

    @Test("A voucher is made, reviewed and posted by three persons, and only then has a number")
    func threePersons() throws {
        let village = try Village()
        let draft = try draft(village)
        #expect(village.runner.all(VoucherPosted.self).isEmpty)
        let review = ReviewDraft(organisation: village.organisation, draft: draft)
        let post = PostDraft(organisation: village.organisation, draft: draft)
        village.refuses(.draftNotReviewed, post, by: "review")
        village.refuses(.makerIsReviewer, review)
        try village.give(review, by: "station")
        village.refuses(.samePerson, post)
        village.refuses(.samePerson, post, by: "station")
        try village.give(post, by: "review")
        let posted = try #require(village.runner.all(VoucherPosted.self).first)
        #expect(posted.number == 1 && posted.review == .act && posted.posterPerson?.text == "review")
        let voucher = try village.database.read { try VoucherQueries.find(posted.voucher, in: $0) }
        #expect(voucher?.people.isConfirmed == true && voucher?.people.maker?.text == "accountant")
        village.refuses(.draftNotReviewed, post, by: "review")
        #expect(try village.database.read { try DraftQueries.listOpen(village.organisation, in: $0) }.isEmpty)
    }

    /// Every command that needs other eyes, given by each pair of a maker's desk and a second desk.
    @Test("Over all pairs of desks held by one person no voucher, review, posting, reversal or correction passes")
    func pairsOfDesks() throws {
        let roles = ["villageAccountant", "stationAgent", "stationReviewer", "countyOfficer"]
        var refused = 0
        for first in roles {
            for second in roles {
                let village = try Village()
                try village.post("2026-01-03", [debit("513", 9), credit("101", 9)], voucher: "V1")
                try village.open(office: "one", of: "zhang", role: first)
                try village.open(office: "two", of: "zhang", role: second)
                let one = principal("one", of: "zhang")
                let two = principal("two", of: "zhang")
                let other = id("two", OfficeName.self)
                let lines = [debit("513", 1), credit("101", 1)]
                village.runner.expectRefusal(
                    .makerIsReviewer,
                    PostVoucher(
                        organisation: village.organisation, date: day("2026-01-04"), summary: "s", lines: lines,
                        reviewer: other), by: one)
                village.runner.expectRefusal(
                    .makerIsReviewer,
                    ReverseVoucher(
                        organisation: village.organisation, voucher: id("V1", VoucherName.self),
                        date: day("2026-01-04"), reason: "r", reviewer: other), by: one)
                village.runner.expectRefusal(
                    .makerIsReviewer,
                    CorrectVoucher(
                        organisation: village.organisation, voucher: id("V1", VoucherName.self),
                        date: day("2026-01-04"), reason: "r", lines: lines, reviewer: other), by: one)
                let events = try village.runner.give(drafting(village), by: one)
                let draft = try #require((events.first as? VoucherDrafted)?.draft)
                let review = ReviewDraft(organisation: village.organisation, draft: draft)
                village.runner.expectRefusal(.makerIsReviewer, review, by: two)
                try village.give(review, by: "review")
                let post = PostDraft(organisation: village.organisation, draft: draft)
                village.runner.expectRefusal(.samePerson, post, by: two)
                try village.runner.give(
                    PostVoucher(
                        organisation: village.organisation, date: day("2026-01-04"), summary: "s", lines: lines,
                        reviewer: id("review", OfficeName.self)), by: one)
                // V1 of somebody else can be confirmed; the own one stays.
                try village.runner.give(
                    ConfirmVouchers(organisation: village.organisation, month: AccountingMonth("2026-01")!), by: two)
                let open = try village.database.read {
                    try VoucherQueries.unconfirmed(village.organisation, AccountingMonth("2026-01")!, in: $0)
                }
                #expect(open.map(\.maker?.text) == ["zhang"])
                refused += 5
            }
        }
        #expect(refused == 80)
    }

    @Test("The reviewer is an open desk responsible for the place, and the maker is who hands in the voucher")
    func realDesks() throws {
        let village = try Village()
        func posting(maker: String? = nil, reviewer: String) -> PostVoucher {
            PostVoucher(
                organisation: village.organisation, date: day("2026-01-04"), summary: "s",
                lines: [debit("513", 1), credit("101", 1)], maker: maker.map { id($0, OfficeName.self) },
                reviewer: id(reviewer, OfficeName.self))
        }
        try village.open(office: "shut", of: "li", isOpen: false)
        try village.database.write { tx in
            try tx.run(
                """
                INSERT INTO division (id, parent, path, level, kind, name, code, opened)
                VALUES ('p15', NULL, '/p15/', 'province', 'province', '内蒙古', '15', '2000-01-01')
                """)
            try tx.run(
                """
                INSERT INTO office (id, role, division, person, title, is_open)
                VALUES ('elsewhere', 'stationAgent', 'p15', 'wang', 'elsewhere', 1)
                """)
        }
        for reviewer in ["nobody-there", "shut", "elsewhere", "clerk"] {
            village.refuses(.reviewerUnknown, posting(reviewer: reviewer))
        }
        village.refuses(.makerIsReviewer, posting(reviewer: "accountant"))
        village.refuses(.makerIsAnother, posting(maker: "station", reviewer: "review"))
        village.refuses(.makerIsAnother, posting(maker: "nobody-there", reviewer: "review"))
        try village.give(posting(maker: "accountant", reviewer: "station"))
    }

    @Test("A line names only parties and contracts that the register has")
    func references() throws {
        let village = try Village()
        let stranger = VoucherLine(account("113"), debit: yuan(1), party: id("household-9", PartyName.self))
        village.refuses(.partyUnknown, village.posting("2026-01-04", [stranger, credit("101", 1)]))
        let contract = VoucherLine(account("112"), debit: yuan(1), contract: id("C9", ContractName.self))
        village.refuses(.contractUnknown, village.posting("2026-01-04", [contract, credit("501", 1)]))
        try village.register(party: "household-9")
        try village.post("2026-01-04", [stranger, credit("101", 1)])
    }

    @Test("A draft is returned with a reason, made again by its maker only, and taken back only before it is reviewed")
    func returned() throws {
        let village = try Village()
        let draft = try draft(village)
        try village.give(
            ReturnDraft(organisation: village.organisation, draft: draft, reason: "缺发票"), by: "station")
        let found = try village.database.read { try DraftQueries.find(draft, in: $0) }
        #expect(found?.state == .returned && found?.reason == "缺发票")
        village.refuses(.draftNotYours, drafting(village, draft: draft.text), by: "second")
        try village.give(drafting(village, draft: draft.text))
        try village.give(ReviewDraft(organisation: village.organisation, draft: draft), by: "station")
        village.refuses(.draftNotOpen, drafting(village, draft: draft.text))
        village.refuses(.draftNotOpen, WithdrawDraft(organisation: village.organisation, draft: draft))
        village.refuses(
            .noSuchDraft, WithdrawDraft(organisation: village.organisation, draft: id("draft-9", DraftName.self)))
        let second = try self.draft(village)
        village.refuses(.draftNotYours, WithdrawDraft(organisation: village.organisation, draft: second), by: "station")
        try village.give(WithdrawDraft(organisation: village.organisation, draft: second))
    }

    @Test("A draft whose maker has left is taken back by whoever keeps the books: it would hold up the month for ever")
    func orphan() throws {
        let village = try Village()
        let draft = try draft(village)
        try village.give(
            ReturnDraft(organisation: village.organisation, draft: draft, reason: "缺发票"), by: "station")
        let back = WithdrawDraft(organisation: village.organisation, draft: draft)
        village.refuses(.draftNotYours, back, by: "second")
        try village.leave("accountant")
        try village.give(back, by: "second")
        #expect(try village.database.read { try DraftQueries.find(draft, in: $0) }?.state == .withdrawn)
    }

    @Test("A month with a draft on its way or a review still to be done does not close, and says how many")
    func closingWaits() throws {
        let village = try Village(at: "2026-02-03", openings: [debit("101", 100), credit("301", 100)])
        let draft = try draft(village)
        try village.post("2026-01-04", [debit("513", 9), credit("101", 9)])
        let rejection = #expect(throws: Rejection.self) { try village.give(village.closing("2026-01")) }
        #expect(
            rejection?.flattened.map(\.number) == [LedgerRefusal.draftsOpen.number, LedgerRefusal.notReviewed.number])
        try village.give(WithdrawDraft(organisation: village.organisation, draft: draft))
        village.refuses(
            .nothingToConfirm,
            ConfirmVouchers(organisation: village.organisation, month: AccountingMonth("2026-01")!))
        try village.confirmAndClose("2026-01")
    }
}
