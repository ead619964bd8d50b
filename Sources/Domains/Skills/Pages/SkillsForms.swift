import Kernel
import Registry
import Storage
import Web

/// The forms of the room. Courses, learners and certificates get their names from the program.
enum SkillsForms {
    static let all = [
        learner, erase, trainer, eraseTrainer, course, session, approve, enrol, withdraw, signIn, ownSignIn, exam,
        marks, signMarks,
        close, trainerAccount, issue, revoke,
    ]

    static let learner = VerbForm(
        "/skills/learners/new", RegisterLearner.self, note: SkillsText.free, target: "/skills/learners/{id}",
        fields: { request, tx in
            [
                .text("name", SkillsText.name), .text("identityNumber", SkillsText.identityNumber, limit: 18),
                try .pick(
                    "place", SkillsText.place, of: DivisionName.self, request, tx,
                    value: request.principal?.division.text ?? ""), .checkbox("consent", SkillsText.consent),
            ]
        })

    static let erase = VerbForm(
        "/skills/learners/{learner}/erase", EraseLearner.self, target: "/skills", of: LearnerPage.thing,
        above: what,
        fields: { request, _ in VerbForm.hidden("learner", of: request) })

    static let trainer = VerbForm(
        "/skills/trainers/new", RegisterTrainer.self, target: "/skills/trainers",
        fields: { request, tx in
            [
                .text("name", SkillsText.name), .text("body", SkillsText.body),
                try .pick(
                    "place", SkillsText.place, of: DivisionName.self, request, tx,
                    value: request.principal?.division.text ?? ""), .checkbox("mayExamine", SkillsText.mayExamine),
            ]
        })

    static let course = VerbForm(
        "/skills/courses/new", PlanCourse.self, target: "/skills/courses/{id}",
        fields: { request, tx in
            [
                .text("title", SkillsText.courseTitle), .text("provider", SkillsText.provider),
                .choice(
                    "kind", SkillsText.kind, VerbForm.options(request) { (kind: CertificateKind) in kind.label },
                    value: CertificateKind.training.rawValue),
                .choice(
                    "occupation", SkillsText.occupation,
                    VerbForm.options(request) { (occupation: Occupation) in occupation.label }),
                .number("level", SkillsText.level, hint: SkillsText.levelHint, optional: true),
                .number("seats", SkillsText.seats, value: 40),
                .number("years", SkillsText.years, hint: SkillsText.yearsHint, value: 0),
                try .pick(
                    "place", SkillsText.place, of: DivisionName.self, request, tx,
                    value: request.principal?.division.text ?? ""),
            ]
        })

    static let session = VerbForm(
        "/skills/courses/{course}/session", PlanSession.self, target: "/skills/courses/{course}",
        of: CoursePage.thing,
        above: what,
        fields: { request, tx in
            let tomorrow = request.now.date.adding(days: 1).start
            let line = try request.identifier("course", as: CourseName.self).flatMap {
                try SkillsQueries.findCourse($0, in: tx)
            }
            return VerbForm.hidden("course", of: request) + [
                .instant("start", SkillsText.start, value: tomorrow.adding(seconds: 8 * 3_600)),
                .instant("end", SkillsText.end, value: tomorrow.adding(seconds: 12 * 3_600)),
                .text("room", SkillsText.room),
                .number("seats", SkillsText.roomSeats, value: line?.plan.seats),
                try trainers("teacher", SkillsText.teacher, tx), .checkbox("isPractice", SkillsText.practice),
            ]
        })

    static let approve = VerbForm(
        "/skills/courses/{course}/approve", ApproveCourse.self, note: SkillsText.approvedByAnother,
        target: "/skills/courses/{course}", of: CoursePage.thing,
        above: what,
        fields: { request, _ in VerbForm.hidden("course", of: request) })

    static let enrol = VerbForm(
        "/skills/learners/{learner}/enrol", Enrol.self, note: SkillsText.free,
        target: "/skills/learners/{learner}", of: LearnerPage.thing,
        above: what,
        fields: { request, tx in
            let open = try SkillsQueries.listCourses(limit: 200, in: tx).filter {
                CoursePhase($0, at: request.now) == .open
            }
            let options = open.map { line in
                FormField.Option(
                    line.id.text,
                    "\(line.plan.title) · \(line.starts.map { request.format.date($0) } ?? "")")
            }
            return VerbForm.hidden("learner", of: request) + [.choice("course", SkillsText.course, options)]
        })

    static let withdraw = VerbForm(
        "/skills/learners/{learner}/courses/{course}/withdraw", WithdrawEnrolment.self,
        target: "/skills/learners/{learner}", of: LearnerPage.thing,
        above: what,
        fields: { request, _ in VerbForm.hidden("course", "learner", of: request) })

    static let exam = VerbForm(
        "/skills/courses/{course}/exam", SetExam.self, note: SkillsText.twoPersons,
        target: "/skills/courses/{course}", of: CoursePage.thing,
        above: what,
        fields: { request, tx in
            let line = try request.identifier("course", as: CourseName.self).flatMap {
                try SkillsQueries.findCourse($0, in: tx)
            }
            return VerbForm.hidden("course", of: request) + [
                .instant("at", SkillsText.examAt, value: line?.ends),
                try trainers("first", SkillsText.firstExaminer, tx, examining: true),
                try trainers("second", SkillsText.secondExaminer, tx, examining: true),
            ]
        })

    static let close = VerbForm(
        "/skills/courses/{course}/close", CloseExam.self, note: SkillsText.closedByAnother,
        target: "/skills/courses/{course}", of: CoursePage.thing,
        above: what,
        fields: { request, _ in VerbForm.hidden("course", of: request) })

    static let issue = VerbForm(
        "/skills/courses/{course}/learners/{learner}/certificate", IssueCertificate.self,
        target: "/skills/certificates/{id}", of: CoursePage.thing,
        above: what,
        fields: { request, _ in
            VerbForm.hidden("course", "learner", of: request) + [
                .text(
                    "officialNumber", CertificateText.officialNumber, hint: CertificateText.officialHint,
                    optional: true, limit: 22)
            ]
        })

    static let revoke = VerbForm(
        "/skills/certificates/{certificate}/revoke", RevokeCertificate.self, note: CertificateText.final,
        target: "/skills/certificates/{certificate}", of: CertificatePage.thing,
        above: what,
        fields: { request, _ in
            VerbForm.hidden("certificate", of: request) + [
                .choice(
                    "reason", CertificateText.reason,
                    // "Replaced" is said by the verb that gives another in its place.
                    RevocationReason.allCases.filter { $0 != .replaced }.map {
                        .init($0.rawValue, request($0.label))
                    }),
                .text("paper", CertificateText.paper),
            ]
        })

    /// A trainer of the county, by body and covered name.
    private static func trainers(
        _ name: String, _ label: Message, _ tx: any ReadTransaction, examining: Bool = false
    ) throws -> FormField {
        // Who examines signs: with the account named for them.
        let lines = try SkillsQueries.listTrainers(limit: 500, in: tx).filter {
            !$0.trainer.isErased && (!examining || ($0.trainer.mayExamine && $0.account != nil))
        }
        return .choice(
            name, label,
            lines.map { line in
                let parts = [line.name, line.trainer.body, line.trainer.id.text, examining ? line.account?.text : nil]
                return .init(line.trainer.id.text, parts.compactMap { $0 }.joined(separator: " · "))
            })
    }
}
