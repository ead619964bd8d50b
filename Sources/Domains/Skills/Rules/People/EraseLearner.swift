package import Kernel
package import Storage

/// Destroys what is personal of a learner who is on no open course, on her own wish or once the files' term is over. Her
/// certificates stand, and say no name any more.
package struct EraseLearner: SkillsCommand {
    package typealias Subject = Learner

    package let learner: LearnerID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(learner: pass.value("learner", \.learner))
    }

    package static let name = "eraseLearner"
    package static var title: Message { SkillsText.eraseLearner }
    package static let access: Access = [.own(.administrator, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [.learnerUnknown, .learnerErased, .courseOpen]

    package func stream(_ context: Context) -> StreamID { StreamID("learner", learner.text) }

    package func subject(of state: Skills.State) throws(Rejection) -> Learner {
        guard let found = state.learner else { throw SkillsRefusal.learnerUnknown(learner) }
        return found
    }

    package struct Facts: Sendable {
        /// A course she is on whose exam is not closed.
        package let open: CourseID?
    }

    package func place(_ known: Learner, _ facts: Facts) -> DivisionID? { known.place }

    package func decide(_ known: Learner, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Skills>] {
        guard !known.isErased else { throw SkillsRefusal.learnerErased(learner) }
        if let open = facts.open { throw SkillsRefusal.courseOpen(open) }
        return [LearnerErased(learner: learner, place: known.place)]
    }
}

/// What is personal of a learner is destroyed; every count stands.
package struct LearnerErased: SkillsEvent {
    package let learner: LearnerID
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(learner: pass.value("learner", \.learner), place: pass.value("place", \.place))
    }

    package static let name = "learnerErased"

    package var erased: DataSubject? { DataSubject(ofLearner: learner) }

    package func change(_ state: inout Skills.State, at instant: Instant) { state.learner?.isErased = true }
}
