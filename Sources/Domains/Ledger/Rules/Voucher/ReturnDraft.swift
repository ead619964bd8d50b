package import Kernel
package import Registry
package import Storage

/// Another person gives a draft back to its maker, with the reason.
package struct ReturnDraft: DraftVerb {
    package let organisation: OrganisationID
    package let draft: DraftID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), draft: pass.value("draft", \.draft),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "returnDraft"
    package static var title: Message { LedgerText.returnDraft }
    package static let access: Access = [.own(.villageAccountant, .stationAgent, .stationReviewer, .countyOfficer)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .noSuchDraft, .draftNotOpen, .makerIsReviewer,
    ]

    package func decide(_ books: Books, _ facts: DraftFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        let found = try found(facts)
        guard found.state == .made || found.state == .reviewed else { throw LedgerRefusal.draftNotOpen() }
        guard found.makerPerson != context.principal.person else { throw LedgerRefusal.makerIsReviewer() }
        return [
            DraftMoved(
                draft: draft, organisation: organisation, place: place, state: .returned,
                office: context.principal.office, person: context.principal.person, reason: reason)
        ]
    }
}
