package enum PersonName {}
package typealias PersonID = Identifier<PersonName>
package enum OfficeName {}
/// The desk somebody acts for: `village:tanba`, `station:yusi`. It is what a leaf says of the actor.
package typealias OfficeID = Identifier<OfficeName>
package enum DivisionName {}
/// A place for ever, whatever codes and names it carried. Never a code itself.
package typealias DivisionID = Identifier<DivisionName>

/// What somebody may be. What a role may do, and where, is the access table in `Platform/Access.swift`.
package enum Role: String, Sendable, CaseIterable, Hashable {
    case villageClerk, villageAccountant, stationAgent, stationReviewer, countyOfficer, countyReleaser, supervisor
    case bidder, villager, administrator
    /// The program itself: due acts and policies.
    case system

    /// People who act for themselves, not for an office.
    package var isPrivate: Bool { self == .bidder || self == .villager }
}

/// Who gives a command: a person in a role at an office, responsible for a division and all below it.
package struct Principal: Sendable, Hashable {
    package let person: PersonID
    package let role: Role
    package let office: OfficeID
    package let division: DivisionID

    package init(person: PersonID, role: Role, office: OfficeID, division: DivisionID) {
        self.person = person
        self.role = role
        self.office = office
        self.division = division
    }
}

/// Somebody whom a desk keeps a record of, found again by the telephone that it wrote down.
package struct KnownPerson: Sendable, Hashable {
    package let person: PersonID
    package let place: DivisionID
    /// As pages show them: the name of somebody natural is covered.
    package let name: String
    /// What the record is of: somebody who looks for work, who hires, a party.
    package let what: Message
    /// Their own page.
    package let path: String
    /// The mark of the identity number, where the desk wrote one down: who has the same is the same person.
    package let identity: String?

    package init(
        person: PersonID, place: DivisionID, name: String, what: Message, path: String, identity: String? = nil
    ) {
        self.identity = identity
        self.person = person
        self.place = place
        self.name = name
        self.what = what
        self.path = path
    }
}

/// Something that is somebody's own: a contract, a place on a roll, work.
package struct OwnThing: Sendable, Equatable {
    package let name: Message
    /// How it stands, in a few words.
    package let standing: Message
    package let path: String

    package init(_ name: Message, _ standing: Message, path: String) {
        self.name = name
        self.standing = standing
        self.path = path
    }
}
