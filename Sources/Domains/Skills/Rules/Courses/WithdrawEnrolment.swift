package import Kernel
package import Storage

/// Gives a seat back before the exam.
package struct WithdrawEnrolment: CourseVerb {
    package let course: CourseID
    package let learner: LearnerID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(course: pass.value("course", \.course), learner: pass.value("learner", \.learner))
    }

    package static let name = "withdrawEnrolment"
    package static var title: Message { SkillsText.withdrawEnrolment }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [SkillsRefusal] = [.courseUnknown, .notEnrolled, .marksEntered]

    package struct Facts: Sendable {
        package let learner: Learner?
    }

    package func place(_ course: Course, _ facts: Facts) -> DivisionID? { facts.learner?.place ?? course.place }

    package func holder(_ course: Course, _ facts: Facts, _ context: Context) -> PersonID? { PersonID(learner.text) }

    package func decide(_ subject: Course, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Skills>]
    {
        guard subject.enrolled.contains(learner) else { throw SkillsRefusal.notEnrolled(learner) }
        guard subject.exam?.marks.isEmpty ?? true else { throw SkillsRefusal.marksEntered() }
        return [EnrolmentWithdrawn(course: course, place: subject.place, learner: learner)]
    }
}

/// A seat is free again; what she attended stays in the log.
package struct EnrolmentWithdrawn: SkillsEvent {
    package let course: CourseID
    package let place: DivisionID
    package let learner: LearnerID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            course: pass.value("course", \.course), place: pass.value("place", \.place),
            learner: pass.value("learner", \.learner))
    }

    package static let name = "enrolmentWithdrawn"

    package func change(_ state: inout Skills.State, at instant: Instant) {
        state.course?.enrolled.remove(learner)
        state.course?.attended[learner] = nil
    }
}
