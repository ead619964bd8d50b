package import Kernel

/// Enters a party: a person, a household, a company.
package struct RegisterParty: CommandPayload {
    package static let name = "registerParty"
    package static var title: Message { RegistryText.registerParty }
    package static let refusals: [RegistryRefusal] = [
        .divisionUnknown, .divisionClosed, .organisationUnknown, .alreadyRegistered, .creditCodeTaken, .needsPublicName,
        .needsCreditCode, .needsPersonalName, .publicNameOfPerson,
    ]

    package var party: PartyID?
    package let kind: PartyKind
    /// Of companies, cooperatives and family farms.
    package var publicName: String?
    /// Of persons and households.
    package var name: Personal<String>?
    package var creditCode: CreditCode?
    package var identityNumber: Personal<IdentityNumber>?
    package var phone: Personal<String>?
    package let division: DivisionID
    /// The collective whose member the party is.
    package var memberOf: OrganisationID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            party: pass.optional("party", \.party), kind: pass.value("kind", \.kind),
            publicName: pass.optional("publicName", \.publicName),
            name: pass.optionalPersonal("name", \.name, of: .unnamed),
            creditCode: pass.optional("creditCode", \.creditCode),
            identityNumber: pass.optionalPersonal("identityNumber", \.identityNumber, of: .unnamed),
            phone: pass.optionalPersonal("phone", \.phone, of: .unnamed), division: pass.value("division", \.division),
            memberOf: pass.optional("memberOf", \.memberOf))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("party", identifier(context).text) }
}

extension RegisterParty {
    func identifier(_ context: Context) -> PartyID { party ?? context.derivedIdentifier("party") }

    func decide(_ exists: Bool, _ facts: RegistryFacts, _ context: Context) throws(Rejection) -> [RegistryEvent] {
        let id = identifier(context)
        _ = try facts.openDivision(division)
        if let memberOf, facts.organisation == nil {
            throw RegistryRefusal.organisationUnknown(memberOf.text).at("memberOf")
        }
        guard !exists else { throw RegistryRefusal.alreadyRegistered(id.text) }
        if let holder = facts.creditCodeHolder { throw RegistryRefusal.creditCodeTaken(holder) }
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
            guard publicName == nil else { throw RegistryRefusal.publicNameOfPerson() }
            guard let text = name?.content, !text.isBlank else { throw RegistryRefusal.needsPersonalName() }
            return
        }
        guard let publicName, !publicName.isBlank else { throw RegistryRefusal.needsPublicName() }
        if kind != .familyFarm && creditCode == nil { throw RegistryRefusal.needsCreditCode() }
    }
}
