package import Kernel
import Registry
package import Storage

/// Ends a membership on one of the grounds of art. 17; marriage, study, service, divorce and prison are none (art. 18).
package struct EndMembership: AssemblyCommand {
    package let member: MemberID
    /// The first day without membership.
    package let until: CivilDate
    package let ground: EndGround
    /// What proves the ground: number and name of the paper.
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            member: pass.value("member", \.member), until: pass.value("until", \.until),
            ground: pass.value("ground", \.ground), paper: pass.value("paper", \.paper))
    }

    package static let name = "endMembership"
    package static var title: Message { AssemblyText.endMembership }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [AssemblyRefusal] = [.noSuchMember, .alreadyEnded, .endsBeforeStart, .paperMissing]

    package func stream(_ context: Context) -> StreamID { StreamID("member", member.text) }

    package struct Facts: Sendable {
        package let place: DivisionID?
    }

    package func place(_ state: Assembly.State, _ facts: Facts) -> DivisionID? { facts.place }

    package func decide(_ state: Assembly.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard let known = state.member, let place = facts.place else { throw AssemblyRefusal.noSuchMember(member) }
        guard known.until == nil else { throw AssemblyRefusal.alreadyEnded(member) }
        guard let since = known.since, until >= since, until <= context.now.date else {
            throw AssemblyRefusal.endsBeforeStart()
        }
        guard !paper.isBlank else { throw AssemblyRefusal.paperMissing() }
        return [MembershipEnded(member: member, place: place, until: until, ground: ground, paper: paper)]
    }
}

/// A membership ended on a ground of the law.
package struct MembershipEnded: AssemblyEvent {
    package let member: MemberID
    package let place: DivisionID
    package let until: CivilDate
    package let ground: EndGround
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            member: pass.value("member", \.member), place: pass.value("division", \.place),
            until: pass.value("until", \.until), ground: pass.value("ground", \.ground),
            paper: pass.value("paper", \.paper))
    }

    package static let name = "membershipEnded"

    package func change(_ state: inout Assembly.State, at instant: Instant) { state.member?.until = until }
}
