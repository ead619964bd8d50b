import Kernel
import Storage

/// A finding with what a person said to it.
struct FindingLine: Sendable {
    let finding: FraudFinding
    let subject: FindingSubject
    let answer: FindingAnswer?
}

/// The detectors over the rows of the store.
enum FindingQueries {
    /// Of the whole county: for the desk that looks at findings.
    static func list(now: Instant, in tx: any ReadTransaction) throws -> [FindingLine] {
        let answers = try answers(in: tx)
        return try record(courses: nil, in: tx).findings(now).compactMap { finding in
            guard let subject = Self.subject(finding) else { return nil }
            return FindingLine(
                finding: finding, subject: subject,
                answer: answers["\(finding.detector.rawValue) \(subject)"])
        }
    }

    /// The first finding on an application, its person, its course or what she signed in to, that nobody explained.
    ///
    /// Looks at the courses of everybody on her course, which is where a pattern on it shows.
    static func open(
        on claim: Claim, of certificate: CertificateLine, now: Instant, in tx: any ReadTransaction
    ) throws -> Detector? {
        let courses = try tx.rows(
            """
            SELECT DISTINCT o.course FROM skills_enrolment e JOIN skills_enrolment o ON o.learner = e.learner
            WHERE e.course = \(certificate.course)
            """
        ).map { try $0.get(0, as: CourseID.self) }
        let record = try record(courses: Set(courses + [certificate.course]), in: tx)
        let sessions = record.sessions.filter { $0.course == certificate.course.text }
        let devices = record.signIns.filter { $0.person == claim.learner.text }.map(\.device)
        let concerned = Set(
            [claim.id.text, claim.learner.text, certificate.course.text] + sessions.map(\.id)
                + sessions.map(\.teacher) + devices)
        let answers = try answers(in: tx)
        return record.findings(now).first { finding in
            guard concerned.contains(finding.about), let subject = subject(finding) else { return false }
            return answers["\(finding.detector.rawValue) \(subject)"] != .explained
        }?.detector
    }

    /// A name for what a finding is about; a session's slash is no letter of a name.
    static func subject(_ finding: FraudFinding) -> FindingSubject? {
        FindingSubject(finding.about.replacing("/", with: "_"))
    }

    private static func answers(in tx: any ReadTransaction) throws -> [String: FindingAnswer] {
        let rows = try tx.rows("SELECT detector, about, answer FROM skills_finding ORDER BY detector, about")
        return Dictionary(
            try rows.map { row in
                ("\(try row.get(0, as: Int64.self)) \(try row.get(1, as: String.self))", try row.get(2))
            }, uniquingKeysWith: { $1 })
    }

    /// What the detectors look at, of some courses or of all.
    static func record(courses: Set<CourseID>?, in tx: any ReadTransaction) throws -> TrainingRecord {
        let known =
            try courses?.sorted().compactMap { try SkillsQueries.findCourse($0, in: tx) }
            ?? SkillsQueries.listCourses(limit: 5_000, in: tx)
        let trainers = try SkillsQueries.listTrainers(limit: 5_000, in: tx).map(\.trainer)
        var record = TrainingRecord()
        for course in known {
            record.courses.append(
                .init(
                    id: course.id.text, occupation: course.plan.occupation.rawValue,
                    level: course.plan.level.map { Int($0) },
                    staff: Set(trainers.filter { $0.body == course.plan.provider }.map(\.id.text))))
            try addSessions(of: course.id, to: &record, in: tx)
            try addExam(of: course, to: &record, in: tx)
        }
        let people = Set(record.signIns.map(\.person) + record.exams.flatMap { $0.marks.map(\.person) })
        for person in people.sorted() { try addPerson(person, to: &record, in: tx) }
        try addClaims(to: &record, of: courses == nil ? nil : people, in: tx)
        return record
    }

    private static func addSessions(of course: CourseID, to record: inout TrainingRecord, in tx: any ReadTransaction)
        throws
    {
        for row in try tx.rows(
            """
            SELECT number, starts, ends, room, seats, teacher, is_practice FROM skills_session
            WHERE course = \(course) ORDER BY number
            """)
        {
            record.sessions.append(
                .init(
                    id: "\(course)/\(try row.get(0, as: Int64.self))", course: course.text, room: try row.get(3),
                    seats: Int(try row.get(4, as: Int64.self)), teacher: try row.get(5),
                    time: Stretch(try row.get(1), try row.get(2)), isPractice: try row.get(6, as: Int64.self) == 1))
        }
        for row in try tx.rows(
            "SELECT number, learner, came, device, photo FROM skills_sign_in WHERE course = \(course)")
        {
            let learner: String = try row.get(1)
            let number: Int64 = try row.get(0)
            let photo = try row.find(4, as: String.self).flatMap { SignInPhoto($0) }
            record.signIns.append(
                .init(
                    session: "\(course)/\(number)", person: learner,
                    device: try row.find(3) ?? "own-\(learner)", at: try row.get(2), photo: photo))
        }
    }

    private static func addExam(of course: CourseLine, to record: inout TrainingRecord, in tx: any ReadTransaction)
        throws
    {
        let rows = try SkillsQueries.listEnrolments(of: course.id, in: tx)
        if let at = course.examAt, let closed = course.closedAt {
            record.exams.append(
                .init(
                    course: course.id.text, at: at, closedAt: closed, examiners: course.examiners.map(\.text),
                    marks: rows.compactMap { row in
                        row.points.map { .init(person: row.learner.text, points: Int($0), changedAt: course.markedAt) }
                    }))
        }
        for row in try tx.rows("SELECT learner, issued_at FROM skills_certificate WHERE course = \(course.id)") {
            record.certificates.append(
                .init(course: course.id.text, person: try row.get(0), at: try row.get(1)))
        }
    }

    private static func addPerson(_ person: String, to record: inout TrainingRecord, in tx: any ReadTransaction) throws
    {
        if let born = try tx.find("SELECT born FROM skills_learner WHERE id = \(person)", as: CivilDate.self) {
            record.people.append(.init(id: person, born: born))
        }
        for row in try tx.rows(
            "SELECT order_id, came, minutes, paid_on, employer FROM skills_shift WHERE learner = \(person)")
        {
            let order: String = try row.get(0)
            if let came = try row.find(1, as: Instant.self), let minutes = try row.find(2, as: Int64.self) {
                record.work.append(
                    .init(
                        person: person, employer: order, time: Stretch(came, came.adding(seconds: 60 * minutes))))
            }
            if let paid = try row.find(3, as: CivilDate.self) {
                // Of a wage of before it was told by whom, any may have been paid.
                let employer = try row.find(4, as: String.self) ?? TrainingRecord.anyEmployer
                record.wages.append(.init(person: person, employer: employer, at: paid.start))
            }
        }
    }

    private static func addClaims(
        to record: inout TrainingRecord, of people: Set<String>?, in tx: any ReadTransaction
    ) throws {
        let fields: SQL = """
            SELECT c.id, c.learner, t.course, c.account_mark, c.claimed_at, c.work_from,
                c.market_employer
            FROM skills_claim c
            JOIN skills_certificate t ON t.id = c.certificate
            """
        var rows: [Row] = []
        if let people {
            for person in people.sorted() {
                rows += try tx.rows(
                    """
                    \(fields) WHERE c.phase <> 'refused' AND (c.learner = \(person) OR c.account_mark IN (
                        SELECT account_mark FROM skills_claim WHERE learner = \(person)))
                    """)
            }
        } else {
            rows = try tx.rows("\(fields) WHERE c.phase <> 'refused' ORDER BY c.claimed_on, c.id LIMIT 50000")
        }
        var seen: Set<String> = []
        for row in rows {
            let id: String = try row.get(0)
            guard seen.insert(id).inserted else { continue }
            let from = try row.find(5, as: CivilDate.self)
            record.claims.append(
                .init(
                    id: id, person: try row.get(1), course: try row.get(2), account: try row.find(3) ?? "own-\(id)",
                    at: try row.get(4), excludesPensioners: false,
                    job: try from.map {
                        .init(
                            employer: try row.find(6, as: String.self) ?? TrainingRecord.otherEmployer, from: $0.start)
                    }))
        }
    }
}

extension TrainingRecord {
    func findings(_ now: Instant) -> [FraudFinding] {
        FraudCheck(self, limits: FraudLimits(on: now.date), now: now).findings()
    }
}
