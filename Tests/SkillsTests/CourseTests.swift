import Kernel
import Storage
import TestSupport
import Testing

@testable import Skills

@Suite("Courses, attendance, exams") struct CourseTests {
    @Test("A learner is registered once, grown up, asked, and named nowhere but under seal")
    func learners() throws {
        let school = try School()
        let li = School.agent()
        func refuse(_ refusal: SkillsRefusal, _ command: RegisterLearner) {
            school.runner.expectRefusal(refusal, command, by: li)
        }
        refuse(.placeUnknown, try school.registration(1, place: School.named("nowhere")))
        refuse(.nameMissing, try school.registration(1, name: " "))
        refuse(.tooYoung, try school.registration(1, born: "20100303"))
        var without = try school.registration(1)
        without.identityNumber = nil
        refuse(.numberMissing, without)
        let asked = try school.registration(1)
        refuse(
            .consentMissing,
            RegisterLearner(
                learner: nil, place: School.village, name: asked.name, identityNumber: asked.identityNumber,
                hasConsented: false))
        try school.runner.give(try school.registration(1, name: "张小丽", born: "20100302"), by: li)
        refuse(.learnerKnown, try school.registration(1))
        var twice = try school.registration(1, born: "20100302")
        twice.learner = School.named("other")
        refuse(.personKnown, twice)
        let line = try #require(
            try school.runner.database.read { try SkillsQueries.findLearner(School.learner(1), in: $0) })
        #expect(line.name == "张*丽")
    }

    @Test("A trainer and a course are entered whole, once, at a known place")
    func plans() throws {
        let school = try School()
        let li = School.agent()
        func trainer(_ id: String, _ name: String, _ body: String, _ place: DivisionID = School.county)
            -> RegisterTrainer
        {
            RegisterTrainer(
                trainer: School.trainer(id), place: place, name: Personal(name, of: .example), body: body,
                mayExamine: true)
        }
        school.runner.expectRefusal(.placeUnknown, trainer("n", "n", "b", School.named("nowhere")), by: li)
        school.runner.expectRefusal(.trainerKnown, trainer("a", "n", "b"), by: li)
        school.runner.expectRefusal(.nameMissing, trainer("n", "", "b"), by: li)
        school.runner.expectRefusal(.bodyMissing, trainer("n", "n", " "), by: li)
        func course(_ title: String, _ provider: String, _ place: DivisionID = School.county) -> PlanCourse {
            PlanCourse(
                course: School.named("n"), place: place,
                plan: CoursePlan(
                    title: title, provider: provider, kind: .training, occupation: .cook, seats: 5, years: 0))
        }
        school.runner.expectRefusal(.placeUnknown, course("t", "p", School.named("nowhere")), by: li)
        school.runner.expectRefusal(.titleMissing, course(" ", "p"), by: li)
        school.runner.expectRefusal(.bodyMissing, course("t", " "), by: li)
        school.runner.expectRefusal(.levelMissing, School.plan(level: nil), by: li)
        school.runner.expectRefusal(.levelMissing, School.plan(kind: .singleSkill), by: li)
        school.runner.expectRefusal(.tooManySeats, School.plan(seats: 51), by: li)
        try school.runner.give(School.plan(seats: 50), by: li)
        school.runner.expectRefusal(.courseKnown, School.plan(), by: li)
        #expect(school.runner.all(CoursePlanned.self).map(\.planner) == [li.person])
    }

    @Test("One teacher and one room are at one place at a time; noon ends the morning")
    func sessions() throws {
        let school = try School()
        let li = School.agent()
        func refuse(_ refusal: SkillsRefusal, _ command: PlanSession) {
            school.runner.expectRefusal(refusal, command, by: li)
        }
        let other: CourseID = School.named("course-b")
        refuse(.courseUnknown, school.session(1))
        try school.runner.give(School.plan(), by: li)
        try school.runner.give(School.plan(other), by: li)
        refuse(.endsBeforeStart, school.session(1, hours: 0))
        refuse(.roomMissing, school.session(1, room: " "))
        refuse(.roomTooSmall, school.session(1, seats: 2))
        refuse(.teacherUnknown, school.session(1, teacher: "nobody"))
        try school.runner.give(school.session(1), by: li)
        refuse(.sessionsOverlap, school.session(1, teacher: "b", room: "Hall 2"))
        refuse(.teacherBusy, school.session(1, of: other, room: "Hall 2"))
        refuse(.roomBusy, school.session(1, of: other, teacher: "b"))
        try school.runner.give(school.session(1, of: other, teacher: "b", room: "Hall 2"), by: li)
        var next = school.session(1, of: other)
        next = PlanSession(
            course: other,
            session: SessionPlan(
                start: next.session.end, end: next.session.end.adding(seconds: 3_600), room: "Hall 1", seats: 40,
                teacher: School.trainer("a"), isPractice: false))
        try school.runner.give(next, by: li)
        #expect(school.runner.all(SessionPlanned.self).map(\.number) == [1, 1, 2])
    }

    @Test("Somebody else approves a course, with its hours and its practice")
    func approval() throws {
        let school = try School()
        let approve = ApproveCourse(course: School.course)
        school.runner.expectRefusal(.courseUnknown, approve, by: School.reviewer())
        try school.runner.give(School.plan(), by: School.agent())
        school.runner.expectRefusal(.noSessions, approve, by: School.reviewer())
        for day in 1...3 { try school.runner.give(school.session(day, isPractice: false), by: School.agent()) }
        school.runner.expectRefusal(.tooFewHours, approve, by: School.reviewer())
        for day in 4...5 { try school.runner.give(school.session(day, isPractice: true), by: School.agent()) }
        school.runner.expectRefusal(.tooLittlePractice, approve, by: School.reviewer())
        for day in 6...8 { try school.runner.give(school.session(day, isPractice: true), by: School.agent()) }
        school.runner.expectRefusal(.ownCourse, approve, by: School.officer("li", .countyOfficer))
        try school.runner.give(approve, by: School.reviewer())
        school.runner.expectRefusal(.courseApproved, approve, by: School.reviewer())
        school.runner.expectRefusal(.courseApproved, school.session(9), by: School.agent())
        #expect(school.runner.all(CourseApproved.self).count == 1)
    }

    @Test("Seats go to known people before the course begins, and never to more than there are")
    func enrolment() throws {
        let school = try School()
        try school.register(1...5)
        try school.planWhole()
        func enrol(_ number: Int, _ course: CourseID = School.course) -> Enrol {
            Enrol(course: course, learner: School.learner(number))
        }
        let li = School.agent()
        school.runner.expectRefusal(.courseUnknown, enrol(1, School.named("none")), by: li)
        school.runner.expectRefusal(.courseNotApproved, enrol(1), by: li)
        try school.runner.give(ApproveCourse(course: School.course), by: School.reviewer())
        school.runner.expectRefusal(.learnerUnknown, enrol(9), by: li)
        try school.runner.give(EraseLearner(learner: School.learner(5)), by: li)
        school.runner.expectRefusal(.learnerErased, enrol(5), by: li)
        try school.runner.give(enrol(1), by: School.herself(1))
        school.runner.expectRefusal(.enrolledAlready, enrol(1), by: li)
        try school.enrol(2...3)
        school.runner.expectRefusal(.courseFull, enrol(4), by: li)
        let withdraw = WithdrawEnrolment(course: School.course, learner: School.learner(3))
        try school.runner.give(withdraw, by: School.herself(3))
        school.runner.expectRefusal(.notEnrolled, withdraw, by: School.herself(3))
        school.runner.expectRefusal(
            .courseUnknown, WithdrawEnrolment(course: School.named("none"), learner: School.learner(3)), by: li)
        try school.enrol(4...4)
        let other: CourseID = School.named("course-b")
        try school.runner.give(School.plan(other, kind: .training, occupation: .cook, level: nil), by: li)
        try school.runner.give(school.session(3, of: other, teacher: "b", room: "Hall 2"), by: li)
        try school.runner.give(ApproveCourse(course: other), by: School.reviewer())
        school.runner.expectRefusal(.coursesOverlap, enrol(1, other), by: li)
        try school.runner.give(enrol(3, other), by: li)
        school.runner.now = school.opening.adding(days: 1).adding(seconds: 3_600)
        school.runner.expectRefusal(.courseBegun, enrol(3), by: li)
        #expect(school.runner.state(of: StreamID("course", "course-a")).course?.enrolled.count == 3)
    }

    @Test("Whose act it is: hers, or the desk's of her village; a sign-in is the desk's of the course")
    func ownership() throws {
        let school = try School()
        try school.register(1...1)
        try school.approve()
        let course = try #require(school.runner.state(of: StreamID("course", "course-a")).course)
        let context = Context(
            now: school.opening, principal: School.herself(1), calendar: .announced, sequence: 1, marks: .practice)
        let known = Learner(id: School.learner(1), place: School.village, born: nil)
        let enrol = Enrol(course: School.course, learner: School.learner(1))
        let facts = Enrol.Facts(learner: known, overlapping: nil)
        #expect(enrol.place(course, facts) == School.village)
        #expect(enrol.holder(course, facts, context) == School.herself(1).person)
        let withdraw = WithdrawEnrolment(course: School.course, learner: School.learner(1))
        #expect(withdraw.place(course, .init(learner: known)) == School.village)
        #expect(withdraw.holder(course, .init(learner: known), context) == School.herself(1).person)
        let signIn = SignIn(course: School.course, session: 1, learner: School.learner(1))
        #expect(signIn.place(course, .init(elsewhere: nil)) == School.county)
        #expect(signIn.holder(course, .init(elsewhere: nil), context) == School.herself(1).person)
        #expect(ApproveCourse(course: School.course).place(course, NoFacts()) == School.county)
    }
}

@Suite("Signing in and sitting the exam") struct AttendanceTests {
    @Test("Who is there signs in once, in the session's time; a list is typed in later by a desk alone")
    func signIns() throws {
        let school = try School()
        try school.register(1...3)
        try school.planWhole()
        let li = School.agent()
        let start = school.opening.adding(days: 1).adding(seconds: 3_600)
        func come(_ number: Int, _ session: Int64 = 1, at: Instant? = nil, photo: String? = nil) -> SignIn {
            SignIn(
                course: School.course, session: session, learner: School.learner(number), at: at,
                photo: photo.map { Personal($0, of: .example) })
        }
        school.runner.expectRefusal(
            .courseUnknown, SignIn(course: School.named("none"), session: 1, learner: School.learner(1)), by: li)
        school.runner.expectRefusal(.courseNotApproved, come(1), by: li)
        try school.runner.give(ApproveCourse(course: School.course), by: School.reviewer())
        try school.enrol(1...2)
        school.runner.now = start.adding(seconds: -1_801)
        school.runner.expectRefusal(.notInItsTime, come(1), by: li)
        school.runner.now = start.adding(seconds: -1_800)
        school.runner.expectRefusal(.sessionUnknown, come(1, 9), by: li)
        school.runner.expectRefusal(.notEnrolled, come(3), by: li)
        school.runner.expectRefusal(.photoUnreadable, come(1, photo: "none"), by: li)
        try school.runner.give(
            come(1, photo: String(repeating: "a", count: 64) + ":0123456789abcdef"), by: School.herself(1))
        school.runner.expectRefusal(.signedInAlready, come(1), by: li)
        school.runner.expectRefusal(.stillToCome, come(2, at: start), by: li)
        school.runner.now = start.adding(seconds: 6 * 3_600)
        school.runner.expectRefusal(.notInItsTime, come(2), by: li)
        school.runner.expectRefusal(.deskEntersLater, come(2, at: start), by: School.herself(2))
        try school.runner.give(come(2, at: start.adding(seconds: 60)), by: li)
        #expect(
            school.runner.all(LearnerSignedIn.self).map(\.came) == [
                start.adding(seconds: -1_800), start.adding(seconds: 60),
            ])
    }

    @Test("Nobody signs in to two courses at one time")
    func twoPlaces() throws {
        let school = try School()
        try school.register(1...1)
        let other: CourseID = School.named("course-b")
        try school.approve()
        try school.runner.give(School.plan(other, kind: .training, occupation: .cook, level: nil), by: School.agent())
        var late = school.session(1, of: other, teacher: "b", room: "Hall 2")
        let start = late.session.start.adding(seconds: 6 * 3_600)
        late = PlanSession(
            course: other,
            session: SessionPlan(
                start: start, end: start.adding(seconds: 3_600), room: "Hall 2", seats: 40,
                teacher: School.trainer("b"), isPractice: true))
        try school.runner.give(late, by: School.agent())
        try school.runner.give(ApproveCourse(course: other), by: School.reviewer())
        try school.enrol(1...1)
        try school.runner.give(Enrol(course: other, learner: School.learner(1)), by: School.agent())
        // She is signed in to the morning; the session after it is no conflict, a withdrawn overlap would be.
        school.runner.now = start
        try school.runner.give(
            SignIn(
                course: School.course, session: 1, learner: School.learner(1), at: start.adding(seconds: -3_600)),
            by: School.agent())
        try school.runner.give(
            SignIn(course: other, session: 1, learner: School.learner(1)), by: School.agent())
        let course = try #require(school.runner.state(of: StreamID("course", "course-b")).course)
        let principal = School.agent()
        let context = Context(
            now: start, principal: principal, calendar: .announced, sequence: 1, marks: .practice)
        var undone = course
        undone.attended = [:]
        let facts = SignIn.Facts(elsewhere: School.course)
        let rejection = #expect(throws: Rejection.self) {
            try SignIn(course: other, session: 1, learner: School.learner(1)).decide(undone, facts, context)
        }
        #expect(rejection?.number == SkillsRefusal.elsewhere.number)
    }

    @Test("Two examiners are two persons, neither teacher nor staff of the trainer")
    func examiners() throws {
        let school = try School()
        let li = School.agent()
        func exam(_ first: String, _ second: String, day: Int64 = 6) -> SetExam {
            SetExam(
                course: School.course, at: school.opening.adding(days: day), first: School.trainer(first),
                second: School.trainer(second))
        }
        school.runner.expectRefusal(.courseUnknown, exam("x", "y"), by: li)
        try school.planWhole()
        school.runner.expectRefusal(.courseNotApproved, exam("x", "y"), by: li)
        try school.runner.give(ApproveCourse(course: School.course), by: School.reviewer())
        school.runner.expectRefusal(.examTooEarly, exam("x", "y", day: 4), by: li)
        school.runner.expectRefusal(.oneExaminer, exam("x", "x"), by: li)
        school.runner.expectRefusal(.examinerUnknown, exam("x", "none"), by: li)
        school.runner.expectRefusal(.mayNotExamine, exam("x", "z"), by: li)
        school.runner.expectRefusal(.examinerOfProvider, exam("b", "x"), by: li)
        try school.runner.give(exam("x", "y"), by: li)
        #expect(school.runner.all(ExamSet.self).count == 1)
    }

    @Test("Who taught the course does not examine it, whoever pays")
    func teacherExamines() throws {
        let school = try School()
        try school.runner.give(School.plan(kind: .training, occupation: .cook, level: nil), by: School.agent())
        try school.runner.give(school.session(1, teacher: "x"), by: School.agent())
        try school.runner.give(ApproveCourse(course: School.course), by: School.reviewer())
        school.runner.expectRefusal(
            .examinerTaught,
            SetExam(
                course: School.course, at: school.opening.adding(days: 6), first: School.trainer("y"),
                second: School.trainer("x")), by: School.agent())
        #expect(school.runner.all(ExamSet.self).isEmpty)
    }

    @Test("Marks go to who attended; another person closes them, and nothing is changed after it")
    func marks() throws {
        let school = try School()
        let li = School.agent()
        func marks(_ numbers: [Int], _ points: Int64 = 80) -> EnterMarks {
            EnterMarks(
                course: School.course, marks: numbers.map { Mark(learner: School.learner($0), points: points) })
        }
        let close = CloseExam(course: School.course)
        school.runner.expectRefusal(.courseUnknown, marks([1]), by: li)
        school.runner.expectRefusal(.courseUnknown, close, by: li)
        try school.register(1...3)
        try school.approve()
        try school.enrol(1...3)
        try school.attend(1...2)
        try school.attend(3...3, days: 1...3)
        school.runner.expectRefusal(.noExam, marks([1]), by: li)
        school.runner.expectRefusal(.noExam, close, by: li)
        try school.setExam()
        let after = school.runner.now
        school.runner.now = after.adding(seconds: -7_201)
        school.runner.expectRefusal(.examToCome, marks([1]), by: li)
        school.runner.now = after
        school.runner.expectRefusal(.marksMissing, marks([]), by: li)
        school.runner.expectRefusal(.notEnrolled, marks([9]), by: li)
        school.runner.expectRefusal(.markedTwice, marks([1, 1]), by: li)
        school.runner.expectRefusal(.attendanceShort, marks([3]), by: li)
        school.runner.expectRefusal(.marksMissing, close, by: School.reviewer())
        try school.runner.give(marks([1, 2], 10), by: School.reviewer())
        try school.runner.give(marks([1]), by: li)
        school.runner.expectRefusal(.ownMarks, close, by: School.officer("li", .countyOfficer))
        for refused in [2, 3] {
            school.runner.expectRefusal(
                .marksEntered, WithdrawEnrolment(course: School.course, learner: School.learner(refused)), by: li)
        }
        school.runner.expectRefusal(
            .marksEntered,
            SignIn(
                course: School.course, session: 4, learner: School.learner(3),
                at: school.opening.adding(days: 4).adding(seconds: 3_600)), by: li)
        school.runner.expectRefusal(
            .marksEntered,
            SetExam(course: School.course, at: after, first: School.trainer("x"), second: School.trainer("y")), by: li)
        try school.sign()
        try school.runner.give(close, by: School.reviewer())
        school.runner.expectRefusal(.examClosed, marks([1]), by: li)
        school.runner.expectRefusal(.examClosed, close, by: School.reviewer())
        #expect(school.runner.all(ExamClosed.self).map(\.passed) == [[School.learner(1)]])
    }

    @Test("A share of exactly four fifths is enough, a session less is not")
    func share() throws {
        let school = try School()
        try school.register(1...2)
        try school.approve()
        try school.enrol(1...2)
        try school.attend(1...1, days: 1...4)
        try school.attend(2...2, days: 1...3)
        let course = try #require(school.runner.state(of: StreamID("course", "course-a")).course)
        #expect(course.isReady(School.learner(1), percent: 80))
        #expect(!course.isReady(School.learner(2), percent: 80))
    }
}
