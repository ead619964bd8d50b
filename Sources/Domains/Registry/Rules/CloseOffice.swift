package import Kernel

/// Closes a desk; nobody can act for it any more.
package struct CloseOffice: CommandPayload {
    package static let name = "closeOffice"
    package static var title: Message { RegistryText.closeOffice }
    package static let refusals: [RegistryRefusal] = [.officeReserved, .officeUnknown]

    package let office: OfficeID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(office: pass.value("office", \.office))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("office", office.text) }
}

extension CloseOffice {
    func decide(_ isOpen: Bool, _ facts: RegistryFacts) throws(Rejection) -> [RegistryEvent] {
        guard office != Office.administratorID else { throw RegistryRefusal.officeReserved() }
        guard isOpen, let known = facts.office else {
            throw RegistryRefusal.officeUnknown(office.text)
        }
        return [.officeClosed(OfficeClosed(office: office, division: known.division))]
    }
}
