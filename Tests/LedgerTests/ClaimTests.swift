import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("Expense claims") struct ClaimTests {
    private func village() throws -> Village {
        let village = try Village(at: "2026-03-10")
        try village.register(party: "shop")
        try village.open(office: "county", of: "county", role: "countyOfficer")
        return village
    }

    private static let photo = String(repeating: "a", count: 64)

    private func claim(
        _ village: Village, _ amount: Int64 = 95, name: String? = nil, payee: String = "shop",
        on date: String = "2026-03-05",
        invoice: String? = nil, photo: String = ClaimTests.photo
    ) -> SubmitClaim {
        SubmitClaim(
            organisation: village.organisation, claim: name.map { id($0, ClaimName.self) }, date: day(date),
            matter: "办公用品", payee: id(payee, PartyName.self), amount: yuan(amount),
            invoice: invoice.map { id($0, InvoiceName.self) }, photo: photo)
    }

    private func approve(_ village: Village, _ name: String) -> ApproveClaim {
        ApproveClaim(organisation: village.organisation, claim: id(name, ClaimName.self))
    }

    private func pay(_ village: Village, _ names: [String], account code: String = "102") -> PayClaims {
        PayClaims(
            organisation: village.organisation, account: account(code), claims: names.map { id($0, ClaimName.self) })
    }

    private func book(_ village: Village, _ name: String, line: String, expense: String = "513") -> BookClaim {
        BookClaim(
            organisation: village.organisation, claim: id(name, ClaimName.self), line: id(line, StatementLineName.self),
            expense: account(expense))
    }

    private func bank(_ village: Village, _ name: String, _ paid: Int64) throws {
        try village.give(
            RecordStatementLine(
                organisation: village.organisation, line: id(name, StatementLineName.self), account: account("102"),
                date: day("2026-03-08"), serial: name, received: nil, paid: yuan(paid), balance: nil, counterparty: nil,
                counterAccount: nil, remark: nil))
    }

    private func found(_ village: Village, _ name: String = "C1") throws -> ExpenseClaim {
        try #require(try village.database.read { try ClaimQueries.find(id(name, ClaimName.self), in: $0) })
    }

    @Test(
        "The ladder is dated figures of the county: each amount on both sides of a band",
        arguments: [
            (1, "check"), (199_999, "check"), (200_000, "check review"), (4_999_999, "check review"),
            (5_000_000, "check review county"),
        ])
    func ladder(_ fen: Int64, _ steps: String) throws {
        let village = try village()
        var claim = claim(village, name: "C1")
        claim = SubmitClaim(
            organisation: claim.organisation, claim: claim.claim, date: claim.date, matter: claim.matter,
            payee: claim.payee, amount: Money(fen: fen), photo: claim.photo)
        try village.give(claim, by: "clerk", as: .villageClerk)
        #expect(try found(village).steps.map(\.rawValue).joined(separator: " ") == steps)
    }

    @Test(
        "Caikuai 2024 no. 12 art. 21(2): a claim is handed in, approved, paid and booked each by another person, and its voucher reviewed and posted by two more"
    )
    func chain() throws {
        let village = try village()
        try village.fix("claim.reviewAmount", 5_000)
        try village.give(claim(village, name: "C1"), by: "clerk", as: .villageClerk)
        #expect(try found(village).steps == [.check, .review])
        village.refuses(.notYourStep, approve(village, "C1"), by: "review", as: .stationReviewer)
        village.refuses(.claimHandTwice, approve(village, "C1"), by: "clerk", as: .villageAccountant)
        village.refuses(.claimNotApproved, pay(village, ["C1"]))
        try village.give(approve(village, "C1"), by: "station", as: .stationAgent)
        village.refuses(.notYourStep, approve(village, "C1"), by: "station", as: .stationAgent)
        village.refuses(.claimHandTwice, approve(village, "C1"), by: "station", as: .stationReviewer)
        try village.give(approve(village, "C1"), by: "review", as: .stationReviewer)
        village.refuses(.claimNotWaiting, approve(village, "C1"), by: "second", as: .stationAgent)
        for hand in ["clerk", "station", "review"] {
            village.refuses(.claimHandTwice, pay(village, ["C1"]), by: hand)
        }
        village.refuses(.nothingToPay, pay(village, []))
        village.refuses(.notBankAccount, pay(village, ["C1"], account: "101"))
        village.refuses(.accountUnknown, pay(village, ["C1"], account: "10299"))
        village.refuses(.noSuchClaim, pay(village, ["C1", "C9"]))
        village.refuses(.claimNotSent, book(village, "C1", line: "L1"), by: "second")
        try village.give(pay(village, ["C1", "C1"]))
        village.refuses(.claimNotApproved, pay(village, ["C1"]), by: "second")
        village.refuses(.claimHandTwice, book(village, "C1", line: "L1"))
        village.refuses(.noSuchStatementLine, book(village, "C1", line: "L1"), by: "second")
        try bank(village, "L1", 95)
        try bank(village, "L2", 94)
        village.refuses(.lineIsNotPayment, book(village, "C1", line: "L2"), by: "second")
        village.refuses(.accountUnknown, book(village, "C1", line: "L1", expense: "599"), by: "second")
        try village.give(book(village, "C1", line: "L1"), by: "second")
        let claim = try found(village)
        #expect(claim.state == .paid && claim.line?.text == "L1")
        #expect(claim.standing.map(\.act) == [.submit, .check, .review, .pay, .book])
        #expect(Set(claim.standing.map(\.person)).count == 5)
        let draft = try #require(try village.database.read { try DraftQueries.find(claim.draft!, in: $0) })
        #expect(draft.makerPerson.text == "second" && draft.sum == yuan(95) && draft.date == day("2026-03-08"))
        #expect(draft.lines.map(\.account.text) == ["513", "102"] && draft.lines[0].party?.text == "shop")
        village.refuses(
            .makerIsReviewer, ReviewDraft(organisation: village.organisation, draft: draft.id), by: "second")
        try village.give(ReviewDraft(organisation: village.organisation, draft: draft.id), by: "station")
        village.refuses(.samePerson, PostDraft(organisation: village.organisation, draft: draft.id), by: "station")
        try village.give(PostDraft(organisation: village.organisation, draft: draft.id), by: "review")
        #expect(try village.closings("2026-03-31") == ["102": -95, "513": 95])
        #expect(try village.isRecounted())
        // From the voucher one comes back to the claim and its photo.
        let posted = try #require(village.runner.all(VoucherPosted.self).last)
        #expect(try village.database.read { try ClaimQueries.find(bookedBy: posted.voucher, in: $0)?.text } == "C1")
    }

    @Test("A claim that came back is handed in again by who wrote it, and then every approval counts anew")
    func returned() throws {
        let village = try village()
        try village.give(claim(village, name: "C1"), by: "clerk", as: .villageClerk)
        village.refuses(.claimNotReturned, claim(village, 90, name: "C1"), by: "clerk", as: .villageClerk)
        try village.give(approve(village, "C1"), by: "station", as: .stationAgent)
        #expect(try found(village).state == .approved)
        let back = ReturnClaim(organisation: village.organisation, claim: id("C1", ClaimName.self), reason: "发票抬头不对")
        try village.give(back, by: "review", as: .stationReviewer)
        #expect(try found(village).reason == "发票抬头不对")
        village.refuses(.claimNotWaiting, back, by: "review", as: .stationReviewer)
        village.refuses(.claimNotYours, claim(village, 90, name: "C1"), by: "second", as: .villageClerk)
        try village.give(claim(village, 90, name: "C1"), by: "clerk", as: .villageClerk)
        let again = try found(village)
        #expect(again.state == .submitted && again.amount == yuan(90) && again.reason == nil)
        #expect(again.nextStep == .check && again.hands.count == 4 && again.standing.count == 1)
        try village.give(approve(village, "C1"), by: "station", as: .stationAgent)
        #expect(try found(village).state == .approved)
    }

    @Test("A claim has its photo, a payee of the register, a day that has been, an amount, and open books")
    func badClaims() throws {
        let village = try village()
        func refused(_ refusal: LedgerRefusal, _ claim: SubmitClaim) {
            village.refuses(refusal, claim, by: "clerk", as: .villageClerk)
        }
        for photo in ["", "a", String(repeating: "A", count: 64), String(repeating: "g", count: 64)] {
            refused(.claimWithoutPhoto, claim(village, photo: photo))
        }
        refused(.partyUnknown, claim(village, payee: "nobody"))
        refused(.inTheFuture, claim(village, on: "2026-03-11"))
        refused(.beforeBooks, claim(village, on: "2025-12-31"))
        refused(.notPositive, claim(village, 0))
        refused(.noSuchInvoice, claim(village, invoice: "12345678901234567890"))
        // A name that only the program makes, of a claim that is not there.
        refused(.noSuchClaim, claim(village, name: "claim-000999"))
        let closed = try Village(isOpen: false)
        closed.refuses(.booksNotOpen, claim(closed), by: "clerk", as: .villageClerk)
    }

    @Test(
        "Caikuai 2024 no. 11 art. 25: claims together never ask more than the invoice says, and a line of the bank pays one claim"
    )
    func invoiceOnce() throws {
        let village = try village()
        let number = "24142000000012345678"
        try village.give(
            RegisterInvoice(
                organisation: village.organisation, number: id(number, InvoiceName.self), issued: day("2026-03-01"),
                net: yuan(100), tax: .zero, gross: yuan(100), seller: nil, sellerCode: nil, digest: "d"))
        try village.give(claim(village, 60, name: "C1", invoice: number), by: "clerk", as: .villageClerk)
        village.refuses(.invoiceUsedUp, claim(village, 41, invoice: number), by: "clerk", as: .villageClerk)
        try village.give(claim(village, 40, name: "C2", invoice: number), by: "clerk", as: .villageClerk)
        try village.give(claim(village, 60, name: "C3"), by: "clerk", as: .villageClerk)
        for name in ["C1", "C2", "C3"] { try village.give(approve(village, name), by: "station", as: .stationAgent) }
        try village.give(pay(village, ["C1", "C2", "C3"]))
        try bank(village, "L1", 60)
        try village.give(book(village, "C1", line: "L1"), by: "second")
        village.refuses(.lineOfOtherClaim, book(village, "C3", line: "L1"), by: "second")
        let left = try village.database.read { try InvoiceQueries.find(id(number, InvoiceName.self), in: $0)?.left }
        #expect(left == yuan(40))
        let payment = try #require(try found(village).payment)
        let file = try village.database.read { try ClaimQueries.list(of: payment, in: $0).map(\.id.text).sorted() }
        #expect(file == ["C1", "C2", "C3"])
    }
}
