import EventLog
package import Kernel
package import Registry

package enum TermName {}
/// One person in one office of a village, from one day until another.
package typealias TermID = Identifier<TermName>
package enum KinName {}
/// One relative whom somebody in office declared.
package typealias KinID = Identifier<KinName>

/// The offices of a village that its people hold for a time.
package enum VillageOffice: String, FieldChoice {
    /// The branch of the Party and the villagers' committee.
    case partyBranch, committee
    /// The council of the collective, those who keep its money and accounts, and those who watch both
    /// (Collective Law arts. 29, 32, 34).
    case council, accounts, supervisors
    /// Whom the members, and whom the villagers, elected to decide for them (Collective Law art. 28, Organic Law art. 25).
    case representatives, villagersRepresentatives

    /// Who only votes: their deals and payments are not held against their term.
    static let onlyVoting: [VillageOffice] = [.representatives, .villagersRepresentatives]
}

/// How somebody is related to whoever is in office. The first six are the close relatives of Civil Code art. 1045.
package enum KinRelation: String, FieldChoice {
    case spouse, child, parent, sibling, grandparent, grandchild
    case inLaw, wider
}

extension KinRelation {
    /// The closed list of Civil Code art. 1045: who is concerned with somebody. In-laws and cousins are watched, not barred.
    var isClose: Bool { self != .inLaw && self != .wider }
}

/// One office of one person: what is personal of either stands beside it, not in it.
package struct TermOfOffice: Sendable, Hashable {
    package let id: TermID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let office: VillageOffice
    package let from: CivilDate
    /// The last day; nil while it goes on and no end is known.
    package var until: CivilDate?
    /// Whether the end was entered with its paper, and is not only the planned one.
    package var isLeft = false
    package var isErased = false
    /// Relatives declared and not taken back.
    package var kin: Set<KinID> = []

    package init(
        id: TermID, organisation: OrganisationID, place: DivisionID, office: VillageOffice, from: CivilDate,
        until: CivilDate?
    ) {
        self.id = id
        self.organisation = organisation
        self.place = place
        self.office = office
        self.from = from
        self.until = until
    }

    package func check(_ invariants: inout Invariants) {
        invariants.hold(until.map { from <= $0 } ?? true, "the term \(id) ends before it begins")
        invariants.hold(!isErased || kin.isEmpty, "relatives of \(id) outlive what was erased")
    }
}

extension DataSubject {
    package init(ofTerm term: TermID) { self.init(.term, named: term.text) }
    package init(ofKin kin: KinID) { self.init(.kin, named: kin.text) }
}
