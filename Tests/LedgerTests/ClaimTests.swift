import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing
import Web

@Suite("Expense claims") struct ClaimTests {
    private func village() throws -> Village {
        let village = try Village(at: "2026-03-10")
        try village.register(party: "shop")
        try village.give(payable(village), by: "clerk", as: .villageClerk)
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

    private func payable(_ village: Village, _ number: String = "6217 0012-3456 7890", of payee: String = "shop")
        -> RegisterPayeeAccount
    {
        let payee = id(payee, PartyName.self)
        return RegisterPayeeAccount(
            organisation: village.organisation, payee: payee, bank: "东坡镇信用社",
            number: Personal(number, of: DataSubject(of: payee)))
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

    private func bank(_ village: Village, _ name: String, _ paid: Int64 = 0, back: Int64 = 0) throws {
        try village.give(
            RecordStatementLine(
                organisation: village.organisation, line: id(name, StatementLineName.self), account: account("102"),
                date: day(back == 0 ? "2026-03-08" : "2026-03-09"), serial: name,
                received: back == 0 ? nil : yuan(back), paid: paid == 0 ? nil : yuan(paid), balance: nil,
                counterparty: nil, counterAccount: nil, remark: nil))
    }

    private func found(_ village: Village, _ name: String = "C1") throws -> ExpenseClaim {
        try #require(try village.database.read { try ClaimQueries.find(id(name, ClaimName.self), in: $0) })
    }

    @Test(
        "Caikuai 2024 no. 12 art. 9: the ladder is dated figures of the county for each kind of spending, each amount on both sides of a band",
        arguments: [
            (SpendingKind.production, 1, "check"), (.production, 199_999, "check"),
            (.production, 200_000, "check review"), (.production, 4_999_999, "check review"),
            (.production, 5_000_000, "check review county"), (.office, 99_999, "check"),
            (.office, 100_000, "check review"), (.office, 4_999_999, "check review"),
            (.office, 5_000_000, "check review county"), (.works, 1, "check review"),
            (.works, 5_000_000, "check review county"),
        ])
    func ladder(_ kind: SpendingKind, _ fen: Int64, _ steps: String) throws {
        let village = try village()
        var claim = claim(village, name: "C1")
        claim = SubmitClaim(
            organisation: claim.organisation, claim: claim.claim, date: claim.date, matter: claim.matter, kind: kind,
            payee: claim.payee, amount: Money(fen: fen), photo: claim.photo)
        try village.give(claim, by: "clerk", as: .villageClerk)
        #expect(try found(village).steps.map(\.rawValue).joined(separator: " ") == steps)
        #expect(try found(village).kind == kind)
        // The county's own figure for the kind, and for no other.
        try village.fix(kind.figures.county.rawValue, fen)
        var again = claim
        again.claim = id("C2", ClaimName.self)
        try village.give(again, by: "clerk", as: .villageClerk)
        #expect(try found(village, "C2").steps.last == .county)
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

    @Test(
        "Cainong 2021 no. 121 art. 16: a payee's account is entered once, stands in the file for the bank and in no leaf, and does not change under a payment"
    )
    func payeeAccount() throws {
        let village = try village()
        try village.register(party: "ditch")
        for bad in ["", "1234567", "6217001234567890x", String(repeating: "1", count: 33), "622202-账号"] {
            village.refuses(.notAccountNumber, payable(village, bad, of: "ditch"), by: "clerk", as: .villageClerk)
        }
        village.refuses(.partyUnknown, payable(village, of: "nobody"), by: "clerk", as: .villageClerk)
        for (name, payee) in [("C1", "shop"), ("C2", "ditch")] {
            try village.give(claim(village, name: name, payee: payee), by: "clerk", as: .villageClerk)
            try village.give(approve(village, name), by: "station", as: .stationAgent)
        }
        village.refuses(.payeeWithoutAccount, pay(village, ["C1", "C2"]))
        village.refuses(.payeePaying, payable(village, "6217001234567891"), by: "clerk", as: .villageClerk)
        try village.give(pay(village, ["C1"]))
        let payment = try #require(try found(village).payment)
        let route = try #require(
            Ledger.routes(database: village.database).first { $0.path.hasSuffix("/payments/{payment}/bank.csv") })
        #expect(route.rule == .roles([.villageAccountant, .stationAgent]))
        guard case .file(_, let make) = route.handler else { return }
        let request = PageRequest(
            path: "/books/tanba-collective",
            parameters: ["organisation": "tanba-collective", "payment": payment.text], language: .chinese,
            now: day("2026-03-10").start,
            principal: Principal(
                person: id("p", PersonName.self), role: .stationAgent, office: id("station", OfficeName.self),
                division: id("p14", DivisionName.self)))
        guard case .file(let bytes, let name) = try make(request) else {
            Issue.record("no file")
            return
        }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("102,shop,6217001234567890,东坡镇信用社,95.00,办公用品,C1"))
        #expect(name.contains("6217") == false)
        // The page shows the end of it, and the event nothing.
        let known = try #require(
            try village.database.read {
                try PayeeAccountQueries.find(id("shop", PartyName.self), village.organisation, in: $0)
            })
        #expect(known.masked == "•••• 7890")
        #expect(PayeeAccountRegistered.shapes.first { $0.name == "number" }?.shape.isPersonal == true)
        try village.runner.give(
            ForgetPayee(payee: id("shop", PartyName.self), division: id("p14", DivisionName.self)),
            by: principal("station"))
        #expect(
            try village.database.read {
                try PayeeAccountQueries.find(id("shop", PartyName.self), village.organisation, in: $0)
            } == nil)
    }

    private func sentBack(_ village: Village, _ name: String, line: String) -> SendBackPayment {
        SendBackPayment(
            organisation: village.organisation, claim: id(name, ClaimName.self), line: id(line, StatementLineName.self),
            reason: "账号户名不符")
    }

    @Test("A payment the bank sends back opens its claim at the claimant; out and in are each other's partner")
    func paymentSentBack() throws {
        let village = try village()
        try village.give(claim(village, name: "C1"), by: "clerk", as: .villageClerk)
        village.refuses(.claimNotSent, sentBack(village, "C1", line: "L2"))
        try village.give(approve(village, "C1"), by: "station", as: .stationAgent)
        try village.give(pay(village, ["C1"]))
        try bank(village, "L1", 95)
        village.refuses(.noSuchStatementLine, sentBack(village, "C1", line: "L2"))
        village.refuses(.lineIsNoReturn, sentBack(village, "C1", line: "L1"))
        try bank(village, "L2", back: 95)
        // Found while matching: the line may be this claim's.
        let maybe = try village.database.read {
            try PayeeAccountQueries.sentBack(by: yuan(95), account("102"), village.organisation, in: $0)
        }
        #expect(maybe?.text == "C1")
        try village.give(sentBack(village, "C1", line: "L2"))
        let claim = try found(village)
        #expect(claim.state == .returned && claim.reason == "账号户名不符" && claim.payment == nil)
        let lines = try village.database.read {
            try BankQueries.matching(village.organisation, account("102"), in: $0).lines
        }
        #expect(Set(lines.map(\.match)) == ["L1"])
        village.refuses(.claimNotSent, sentBack(village, "C1", line: "L2"))
        // The account is mended, and all approvals count anew.
        try village.give(payable(village, "6217001234567899"), by: "clerk", as: .villageClerk)
        try village.give(self.claim(village, name: "C1"), by: "clerk", as: .villageClerk)
        #expect(try found(village).nextStep == .check)
        try village.give(approve(village, "C1"), by: "station", as: .stationAgent)
        try village.give(pay(village, ["C1"]))
        #expect(try found(village).state == .sent)
    }

    @Test(
        "A withdrawn voucher of a paid claim is drafted again as it was; a payment booked goes back only without its voucher"
    )
    func draftedAgain() throws {
        let village = try village()
        let number = "24142000000012345679"
        try village.give(
            RegisterInvoice(
                organisation: village.organisation, number: id(number, InvoiceName.self), issued: day("2026-03-01"),
                net: yuan(95), tax: .zero, gross: yuan(95), seller: nil, sellerCode: nil, digest: "d"))
        try village.give(claim(village, name: "C1", invoice: number), by: "clerk", as: .villageClerk)
        try village.give(approve(village, "C1"), by: "station", as: .stationAgent)
        try village.give(pay(village, ["C1"]))
        try bank(village, "L1", 95)
        try village.give(book(village, "C1", line: "L1"), by: "second")
        let redraft = RedraftClaim(organisation: village.organisation, claim: id("C1", ClaimName.self))
        village.refuses(.claimDraftStands, redraft, by: "second")
        let first = try #require(try found(village).draft)
        try village.give(WithdrawDraft(organisation: village.organisation, draft: first), by: "second")
        for hand in ["accountant", "station"] { village.refuses(.claimHandTwice, redraft, by: hand) }
        try village.give(redraft, by: "second")
        let again = try #require(try found(village).draft)
        let drafts = try village.database.read { tx in
            try [first, again].compactMap { try DraftQueries.find($0, in: tx) }
        }
        #expect(again != first && drafts.map(\.state) == [.withdrawn, .made])
        #expect(drafts[0].lines == drafts[1].lines && drafts[1].makerPerson.text == "second")
        try bank(village, "L2", back: 95)
        village.refuses(.claimVoucherStands, sentBack(village, "C1", line: "L2"))
        try village.give(WithdrawDraft(organisation: village.organisation, draft: again), by: "second")
        try village.give(sentBack(village, "C1", line: "L2"))
        let left = try village.database.read { try InvoiceQueries.find(id(number, InvoiceName.self), in: $0)?.left }
        #expect(left == yuan(95), "the invoice may be used again")
        #expect(try found(village).state == .returned)
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
        // Once the clerk has left, the next clerk hands it in.
        try village.give(back, by: "review", as: .stationReviewer)
        village.refuses(.claimNotYours, claim(village, 90, name: "C1"), by: "second", as: .villageClerk)
        try village.leave("clerk")
        try village.give(claim(village, 90, name: "C1"), by: "second", as: .villageClerk)
        #expect(try found(village).claimant == id("second", PersonName.self))
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
