package import Kernel

/// A desk or an account: who acts in which role, responsible for a place and all below it.
package struct Office: Sendable, Hashable {
    package let id: OfficeID
    package let role: Role
    package let division: DivisionID
    package let person: PersonID
    /// The desk's public title, for example the name of the station.
    package let title: String
    package let isOpen: Bool

    /// The principal somebody at this desk acts as.
    package var principal: Principal { Principal(person: person, role: role, office: id, division: division) }

    /// The desk that always exists and is registered nowhere: it opens all others.
    package static let administrator = Office(
        id: administratorID, role: .administrator, division: .root, person: .wellFormed("admin"),
        title: Role.administrator.label.zh, isOpen: true)
}
