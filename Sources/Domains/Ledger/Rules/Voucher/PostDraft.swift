package import Kernel
package import Registry
package import Storage

/// A third person puts a reviewed draft into the books; here it gets its number.
package struct PostDraft: DraftVerb {
    package let organisation: OrganisationID
    package let draft: DraftID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(organisation: pass.value("organisation", \.organisation), draft: pass.value("draft", \.draft))
    }

    package static let name = "postDraft"
    package static var title: Message { LedgerText.postDraft }
    package static let access: Access = [.own(.villageAccountant, .stationAgent, .stationReviewer, .countyOfficer)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .noSuchDraft, .draftNotReviewed, .samePerson, .beforeBooks, .monthClosed, .inTheFuture,
        .accountUnknown, .accountNotLeaf, .overBudget,
    ]

    package func decide(_ books: Books, _ facts: DraftFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        let found = try found(facts)
        guard found.state == .reviewed, let reviewer = found.reviewer, let reviewerPerson = found.reviewerPerson else {
            throw LedgerRefusal.draftNotReviewed()
        }
        let person = context.principal.person
        guard person != found.makerPerson, person != reviewerPerson else { throw LedgerRefusal.samePerson() }
        // The month may have closed and an account may have been divided since the draft was made.
        try books.check(found.date, today: context.now.date)
        try books.check(found.lines)
        try facts.budget?.check(found.lines)
        return [
            VoucherPosted(
                voucher: context.derivedIdentifier(.voucher), organisation: organisation, place: place,
                date: found.date, number: books.nextNumber(in: AccountingMonth(found.date)), summary: found.summary,
                lines: found.lines, attachments: found.attachments, maker: found.maker, reviewer: reviewer,
                origin: VoucherNature.origin(found.lines), makerPerson: found.makerPerson,
                reviewerPerson: reviewerPerson, review: .act, poster: context.principal.office, posterPerson: person,
                draft: draft, withoutPapers: found.withoutPapers, resolution: found.resolution,
                filing: found.filing)
        ]
    }
}
