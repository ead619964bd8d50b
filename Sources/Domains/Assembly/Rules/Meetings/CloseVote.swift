package import Kernel
package import Registry
package import Storage

/// Closes the vote and counts it from the frozen roll; nobody types a number.
package struct CloseVote: MeetingVerb {
    package let meeting: MeetingID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(meeting: pass.value("meeting", \.meeting))
    }

    package static let name = "closeVote"
    package static var title: Message { AssemblyText.closeVote }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [AssemblyRefusal] = [.noSuchMeeting, .voteClosed, .talliesMissing]

    package func decide(_ meeting: Meeting, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard let motion = meeting.motions.last, motion.isOpen else { throw AssemblyRefusal.voteClosed() }
        guard !motion.isSecret || motion.agreed != nil else { throw AssemblyRefusal.talliesMissing() }
        let ballot = meeting.ballot(motion)
        let verdict = ballot.verdict
        return [
            VoteClosed(
                meeting: self.meeting, place: meeting.place, organisation: meeting.organisation, body: meeting.body,
                day: meeting.day, number: motion.number, matter: motion.matter, object: motion.object,
                entitled: ballot.entitled, present: ballot.present, inFavour: ballot.inFavour,
                against: ballot.against, abstained: ballot.abstained, needed: verdict.neededInFavour ?? 0,
                isPassed: verdict.result == .pass, rollDigest: meeting.rollDigest ?? "")
        ]
    }
}

/// A vote was counted: who was entitled, who came, what they said, and what it needed.
package struct VoteClosed: AssemblyEvent, Hashable {
    package let meeting: MeetingID
    package let place: DivisionID
    package let organisation: OrganisationID
    package let body: ResolutionBody
    package let day: CivilDate
    package let number: Int64
    package let matter: ResolutionMatter
    package var object: String?
    package let entitled: Int64
    package let present: Int64
    package let inFavour: Int64
    package let against: Int64
    package let abstained: Int64
    package let needed: Int64
    package let isPassed: Bool
    package let rollDigest: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), place: pass.value("division", \.place),
            organisation: pass.value("organisation", \.organisation), body: pass.value("body", \.body),
            day: pass.value("day", \.day), number: pass.value("number", \.number),
            matter: pass.value("matter", \.matter), object: pass.optional("object", \.object),
            entitled: pass.value("entitled", \.entitled), present: pass.value("present", \.present),
            inFavour: pass.value("inFavour", \.inFavour), against: pass.value("against", \.against),
            abstained: pass.value("abstained", \.abstained), needed: pass.value("needed", \.needed),
            isPassed: pass.value("passed", \.isPassed), rollDigest: pass.value("rollDigest", \.rollDigest))
    }

    package static let name = "voteClosed"

    package func change(_ state: inout Assembly.State, at instant: Instant) {
        state.meeting?.changeLastMotion {
            $0.isOpen = false
            $0.outcome = self
        }
    }
}
