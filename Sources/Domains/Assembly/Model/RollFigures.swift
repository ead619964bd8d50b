package import Kernel
import Registry

/// What the roll of a collective says on one day: four sets that are not one (members, voters, shareholders, households).
package struct RollFigures: Sendable, Hashable {
    package let day: CivilDate
    package let households: Int64
    package let members: Int64
    package let voters: Int64
    package let quorum: Int64
    package let twoThirds: Int64
    package let threeQuarters: Int64
    package let representatives: Representatives
    /// Households of whose members none is a woman, in order: for the check that no woman was left out.
    /// Where the sex of everybody is known.
    package let withoutWoman: [HouseholdID]
    /// Hundredths; of today's members, and as frozen for their households.
    package let sharesOfMembers: Int64
    package let sharesFrozen: Int64

    /// How many representatives there may be: one for 5 to 15 households, and more than 20 (art. 28).
    package struct Representatives: Sendable, Hashable {
        package let least: Int64
        package let most: Int64
        /// Below 105 households no number fits both: then the assembly itself has to meet.
        package var isPossible: Bool { most >= least }

        package init(households: Int64) {
            least = max(21, (households + 14) / 15)
            most = households / 5
        }
    }

    package init(_ roll: [Member], on day: CivilDate) {
        self.day = day
        let here = roll.filter { $0.isMember(on: day) }
        let installations = Dictionary(grouping: here, by: \.household)
        households = Int64(installations.count)
        members = Int64(here.count)
        voters = Int64(here.count { $0.isVoter(on: day) })
        quorum = VotingRule.assembly.quorum(of: voters)
        twoThirds = VotingRule.assembly.majority(of: voters, present: voters)
        threeQuarters = VotingRule.assemblyOnOutsiders.majority(of: voters, present: voters)
        representatives = Representatives(households: households)
        withoutWoman = installations.filter { $0.value.allSatisfy { $0.sex == .male } }.keys.sorted()
        sharesOfMembers = here.reduce(0) { $0 + $1.shares }
        sharesFrozen = roll.reduce(0) { $0 + $1.shares }
    }
}
