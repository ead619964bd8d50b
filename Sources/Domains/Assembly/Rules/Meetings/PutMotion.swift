package import Kernel
package import Registry
package import Storage

/// Puts a matter to the vote, with the one thing it is about; the quorum is counted again.
package struct PutMotion: MeetingVerb {
    package let meeting: MeetingID
    package let matter: ResolutionMatter
    /// The asset, contract or lot it is about.
    package var object: String?
    /// Whom it concerns: the lessee, the buyer, the debtor. Held against the voters and their declared relatives, and kept
    /// nowhere.
    package var concerns: PartyID?
    /// By papers that two tellers count.
    package var secret = false

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), matter: pass.value("matter", \.matter),
            object: pass.optional("object", \.object), concerns: pass.optional("concerns", \.concerns),
            secret: pass.value("secret", \.secret, standard: false))
    }

    package static let name = "putMotion"
    package static var title: Message { AssemblyText.putMotion }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchMeeting, .meetingClosed, .notOpened, .voteStillOpen, .notItsMatter, .quorumMissing,
        .noSuchParty,
    ]

    package struct Facts: Sendable {
        package var isKnown = true
        /// The voters who are the one it concerns, or a close relative of theirs by somebody's declaration; in order.
        package var concerned: [MemberID] = []
    }

    package func decide(_ meeting: Meeting, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        try meeting.requireRunning()
        guard meeting.isOpen else { throw AssemblyRefusal.notOpened() }
        guard meeting.motions.last?.isOpen != true else { throw AssemblyRefusal.voteStillOpen() }
        guard let rule = try? VotingRule.find(matter, meeting.body) else { throw AssemblyRefusal.notItsMatter() }
        try meeting.checkQuorum(rule)
        if let concerns, !facts.isKnown { throw AssemblyRefusal.noSuchParty(concerns) }
        let number = Int64(meeting.motions.count + 1)
        // Who takes no part is told, why is not: a relation is known to the check alone (record 0520).
        return [
            MotionPut(
                meeting: self.meeting, place: meeting.place, number: number, matter: matter, object: object,
                isSecret: secret ? true : nil)
        ]
            + facts.concerned.filter { meeting.roll[$0] != nil }.map { member in
                Recused(meeting: self.meeting, place: meeting.place, number: number, member: member)
            }
    }
}

/// A matter is put to the vote.
package struct MotionPut: AssemblyEvent {
    package let meeting: MeetingID
    package let place: DivisionID
    package let number: Int64
    package let matter: ResolutionMatter
    package var object: String?
    /// Absent where hands are raised.
    package var isSecret: Bool?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), place: pass.value("division", \.place),
            number: pass.value("number", \.number), matter: pass.value("matter", \.matter),
            object: pass.optional("object", \.object), isSecret: pass.optional("secret", \.isSecret))
    }

    package static let name = "motionPut"

    package func change(_ state: inout Assembly.State, at instant: Instant) {
        var motion = Motion(number: number, matter: matter, object: object)
        motion.isSecret = isSecret ?? false
        state.meeting?.motions.append(motion)
    }
}
