package import Kernel
import Registry
package import Storage

/// Takes a proxy back; coming in person does the same by itself.
package struct WithdrawProxy: MeetingVerb {
    package let meeting: MeetingID
    package let member: MemberID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(meeting: pass.value("meeting", \.meeting), member: pass.value("member", \.member))
    }

    package static let name = "withdrawProxy"
    package static var title: Message { AssemblyText.withdrawProxy }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [AssemblyRefusal] = [.noSuchMeeting, .meetingClosed, .noProxy]

    package func decide(_ meeting: Meeting, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        try meeting.requireRunning()
        guard meeting.proxies[member] != nil else { throw AssemblyRefusal.noProxy(member) }
        return [ProxyWithdrawn(meeting: self.meeting, place: meeting.place, member: member)]
    }
}

/// Nobody speaks for the voter any more.
package struct ProxyWithdrawn: AssemblyEvent {
    package let meeting: MeetingID
    package let place: DivisionID
    package let member: MemberID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), place: pass.value("division", \.place),
            member: pass.value("member", \.member))
    }

    package static let name = "proxyWithdrawn"

    package func change(_ state: inout Assembly.State, at instant: Instant) {
        state.meeting?.proxies[member] = nil
    }
}
