import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Skills

@Suite("Two examiners sign the marks with their own accounts") struct ExaminerTests {
    @Test("An account is one person's, open, able to sign, and named by somebody else")
    func accounts() throws {
        let school = try School()
        let li = School.agent()
        school.runner.expectRefusal(.trainerUnknown, School.account("none"), by: li)
        school.runner.expectRefusal(.accountUnknown, School.account("z", as: "nobody"), by: li)
        school.runner.expectRefusal(.accountUnknown, School.account("z", as: "adm"), by: li)
        school.runner.expectRefusal(.accountTaken, School.account("z", as: "x"), by: li)
        school.runner.expectRefusal(.ownAccount, School.account("z", as: "w"), by: School.examiner("w"))
        try school.runner.database.write { try $0.run("UPDATE office SET is_open = 0 WHERE id = 'office-w'") }
        school.runner.expectRefusal(.accountUnknown, School.account("z", as: "w"), by: li)
        try school.runner.database.write { try $0.run("UPDATE office SET is_open = 1 WHERE id = 'office-w'") }
        try school.runner.give(School.account("z", as: "w"), by: li)
        let named = try #require(school.runner.all(TrainerAccountNamed.self).last)
        #expect(named.person == School.examiner("w").person && named.account == School.examiner("w").office)
        // Her own again is no conflict.
        try school.runner.give(School.account("z", as: "w"), by: li)
    }

    @Test("An examiner without an account cannot be set; the exam keeps as whom the two sign in")
    func plan() throws {
        let school = try School()
        try school.approve()
        let at = school.opening.adding(days: 6)
        try school.runner.give(
            RegisterTrainer(
                trainer: School.trainer("v"), place: School.county, name: Personal("v", of: .example),
                body: "Skills Office", mayExamine: true), by: School.agent())
        school.runner.expectRefusal(
            .examinerWithoutAccount,
            SetExam(course: School.course, at: at, first: School.trainer("x"), second: School.trainer("v")),
            by: School.agent())
        try school.setExam()
        let exam = try #require(school.runner.all(ExamSet.self).last)
        #expect([exam.firstPerson, exam.secondPerson] == ["x", "y"].map { School.examiner($0).person })
        #expect(SetExam.refusals.contains { $0.number == SkillsRefusal.examinerWithoutAccount.number })
    }

    private func marked(_ points: [(Int, Int64)] = [(1, 70), (2, 80)]) throws -> School {
        let school = try School()
        try school.register(1...2)
        try school.approve()
        try school.enrol(1...2)
        try school.attend(1...2)
        try school.setExam()
        try enter(points, school)
        return school
    }

    private func enter(_ points: [(Int, Int64)], _ school: School, by person: String = "li") throws {
        try school.runner.give(
            EnterMarks(
                course: School.course, marks: points.map { Mark(learner: School.learner($0.0), points: $0.1) }),
            by: School.agent(person))
    }

    private let close = CloseExam(course: School.course)

    @Test("Closing waits for both signatures and says whose is missing; each examiner signs once, and nobody else does")
    func signatures() throws {
        let school = try marked()
        let sheet = school.signature([(2, 80), (1, 70)])
        func missing() throws -> String {
            let rejection = #expect(throws: Rejection.self) { try school.runner.give(close, by: School.reviewer()) }
            #expect(rejection?.number == SkillsRefusal.signatureMissing.number)
            return try Language.english(#require(rejection).text)
        }
        let both = try missing()
        #expect(both.contains("trainer-x") && both.contains("trainer-y"))
        school.runner.expectRefusal(.notExaminer, sheet, by: School.examiner("w"))
        school.runner.expectRefusal(.notExaminer, sheet, by: School.agent())
        school.runner.expectRefusal(.marksChanged, school.signature([(1, 71), (2, 80)]), by: School.examiner("x"))
        try school.runner.give(sheet, by: School.examiner("x"))
        school.runner.expectRefusal(.signedAlready, sheet, by: School.examiner("x"))
        let one = try missing()
        #expect(one.contains("trainer-y") && !one.contains("trainer-x"))
        try school.runner.give(sheet, by: School.examiner("y"))
        try school.runner.give(close, by: School.reviewer())
        school.runner.expectRefusal(.examClosed, sheet, by: School.examiner("y"))
        #expect(school.runner.all(MarksSigned.self).map(\.examiner) == ["x", "y"].map(School.trainer))
        #expect(Set(school.runner.all(MarksSigned.self).map(\.digest)).count == 1)
    }

    @Test("A mark changed after a signature voids both and is to be seen; the same marks entered again void nothing")
    func changed() throws {
        let school = try marked()
        try school.sign()
        try enter([(2, 80), (1, 70)], school)
        #expect(school.runner.all(MarksEntered.self).map(\.voidsSignatures) == [false, false])
        try enter([(1, 70), (2, 90)], school, by: "zhao")
        #expect(school.runner.all(MarksEntered.self).map(\.voidsSignatures) == [false, false, true])
        school.runner.expectRefusal(.signatureMissing, close, by: School.reviewer())
        let line = try #require(
            school.runner.database.read { try SkillsQueries.findCourse(School.course, in: $0) })
        #expect(line.voided == 1 && line.voidedAt == school.runner.now && line.signed == [nil, nil])
        school.runner.expectRefusal(.marksChanged, school.signature([(1, 70), (2, 80)]), by: School.examiner("x"))
        try school.sign()
        try school.runner.give(close, by: School.reviewer())
        #expect(try school.found(.marks).isEmpty)
    }

    @Test("An exam of before examiners signed is read from its leaf and closed as it was")
    func old() throws {
        let leaf: JSON = [
            "course": "course-a", "place": "county", "exam": Instant.example.field, "first": "trainer-x",
            "second": "trainer-y",
        ]
        let read = try ExamSet.read(leaf)
        #expect(read.firstPerson == nil && JSON.object(read.openFields) == leaf)
        var exam = Exam(at: .example, examiners: [School.trainer("x"), School.trainer("y")])
        exam.marks = [School.learner(1): 70]
        exam.marker = School.agent().person
        var course = Course(
            id: School.course, place: School.county, plan: School.plan().plan, planner: School.agent().person)
        course.exam = exam
        let context = Context(
            now: .example, principal: School.reviewer(), calendar: .announced, sequence: 1, marks: .practice)
        #expect(exam.missing.isEmpty)
        #expect(try close.decide(course, .init(names: [:]), context).count == 1)
        #expect(SignMarks(course: School.course, digest: "").holder(course, NoFacts(), context) == nil)
    }

    @Test("The digest is of the marks and their course, in whatever order they were entered")
    func digest() {
        let one = [School.learner(1): Int64(70), School.learner(2): 80]
        #expect(Exam.digest(of: one, on: School.course) == Exam.digest(of: one.filter { _ in true }, on: School.course))
        #expect(Exam.digest(of: one, on: School.course) != Exam.digest(of: one, on: School.named("course-b")))
        #expect(
            Exam.digest(of: one, on: School.course)
                != Exam.digest(of: one.mapValues { $0 + 1 }, on: School.course))
        #expect(Exam.digest(of: one, on: School.course).utf8.count == 64)
    }

    @Test("The name of a trainer is destroyed when no course of theirs is open; they teach and examine no more")
    func erasure() throws {
        let school = try School()
        let erase = { EraseTrainer(trainer: School.trainer($0)) }
        school.runner.expectRefusal(.trainerUnknown, erase("none"), by: School.reviewer())
        try school.register(1...2)
        try school.approve()
        school.runner.expectRefusal(.stillTeaches, erase("a"), by: School.reviewer())
        try school.enrol(1...2)
        try school.attend(1...2)
        try school.setExam()
        school.runner.expectRefusal(.stillTeaches, erase("x"), by: School.reviewer())
        try school.runner.give(erase("z"), by: School.reviewer())
        school.runner.expectRefusal(.trainerErased, erase("z"), by: School.reviewer())
        school.runner.expectRefusal(.trainerErased, School.account("z", as: "w"), by: School.agent())
        let known = try school.runner.database.read { try SkillsQueries.findTrainer(School.trainer("z"), in: $0) }
        #expect(known?.name == SkillsText.masked(nil) && known?.account == nil && known?.trainer.isErased == true)
        #expect(school.runner.all(TrainerErased.self).map(\.erased) == [DataSubject(ofTrainer: School.trainer("z"))])
    }
}
