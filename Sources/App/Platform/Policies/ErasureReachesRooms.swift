import Disclosure
import Exchange
import Kernel
import Ledger
import Registry
import Storage
import Waste

/// What is personal of a party is destroyed everywhere at once: its registrations, the numbers of its accounts, the words of
/// its objections and of its complaints (decision record 0390). Where a registration is under way the exchange refuses, and
/// so the erasure is refused.
enum ErasureReachesRooms {
    static let policy = Policy(
        "ErasureReachesRooms", on: PersonalDataErased.self,
        gives: [ForgetParty.self, ForgetPayee.self, ForgetPerson.self, ForgetComplainant.self]
    ) { erased, _ in
        let forgotten: [any Command] = [
            ForgetParty(party: erased.party, division: erased.place),
            ForgetPayee(payee: erased.party, division: erased.place),
        ]
        guard let person = PersonID(erased.party.text) else { return forgotten }
        return forgotten + [
            ForgetPerson(person: person, division: erased.place),
            ForgetComplainant(person: person, division: erased.place),
        ]
    }
}
