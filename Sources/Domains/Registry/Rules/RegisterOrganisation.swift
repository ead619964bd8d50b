package import Kernel

/// Enters a body of a place: its collective, its committee, a company of the village.
package struct RegisterOrganisation: CommandPayload {
    package static let name = "registerOrganisation"
    package static var title: Message { RegistryText.registerOrganisation }
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
            organisation: pass.optional("organisation", \.organisation), division: pass.value("division", \.division),
            kind: pass.value("kind", \.kind), name: pass.value("name", \.name),
            creditCode: pass.optional("creditCode", \.creditCode))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("organisation", identifier(context).text) }
}

extension RegisterOrganisation {
    func identifier(_ context: Context) -> OrganisationID {
        organisation ?? context.derivedIdentifier("organisation")
    }

    func decide(_ exists: Bool, _ facts: RegistryFacts, _ context: Context) throws(Rejection) -> [RegistryEvent] {
        let id = identifier(context)
        let place = try facts.openDivision(division)
        guard !exists else { throw RegistryRefusal.alreadyRegistered(id.text) }
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
            .organisationRegistered(
                OrganisationRegistered(
                    organisation: id, division: division, kind: kind, name: name, creditCode: creditCode))
        ]
    }
}
