package import Kernel
import Registry
package import Storage

/// Strikes somebody from the frozen roll of one meeting who lost membership after it was frozen and before it opened: the
/// denominators of that meeting change, visibly (village-register 2.3). Nobody is ever added.
package struct StrikeFromRoll: MeetingVerb {
    package let meeting: MeetingID
    package let member: MemberID
    package let ground: EndGround
    /// What proves the ground: number and name of the paper.
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), member: pass.value("member", \.member),
            ground: pass.value("ground", \.ground), paper: pass.value("paper", \.paper))
    }

    package static let name = "strikeFromRoll"
    package static var title: Message { AssemblyText.strikeFromRoll }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchMeeting, .meetingClosed, .rollNotFrozen, .notOnRoll, .openedBefore, .alreadyHere, .paperMissing,
    ]

    package func decide(_ meeting: Meeting, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        try meeting.requireRunning()
        try meeting.require(member)
        guard !meeting.isOpen else { throw AssemblyRefusal.openedBefore() }
        guard meeting.here[member] == nil else { throw AssemblyRefusal.alreadyHere(member) }
        guard !paper.isBlank else { throw AssemblyRefusal.paperMissing() }
        return [
            StruckFromRoll(
                meeting: self.meeting, place: meeting.place, member: member, ground: ground, paper: paper,
                entitled: meeting.entitled - 1)
        ]
    }
}

/// Somebody left the roll of a meeting before it opened; so many are entitled since.
package struct StruckFromRoll: AssemblyEvent {
    package let meeting: MeetingID
    package let place: DivisionID
    package let member: MemberID
    package let ground: EndGround
    package let paper: String
    package let entitled: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), place: pass.value("division", \.place),
            member: pass.value("member", \.member), ground: pass.value("ground", \.ground),
            paper: pass.value("paper", \.paper), entitled: pass.whole("entitled", \.entitled, in: CountDomain.self))
    }

    package static let name = "struckFromRoll"

    package func change(_ state: inout Assembly.State, at instant: Instant) {
        state.meeting?.strike(member)
    }
}
