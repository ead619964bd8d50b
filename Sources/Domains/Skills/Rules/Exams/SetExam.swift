package import Kernel
package import Storage

/// Sets the exam and its two examiners: two persons with accounts of their own to sign with, who taught nothing of the course
/// and are not paid by who trains.
package struct SetExam: CourseVerb {
    package let course: CourseID
    package let at: Instant
    package let first: TrainerID
    package let second: TrainerID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            course: pass.value("course", \.course), at: pass.value("at", \.at), first: pass.value("first", \.first),
            second: pass.value("second", \.second))
    }

    package static let name = "setExam"
    package static var title: Message { SkillsText.setExam }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let reaches: [String: DateReach] = ["at": .years(back: 1, ahead: 2)]
    package static let refusals: [SkillsRefusal] = [
        .courseUnknown, .courseNotApproved, .marksEntered, .examTooEarly, .oneExaminer, .examinerUnknown,
        .mayNotExamine, .examinerTaught, .examinerOfProvider, .examinerWithoutAccount,
    ]

    package struct Facts: Sendable {
        package let examiners: [TrainerID: Trainer]
    }

    package func decide(_ subject: Course, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Skills>]
    {
        guard subject.isApproved, let ends = subject.ends else { throw SkillsRefusal.courseNotApproved(course) }
        guard subject.exam?.marks.isEmpty ?? true else { throw SkillsRefusal.marksEntered() }
        guard at >= ends else { throw SkillsRefusal.examTooEarly(ends) }
        guard first != second else { throw SkillsRefusal.oneExaminer() }
        var persons: [PersonID] = []
        for (field, id) in [("first", first), ("second", second)] {
            guard let examiner = facts.examiners[id], !examiner.isErased else {
                throw SkillsRefusal.examinerUnknown.at(field, id)
            }
            guard examiner.mayExamine else { throw SkillsRefusal.mayNotExamine.at(field, id) }
            guard !subject.teachers.contains(id) else { throw SkillsRefusal.examinerTaught.at(field, id) }
            guard examiner.body != subject.plan.provider else { throw SkillsRefusal.examinerOfProvider.at(field, id) }
            guard let person = examiner.person else { throw SkillsRefusal.examinerWithoutAccount.at(field, id) }
            persons.append(person)
        }
        guard Set(persons).count == 2 else { throw SkillsRefusal.oneExaminer() }
        return [
            ExamSet(
                course: course, place: subject.place, exam: at, first: first, second: second,
                firstPerson: persons[0], secondPerson: persons[1])
        ]
    }
}

/// An exam has its time and its examiners.
package struct ExamSet: SkillsEvent {
    package let course: CourseID
    package let place: DivisionID
    package let exam: Instant
    package let first: TrainerID
    package let second: TrainerID
    /// As whom they sign in; absent of exams that were set before examiners signed.
    package var firstPerson: PersonID?
    package var secondPerson: PersonID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            course: pass.value("course", \.course), place: pass.value("place", \.place),
            exam: pass.value("exam", \.exam), first: pass.value("first", \.first),
            second: pass.value("second", \.second), firstPerson: pass.optional("firstPerson", \.firstPerson),
            secondPerson: pass.optional("secondPerson", \.secondPerson))
    }

    package static let name = "examSet"

    package func change(_ state: inout Skills.State, at instant: Instant) {
        let persons = [firstPerson, secondPerson].compactMap { $0 }
        state.course?.exam = Exam(at: exam, examiners: [first, second], persons: persons)
    }
}
