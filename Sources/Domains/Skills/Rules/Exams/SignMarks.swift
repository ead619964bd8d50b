package import Kernel
package import Storage

/// An examiner signs the marks as they stand: with her own account, and the list she saw and no other. No desk does it for her.
package struct SignMarks: CourseVerb {
    package let course: CourseID
    /// Of the marks as the examiner saw them; made by the program.
    package let digest: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(course: pass.value("course", \.course), digest: pass.value("digest", \.digest))
    }

    package static let name = "signMarks"
    package static var title: Message { ExamText.signMarks }
    package static let access: Access = [
        .mine(
            .villageClerk, .villageAccountant, .stationAgent, .stationReviewer, .countyOfficer, .countyReleaser,
            .supervisor, .bidder, .villager)
    ]
    package static let refusals: [SkillsRefusal] = [
        .courseUnknown, .noExam, .notExaminer, .examClosed, .marksMissing, .signedAlready, .marksChanged,
    ]

    package func holder(_ subject: Course, _ facts: NoFacts, _ context: Context) -> PersonID? {
        subject.exam?.examiner(signingInAs: context.principal.person) == nil ? nil : context.principal.person
    }

    package func decide(_ subject: Course, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        guard let exam = subject.exam else { throw SkillsRefusal.noExam() }
        guard let examiner = exam.examiner(signingInAs: context.principal.person) else {
            throw SkillsRefusal.notExaminer()
        }
        guard !exam.isClosed else { throw SkillsRefusal.examClosed() }
        guard !exam.marks.isEmpty else { throw SkillsRefusal.marksMissing() }
        guard !exam.signed.contains(examiner) else { throw SkillsRefusal.signedAlready() }
        guard digest == Exam.digest(of: exam.marks, on: course) else { throw SkillsRefusal.marksChanged() }
        return [MarksSigned(course: course, place: subject.place, examiner: examiner, digest: digest)]
    }
}

/// An examiner stands for the marks of that digest.
package struct MarksSigned: SkillsEvent {
    package let course: CourseID
    package let place: DivisionID
    package let examiner: TrainerID
    package let digest: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            course: pass.value("course", \.course), place: pass.value("place", \.place),
            examiner: pass.value("examiner", \.examiner), digest: pass.value("digest", \.digest))
    }

    package static let name = "marksSigned"

    package func change(_ state: inout Skills.State, at instant: Instant) {
        state.course?.exam?.signed.insert(examiner)
    }
}
