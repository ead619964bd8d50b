package import Kernel
package import Registry

package enum MemberName {}
/// One person on the roll of one collective.
package typealias MemberID = Identifier<MemberName>
package enum HouseholdName {}
/// A household of one collective, as the collective numbers it.
package typealias HouseholdID = Identifier<HouseholdName>
package enum MeetingName {}
package typealias MeetingID = Identifier<MeetingName>
package enum MotionName {}

/// Grounds on which somebody is a member (Collective Law arts. 11, 12, 66).
package enum MembershipGround: String, FieldChoice { case reform, birth, marriage, adoption, resettlement, assembly }

/// Grounds on which membership ends, a closed list (art. 17). There is none called "married out" (art. 18).
package enum EndGround: String, FieldChoice { case death, nationality, memberElsewhere, civilServant, charter, left }

/// Whether a court or the person's own work changes what age alone says (Civil Code arts. 18, 21, 22).
package enum Capacity: String, FieldChoice {
    case byAge, byWork, incapable

    /// The age from which the person decides for themselves; nil for never.
    var age: Int? {
        switch self {
        case .byAge: 18
        case .byWork: 16
        case .incapable: nil
        }
    }
}

package enum Sex: String, FieldChoice { case male, female }

/// One life on the roll: a member from one day until another, with what voting and shares ask of it.
package struct Member: Sendable, Hashable {
    package let id: MemberID
    package let organisation: OrganisationID
    package var household: HouseholdID
    package let sex: Sex?
    package let birth: CivilDate?
    /// The first day of membership; nil for somebody who only lives there.
    package let since: CivilDate?
    /// The first day without it.
    package var until: CivilDate?
    package let capacity: Capacity
    /// Hundredths of a share, so that shares are whole numbers.
    package let shares: Int64

    package init(
        id: MemberID, organisation: OrganisationID, household: HouseholdID, sex: Sex?, birth: CivilDate?,
        since: CivilDate?, until: CivilDate? = nil, capacity: Capacity = .byAge, shares: Int64 = 0
    ) {
        self.id = id
        self.organisation = organisation
        self.household = household
        self.sex = sex
        self.birth = birth
        self.since = since
        self.until = until
        self.capacity = capacity
        self.shares = shares
    }

    package func isMember(on day: CivilDate) -> Bool {
        guard let since, since <= day else { return false }
        return until.map { day < $0 } ?? true
    }

    /// Whether the person is of full capacity on `day`, and so counts for the assembly (art. 26).
    package func isVoter(on day: CivilDate) -> Bool {
        guard isMember(on: day), let age = capacity.age, let birth else { return false }
        return birth.adding(years: age) <= day
    }
}
