package import Kernel
package import Storage

/// Opens a desk or an account for a person in a role.
package struct OpenOffice: RegistryCommand {
    package static let name = "openOffice"
    package static var title: Message { RegistryText.openOffice }
    package static let access: Access = [.own(.administrator), .installation]
    package static let refusals: [RegistryRefusal] = [
        .divisionUnknown, .divisionClosed, .alreadyRegistered, .officeReserved, .textMissing,
    ]

    /// Left to the program where nobody chose a name: people know the desk by its title.
    package var office: OfficeID?
    package let role: Role
    /// `root` for the administrator of everything.
    package let division: DivisionID
    /// A bidder's or villager's account is a party's; an officer whom nobody named is given a number.
    package var person: PersonID?
    package let title: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            office: pass.newName("office", \.office), role: pass.value("role", \.role),
            division: pass.value("division", \.division), person: pass.optional("person", \.person),
            title: pass.value("title", \.title))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("office", identifier(context).text) }

    package struct Facts: Sendable {
        package let division: Division?
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? {
        division
    }
}

extension OpenOffice {
    func identifier(_ context: Context) -> OfficeID { office ?? context.derivedIdentifier(.office) }

    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        let office = identifier(context)
        guard office != Office.administratorID else { throw RegistryRefusal.officeReserved() }
        guard !state.exists else { throw RegistryRefusal.alreadyRegistered(office.text) }
        if division != .root { _ = try facts.division.open(division) }
        guard !title.isBlank else { throw RegistryRefusal.textMissing().at("title") }
        if role.isPrivate, person == nil { throw KernelRejection.missing(field: "person").rejection }
        return [
            OfficeOpened(
                office: office, role: role, place: division, person: person ?? context.derivedIdentifier(.person),
                title: title)
        ]
    }
}

/// A desk or an account is opened.
package struct OfficeOpened: RegistryEvent {
    package static let name = "officeOpened"

    package let office: OfficeID
    package let role: Role
    package let place: DivisionID
    package let person: PersonID
    package let title: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            office: pass.value("office", \.office), role: pass.value("role", \.role),
            place: pass.value("division", \.place), person: pass.value("person", \.person),
            title: pass.value("title", \.title))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .office(isOpen: true) }
}
