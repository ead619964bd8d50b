package import Kernel
package import Storage

/// Writes a learner's name as it stands on her identity card. Certificates show it from then on; the printed ones are
/// replaced.
package struct CorrectLearnerName: SkillsCommand {
    package typealias Subject = Learner

    package let learner: LearnerID
    package var name: Personal<String>?
    /// What it was seen on.
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            learner: pass.value("learner", \.learner), name: pass.optionalPersonal("name", \.name, of: .unnamed),
            paper: pass.value("paper", \.paper))
    }

    package static let name = "correctLearnerName"
    package static var title: Message { HoldText.correctName }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [.learnerUnknown, .learnerErased, .nameMissing, .paperMissing]

    package func stream(_ context: Context) -> StreamID { StreamID("learner", learner.text) }

    package func subject(of state: Skills.State) throws(Rejection) -> Learner {
        guard let found = state.learner else { throw SkillsRefusal.learnerUnknown(learner) }
        return found
    }

    package func place(_ known: Learner, _ facts: NoFacts) -> DivisionID? { known.place }

    package func decide(_ known: Learner, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        guard !known.isErased else { throw SkillsRefusal.learnerErased(learner) }
        guard let name = name?.content, !name.isBlank else { throw SkillsRefusal.nameMissing() }
        guard !paper.isBlank else { throw SkillsRefusal.paperMissing() }
        return [
            LearnerNameCorrected(
                learner: learner, place: known.place, name: Personal(name, of: DataSubject(ofLearner: learner)),
                paper: paper)
        ]
    }
}

/// A learner's name is another than was written.
package struct LearnerNameCorrected: SkillsEvent {
    package let learner: LearnerID
    package let place: DivisionID
    package let name: Personal<String>
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let learner = pass.value("learner", \.learner)
        return Self(
            learner: learner, place: pass.value("place", \.place),
            name: pass.personal("name", \.name, of: DataSubject(ofLearner: learner)),
            paper: pass.value("paper", \.paper))
    }

    package static let name = "learnerNameCorrected"

    package func change(_ state: inout Skills.State, at instant: Instant) {}
}
