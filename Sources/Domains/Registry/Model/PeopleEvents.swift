package import Kernel

/// A desk or an account is opened.
package struct OfficeOpened: EventPayload {
    package static let name = "officeOpened"

    package let office: OfficeID
    package let role: Role
    package let division: DivisionID
    package let person: PersonID
    package let title: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            office: pass.value("office", \.office), role: pass.value("role", \.role),
            division: pass.value("division", \.division), person: pass.value("person", \.person),
            title: pass.value("title", \.title))
    }
}

/// A desk is closed: nobody can act for it any more.
package struct OfficeClosed: EventPayload {
    package static let name = "officeClosed"

    package let office: OfficeID
    package let division: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(office: pass.value("office", \.office), division: pass.value("division", \.division))
    }
}

/// A body of a place enters the register.
package struct OrganisationRegistered: EventPayload {
    package static let name = "organisationRegistered"

    package let organisation: OrganisationID
    package let division: DivisionID
    package let kind: OrganisationKind
    package let name: String
    package var creditCode: CreditCode?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), division: pass.value("division", \.division),
            kind: pass.value("kind", \.kind), name: pass.value("name", \.name),
            creditCode: pass.optional("creditCode", \.creditCode))
    }
}

/// A party enters the register. What is personal of it stands beside the log.
package struct PartyRegistered: EventPayload {
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
    package let division: DivisionID
    package var memberOf: OrganisationID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            party: pass.value("party", \.party), kind: pass.value("kind", \.kind),
            publicName: pass.optional("publicName", \.publicName),
            name: pass.optionalPersonal("name", \.name, of: DataSubject(of: party)),
            creditCode: pass.optional("creditCode", \.creditCode),
            identityNumber: pass.optionalPersonal("identityNumber", \.identityNumber, of: DataSubject(of: party)),
            phone: pass.optionalPersonal("phone", \.phone, of: DataSubject(of: party)),
            division: pass.value("division", \.division), memberOf: pass.optional("memberOf", \.memberOf))
    }
}

/// What is personal of a party is destroyed: name, identity number, phone. The party's identifier and its deals stay.
package struct PersonalDataErased: EventPayload {
    package static let name = "personalDataErased"

    package let party: PartyID
    package let division: DivisionID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            party: pass.value("party", \.party), division: pass.value("division", \.division),
            reason: pass.value("reason", \.reason))
    }
}
