package import Kernel
import Registry
package import Storage

/// Ends the meeting; nothing is counted after it.
package struct CloseMeeting: MeetingVerb {
    package let meeting: MeetingID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(meeting: pass.value("meeting", \.meeting))
    }

    package static let name = "closeMeeting"
    package static var title: Message { AssemblyText.closeMeeting }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [AssemblyRefusal] = [.noSuchMeeting, .meetingClosed, .voteStillOpen]

    package func decide(_ meeting: Meeting, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        try meeting.requireRunning()
        guard meeting.motions.last?.isOpen != true else { throw AssemblyRefusal.voteStillOpen() }
        return [MeetingClosed(meeting: self.meeting, place: meeting.place)]
    }
}

/// The meeting is over.
package struct MeetingClosed: AssemblyEvent {
    package let meeting: MeetingID
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(meeting: pass.value("meeting", \.meeting), place: pass.value("division", \.place))
    }

    package static let name = "meetingClosed"

    package func change(_ state: inout Assembly.State, at instant: Instant) { state.meeting?.isClosed = true }
}
