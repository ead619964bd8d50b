package import Kernel

/// Closes a desk; nobody can act for it any more.
package struct CloseOffice: CommandPayload {
    package static let name = "closeOffice"
    package static var title: Message { RegistryText.closeOffice }
    package static let rejections = [2030, 2031]

    package let office: OfficeID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(office: pass.value("office", \.office))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("office", office.text) }
}

extension CloseOffice {
    func decide(_ isOpen: Bool, _ facts: RegistryFacts) throws(Rejection) -> [RegistryEvent] {
        guard office != Office.administratorID else { throw RegistryRejection.officeReserved.rejection }
        guard isOpen, let known = facts.office else {
            throw RegistryRejection.officeUnknown(id: office.text).rejection
        }
        return [.officeClosed(OfficeClosed(office: office, division: known.division))]
    }
}
