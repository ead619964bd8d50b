package import Kernel

/// Enters a party: a person, a household, a company.
package struct RegisterParty: CommandPayload {
    package static let name = "registerParty"
    package static var title: Message { RegistryText.registerParty }
    package static let rejections = [2020, 2021, 2022, 2026, 2043, 2050, 2051, 2052, 2053]

    package let party: PartyID?
    package let kind: PartyKind
    /// Of companies, cooperatives and family farms.
    package let publicName: String?
    /// Of persons and households.
    package let name: Personal<String>?
    package let creditCode: CreditCode?
    package let identityNumber: Personal<IdentityNumber>?
    package let phone: Personal<String>?
    package let division: DivisionID
    /// The collective whose member the party is.
    package let memberOf: OrganisationID?

    package init(
        party: PartyID? = nil, kind: PartyKind, publicName: String? = nil, name: Personal<String>? = nil,
        creditCode: CreditCode? = nil, identityNumber: Personal<IdentityNumber>? = nil, phone: Personal<String>? = nil,
        division: DivisionID, memberOf: OrganisationID? = nil
    ) {
        self.party = party
        self.kind = kind
        self.publicName = publicName
        self.name = name
        self.creditCode = creditCode
        self.identityNumber = identityNumber
        self.phone = phone
        self.division = division
        self.memberOf = memberOf
    }

    package init(reading reader: inout FieldReader) {
        party = reader.optional("party")
        kind = reader.value("kind")
        publicName = reader.optional("publicName")
        name = reader.optionalPersonal("name", of: .unnamed)
        creditCode = reader.optional("creditCode")
        identityNumber = reader.optionalPersonal("identityNumber", of: .unnamed)
        phone = reader.optionalPersonal("phone", of: .unnamed)
        division = reader.value("division")
        memberOf = reader.optional("memberOf")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("party", party)
        writer.put("kind", kind)
        writer.put("publicName", publicName)
        writer.put("name", name)
        writer.put("creditCode", creditCode)
        writer.put("identityNumber", identityNumber)
        writer.put("phone", phone)
        writer.put("division", division)
        writer.put("memberOf", memberOf)
    }

    package func stream(_ context: Context) -> StreamID { StreamID("party", identifier(context).text) }
}

extension RegisterParty {
    func identifier(_ context: Context) -> PartyID { party ?? context.derivedIdentifier("party") }

    func decide(_ exists: Bool, _ facts: RegistryFacts, _ context: Context) throws(Rejection) -> [RegistryEvent] {
        let id = identifier(context)
        _ = try facts.openDivision(division)
        if let memberOf, facts.organisation == nil {
            throw RegistryRejection.organisationUnknown(id: memberOf.text).rejection.at("memberOf")
        }
        guard !exists else { throw RegistryRejection.alreadyRegistered(id: id.text).rejection }
        if let holder = facts.creditCodeHolder { throw RegistryRejection.creditCodeTaken(id: holder).rejection }
        try checkNames()
        let subject = DataSubject(of: id)
        return [
            .partyRegistered(
                PartyRegistered(
                    party: id, kind: kind, publicName: publicName, name: name?.moved(to: subject),
                    creditCode: creditCode, identityNumber: identityNumber?.moved(to: subject),
                    phone: phone?.moved(to: subject), division: division, memberOf: memberOf))
        ]
    }

    private func checkNames() throws(Rejection) {
        if kind.isNatural {
            guard publicName == nil else { throw RegistryRejection.publicNameOfPerson.rejection }
            guard let text = name?.content, !text.isBlank else { throw RegistryRejection.needsPersonalName.rejection }
            return
        }
        guard let publicName, !publicName.isBlank else { throw RegistryRejection.needsPublicName.rejection }
        if kind != .familyFarm && creditCode == nil { throw RegistryRejection.needsCreditCode.rejection }
    }
}
