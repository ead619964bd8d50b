import Disclosure
import Exchange
import Kernel
import Registry
import Storage

/// What is personal of a party is destroyed everywhere at once: its registrations and the words of its objections
/// (decision record 0390). Where a registration is under way the exchange refuses, and so the erasure is refused.
enum ErasureReachesRooms {
    static let policy = Policy("ErasureReachesRooms", on: PersonalDataErased.self) { erased, _ in
        let forgotten: [any Command] = [ForgetParty(party: erased.party, division: erased.place)]
        guard let person = PersonID(erased.party.text) else { return forgotten }
        return forgotten + [ForgetPerson(person: person, division: erased.place)]
    }
}
