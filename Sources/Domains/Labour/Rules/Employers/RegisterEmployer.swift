package import Kernel
package import Registry
package import Storage

/// Enters somebody who hires. Nothing of theirs is public before an office has verified them.
package struct RegisterEmployer: LabourCommand {
    package var employer: EmployerID?
    package let kind: EmployerKind
    package let place: DivisionID
    /// The body of the register behind a collective or a cooperative.
    package var organisation: OrganisationID?
    /// What a unit is called in public.
    package var publicName: String?
    /// A household's name, sealed.
    package var name: Personal<String>?
    package var phone: Personal<String>?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            employer: pass.newName("employer", \.employer), kind: pass.value("kind", \.kind),
            place: pass.value("place", \.place), organisation: pass.optional("organisation", \.organisation),
            publicName: pass.optional("publicName", \.publicName),
            name: pass.optionalPersonal("name", \.name, of: .unnamed),
            phone: pass.optionalPersonal("phone", \.phone, of: .unnamed))
    }

    package static let name = "registerEmployer"
    package static var title: Message { LabourText.registerEmployer }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [LabourRefusal] = [
        .placeUnknown, .employerKnown, .nameMissing, .organisationMissing,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("employer", identifier(context).text) }

    private func identifier(_ context: Context) -> EmployerID { employer ?? context.derivedIdentifier(.employer) }

    package struct Facts: Sendable {
        package let isKnownPlace: Bool
        package let isKnownOrganisation: Bool
    }

    package func place(_ state: Labour.State, _ facts: Facts) -> DivisionID? { facts.isKnownPlace ? place : nil }

    package func decide(_ state: Labour.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Labour>]
    {
        let id = identifier(context)
        guard facts.isKnownPlace else { throw LabourRefusal.placeUnknown(place) }
        guard state.employer == nil else { throw LabourRefusal.employerKnown(id) }
        let words = kind == .household ? name?.content : publicName
        guard let words, !words.isBlank else { throw LabourRefusal.nameMissing() }
        guard facts.isKnownOrganisation || (kind != .collective && organisation == nil) else {
            throw LabourRefusal.organisationMissing()
        }
        let subject = DataSubject(ofEmployer: id)
        return [
            EmployerRegistered(
                employer: id, kind: kind, place: place, organisation: organisation,
                publicName: kind == .household ? nil : publicName,
                name: kind == .household ? Personal(words, of: subject) : nil,
                phone: phone.map { Personal($0.content, of: subject) },
                phoneMark: context.marks.of(phone: phone?.content).map { Personal($0, of: subject) })
        ]
    }
}

/// Somebody who hires is known to the market.
package struct EmployerRegistered: LabourEvent {
    package let employer: EmployerID
    package let kind: EmployerKind
    package let place: DivisionID
    package var organisation: OrganisationID?
    package var publicName: String?
    package var name: Personal<String>?
    package var phone: Personal<String>?
    /// By which they are known when they sign in with the telephone. Absent in entries of before December 2026.
    package var phoneMark: Personal<String>?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let employer = pass.value("employer", \.employer)
        return Self(
            employer: employer, kind: pass.value("kind", \.kind), place: pass.value("place", \.place),
            organisation: pass.optional("organisation", \.organisation),
            publicName: pass.optional("publicName", \.publicName),
            name: pass.optionalPersonal("name", \.name, of: DataSubject(ofEmployer: employer)),
            phone: pass.optionalPersonal("phone", \.phone, of: DataSubject(ofEmployer: employer)),
            phoneMark: pass.optionalPersonal("phoneMark", \.phoneMark, of: DataSubject(ofEmployer: employer)))
    }

    package static let name = "employerRegistered"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        state.employer = Employer(id: employer, kind: kind, place: place, organisation: organisation)
    }
}
