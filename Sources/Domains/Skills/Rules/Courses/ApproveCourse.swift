package import Kernel
package import Storage

/// Lets people enrol; somebody else than who planned the course looks at hours and practice first.
package struct ApproveCourse: CourseVerb {
    package let course: CourseID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(course: pass.value("course", \.course)) }

    package static let name = "approveCourse"
    package static var title: Message { SkillsText.approveCourse }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [
        .courseUnknown, .courseApproved, .ownCourse, .noSessions, .tooFewHours, .tooLittlePractice,
    ]

    package func decide(_ subject: Course, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        guard !subject.isApproved else { throw SkillsRefusal.courseApproved(course) }
        guard subject.planner != context.principal.person else { throw SkillsRefusal.ownCourse() }
        guard !subject.sessions.isEmpty else { throw SkillsRefusal.noSessions() }
        let rules = TrainingRules(on: context.now.date)
        if let level = subject.plan.level {
            let hours = rules[level >= 5 ? .juniorHours : .higherHours]
            guard subject.minutes >= hours * rules[.classMinutes] else {
                throw SkillsRefusal.tooFewHours(hours, subject.minutes / rules[.classMinutes])
            }
            let percent = rules[.practicePercent]
            guard subject.practiceMinutes * 100 >= subject.minutes * percent else {
                throw SkillsRefusal.tooLittlePractice(percent)
            }
        }
        return [CourseApproved(course: course, place: subject.place)]
    }
}

/// People can enrol.
package struct CourseApproved: SkillsEvent {
    package let course: CourseID
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(course: pass.value("course", \.course), place: pass.value("place", \.place))
    }

    package static let name = "courseApproved"

    package func change(_ state: inout Skills.State, at instant: Instant) { state.course?.isApproved = true }
}
