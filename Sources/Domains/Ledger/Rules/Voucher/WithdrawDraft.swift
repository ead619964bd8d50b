package import Kernel
package import Registry
package import Storage

/// The maker takes a draft back that is not posted; once the maker has left, whoever keeps the books does. An open draft
/// holds up the month.
package struct WithdrawDraft: DraftVerb {
    package let organisation: OrganisationID
    package let draft: DraftID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(organisation: pass.value("organisation", \.organisation), draft: pass.value("draft", \.draft))
    }

    package static let name = "withdrawDraft"
    package static var title: Message { LedgerText.withdrawDraft }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [.booksNotOpen, .noSuchDraft, .draftNotYours, .draftNotOpen]

    package func decide(_ books: Books, _ facts: DraftFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        let found = try found(facts)
        guard found.makerPerson == context.principal.person || !facts.makerSits else {
            throw LedgerRefusal.draftNotYours()
        }
        guard found.state == .made || found.state == .returned else { throw LedgerRefusal.draftNotOpen() }
        return [
            DraftMoved(
                draft: draft, organisation: organisation, place: place, state: .withdrawn,
                office: context.principal.office, person: context.principal.person)
        ]
    }
}
