package import Kernel
import Registry
package import Storage

/// Puts papers to a meeting: the notice that hung, the sheet people signed, the minutes, the tally, a picture of the hall.
package struct AddMeetingPapers: MeetingVerb {
    package let meeting: MeetingID
    package let kind: MeetingPaperKind
    /// SHA-256 of each, in hex.
    package var papers: [String] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), kind: pass.value("kind", \.kind),
            papers: pass.papers("papers", \.papers))
    }

    package static let name = "addMeetingPapers"
    package static var title: Message { AssemblyText.addMeetingPapers }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [AssemblyRefusal] = [.noSuchMeeting, .notOpened, .meetingPaperMissing]

    package func decide(_ meeting: Meeting, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        // A notice hangs before anybody comes; of a meeting that never opened there is nothing else.
        guard kind == .notice || meeting.isOpen else { throw AssemblyRefusal.notOpened() }
        guard !papers.isEmpty, papers.allSatisfy(\.isSHA256Hex) else { throw AssemblyRefusal.meetingPaperMissing() }
        return [
            MeetingPapersAdded(
                meeting: self.meeting, place: meeting.place, kind: kind, first: meeting.papers + 1, papers: papers)
        ]
    }
}

/// Papers were put to a meeting, numbered on from those that were there. They name people: its desks see them.
package struct MeetingPapersAdded: AssemblyEvent {
    package let meeting: MeetingID
    package let place: DivisionID
    package let kind: MeetingPaperKind
    package let first: Int64
    package var papers: [String] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), place: pass.value("division", \.place),
            kind: pass.value("kind", \.kind), first: pass.whole("first", \.first, in: SerialNumberDomain.self),
            papers: pass.papers("papers", \.papers))
    }

    package static let name = "meetingPapersAdded"

    package func change(_ state: inout Assembly.State, at instant: Instant) {
        state.meeting?.papers += Int64(papers.count)
    }
}
