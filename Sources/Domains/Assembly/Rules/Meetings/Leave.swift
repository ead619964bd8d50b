package import Kernel
import Registry
package import Storage

/// Notes that a voter left; whom they spoke for is no longer there either.
package struct Leave: MeetingVerb {
    package let meeting: MeetingID
    package let member: MemberID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(meeting: pass.value("meeting", \.meeting), member: pass.value("member", \.member))
    }

    package static let name = "leave"
    package static var title: Message { AssemblyText.leave }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [AssemblyRefusal] = [.noSuchMeeting, .meetingClosed, .notHere]

    package func decide(_ meeting: Meeting, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        try meeting.requireRunning()
        guard meeting.here[member] != nil else { throw AssemblyRefusal.notHere(member) }
        return [Left(meeting: self.meeting, place: meeting.place, member: member)]
    }
}

/// A voter left the meeting.
package struct Left: AssemblyEvent {
    package let meeting: MeetingID
    package let place: DivisionID
    package let member: MemberID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), place: pass.value("division", \.place),
            member: pass.value("member", \.member))
    }

    package static let name = "left"

    package func change(_ state: inout Assembly.State, at instant: Instant) { state.meeting?.here[member] = nil }
}
