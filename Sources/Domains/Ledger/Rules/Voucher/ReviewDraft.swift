package import Kernel
package import Registry
package import Storage

/// Another person looks at a draft and finds it right.
package struct ReviewDraft: DraftVerb {
    package let organisation: OrganisationID
    package let draft: DraftID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(organisation: pass.value("organisation", \.organisation), draft: pass.value("draft", \.draft))
    }

    package static let name = "reviewDraft"
    package static var title: Message { LedgerText.reviewDraft }
    package static let access: Access = [.own(.villageAccountant, .stationAgent, .stationReviewer, .countyOfficer)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .noSuchDraft, .draftNotOpen, .makerIsReviewer,
    ]

    package func decide(_ books: Books, _ facts: DraftFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        let found = try found(facts)
        guard found.state == .made else { throw LedgerRefusal.draftNotOpen() }
        guard found.makerPerson != context.principal.person else { throw LedgerRefusal.makerIsReviewer() }
        return [
            DraftMoved(
                draft: draft, organisation: organisation, place: place, state: .reviewed,
                office: context.principal.office, person: context.principal.person)
        ]
    }
}

/// A step of one draft on its way into the books.
package protocol DraftVerb: LedgerCommand where Facts == DraftFacts {
    var draft: DraftID { get }
}

package struct DraftFacts: Sendable {
    /// Nil when the identifier is unknown.
    let draft: VoucherDraft?
    /// Nil where going beyond the budget is only warned of.
    var budget: Budget?
    /// Whether whoever made it still sits at a desk of the place or above it.
    var makerSits = true
}

extension DraftVerb {
    /// The draft, if it belongs to these books.
    func found(_ facts: DraftFacts) throws(Rejection) -> VoucherDraft {
        guard let draft = facts.draft, draft.organisation == organisation else {
            throw LedgerRefusal.noSuchDraft(draft)
        }
        return draft
    }
}

/// A draft was reviewed, returned with a reason, or taken back.
package struct DraftMoved: LedgerEvent {
    package static let name = "draftMoved"
    package let draft: DraftID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let state: DraftState
    package let office: OfficeID
    package let person: PersonID
    package var reason: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            draft: pass.value("draft", \.draft), organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), state: pass.value("state", \.state),
            office: pass.value("office", \.office), person: pass.value("person", \.person),
            reason: pass.optional("reason", \.reason))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
