import Kernel
import Skills
import Storage

@testable import Platform

extension PageWalk {
    /// A course that is over, with a certificate, and one that can be joined.
    func train() async throws {
        guard let county = try practice.installation.findPrincipal(office: OfficeID("luxian-intake") ?? .example),
            let first = try practice.installation.findPrincipal(office: OfficeID("yusi-coop-account") ?? .example),
            let second = try practice.installation.findPrincipal(office: OfficeID("shunhe-account") ?? .example),
            let agent = try practice.installation.findPrincipal(office: OfficeID("yusi-station") ?? .example),
            let number = IdentityNumber.completing("51050319760101012")
        else { return }
        let (course, learner): (JSON, JSON) = ("course-1", "learner-1")
        let place: JSON = .string(agent.division.text)
        let now = practice.clock.now()
        let start = now.adding(seconds: 600)
        let trainers: [(String, String, Bool)] = [
            ("trainer-a", "县职业学校", false), ("trainer-b", "县技能中心", true), ("trainer-c", "县技能中心", true),
        ]
        var given: [(String, JSON, Principal)] = trainers.map { id, body, examines in
            (
                "skills.registerTrainer",
                [
                    "trainer": .string(id), "place": place, "name": "周老师", "body": .string(body),
                    "mayExamine": .bool(examines),
                ], agent
            )
        }
        for (trainer, account) in [("trainer-b", first.office), ("trainer-c", second.office)] {
            given.append(
                ("skills.nameTrainerAccount", ["trainer": .string(trainer), "account": .string(account.text)], agent))
        }
        for (id, day) in [("course-1", Int64(0)), ("course-2", 30)] {
            given += [
                (
                    "skills.planCourse",
                    [
                        "course": .string(id), "place": place, "title": "养老护理", "provider": "县职业学校",
                        "kind": "singleSkill", "occupation": "elderCare", "seats": 30, "years": 3,
                    ], agent
                ),
                (
                    "skills.planSession",
                    [
                        "course": .string(id), "start": start.adding(days: day).field,
                        "end": start.adding(days: day).adding(seconds: 7_200).field, "room": "镇文化站",
                        "seats": 30, "teacher": "trainer-a", "isPractice": true,
                    ], agent
                ), ("skills.approveCourse", ["course": .string(id)], county),
            ]
        }
        given += [
            (
                "skills.registerLearner",
                [
                    "learner": learner, "place": place, "name": "李小梅", "identityNumber": .string(number.revealed),
                    "consent": true,
                ], agent
            ), ("skills.enrol", ["course": course, "learner": learner], agent),
        ]
        try await give(given, "school-1")
        practice.clock.set(start.adding(seconds: 60))
        try await give([("skills.signIn", ["course": course, "session": 1, "learner": learner], agent)], "school-2")
        practice.clock.set(start.adding(seconds: 8_000))
        let digest = Exam.digest(of: [LearnerID("learner-1") ?? .example: 88], on: CourseID("course-1") ?? .example)
        try await give(
            [
                (
                    "skills.setExam",
                    [
                        "course": course, "at": start.adding(seconds: 7_200).field, "first": "trainer-b",
                        "second": "trainer-c",
                    ], agent
                ), ("skills.enterMarks", ["course": course, "marks": [["learner": learner, "points": 88]]], agent),
                ("skills.signMarks", ["course": course, "digest": .string(digest)], first),
                ("skills.signMarks", ["course": course, "digest": .string(digest)], second),
                ("skills.closeExam", ["course": course], county),
                (
                    "skills.issueCertificate",
                    ["certificate": "cert-1", "course": course, "learner": learner], county
                ),
                ("skills.claimSubsidy", ["claim": "claim-1", "certificate": "cert-1", "account": "6222 0001"], agent),
            ], "school-3")
    }

    private func give(_ given: [(String, JSON, Principal)], _ key: String) async throws {
        for (number, (command, arguments, by)) in given.enumerated() {
            let answer = try await practice.installation.writer.submit(
                Submission(command: command, arguments: arguments, principal: by, key: "\(key)-\(number)"))
            if case .rejected(let rejection) = answer { throw rejection }
        }
    }
}
