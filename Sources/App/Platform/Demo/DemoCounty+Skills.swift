import Kernel
import Skills

/// The county's training: a course that is over, with marks and certificates, one whose exam is to be marked, and one that
/// can be joined. Its learners are people of the labour market; one of them has an account.
extension DemoCounty {
    private static let station = "shiqiao-station"
    private static let place = "p140498101"
    /// Of each learner on the course that is over.
    private static let points: [Int64] = [86, 74, 52, 91]

    mutating func train() {
        for (id, name, body, examines) in DemoText.trainers {
            teach(
                day(40), "skills.registerTrainer", id,
                [
                    "trainer": .string(id), "place": .string(Self.place), "name": .string(name),
                    "body": .string(body), "mayExamine": .bool(examines),
                ])
        }
        for name in ["ma", "he"] {
            open("examiner-\(name)", .villager, Self.place)
            teach(
                day(40, 10 * 60), "skills.nameTrainerAccount", "account-\(name)",
                ["trainer": .string("trainer-\(name)"), "account": .string("examiner-\(name)")])
        }
        plan("skill-height", DemoText.courseAtHeight, "heightWork", days: 30, years: 3)
        plan("skill-care", DemoText.courseOfCare, "elderCare", days: -12, years: 0)
        for number in 1...Self.points.count { attend(number, "skill-height", enrolled: 33, days: 30) }
        examine()
        plan("skill-cook", DemoText.courseOfCooking, "cook", days: 6, years: 0)
        for number in 5...6 { attend(number, "skill-cook", enrolled: 20, days: 6) }
        teach(
            day(5, 17 * 60), "skills.setExam", "exam-cook",
            ["course": "skill-cook", "at": day(4).field, "first": "trainer-ma", "second": "trainer-he"])
        open("learner-1", .villager, Self.place, person: "kerb-5")
    }

    /// Registers somebody of the kerb, who then sits through both days of a course.
    private mutating func attend(_ number: Int, _ course: String, enrolled: Int, days: Int) {
        learn(number)
        teach(
            day(enrolled), "skills.enrol", "enrol-\(number)",
            ["course": .string(course), "learner": .string("kerb-\(number)")])
        for session in 1...2 {
            teach(
                day(days + 1 - session, 8 * 60 + Int64(number) * 3 - 15), "skills.signIn",
                "came-\(session)-\(number)",
                [
                    "course": .string(course), "session": .integer(Int64(session)),
                    "learner": .string("kerb-\(number)"),
                ])
        }
    }

    private mutating func examine() {
        teach(
            day(28, 8 * 60), "skills.setExam", "exam",
            [
                "course": "skill-height", "at": day(27).field, "first": "trainer-ma", "second": "trainer-he",
            ])
        let marks = Self.points.enumerated().map { number, points -> JSON in
            ["learner": .string("kerb-\(number + 1)"), "points": .integer(points)]
        }
        teach(
            day(27, 15 * 60), "skills.enterMarks", "marks", ["course": "skill-height", "marks": .array(marks)])
        sign()
        teach(day(27, 16 * 60), "skills.closeExam", "close", ["course": "skill-height"], by: "county-review")
        for (number, points) in Self.points.enumerated() where points >= 60 {
            teach(
                day(16), "skills.issueCertificate", "certificate-\(number + 1)",
                [
                    "certificate": .string("demo-cert-\(number + 1)"), "course": "skill-height",
                    "learner": .string("kerb-\(number + 1)"),
                ], by: "county-review")
        }
        claim(1, "6222 0210 0001")
        claim(2, "6222 0210 0002")
        teach(
            day(14), "skills.checkClaim", "check-1", ["claim": "demo-claim-1", "paper": .string(DemoText.seenPapers)],
            by: "county-intake")
        teach(day(1), "skills.approveClaim", "approve-1", ["claim": "demo-claim-1"], by: "county-review")
    }

    /// Both examiners stand for the marks of the course that is over.
    private mutating func sign() {
        let points = Self.points.enumerated().map { (LearnerID("kerb-\($0.offset + 1)") ?? .example, $0.element) }
        let digest = Exam.digest(
            of: Dictionary(points) { $1 }, on: CourseID("skill-height") ?? .example)
        for name in ["ma", "he"] {
            teach(
                day(27, 15 * 60 + 20), "skills.signMarks", "signed-\(name)",
                ["course": "skill-height", "digest": .string(digest)], by: "examiner-\(name)")
        }
    }

    private mutating func claim(_ number: Int, _ account: String) {
        teach(
            day(15), "skills.claimSubsidy", "claim-\(number)",
            [
                "claim": .string("demo-claim-\(number)"), "certificate": .string("demo-cert-\(number)"),
                "account": .string(account),
            ])
    }

    private mutating func teach(
        _ at: Instant, _ command: String, _ key: String, _ arguments: JSON, by office: String = station
    ) {
        give(at, office, command, "skills-\(key)", arguments)
    }

    /// A course of two days, planned by the station and approved by the county.
    private mutating func plan(_ id: String, _ title: String, _ occupation: String, days: Int, years: Int64) {
        teach(
            day(39, 9 * 60), "skills.planCourse", id,
            [
                "course": .string(id), "place": .string(Self.place), "title": .string(title),
                "provider": .string(DemoText.school), "kind": "singleSkill", "occupation": .string(occupation),
                "seats": 20, "years": .integer(years),
            ])
        for session in 0..<2 {
            teach(
                day(39, 10 * 60), "skills.planSession", "\(id)-\(session)",
                [
                    "course": .string(id), "start": day(days - session, 8 * 60).field,
                    "end": day(days - session, 16 * 60).field, "room": .string(DemoText.classroom), "seats": 30,
                    "teacher": "trainer-qi", "isPractice": .bool(session == 1),
                ])
        }
        teach(
            day(38), "skills.approveCourse", "\(id)-approved", ["course": .string(id)], by: "county-review")
    }

    private mutating func learn(_ number: Int) {
        guard let identity = IdentityNumber.completing("14049819680202\(200 + number)") else { return }
        teach(
            day(34), "skills.registerLearner", "learner-\(number)",
            [
                "learner": .string("kerb-\(number)"), "place": .string(Self.place),
                "name": .string(DemoText.marketWorkers[number - 1]),
                "identityNumber": .string(identity.revealed), "consent": true,
            ])
    }
}
