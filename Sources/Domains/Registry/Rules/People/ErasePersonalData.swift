package import Kernel
package import Storage

/// Destroys what is personal of a person or a household: at their request, or when nothing needs it any more
/// (Personal Information Protection Law, art. 47). The key is destroyed, so no copy in the log's side table can ever be
/// read again; every proof still holds (decision 0151).
package struct ErasePersonalData: RegistryCommand {
    package static let name = "erasePersonalData"
    package static var title: Message { RegistryText.erasePersonalData }
    package static let access: Access = [.own(.administrator, .countyOfficer)]
    package static let refusals: [RegistryRefusal] = [
        .partyUnknown, .nothingPersonal, .alreadyErased, .accountOpen, .stillNeeded, .reasonMissing,
    ]

    package let party: PartyID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(party: pass.value("party", \.party), reason: pass.value("reason", \.reason))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("party", party.text) }

    package struct Facts: Sendable {
        package let party: Party?
        /// What was personal has been destroyed before.
        package let isErased: Bool
        /// An account or a desk the person still has.
        package let office: Office?
        /// The last day on which the party's contracts must be kept.
        package let keepUntil: CivilDate?
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? {
        facts.party?.division
    }
}

extension ErasePersonalData {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        guard let known = facts.party else { throw RegistryRefusal.partyUnknown(party.text) }
        guard known.kind.isNatural else { throw RegistryRefusal.nothingPersonal(party.text) }
        guard !facts.isErased else { throw RegistryRefusal.alreadyErased(party.text) }
        if let office = facts.office { throw RegistryRefusal.accountOpen(office.id.text) }
        if let until = facts.keepUntil, until >= context.now.date {
            throw RegistryRefusal.stillNeeded(until.description)
        }
        guard !reason.isBlank else { throw RegistryRefusal.reasonMissing() }
        return [PersonalDataErased(party: party, place: known.division, reason: reason)]
    }
}

/// What is personal of a party is destroyed: name, identity number, phone. The party's identifier and its deals stay.
package struct PersonalDataErased: RegistryEvent {
    package static let name = "personalDataErased"

    package let party: PartyID
    package let place: DivisionID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            party: pass.value("party", \.party), place: pass.value("division", \.place),
            reason: pass.value("reason", \.reason))
    }

    package var erased: DataSubject? { DataSubject(of: party) }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
