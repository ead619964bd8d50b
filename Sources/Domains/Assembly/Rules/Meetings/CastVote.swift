package import Kernel
import Registry
package import Storage

/// Counts one voice, raised openly in the hall or by the online tool, or for whom the voter carries a proxy.
package struct CastVote: MeetingVerb {
    package let meeting: MeetingID
    package let member: MemberID
    /// Whose voice it is, where it is not the member's own.
    package var principal: MemberID?
    package let choice: Personal<VoteChoice>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), member: pass.value("member", \.member),
            principal: pass.optional("onBehalfOf", \.principal), choice: pass.personal("choice", \.choice, of: .unnamed)
        )
    }

    package static let name = "castVote"
    package static var title: Message { AssemblyText.castVote }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchMeeting, .notOpened, .voteClosed, .voteIsSecret, .rollNotFrozen, .notOnRoll, .notHere, .noProxy,
        .isRecused, .hasVoted,
        .choiceMissing,
    ]

    package func decide(_ meeting: Meeting, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        let motion = try meeting.checkVote(member, for: principal)
        guard let said = choice.content else { throw AssemblyRefusal.choiceMissing() }
        let voice = principal ?? member
        return [
            VoteCast(
                meeting: self.meeting, place: meeting.place, number: motion.number, member: voice,
                castBy: principal == nil ? nil : member, choice: Personal(said, of: DataSubject(ofMember: voice)))
        ]
    }
}

/// One voice was counted; what it said is personal.
package struct VoteCast: AssemblyEvent {
    package let meeting: MeetingID
    package let place: DivisionID
    package let number: Int64
    package let member: MemberID
    package var castBy: MemberID?
    package let choice: Personal<VoteChoice>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let member = pass.value("member", \.member)
        return Self(
            meeting: pass.value("meeting", \.meeting), place: pass.value("division", \.place),
            number: pass.value("number", \.number), member: member, castBy: pass.optional("castBy", \.castBy),
            choice: pass.personal("choice", \.choice, of: DataSubject(ofMember: member)))
    }

    package static let name = "voteCast"

    package func change(_ state: inout Assembly.State, at instant: Instant) {
        // Of somebody whose data were destroyed later nothing is known; the closed vote kept its counts.
        let said = choice.content ?? .abstain
        state.meeting?.changeLastMotion { $0.votes[member] = said }
    }
}
