package import Kernel
package import Storage

/// Gives somebody a seat of a course, by a desk or by herself.
package struct Enrol: CourseVerb {
    package let course: CourseID
    package let learner: LearnerID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(course: pass.value("course", \.course), learner: pass.value("learner", \.learner))
    }

    package static let name = "enrol"
    package static var title: Message { SkillsText.enrol }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [SkillsRefusal] = [
        .courseUnknown, .courseNotApproved, .courseBegun, .learnerUnknown, .learnerErased, .enrolledAlready,
        .courseFull, .coursesOverlap,
    ]

    package struct Facts: Sendable {
        package let learner: Learner?
        /// Another course of hers with a session at the same time.
        package let overlapping: CourseID?
    }

    /// A village's clerk enrols the village's people, wherever the course is held.
    package func place(_ course: Course, _ facts: Facts) -> DivisionID? { facts.learner?.place ?? course.place }

    package func holder(_ course: Course, _ facts: Facts, _ context: Context) -> PersonID? { PersonID(learner.text) }

    package func decide(_ subject: Course, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Skills>]
    {
        guard subject.isApproved else { throw SkillsRefusal.courseNotApproved(course) }
        guard let starts = subject.starts, context.now < starts else { throw SkillsRefusal.courseBegun(course) }
        guard let known = facts.learner else { throw SkillsRefusal.learnerUnknown(learner) }
        guard !known.isErased else { throw SkillsRefusal.learnerErased(learner) }
        guard !subject.enrolled.contains(learner) else { throw SkillsRefusal.enrolledAlready() }
        guard Int64(subject.enrolled.count) < subject.plan.seats else {
            throw SkillsRefusal.courseFull(subject.plan.seats)
        }
        if let other = facts.overlapping { throw SkillsRefusal.coursesOverlap(other) }
        return [LearnerEnrolled(course: course, place: subject.place, learner: learner)]
    }
}

/// Somebody has a seat of a course.
package struct LearnerEnrolled: SkillsEvent {
    package let course: CourseID
    package let place: DivisionID
    package let learner: LearnerID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            course: pass.value("course", \.course), place: pass.value("place", \.place),
            learner: pass.value("learner", \.learner))
    }

    package static let name = "learnerEnrolled"

    package func change(_ state: inout Skills.State, at instant: Instant) { state.course?.enrolled.insert(learner) }
}
