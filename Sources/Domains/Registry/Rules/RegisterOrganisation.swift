package import Kernel

/// Enters a body of a place: its collective, its committee, a company of the village.
package struct RegisterOrganisation: CommandPayload {
    package static let name = "registerOrganisation"
    package static var title: Message { RegistryText.registerOrganisation }
    package static let rejections = [2020, 2021, 2026, 2040, 2041, 2042, 2043, 2143]

    package let organisation: OrganisationID?
    package let division: DivisionID
    package let kind: OrganisationKind
    package let name: String
    package let creditCode: CreditCode?

    package init(
        organisation: OrganisationID? = nil, division: DivisionID, kind: OrganisationKind, name: String,
        creditCode: CreditCode? = nil
    ) {
        self.organisation = organisation
        self.division = division
        self.kind = kind
        self.name = name
        self.creditCode = creditCode
    }

    package init(reading reader: inout FieldReader) {
        organisation = reader.optional("organisation")
        division = reader.value("division")
        kind = reader.value("kind")
        name = reader.value("name")
        creditCode = reader.optional("creditCode")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("organisation", organisation)
        writer.put("division", division)
        writer.put("kind", kind)
        writer.put("name", name)
        writer.put("creditCode", creditCode)
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
        guard !exists else { throw RegistryRejection.alreadyRegistered(id: id.text).rejection }
        guard !name.isBlank else { throw RegistryRejection.textMissing.rejection }
        if kind.isCollective && !name.contains(RegistryText.collectiveMark) {
            throw RegistryRejection.collectiveName.rejection
        }
        if let level = kind.level, level != place.level { throw RegistryRejection.wrongLevel.rejection }
        if kind.level != nil, let other = facts.bodies.first(where: { $0.kind == kind }) {
            throw RegistryRejection.secondBody(id: other.id.text).rejection
        }
        if let holder = facts.creditCodeHolder { throw RegistryRejection.creditCodeTaken(id: holder).rejection }
        return [
            .organisationRegistered(
                OrganisationRegistered(
                    organisation: id, division: division, kind: kind, name: name, creditCode: creditCode))
        ]
    }
}
