package import Kernel
import Registry
package import Storage

/// Opens the meeting: only when enough of the frozen roll are there. A missed quorum is no meeting, not a defeat.
package struct OpenMeeting: MeetingVerb {
    package let meeting: MeetingID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(meeting: pass.value("meeting", \.meeting))
    }

    package static let name = "openMeeting"
    package static var title: Message { AssemblyText.openMeeting }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchMeeting, .meetingClosed, .rollNotFrozen, .openedBefore, .quorumMissing,
    ]

    package func decide(_ meeting: Meeting, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        try meeting.requireRunning()
        guard meeting.rollDigest != nil else { throw AssemblyRefusal.rollNotFrozen(meeting.day) }
        guard !meeting.isOpen else { throw AssemblyRefusal.openedBefore() }
        try meeting.checkQuorum(.assembly)
        return [
            MeetingOpened(
                meeting: self.meeting, place: meeting.place, entitled: meeting.entitled, present: meeting.present,
                quorum: VotingRule.assembly.quorum(of: meeting.entitled))
        ]
    }
}

/// The meeting is open, with so many of so many.
package struct MeetingOpened: AssemblyEvent {
    package let meeting: MeetingID
    package let place: DivisionID
    package let entitled: Int64
    package let present: Int64
    package let quorum: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), place: pass.value("division", \.place),
            entitled: pass.value("entitled", \.entitled), present: pass.value("present", \.present),
            quorum: pass.value("quorum", \.quorum))
    }

    package static let name = "meetingOpened"

    package func change(_ state: inout Assembly.State, at instant: Instant) { state.meeting?.isOpen = true }
}
