package import Kernel
package import Registry
package import Storage

/// The bank's statement shows that a claim was paid: proposes the voucher, which another person reviews and a third posts.
package struct BookClaim: LedgerCommand {
    package let organisation: OrganisationID
    package let claim: ClaimID
    package let line: StatementLineID
    /// What the money was spent on.
    package let expense: AccountCode

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), claim: pass.value("claim", \.claim),
            line: pass.value("line", \.line), expense: pass.value("expense", \.expense))
    }

    package static let name = "bookClaim"
    package static var title: Message { LedgerText.bookClaim }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .noSuchClaim, .claimNotSent, .claimHandTwice, .noSuchStatementLine, .lineOfOtherClaim,
        .lineIsNotPayment, .accountUnknown, .accountNotLeaf, .invoiceUsedUp,
    ]

    package struct Facts: Sendable {
        let claim: ExpenseClaim?
        /// The line of the account the payment went out of; nil where the bank shows none such.
        let line: BankLine?
        /// Another claim that the line has paid.
        let otherClaim: ClaimID?
        let invoice: InvoiceRecord?
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard let found = facts.claim, found.organisation == organisation else {
            throw LedgerRefusal.noSuchClaim(claim)
        }
        guard found.state == .sent, let account = found.account else { throw LedgerRefusal.claimNotSent() }
        try found.checkHand(context)
        guard let bank = facts.line else { throw LedgerRefusal.noSuchStatementLine(line) }
        if let other = facts.otherClaim { throw LedgerRefusal.lineOfOtherClaim(other) }
        guard bank.amount == -found.amount else { throw LedgerRefusal.lineIsNotPayment(bank.amount, found.amount) }
        let lines = [
            VoucherLine(expense, debit: found.amount, party: found.payee),
            VoucherLine(books.leaf(account), credit: found.amount),
        ]
        try books.check(lines)
        if let invoice = facts.invoice, found.amount > invoice.left {
            throw LedgerRefusal.invoiceUsedUp.at("claim", max(.zero, invoice.left), found.amount)
        }
        let (desk, person) = (context.principal.office, context.principal.person)
        let draft: DraftID = context.derivedIdentifier(.draft)
        let used = found.invoice.map {
            InvoiceUsed(organisation: organisation, place: place, number: $0, amount: found.amount, voucher: nil)
        }
        return [
            ClaimPaid(
                claim: claim, organisation: organisation, place: place, line: line, draft: draft, office: desk,
                person: person),
            VoucherDrafted(
                draft: draft, organisation: organisation, place: place,
                date: books.bookingDate(bank.date, today: context.now.date), summary: found.matter, lines: lines,
                attachments: 1, maker: desk, makerPerson: person, resolution: found.resolution, filing: found.filing),
        ] + (used.map { [$0] } ?? [])
    }
}

/// The bank has paid a claim, and its voucher is on its way.
package struct ClaimPaid: LedgerEvent {
    package static let name = "claimPaid"
    package let claim: ClaimID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let line: StatementLineID
    package let draft: DraftID
    package let office: OfficeID
    package let person: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), line: pass.value("line", \.line),
            draft: pass.value("draft", \.draft), office: pass.value("office", \.office),
            person: pass.value("person", \.person))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
