package import Kernel
package import Storage

/// Enters a party: a person, a household, a company.
package struct RegisterParty: RegistryCommand {
    package static let name = "registerParty"
    package static var title: Message { RegistryText.registerParty }
    package static let access: Access = [
        .own(.administrator, .countyOfficer, .stationAgent, .villageClerk), .installation,
    ]
    package static let refusals: [RegistryRefusal] = [
        .divisionUnknown, .divisionClosed, .organisationUnknown, .alreadyRegistered, .creditCodeTaken, .needsPublicName,
        .needsCreditCode, .needsPersonalName, .publicNameOfPerson, .bornInFuture, .identityTaken,
        .memberElsewhere,
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
            party: pass.newName("party", \.party), kind: pass.value("kind", \.kind),
            publicName: pass.optional("publicName", \.publicName),
            name: pass.optionalPersonal("name", \.name, of: .unnamed),
            creditCode: pass.optional("creditCode", \.creditCode),
            identityNumber: pass.optionalPersonal("identityNumber", \.identityNumber, of: .unnamed),
            phone: pass.optionalPersonal("phone", \.phone, of: .unnamed), division: pass.value("division", \.division),
            memberOf: pass.optional("memberOf", \.memberOf))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("party", identifier(context).text) }

    package struct Facts: Sendable {
        package let division: Division?
        package let organisation: Organisation?
        /// Who already carries the credit code.
        package let creditCodeHolder: String?
        /// Who already is the person with the identity number.
        package let identityHolder: PartyID?
        /// The collective the party is said to belong to lies where the desk is responsible.
        package let isOwnCollective: Bool
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? {
        division
    }
}

extension RegisterParty {
    func identifier(_ context: Context) -> PartyID { party ?? context.derivedIdentifier(.party) }

    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        let id = identifier(context)
        _ = try facts.division.open(division)
        if let memberOf, facts.organisation == nil {
            throw RegistryRefusal.organisationUnknown(memberOf.text).at("memberOf")
        }
        // Members come first on equal terms: only the collective's own desks say who is one.
        if let memberOf, !facts.isOwnCollective { throw RegistryRefusal.memberElsewhere(memberOf.text) }
        guard !state.exists else { throw RegistryRefusal.alreadyRegistered(id.text) }
        if let holder = facts.creditCodeHolder { throw RegistryRefusal.creditCodeTaken(holder) }
        if let holder = facts.identityHolder { throw RegistryRefusal.identityTaken(holder.text) }
        try checkNames()
        if let born = identityNumber?.content?.born, born > context.now.date { throw RegistryRefusal.bornInFuture() }
        let subject = DataSubject(of: id)
        return [
            PartyRegistered(
                party: id, kind: kind, publicName: publicName, name: name?.moved(to: subject),
                creditCode: creditCode, identityNumber: identityNumber?.moved(to: subject),
                phone: phone?.moved(to: subject), place: division, memberOf: memberOf,
                identityMark: identityNumber?.content.map { Personal(context.marks.of($0), of: subject) },
                phoneMark: context.marks.of(phone: phone?.content).map { Personal($0, of: subject) })
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

/// A party enters the register. What is personal of it stands beside the log.
package struct PartyRegistered: RegistryEvent {
    package static let name = "partyRegistered"

    package let party: PartyID
    package let kind: PartyKind
    /// Of companies, cooperatives and family farms.
    package var publicName: String?
    /// Of persons and households.
    package var name: Personal<String>?
    package var creditCode: CreditCode?
    package var identityNumber: Personal<IdentityNumber>?
    package var phone: Personal<String>?
    package let place: DivisionID
    package var memberOf: OrganisationID?
    /// By which the same person is known again; destroyed with the rest. Absent in entries of before 28 November 2026.
    package var identityMark: Personal<String>?
    /// By which whoever signs in with the telephone is known for the party. Absent in entries of before December 2026.
    package var phoneMark: Personal<String>?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let party = pass.value("party", \.party)
        return Self(
            party: party, kind: pass.value("kind", \.kind),
            publicName: pass.optional("publicName", \.publicName),
            name: pass.optionalPersonal("name", \.name, of: DataSubject(of: party)),
            creditCode: pass.optional("creditCode", \.creditCode),
            identityNumber: pass.optionalPersonal("identityNumber", \.identityNumber, of: DataSubject(of: party)),
            phone: pass.optionalPersonal("phone", \.phone, of: DataSubject(of: party)),
            place: pass.value("division", \.place), memberOf: pass.optional("memberOf", \.memberOf),
            identityMark: pass.optionalPersonal("identityMark", \.identityMark, of: DataSubject(of: party)),
            phoneMark: pass.optionalPersonal("phoneMark", \.phoneMark, of: DataSubject(of: party)))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
