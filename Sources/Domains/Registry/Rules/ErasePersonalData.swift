package import Kernel

/// Destroys what is personal of a person or a household: at their request, or when nothing needs it any more
/// (Personal Information Protection Law, art. 47). The key is destroyed, so no copy in the log's side table can ever be
/// read again; every proof still holds (decision 0151).
package struct ErasePersonalData: CommandPayload {
    package static let name = "erasePersonalData"
    package static var title: Message { RegistryText.erasePersonalData }
    package static let rejections = [2023, 2054, 2055, 2056, 2057, 2123]

    package let party: PartyID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(party: pass.value("party", \.party), reason: pass.value("reason", \.reason))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("party", party.text) }
}

extension ErasePersonalData {
    func decide(_ facts: RegistryFacts, _ context: Context) throws(Rejection) -> [RegistryEvent] {
        guard let known = facts.party else { throw RegistryRejection.partyUnknown(id: party.text).rejection }
        guard known.kind.isNatural else { throw RegistryRejection.nothingPersonal(id: party.text).rejection }
        guard !facts.isErased else { throw RegistryRejection.alreadyErased(id: party.text).rejection }
        if let office = facts.office { throw RegistryRejection.accountOpen(office: office.id.text).rejection }
        if let until = facts.keepUntil, until >= context.now.date {
            throw RegistryRejection.stillNeeded(until: until.description).rejection
        }
        guard !reason.isBlank else { throw RegistryRejection.reasonMissing.rejection }
        return [.personalDataErased(PersonalDataErased(party: party, division: known.division, reason: reason))]
    }
}
