package import Kernel
import Registry
package import Storage

/// Notes that a voter of the frozen roll came, to the hall or by the online tool; counted once.
package struct Attend: MeetingVerb {
    package let meeting: MeetingID
    package let member: MemberID
    package let how: Presence

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), member: pass.value("member", \.member),
            how: pass.value("how", \.how))
    }

    package static let name = "attend"
    package static var title: Message { AssemblyText.attend }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchMeeting, .meetingClosed, .rollNotFrozen, .notOnRoll, .alreadyHere, .hasVoted,
    ]

    package func decide(_ meeting: Meeting, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        try meeting.checkArrival(member)
        return [Attended(meeting: self.meeting, place: meeting.place, member: member, how: how)]
    }
}

/// A voter came; whoever spoke for them does so no longer.
package struct Attended: AssemblyEvent {
    package let meeting: MeetingID
    package let place: DivisionID
    package let member: MemberID
    package let how: Presence

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), place: pass.value("division", \.place),
            member: pass.value("member", \.member), how: pass.value("how", \.how))
    }

    package static let name = "attended"

    package func change(_ state: inout Assembly.State, at instant: Instant) {
        state.meeting?.here[member] = how
        state.meeting?.proxies[member] = nil
    }
}
