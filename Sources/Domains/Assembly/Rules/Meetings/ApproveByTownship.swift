package import Kernel
import Registry
package import Storage

/// The township approves what was resolved on an outsider (Contracting Law art. 52); before that it opens nothing.
package struct ApproveByTownship: MeetingVerb {
    package let meeting: MeetingID
    package let number: Int64
    /// Number and day of the township's answer.
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting),
            number: pass.whole("number", \.number, in: SerialNumberDomain.self),
            paper: pass.value("paper", \.paper))
    }

    package static let name = "approveByTownship"
    package static var title: Message { AssemblyText.approveByTownship }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchMeeting, .nothingToApprove, .approvedBefore, .paperMissing,
    ]

    package func decide(_ meeting: Meeting, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard let motion = meeting.motions.first(where: { $0.number == number }), let outcome = motion.outcome,
            outcome.isPassed, motion.matter.needsTownship
        else { throw AssemblyRefusal.nothingToApprove() }
        guard !motion.isApproved else { throw AssemblyRefusal.approvedBefore() }
        guard !paper.isBlank else { throw AssemblyRefusal.paperMissing() }
        return [
            TownshipApproved(
                meeting: self.meeting, place: meeting.place, number: number, paper: paper,
                outcome: outcome)
        ]
    }
}

/// The township approved a resolution.
package struct TownshipApproved: AssemblyEvent {
    package let meeting: MeetingID
    package let place: DivisionID
    package let number: Int64
    package let paper: String
    /// What was voted, as it was counted.
    package let outcome: VoteClosed?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), place: pass.value("division", \.place),
            number: pass.whole("number", \.number, in: SerialNumberDomain.self), paper: pass.value("paper", \.paper),
            outcome: pass.record("outcome", \.outcome))
    }

    package static let name = "townshipApproved"

    package func change(_ state: inout Assembly.State, at instant: Instant) {
        guard let index = state.meeting?.motions.firstIndex(where: { $0.number == number }) else { return }
        state.meeting?.motions[index].isApproved = true
    }
}
