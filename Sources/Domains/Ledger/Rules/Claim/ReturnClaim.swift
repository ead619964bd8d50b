package import Kernel
package import Registry
package import Storage

/// Gives a claim back to the village with a reason.
package struct ReturnClaim: ClaimVerb {
    package let organisation: OrganisationID
    package let claim: ClaimID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), claim: pass.value("claim", \.claim),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "returnClaim"
    package static var title: Message { LedgerText.returnClaim }
    package static let access: Access = [.own(.villageAccountant, .stationAgent, .stationReviewer, .countyOfficer)]
    package static let refusals: [LedgerRefusal] = [.booksNotOpen, .noSuchClaim, .claimNotWaiting]

    /// Until the bank has it; whoever may approve may give it back, at any step.
    package func decide(_ books: Books, _ facts: ClaimFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        let found = try found(facts.claim)
        guard found.state == .submitted || found.state == .approved else { throw LedgerRefusal.claimNotWaiting() }
        return [
            ClaimReturned(
                claim: claim, organisation: organisation, place: place, reason: reason,
                office: context.principal.office, person: context.principal.person)
        ]
    }
}

/// A claim is with its claimant again.
package struct ClaimReturned: LedgerEvent {
    package static let name = "claimReturned"
    package let claim: ClaimID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let reason: String
    package let office: OfficeID
    package let person: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), reason: pass.value("reason", \.reason),
            office: pass.value("office", \.office), person: pass.value("person", \.person))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
