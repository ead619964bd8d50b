package import Kernel
import Registry
package import Storage

/// Puts on record that somebody speaks for a voter of their own household, in writing (art. 27).
package struct GrantProxy: MeetingVerb {
    package let meeting: MeetingID
    package let member: MemberID
    package let holder: MemberID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), member: pass.value("member", \.member),
            holder: pass.value("holder", \.holder))
    }

    package static let name = "grantProxy"
    package static var title: Message { AssemblyText.grantProxy }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchMeeting, .meetingClosed, .rollNotFrozen, .notOnRoll, .holderNotOnRoll, .otherHousehold, .proxyPassedOn,
        .proxyGiven, .alreadyHere,
    ]

    package func decide(_ meeting: Meeting, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        try meeting.checkProxy(from: member, to: holder)
        return [ProxyGranted(meeting: self.meeting, place: meeting.place, member: member, holder: holder)]
    }
}

/// Somebody carries a second voice of their household.
package struct ProxyGranted: AssemblyEvent {
    package let meeting: MeetingID
    package let place: DivisionID
    package let member: MemberID
    package let holder: MemberID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), place: pass.value("division", \.place),
            member: pass.value("member", \.member), holder: pass.value("holder", \.holder))
    }

    package static let name = "proxyGranted"

    package func change(_ state: inout Assembly.State, at instant: Instant) { state.meeting?.proxies[member] = holder }
}
