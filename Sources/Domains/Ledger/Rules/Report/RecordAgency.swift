package import Kernel
package import Registry
package import Storage

/// Who keeps the archives under an agency contract.
package enum ArchiveKeeper: String, FieldChoice, CaseIterable { case village, agency }

/// Notes the contract by which an agency keeps the books; it has to say who keeps the archives (Order 79, art. 26).
package struct RecordAgency: LedgerCommand {
    package let organisation: OrganisationID
    /// The agency, a body of the register.
    package let agency: PartyID
    package let from: CivilDate
    package let until: CivilDate
    package let keeper: ArchiveKeeper
    package let contract: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), agency: pass.value("agency", \.agency),
            from: pass.value("from", \.from), until: pass.value("until", \.until),
            keeper: pass.value("keeper", \.keeper), contract: pass.paper("contract", \.contract))
    }

    package static let name = "recordAgency"
    package static var title: Message { LedgerText.recordAgency }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .stationReviewer)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .partyUnknown, .endsBeforeStart, .agencyOverlaps,
    ]

    package struct Facts: Sendable {
        let isAgencyKnown: Bool
        /// The last day of the latest contract on record.
        let last: CivilDate?
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard facts.isAgencyKnown else { throw LedgerRefusal.partyUnknown.at("agency", agency) }
        guard until >= from else { throw LedgerRefusal.endsBeforeStart().under("until") }
        if let last = facts.last, from <= last { throw LedgerRefusal.agencyOverlaps(last) }
        return [
            AgencyRecorded(
                organisation: organisation, place: place, agency: agency, from: from, until: until, keeper: keeper,
                contract: contract)
        ]
    }
}

/// An agency keeps the books for a time.
package struct AgencyRecorded: LedgerEvent {
    package static let name = "agencyRecorded"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let agency: PartyID
    package let from: CivilDate
    package let until: CivilDate
    package let keeper: ArchiveKeeper
    package let contract: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            agency: pass.value("agency", \.agency), from: pass.value("from", \.from),
            until: pass.value("until", \.until), keeper: pass.value("keeper", \.keeper),
            contract: pass.paper("contract", \.contract))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
