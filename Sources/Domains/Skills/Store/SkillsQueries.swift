import Kernel
import Registry
import Storage

struct LearnerLine: Sendable {
    let learner: Learner
    /// Covered: the first and the last character.
    let name: String
}

struct TrainerLine: Sendable {
    let trainer: Trainer
    let name: String
    let account: OfficeID?
}

/// A course as everyone may see it.
struct CourseLine: Sendable {
    let id: CourseID
    let place: DivisionID
    let plan: CoursePlan
    let planner: PersonID
    let isApproved: Bool
    let enrolled: Int64
    let starts: Instant?
    let ends: Instant?
    let examAt: Instant?
    let examiners: [TrainerID]
    /// As whom the examiners sign in, in their order; empty where they sign nothing.
    let persons: [PersonID]
    /// When each examiner signed the marks as they stand.
    let signed: [Instant?]
    let markedBy: PersonID?
    let markedAt: Instant?
    /// How often marks were changed that an examiner had signed, and when the last time.
    let voided: Int64
    let voidedAt: Instant?
    let closedAt: Instant?

    var free: Int64 { plan.seats - enrolled }
}

struct SessionLine: Sendable {
    let number: Int64
    let start: Instant
    let end: Instant
    let room: String
    let isPractice: Bool
    let signedIn: Int64
}

/// One person on one course.
struct EnrolmentLine: Sendable {
    let course: CourseID
    let title: String
    let learner: LearnerID
    let name: String
    let minutes: Int64
    let points: Int64?
    let hasPassed: Bool?
    let starts: Instant?
    let certificate: CertificateID?
}

enum SkillsQueries {
    static func findLearner(_ id: LearnerID, in tx: any ReadTransaction) throws -> LearnerLine? {
        try tx.first("SELECT id, place, born, is_erased, display_name FROM skills_learner WHERE id = \(id)").map(
            learner)
    }

    private static func learner(_ row: Row) throws -> LearnerLine {
        var learner = Learner(id: try row.get(0), place: try row.get(1), born: try row.find(2))
        learner.isErased = try row.get(3, as: Int64.self) == 1
        return LearnerLine(learner: learner, name: try row.get(4))
    }

    /// Of a place and below, whose number or covered name holds the words; in order of their numbers.
    static func findLearners(_ words: String, within place: DivisionID, limit: Int, in tx: any ReadTransaction) throws
        -> [LearnerLine]
    {
        guard let path = try DivisionQueries.findPath(place, in: tx) else { return [] }
        let found = try tx.rows(
            """
            SELECT id, place, born, is_erased, display_name FROM skills_learner
            WHERE place IN (SELECT id FROM division WHERE \(DivisionQueries.within(path))) AND is_erased = 0
            ORDER BY place, id LIMIT 5000
            """
        ).map(learner)
        return Array(
            found.filter { words.isEmpty || $0.name.contains(words) || $0.learner.id.text.contains(words) }.prefix(
                limit))
    }

    static func findTrainer(_ id: TrainerID, in tx: any ReadTransaction) throws -> TrainerLine? {
        try tx.first("\(trainers) WHERE id = \(id)").map(trainer)
    }

    private static let trainers: SQL =
        "SELECT id, place, body, may_examine, display_name, account, person, is_erased FROM skills_trainer"

    private static func trainer(_ row: Row) throws -> TrainerLine {
        TrainerLine(
            trainer: Trainer(
                id: try row.get(0), place: try row.get(1), body: try row.get(2),
                mayExamine: try row.get(3, as: Int64.self) == 1, person: try row.find(6),
                isErased: try row.get(7, as: Int64.self) == 1), name: try row.get(4),
            account: try row.find(5))
    }

    /// In order of the bodies that pay them.
    static func listTrainers(limit: Int, in tx: any ReadTransaction) throws -> [TrainerLine] {
        try tx.rows("\(trainers) ORDER BY place, id LIMIT \(limit)").map(trainer)
    }

    private static let courses: SQL = """
        SELECT id, place, title, provider, kind, occupation, level, seats, years, planner, is_approved, enrolled, starts,
            ends, exam_at, first_examiner, second_examiner, marked_by, closed_at, first_person, second_person, first_signed,
            second_signed, marked_at, voided, voided_at
        FROM skills_course
        """

    private static func course(_ row: Row) throws -> CourseLine {
        let plan = CoursePlan(
            title: try row.get(2), provider: try row.get(3), kind: try row.get(4), occupation: try row.get(5),
            level: try row.find(6), seats: try row.get(7), years: try row.get(8))
        return CourseLine(
            id: try row.get(0), place: try row.get(1), plan: plan, planner: try row.get(9),
            isApproved: try row.get(10, as: Int64.self) == 1, enrolled: try row.get(11), starts: try row.find(12),
            ends: try row.find(13), examAt: try row.find(14),
            examiners: [try row.find(15), try row.find(16)].compactMap { $0 },
            persons: [try row.find(19), try row.find(20)].compactMap { $0 },
            signed: [try row.find(21), try row.find(22)], markedBy: try row.find(17), markedAt: try row.find(23),
            voided: try row.get(24), voidedAt: try row.find(25), closedAt: try row.find(18))
    }

    static func findCourse(_ id: CourseID, in tx: any ReadTransaction) throws -> CourseLine? {
        try tx.first("\(courses) WHERE id = \(id)").map(course)
    }

    /// The latest start first; those without a session last.
    static func listCourses(limit: Int, in tx: any ReadTransaction) throws -> [CourseLine] {
        try tx.rows("\(courses) ORDER BY starts DESC, id LIMIT \(limit)").map(course)
    }

    static func listSessions(of course: CourseID, in tx: any ReadTransaction) throws -> [SessionLine] {
        try tx.rows(
            """
            SELECT s.number, s.starts, s.ends, s.room, s.is_practice,
                (SELECT count(*) FROM skills_sign_in i WHERE i.course = s.course AND i.number = s.number)
            FROM skills_session s WHERE s.course = \(course) ORDER BY s.number
            """
        ).map { row in
            SessionLine(
                number: try row.get(0), start: try row.get(1), end: try row.get(2), room: try row.get(3),
                isPractice: try row.get(4, as: Int64.self) == 1, signedIn: try row.get(5))
        }
    }

    private static let enrolments: SQL = """
        SELECT e.course, c.title, e.learner, l.display_name, e.minutes, e.points, e.has_passed, c.starts,
            (SELECT t.id FROM skills_certificate t WHERE t.course = e.course AND t.learner = e.learner
                ORDER BY CASE WHEN t.revoked IS NULL THEN 0 ELSE 1 END, t.issued DESC, t.id LIMIT 1)
        FROM skills_enrolment e JOIN skills_course c ON c.id = e.course JOIN skills_learner l ON l.id = e.learner
        """

    private static func enrolment(_ row: Row) throws -> EnrolmentLine {
        EnrolmentLine(
            course: try row.get(0), title: try row.get(1), learner: try row.get(2), name: try row.get(3),
            minutes: try row.get(4), points: try row.find(5),
            hasPassed: try row.find(6, as: Int64.self).map { $0 == 1 },
            starts: try row.find(7), certificate: try row.find(8))
    }

    /// Everybody on a course.
    static func listEnrolments(of course: CourseID, in tx: any ReadTransaction) throws -> [EnrolmentLine] {
        try tx.rows("\(enrolments) WHERE e.course = \(course) ORDER BY e.learner").map(enrolment)
    }

    /// Of the marks of a course as they stand: what its examiners sign.
    static func digestOfMarks(on course: CourseID, in tx: any ReadTransaction) throws -> String {
        let marks = try listEnrolments(of: course, in: tx).compactMap { line in line.points.map { (line.learner, $0) } }
        return Exam.digest(of: Dictionary(marks) { $1 }, on: course)
    }

    /// Everything somebody is on.
    static func listEnrolments(of learner: LearnerID, in tx: any ReadTransaction) throws -> [EnrolmentLine] {
        try tx.rows("\(enrolments) WHERE e.learner = \(learner) ORDER BY c.starts DESC, e.course LIMIT 100").map(
            enrolment)
    }
}
