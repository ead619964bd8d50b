package import Kernel
package import Registry
package import Storage

/// Drafts the voucher of a paid claim once more after its draft was withdrawn: the same lines, copied by a click.
package struct RedraftClaim: ClaimCorrection {
    package let organisation: OrganisationID
    package let claim: ClaimID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(organisation: pass.value("organisation", \.organisation), claim: pass.value("claim", \.claim))
    }

    package static let name = "redraftClaim"
    package static var title: Message { LedgerText.redraftClaim }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .noSuchClaim, .claimDraftStands, .claimHandTwice, .accountUnknown, .accountNotLeaf,
    ]

    package func decide(_ books: Books, _ facts: ClaimCorrectionFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard let found = facts.claim, found.organisation == organisation else {
            throw LedgerRefusal.noSuchClaim(claim)
        }
        guard found.state == .paid, let former = facts.draft, former.state == .withdrawn else {
            throw LedgerRefusal.claimDraftStands()
        }
        let (desk, person) = (context.principal.office, context.principal.person)
        if found.hasEarlierHand(of: person) { throw LedgerRefusal.claimHandTwice() }
        try books.check(former.lines)
        let draft: DraftID = context.derivedIdentifier(.draft)
        return [
            ClaimRedrafted(
                claim: claim, organisation: organisation, place: place, draft: draft, office: desk, person: person),
            VoucherDrafted(
                draft: draft, organisation: organisation, place: place,
                date: books.bookingDate(former.date, today: context.now.date), summary: former.summary,
                lines: former.lines, attachments: former.attachments, maker: desk, makerPerson: person,
                withoutPapers: former.withoutPapers, resolution: former.resolution, filing: former.filing),
        ]
    }
}

/// A claim has another draft in place of the withdrawn one.
package struct ClaimRedrafted: LedgerEvent {
    package static let name = "claimRedrafted"
    package let claim: ClaimID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let draft: DraftID
    package let office: OfficeID
    package let person: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), draft: pass.value("draft", \.draft),
            office: pass.value("office", \.office), person: pass.value("person", \.person))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
