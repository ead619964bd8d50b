package import Kernel

/// A desk or an account is opened.
package struct OfficeOpened: EventPayload {
    package static let name = "officeOpened"

    package let office: OfficeID
    package let role: Role
    package let division: DivisionID
    package let person: PersonID
    package let title: String

    package init(
        office: OfficeID, role: Role, division: DivisionID, person: PersonID, title: String
    ) {
        self.office = office
        self.role = role
        self.division = division
        self.person = person
        self.title = title
    }

    package init(reading reader: inout FieldReader) {
        office = reader.value("office")
        role = reader.value("role")
        division = reader.value("division")
        person = reader.value("person")
        title = reader.value("title")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("office", office)
        writer.put("role", role)
        writer.put("division", division)
        writer.put("person", person)
        writer.put("title", title)
    }
}

/// A desk is closed: nobody can act for it any more.
package struct OfficeClosed: EventPayload {
    package static let name = "officeClosed"

    package let office: OfficeID
    package let division: DivisionID

    package init(
        office: OfficeID, division: DivisionID
    ) {
        self.office = office
        self.division = division
    }

    package init(reading reader: inout FieldReader) {
        office = reader.value("office")
        division = reader.value("division")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("office", office)
        writer.put("division", division)
    }
}

/// A body of a place enters the register.
package struct OrganisationRegistered: EventPayload {
    package static let name = "organisationRegistered"

    package let organisation: OrganisationID
    package let division: DivisionID
    package let kind: OrganisationKind
    package let name: String
    package let creditCode: CreditCode?

    package init(
        organisation: OrganisationID, division: DivisionID, kind: OrganisationKind, name: String,
        creditCode: CreditCode? = nil
    ) {
        self.organisation = organisation
        self.division = division
        self.kind = kind
        self.name = name
        self.creditCode = creditCode
    }

    package init(reading reader: inout FieldReader) {
        organisation = reader.value("organisation")
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
}

/// A party enters the register. What is personal of it stands beside the log.
package struct PartyRegistered: EventPayload {
    package static let name = "partyRegistered"

    package let party: PartyID
    package let kind: PartyKind
    /// Of companies, cooperatives and family farms.
    package let publicName: String?
    /// Of persons and households.
    package let name: Personal<String>?
    package let creditCode: CreditCode?
    package let identityNumber: Personal<IdentityNumber>?
    package let phone: Personal<String>?
    package let division: DivisionID
    package let memberOf: OrganisationID?

    package init(
        party: PartyID, kind: PartyKind, publicName: String? = nil, name: Personal<String>? = nil,
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
        party = reader.value("party")
        kind = reader.value("kind")
        publicName = reader.optional("publicName")
        name = reader.optionalPersonal("name", of: DataSubject(of: party))
        creditCode = reader.optional("creditCode")
        identityNumber = reader.optionalPersonal("identityNumber", of: DataSubject(of: party))
        phone = reader.optionalPersonal("phone", of: DataSubject(of: party))
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
}

/// What is personal of a party is destroyed: name, identity number, phone. The party's identifier and its deals stay.
package struct PersonalDataErased: EventPayload {
    package static let name = "personalDataErased"

    package let party: PartyID
    package let division: DivisionID
    package let reason: String

    package init(party: PartyID, division: DivisionID, reason: String) {
        self.party = party
        self.division = division
        self.reason = reason
    }

    package init(reading reader: inout FieldReader) {
        party = reader.value("party")
        division = reader.value("division")
        reason = reader.value("reason")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("party", party)
        writer.put("division", division)
        writer.put("reason", reason)
    }
}
