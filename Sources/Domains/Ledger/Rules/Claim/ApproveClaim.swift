package import Kernel
package import Registry
package import Storage

/// Takes the step of the ladder that is next.
package struct ApproveClaim: ClaimVerb {
    package let organisation: OrganisationID
    package let claim: ClaimID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(organisation: pass.value("organisation", \.organisation), claim: pass.value("claim", \.claim))
    }

    package static let name = "approveClaim"
    package static var title: Message { LedgerText.approveClaim }
    package static let access: Access = [.own(.villageAccountant, .stationAgent, .stationReviewer, .countyOfficer)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .noSuchClaim, .claimNotWaiting, .notYourStep, .claimHandTwice,
    ]

    package func decide(_ books: Books, _ facts: ClaimFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        let found = try found(facts.claim)
        guard found.state == .submitted, let step = found.nextStep else { throw LedgerRefusal.claimNotWaiting() }
        guard step.roles.contains(context.principal.role) else { throw LedgerRefusal.notYourStep(step.label) }
        try found.checkHand(context)
        return [
            ClaimApproved(
                claim: claim, organisation: organisation, place: place, step: step, isLast: step == found.steps.last,
                office: context.principal.office, person: context.principal.person)
        ]
    }
}

/// A step of the ladder was taken.
package struct ClaimApproved: LedgerEvent {
    package static let name = "claimApproved"
    package let claim: ClaimID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let step: ClaimStep
    /// Whether the claim may now be paid.
    package let isLast: Bool
    package let office: OfficeID
    package let person: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), step: pass.value("step", \.step),
            isLast: pass.value("isLast", \.isLast), office: pass.value("office", \.office),
            person: pass.value("person", \.person))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
