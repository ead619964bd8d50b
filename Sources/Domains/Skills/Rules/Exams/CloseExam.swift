package import Kernel
package import Storage

/// Closes the sheet of marks: somebody else than who entered them, once both examiners have signed it. Nothing is changed
/// after it.
package struct CloseExam: CourseVerb {
    package let course: CourseID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(course: pass.value("course", \.course)) }

    package static let name = "closeExam"
    package static var title: Message { SkillsText.closeExam }
    package static let access: Access = [.own(.stationAgent, .stationReviewer, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [
        .courseUnknown, .noExam, .examClosed, .marksMissing, .ownMarks, .signatureMissing,
    ]

    package struct Facts: Sendable {
        /// The covered name of each examiner.
        package let names: [TrainerID: String]
    }

    package func decide(_ subject: Course, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        guard let exam = subject.exam else { throw SkillsRefusal.noExam() }
        guard !exam.isClosed else { throw SkillsRefusal.examClosed() }
        guard !exam.marks.isEmpty, let marker = exam.marker else { throw SkillsRefusal.marksMissing() }
        guard marker != context.principal.person else { throw SkillsRefusal.ownMarks() }
        guard exam.missing.isEmpty else {
            let names = exam.missing.map { "\(facts.names[$0] ?? "") (\($0))" }
            throw SkillsRefusal.signatureMissing(names.joined(separator: ", "))
        }
        let pass = TrainingRules(on: exam.at.date)[.passPoints]
        let passed = exam.marks.filter { $0.value >= pass }.map(\.key).sorted()
        return [ExamClosed(course: course, place: subject.place, passed: passed)]
    }
}

/// Who passed is certain.
package struct ExamClosed: SkillsEvent {
    package let course: CourseID
    package let place: DivisionID
    package let passed: [LearnerID]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            course: pass.value("course", \.course), place: pass.value("place", \.place),
            passed: pass.values("passed", \.passed))
    }

    package static let name = "examClosed"

    package func change(_ state: inout Skills.State, at instant: Instant) {
        state.course?.exam?.isClosed = true
        state.course?.exam?.passed = Set(passed)
    }
}
