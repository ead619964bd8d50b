package import Kernel
import Registry
import Storage
package import Web

extension Installation {
    /// The field `office` of a form: an open account of a bidder or villager within the reader's places.
    package func accountField(_ label: Message, hint: Message, _ request: PageRequest) throws -> FormField {
        try database.read { try .pick("office", label, of: PrivateAccount.self, request, $0, hint: hint) }
    }

    /// The field `division` of a form: any place.
    package func placeField(_ label: Message, hint: Message, _ request: PageRequest) throws -> FormField {
        try database.read {
            try .pick("division", label, of: DivisionName.self, request, $0, within: .root, hint: hint)
        }
    }

    /// The field `office` of a form: an open desk of an officer within the reader's places.
    package func deskField(_ label: Message, hint: Message, _ request: PageRequest) throws -> FormField {
        try database.read { try .pick("office", label, of: StaffDesk.self, request, $0, hint: hint) }
    }
}

extension Installation {
    /// What a place is called.
    package func findPlaceName(_ division: DivisionID) throws -> String? {
        try database.read { try DivisionQueries.find(division, in: $0)?.name }
    }
}

/// Somebody whom a desk has a record of, and the account that is open for them.
package struct KnownAccount: Sendable {
    package let known: KnownPerson
    /// Nil where none is.
    package let account: Principal?

    package init(known: KnownPerson, account: Principal?) {
        self.known = known
        self.account = account
    }
}

extension Installation {
    /// For whom desks wrote a telephone down.
    package func listKnown(phone: String) throws -> [KnownAccount] {
        guard let mark = marks.of(phone: phone) else { return [] }
        return try database.read { tx in
            try plan.modules.all.flatMap { try $0.listKnown(phone: mark, in: tx) }.map { known in
                KnownAccount(
                    known: known, account: try OfficeQueries.findOpen(person: known.person.text, in: tx)?.principal)
            }
        }
    }
}

extension Installation {
    /// What is the person's own, of every room in the rooms' order.
    package func listOwn(of person: PersonID) throws -> [OwnThing] {
        let day = clock.now().date
        return try database.read { tx in
            try plan.modules.all.flatMap { try $0.listOwn(of: person, on: day, in: tx) }
        }
    }
}
