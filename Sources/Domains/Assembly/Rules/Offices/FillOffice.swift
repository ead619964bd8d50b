package import Kernel
package import Registry
package import Storage

/// Enters who holds an office of a village, and from which day. Deals of that time are held against it.
package struct FillOffice: AssemblyCommand {
    package var term: TermID?
    package let organisation: OrganisationID
    package let office: VillageOffice
    package var name: Personal<String>?
    package var identityNumber: Personal<IdentityNumber>?
    package let from: CivilDate
    /// The last day, where it is known.
    package var until: CivilDate?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            term: pass.newName("term", \.term), organisation: pass.value("organisation", \.organisation),
            office: pass.value("office", \.office), name: pass.optionalPersonal("name", \.name, of: .unnamed),
            identityNumber: pass.optionalPersonal("identityNumber", \.identityNumber, of: .unnamed),
            from: pass.value("from", \.from), until: pass.optional("until", \.until))
    }

    package static let name = "fillOffice"
    package static var title: Message { AssemblyText.fillOffice }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchOrganisation, .termKnown, .nameMissing, .numberMissing, .termInFuture, .termBackwards, .holdsAlready,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("term", identifier(context).text) }

    private func identifier(_ context: Context) -> TermID { term ?? context.derivedIdentifier(.office) }

    package struct Facts: Sendable {
        package let organisation: Organisation?
        /// The last day of a term of the same person in the same office that reaches into this one; nil where there is none.
        package let standing: CivilDate?
    }

    package func place(_ state: Assembly.State, _ facts: Facts) -> DivisionID? { facts.organisation?.division }

    package func decide(_ state: Assembly.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard let body = facts.organisation else { throw AssemblyRefusal.noSuchOrganisation(organisation) }
        let id = identifier(context)
        guard state.term == nil else { throw AssemblyRefusal.termKnown(id) }
        guard let text = name?.content, !text.isBlank else { throw AssemblyRefusal.nameMissing() }
        guard let number = identityNumber?.content else { throw AssemblyRefusal.numberMissing() }
        guard from <= context.now.date else { throw AssemblyRefusal.termInFuture() }
        if let until, until < from { throw AssemblyRefusal.termBackwards() }
        if let standing = facts.standing { throw AssemblyRefusal.holdsAlready(standing) }
        let subject = DataSubject(ofTerm: id)
        return [
            OfficeFilled(
                term: id, organisation: organisation, place: body.division, office: office,
                name: Personal(text, of: subject), identityNumber: Personal(number, of: subject),
                mark: Personal(context.marks.of(number), of: subject), from: from, until: until)
        ]
    }
}

/// Somebody is in office. The log says which office and since when, and not who.
package struct OfficeFilled: AssemblyEvent {
    package let term: TermID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let office: VillageOffice
    package let name: Personal<String>
    package let identityNumber: Personal<IdentityNumber>
    /// Recognises the same person among parties; sealed, so that nobody can try numbers against it.
    package let mark: Personal<String>
    package let from: CivilDate
    package let until: CivilDate?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let term = pass.value("term", \.term)
        let subject = DataSubject(ofTerm: term)
        return Self(
            term: term, organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), office: pass.value("office", \.office),
            name: pass.personal("name", \.name, of: subject),
            identityNumber: pass.personal("identityNumber", \.identityNumber, of: subject),
            mark: pass.personal("mark", \.mark, of: subject), from: pass.value("from", \.from),
            until: pass.optional("until", \.until))
    }

    package static let name = "officeFilled"

    package func change(_ state: inout Assembly.State, at instant: Instant) {
        state.term = TermOfOffice(
            id: term, organisation: organisation, place: place, office: office, from: from, until: until)
    }
}
