package import Kernel

/// Opens a desk or an account for a person in a role.
package struct OpenOffice: CommandPayload {
    package static let name = "openOffice"
    package static var title: Message { RegistryText.openOffice }
    package static let rejections = [2020, 2021, 2026, 2030, 2143]

    package let office: OfficeID
    package let role: Role
    /// `root` for the administrator of everything.
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

    package func stream(_ context: Context) -> StreamID { StreamID("office", office.text) }
}

extension OpenOffice {
    func decide(_ isOpen: Bool, _ facts: RegistryFacts) throws(Rejection) -> [RegistryEvent] {
        guard office != Office.administratorID else { throw RegistryRejection.officeReserved.rejection }
        guard !isOpen else { throw RegistryRejection.alreadyRegistered(id: office.text).rejection }
        if division != .root { _ = try facts.openDivision(division) }
        guard !title.isBlank else { throw RegistryRejection.textMissing.rejection.at("title") }
        return [
            .officeOpened(OfficeOpened(office: office, role: role, division: division, person: person, title: title))
        ]
    }
}
