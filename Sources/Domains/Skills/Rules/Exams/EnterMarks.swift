package import Kernel
package import Storage

/// Enters the points of everybody who sat the exam; again and again until somebody else closes it. What an examiner has
/// signed is no longer signed once a mark is another.
package struct EnterMarks: CourseVerb {
    package let course: CourseID
    package let marks: [Mark]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(course: pass.value("course", \.course), marks: pass.list("marks", \.marks, max: 500))
    }

    package static let name = "enterMarks"
    package static var title: Message { SkillsText.enterMarks }
    package static let access: Access = [.own(.stationAgent, .stationReviewer, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [
        .courseUnknown, .noExam, .examClosed, .examToCome, .marksMissing, .notEnrolled, .markedTwice, .attendanceShort,
    ]

    package func decide(_ subject: Course, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        guard let exam = subject.exam else { throw SkillsRefusal.noExam() }
        guard !exam.isClosed else { throw SkillsRefusal.examClosed() }
        guard context.now >= exam.at else { throw SkillsRefusal.examToCome(exam.at) }
        guard !marks.isEmpty else { throw SkillsRefusal.marksMissing() }
        let percent = TrainingRules(on: exam.at.date)[.attendancePercent]
        var seen: Set<LearnerID> = []
        for (number, mark) in marks.enumerated() {
            let field = "marks[\(number)].learner"
            guard subject.enrolled.contains(mark.learner) else {
                throw SkillsRefusal.notEnrolled.at(field, mark.learner)
            }
            guard seen.insert(mark.learner).inserted else { throw SkillsRefusal.markedTwice.at(field, mark.learner) }
            guard subject.isReady(mark.learner, percent: percent) else {
                throw SkillsRefusal.attendanceShort.at(field, mark.learner, percent)
            }
        }
        let entered = Dictionary(marks.map { ($0.learner, $0.points) }) { $1 }
        return [
            MarksEntered(
                course: course, place: subject.place, marks: marks, marker: context.principal.person,
                voidsSignatures: !exam.signed.isEmpty && entered != exam.marks)
        ]
    }
}

/// Points stand on the sheet, until it is closed.
package struct MarksEntered: SkillsEvent {
    package let course: CourseID
    package let place: DivisionID
    package let marks: [Mark]
    package let marker: PersonID
    /// Whether an examiner had signed other marks: nobody has then signed these.
    package var voidsSignatures = false

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            course: pass.value("course", \.course), place: pass.value("place", \.place),
            marks: pass.list("marks", \.marks, max: 500), marker: pass.value("marker", \.marker),
            voidsSignatures: pass.value("voidsSignatures", \.voidsSignatures, standard: false))
    }

    package static let name = "marksEntered"

    package func change(_ state: inout Skills.State, at instant: Instant) {
        state.course?.exam?.marks = Dictionary(marks.map { ($0.learner, $0.points) }) { $1 }
        state.course?.exam?.marker = marker
        if voidsSignatures { state.course?.exam?.signed = [] }
    }
}
