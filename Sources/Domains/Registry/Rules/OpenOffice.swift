package import Kernel

/// Opens a desk or an account for a person in a role.
package struct OpenOffice: CommandPayload {
    package static let name = "openOffice"
    package static var title: Message { RegistryText.openOffice }
    package static let refusals: [RegistryRefusal] = [
        .divisionUnknown, .divisionClosed, .alreadyRegistered, .officeReserved, .textMissing,
    ]

    package let office: OfficeID
    package let role: Role
    /// `root` for the administrator of everything.
    package let division: DivisionID
    package let person: PersonID
    package let title: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            office: pass.value("office", \.office), role: pass.value("role", \.role),
            division: pass.value("division", \.division), person: pass.value("person", \.person),
            title: pass.value("title", \.title))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("office", office.text) }
}

extension OpenOffice {
    func decide(_ isOpen: Bool, _ facts: RegistryFacts) throws(Rejection) -> [RegistryEvent] {
        guard office != Office.administratorID else { throw RegistryRefusal.officeReserved() }
        guard !isOpen else { throw RegistryRefusal.alreadyRegistered(office.text) }
        if division != .root { _ = try facts.openDivision(division) }
        guard !title.isBlank else { throw RegistryRefusal.textMissing().at("title") }
        return [
            .officeOpened(OfficeOpened(office: office, role: role, division: division, person: person, title: title))
        ]
    }
}
