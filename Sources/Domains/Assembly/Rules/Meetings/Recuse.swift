package import Kernel
import Registry
package import Storage

/// Takes a voter out of one vote, themselves or a close relative being concerned. They stay in the denominator: the law
/// says nothing, and a smaller one would let fewer decide (record 0255).
package struct Recuse: MeetingVerb {
    package let meeting: MeetingID
    package let member: MemberID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(meeting: pass.value("meeting", \.meeting), member: pass.value("member", \.member))
    }

    package static let name = "recuse"
    package static var title: Message { AssemblyText.recuse }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchMeeting, .voteClosed, .rollNotFrozen, .notOnRoll, .hasVoted,
    ]

    package func decide(_ meeting: Meeting, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard let motion = meeting.motions.last, motion.isOpen else { throw AssemblyRefusal.voteClosed() }
        try meeting.require(member)
        guard motion.votes[member] == nil else { throw AssemblyRefusal.hasVoted(member) }
        return [Recused(meeting: self.meeting, place: meeting.place, number: motion.number, member: member)]
    }
}

/// A voter takes no part in one vote.
package struct Recused: AssemblyEvent {
    package let meeting: MeetingID
    package let place: DivisionID
    package let number: Int64
    package let member: MemberID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), place: pass.value("division", \.place),
            number: pass.value("number", \.number), member: pass.value("member", \.member))
    }

    package static let name = "recused"

    package func change(_ state: inout Assembly.State, at instant: Instant) {
        state.meeting?.changeLastMotion { $0.recused.insert(member) }
    }
}
