package import Kernel
import Registry
package import Storage

/// Notes a whole list of voters who came the same way, as it is read off the sheet at the door; each is checked alone.
package struct AttendTogether: MeetingVerb {
    package let meeting: MeetingID
    package let how: Presence
    package var members: [MemberID] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), how: pass.value("how", \.how),
            members: pass.values("members", \.members))
    }

    package static let name = "attendTogether"
    package static var title: Message { AssemblyText.attendTogether }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchMeeting, .meetingClosed, .rollNotFrozen, .notOnRoll, .alreadyHere, .hasVoted, .nobodyNamed,
    ]

    package func decide(_ meeting: Meeting, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard !members.isEmpty else { throw AssemblyRefusal.nobodyNamed() }
        var (meeting, arrivals) = (meeting, [any Event<Assembly>]())
        for member in members {
            try meeting.checkArrival(member)
            meeting.here[member] = how
            arrivals.append(Attended(meeting: self.meeting, place: meeting.place, member: member, how: how))
        }
        return arrivals
    }
}
