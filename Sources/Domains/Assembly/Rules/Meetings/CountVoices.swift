package import Kernel
import Registry
package import Storage

/// Counts a show of hands: all who are named say the same, and, where asked, so does everybody here who has said nothing
/// yet. Each voice is checked and counted alone, as `CastVote` does it.
package struct CountVoices: MeetingVerb {
    package let meeting: MeetingID
    package let choice: Personal<VoteChoice>
    package var members: [MemberID] = []
    /// Whoever is here, or spoken for, and was not counted yet says it too.
    package var others = false

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), choice: pass.personal("choice", \.choice, of: .unnamed),
            members: pass.values("members", \.members), others: pass.value("others", \.others, standard: false))
    }

    package static let name = "countVoices"
    package static var title: Message { AssemblyText.countVoices }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchMeeting, .notOpened, .voteClosed, .voteIsSecret, .rollNotFrozen, .notOnRoll, .notHere, .noProxy,
        .isRecused, .hasVoted,
        .choiceMissing, .nobodyNamed,
    ]

    package func decide(_ meeting: Meeting, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard let said = choice.content else { throw AssemblyRefusal.choiceMissing() }
        let named = Set(members)
        let voices = members + (others ? meeting.silent.filter { !named.contains($0) } : [])
        guard !voices.isEmpty else { throw AssemblyRefusal.nobodyNamed() }
        var (meeting, counted) = (meeting, [any Event<Assembly>]())
        for voice in voices {
            let speaker = meeting.speaker(for: voice)
            let principal = speaker == voice ? nil : voice
            let motion = try meeting.checkVote(speaker, for: principal)
            meeting.changeLastMotion { $0.votes[voice] = said }
            counted.append(
                VoteCast(
                    meeting: self.meeting, place: meeting.place, number: motion.number, member: voice,
                    castBy: principal.map { _ in speaker }, choice: Personal(said, of: DataSubject(ofMember: voice))))
        }
        return counted
    }
}
