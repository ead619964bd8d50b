package import Kernel

/// Destroys what is personal of a person or a household: at their request, or when nothing needs it any more
/// (Personal Information Protection Law, art. 47). The key is destroyed, so no copy in the log's side table can ever be
/// read again; every proof still holds (decision 0151).
package struct ErasePersonalData: CommandPayload {
    package static let name = "erasePersonalData"
    package static var title: Message { RegistryText.erasePersonalData }
    package static let refusals: [RegistryRefusal] = [
        .partyUnknown, .nothingPersonal, .alreadyErased, .accountOpen, .stillNeeded, .reasonMissing,
    ]

    package let party: PartyID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(party: pass.value("party", \.party), reason: pass.value("reason", \.reason))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("party", party.text) }
}

extension ErasePersonalData {
    func decide(_ facts: RegistryFacts, _ context: Context) throws(Rejection) -> [RegistryEvent] {
        guard let known = facts.party else { throw RegistryRefusal.partyUnknown(party.text) }
        guard known.kind.isNatural else { throw RegistryRefusal.nothingPersonal(party.text) }
        guard !facts.isErased else { throw RegistryRefusal.alreadyErased(party.text) }
        if let office = facts.office { throw RegistryRefusal.accountOpen(office.id.text) }
        if let until = facts.keepUntil, until >= context.now.date {
            throw RegistryRefusal.stillNeeded(until.description)
        }
        guard !reason.isBlank else { throw RegistryRefusal.reasonMissing() }
        return [.personalDataErased(PersonalDataErased(party: party, division: known.division, reason: reason))]
    }
}
