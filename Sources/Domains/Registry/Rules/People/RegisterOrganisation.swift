package import Kernel
package import Storage

/// Enters a body of a place: its collective, its committee, a company of the village.
package struct RegisterOrganisation: RegistryCommand {
    package static let name = "registerOrganisation"
    package static var title: Message { RegistryText.registerOrganisation }
    package static let access: Access = [.own(.administrator, .countyOfficer, .stationAgent)]
    package static let refusals: [RegistryRefusal] = [
        .divisionUnknown, .divisionClosed, .alreadyRegistered, .collectiveName, .wrongLevel, .secondBody,
        .creditCodeTaken, .textMissing,
    ]

    package var organisation: OrganisationID?
    package let division: DivisionID
    package let kind: OrganisationKind
    package let name: String
    package var creditCode: CreditCode?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.newName("organisation", \.organisation), division: pass.value("division", \.division),
            kind: pass.value("kind", \.kind), name: pass.value("name", \.name),
            creditCode: pass.optional("creditCode", \.creditCode))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("organisation", identifier(context).text) }

    package struct Facts: Sendable {
        package let division: Division?
        /// The bodies already registered in the place.
        package let bodies: [Organisation]
        /// Who already carries the credit code.
        package let creditCodeHolder: String?
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? {
        division
    }
}

extension RegisterOrganisation {
    func identifier(_ context: Context) -> OrganisationID {
        organisation ?? context.derivedIdentifier(.organisation)
    }

    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        let id = identifier(context)
        let place = try facts.division.open(division)
        guard !state.exists else { throw RegistryRefusal.alreadyRegistered(id.text) }
        guard !name.isBlank else { throw RegistryRefusal.textMissing() }
        if kind.isCollective && !name.contains(RegistryText.collectiveMark) {
            throw RegistryRefusal.collectiveName()
        }
        if let level = kind.level, level != place.level { throw RegistryRefusal.wrongLevel() }
        if kind.level != nil, let other = facts.bodies.first(where: { $0.kind == kind }) {
            throw RegistryRefusal.secondBody(other.id.text)
        }
        if let holder = facts.creditCodeHolder { throw RegistryRefusal.creditCodeTaken(holder) }
        return [
            OrganisationRegistered(
                organisation: id, place: division, kind: kind, name: name, creditCode: creditCode)
        ]
    }
}

/// A body of a place enters the register.
package struct OrganisationRegistered: RegistryEvent {
    package static let name = "organisationRegistered"

    package let organisation: OrganisationID
    package let place: DivisionID
    package let kind: OrganisationKind
    package let name: String
    package var creditCode: CreditCode?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            kind: pass.value("kind", \.kind), name: pass.value("name", \.name),
            creditCode: pass.optional("creditCode", \.creditCode))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
