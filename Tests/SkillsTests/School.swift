import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Skills

/// A county with a village, trainers of two bodies, and a course that can be walked through to its certificates.
final class School {
    static let county: DivisionID = named("county")
    static let village: DivisionID = named("village")
    static let provider = "County Vocational School"
    let runner: ModuleRunner<Skills>
    let opening: Instant

    static func named<Named>(_ text: String) -> Identifier<Named> { Identifier(text) ?? .example }

    static func agent(_ person: String = "li") -> Principal { officer(person, .stationAgent) }
    static func reviewer(_ person: String = "wang") -> Principal { officer(person, .stationReviewer) }

    static func officer(_ person: String, _ role: Role) -> Principal {
        Principal(person: named(person), role: role, office: named("office"), division: county)
    }

    static func herself(_ number: Int) -> Principal {
        Principal(person: named("learner-\(number)x"), role: .villager, office: named("home"), division: village)
    }

    /// The name of a learner, and of the account she signs in with.
    static func learner(_ number: Int) -> LearnerID { named("learner-\(number)x") }
    static func trainer(_ name: String) -> TrainerID { named("trainer-\(name)") }
    static let course: CourseID = named("course-a")

    init(now: String = "2026-03-02T08:00:00+08:00") throws {
        let database = try temporaryDatabase(Registry.migrations + Skills.migrations)
        try database.write { tx in
            try tx.run(
                """
                INSERT INTO division (id, path, level, kind, name, code, opened)
                VALUES (\(Self.county), '/c/', 'province', 'village', 'c', '14', '2017-01-01')
                """)
            try tx.run(
                """
                INSERT INTO division (id, parent, path, level, kind, name, code, opened)
                VALUES (\(Self.village), \(Self.county), '/c/v/', 'village', 'village', 'v', '140404101001',
                    '2017-01-01')
                """)
        }
        for (name, role) in [("x", "villager"), ("y", "stationReviewer"), ("w", "villager"), ("adm", "administrator")] {
            try database.write { tx in
                try tx.run(
                    """
                    INSERT INTO office (id, role, division, person, title, is_open)
                    VALUES (\("office-" + name), \(role), \(Self.county), \("examiner-" + name), \(name), 1)
                    """)
            }
        }
        opening = try #require(Instant(now))
        runner = ModuleRunner(database, now: opening)
        for (name, body, mayExamine) in [
            ("a", Self.provider, false), ("b", Self.provider, true), ("x", "Skills Office", true),
            ("y", "Skills Office", true), ("z", "Skills Office", false),
        ] {
            try runner.give(
                RegisterTrainer(
                    trainer: Self.trainer(name), place: Self.county, name: Personal(name, of: .example), body: body,
                    mayExamine: mayExamine), by: Self.agent())
        }
        for name in ["x", "y"] { try runner.give(Self.account(name), by: Self.agent()) }
    }

    /// Under which account an examiner signs.
    static func account(_ name: String, as account: String? = nil) -> NameTrainerAccount {
        NameTrainerAccount(trainer: trainer(name), account: named("office-" + (account ?? name)))
    }

    static func examiner(_ name: String) -> Principal {
        Principal(person: named("examiner-" + name), role: .villager, office: named("office-" + name), division: county)
    }

    func signature(_ marks: [(Int, Int64)]) -> SignMarks {
        let points = Dictionary(uniqueKeysWithValues: marks.map { (Self.learner($0.0), $0.1) })
        return SignMarks(course: Self.course, digest: Exam.digest(of: points, on: Self.course))
    }

    /// Both examiners sign the marks as the page shows them.
    func sign() throws {
        let digest = try runner.database.read { try SkillsQueries.digestOfMarks(on: Self.course, in: $0) }
        for name in ["x", "y"] {
            try runner.give(SignMarks(course: Self.course, digest: digest), by: Self.examiner(name))
        }
    }

    static func number(_ number: Int, born: String = "19800101") throws -> IdentityNumber {
        let serial = String(1_000 + number).suffix(3)
        return try #require(IdentityNumber.completing("140404\(born)\(serial)"))
    }

    func registration(_ number: Int, name: String? = nil, born: String = "19800101", place: DivisionID? = nil) throws
        -> RegisterLearner
    {
        RegisterLearner(
            learner: Self.learner(number), place: place ?? Self.village,
            name: Personal(name ?? "学员\(number)", of: .example),
            identityNumber: Personal(try Self.number(number, born: born), of: .example), hasConsented: true)
    }

    func register(_ numbers: ClosedRange<Int>) throws {
        for number in numbers { try runner.give(try registration(number), by: Self.agent()) }
    }

    static func plan(
        _ course: CourseID = course, kind: CertificateKind = .skillLevel, occupation: Occupation = .heightWork,
        level: Int64? = 5, seats: Int64 = 3, years: Int64 = 3
    ) -> PlanCourse {
        PlanCourse(
            course: course, place: county,
            plan: CoursePlan(
                title: "Work at height", provider: provider, kind: kind, occupation: occupation, level: level,
                seats: seats, years: years))
    }

    /// Six hours from nine o'clock, so many days after the opening: eight class hours.
    func session(
        _ day: Int, of course: CourseID = course, teacher: String = "a", room: String = "Hall 1", seats: Int64 = 40,
        isPractice: Bool = true, hours: Int64 = 6
    ) -> PlanSession {
        let start = opening.adding(days: Int64(day)).adding(seconds: 3_600)
        return PlanSession(
            course: course,
            session: SessionPlan(
                start: start, end: start.adding(seconds: hours * 3_600), room: room, seats: seats,
                teacher: Self.trainer(teacher), isPractice: isPractice))
    }

    /// Five days of six hours: 40 class hours, four of them practice.
    func planWhole() throws {
        try runner.give(Self.plan(), by: Self.agent())
        for day in 1...5 { try runner.give(session(day, isPractice: day > 1), by: Self.agent()) }
    }

    func approve() throws {
        try planWhole()
        try runner.give(ApproveCourse(course: Self.course), by: Self.reviewer())
    }

    func enrol(_ numbers: ClosedRange<Int>) throws {
        for number in numbers {
            try runner.give(Enrol(course: Self.course, learner: Self.learner(number)), by: Self.agent())
        }
    }

    /// Everybody of `numbers` comes to every session, one minute after another.
    func attend(_ numbers: ClosedRange<Int>, days: ClosedRange<Int> = 1...5) throws {
        for day in days {
            for number in numbers {
                runner.now = opening.adding(days: Int64(day)).adding(seconds: 3_600 + Int64(number) * 60)
                try runner.give(
                    SignIn(course: Self.course, session: Int64(day), learner: Self.learner(number)), by: Self.agent())
            }
        }
    }

    func setExam() throws {
        let at = opening.adding(days: 6)
        try runner.give(
            SetExam(course: Self.course, at: at, first: Self.trainer("x"), second: Self.trainer("y")), by: Self.agent())
        runner.now = at.adding(seconds: 7_200)
    }

    /// A whole course with learners 1 and 2; 1 passed, 2 failed.
    func finish() throws {
        try register(1...2)
        try approve()
        try enrol(1...2)
        try attend(1...2)
        try setExam()
        try runner.give(
            EnterMarks(
                course: Self.course,
                marks: [Mark(learner: Self.learner(1), points: 60), Mark(learner: Self.learner(2), points: 59)]),
            by: Self.agent())
        try sign()
        try runner.give(CloseExam(course: Self.course), by: Self.reviewer())
    }

    @discardableResult func issue(_ number: Int = 1, as id: String = "cert-1x") throws -> CertificateIssued {
        let command = IssueCertificate(
            certificate: Self.named(id), course: Self.course, learner: Self.learner(number))
        return try #require(try runner.give(command, by: Self.reviewer()).first as? CertificateIssued)
    }

    func line(_ id: String = "cert-1x") throws -> CertificateLine {
        try #require(try runner.database.read { try SkillsQueries.findCertificate(Self.named(id), in: $0) })
    }
}
