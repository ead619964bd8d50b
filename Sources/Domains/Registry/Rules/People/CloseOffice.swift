package import Kernel
package import Storage

/// Closes a desk; nobody can act for it any more.
package struct CloseOffice: RegistryCommand {
    package static let name = "closeOffice"
    package static var title: Message { RegistryText.closeOffice }
    package static let access: Access = [.own(.administrator)]
    package static let refusals: [RegistryRefusal] = [.officeReserved, .officeUnknown]

    package let office: OfficeID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(office: pass.value("office", \.office))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("office", office.text) }

    package struct Facts: Sendable {
        package let office: Office?
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? {
        facts.office?.division
    }
}

extension CloseOffice {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        guard office != Office.administratorID else { throw RegistryRefusal.officeReserved() }
        guard state.exists, let known = facts.office else {
            throw RegistryRefusal.officeUnknown(office.text)
        }
        return [OfficeClosed(office: office, place: known.division)]
    }
}

/// A desk is closed: nobody can act for it any more.
package struct OfficeClosed: RegistryEvent {
    package static let name = "officeClosed"

    package let office: OfficeID
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(office: pass.value("office", \.office), place: pass.value("division", \.place))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .office(isOpen: false) }
}
