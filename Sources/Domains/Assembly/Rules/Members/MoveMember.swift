package import Kernel
import Registry
package import Storage

/// Puts a member into another household of the same collective, or into a new one: a marriage, a household divided. Membership,
/// its first day, shares and the vote stay what they were.
package struct MoveMember: AssemblyCommand {
    package let member: MemberID
    /// A new one of its own where none is named.
    package var household: HouseholdID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(member: pass.value("member", \.member), household: pass.optional("household", \.household))
    }

    package static let name = "moveMember"
    package static var title: Message { AssemblyText.moveMember }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [AssemblyRefusal] = [.noSuchMember, .alreadyEnded, .sameHousehold, .noSuchHousehold]

    package func stream(_ context: Context) -> StreamID { StreamID("member", member.text) }

    package struct Facts: Sendable {
        package let place: DivisionID?
        /// Whether somebody of the same roll stands in the household that is named.
        package let isHousehold: Bool
    }

    package func place(_ state: Assembly.State, _ facts: Facts) -> DivisionID? { facts.place }

    package func decide(_ state: Assembly.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard let known = state.member, let place = facts.place else { throw AssemblyRefusal.noSuchMember(member) }
        guard known.until == nil else { throw AssemblyRefusal.alreadyEnded(member) }
        guard household != known.household else { throw AssemblyRefusal.sameHousehold() }
        guard household == nil || facts.isHousehold else { throw AssemblyRefusal.noSuchHousehold() }
        return [
            MemberMoved(
                member: member, place: place, from: known.household,
                household: household ?? context.derivedIdentifier(.household))
        ]
    }
}

/// A member stands in another household of the same roll.
package struct MemberMoved: AssemblyEvent {
    package let member: MemberID
    package let place: DivisionID
    package let from: HouseholdID
    package let household: HouseholdID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            member: pass.value("member", \.member), place: pass.value("division", \.place),
            from: pass.value("from", \.from), household: pass.value("household", \.household))
    }

    package static let name = "memberMoved"

    package func change(_ state: inout Assembly.State, at instant: Instant) { state.member?.household = household }
}
