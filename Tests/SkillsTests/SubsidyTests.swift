import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Skills

extension School {
    func claim(
        _ id: String = "claim-1x", certificate: String = "cert-1x", account: String? = "6222 0001", work: String? = nil
    )
        -> ClaimSubsidy
    {
        ClaimSubsidy(
            claim: Self.named(id), certificate: Self.named(certificate),
            account: account.map { Personal($0, of: .example) }, employer: work,
            workFrom: work == nil ? nil : runner.now.date)
    }

    func check(_ id: String = "claim-1x") -> CheckClaim { CheckClaim(claim: Self.named(id), paper: "seen") }
    func approve(_ id: String = "claim-1x") -> ApproveClaim { ApproveClaim(claim: Self.named(id)) }

    func findings() throws -> [FindingLine] {
        try runner.database.read { try FindingQueries.list(now: runner.now, in: $0) }
    }

    func found(_ detector: Detector) throws -> [String] {
        try findings().filter { $0.finding.detector == detector }.map(\.finding.about)
    }
}

@Suite("Subsidies are applied for, checked, posted, approved and paid") struct SubsidyTests {
    @Test("Who holds a certificate in force applies once for it; each other way is refused")
    func claims() throws {
        let school = try School()
        let li = School.agent()
        school.runner.expectRefusal(.certificateUnknown, school.claim(), by: li)
        try school.finish()
        try school.issue()
        school.runner.expectRefusal(.accountMissing, school.claim(account: nil), by: li)
        school.runner.expectRefusal(
            .jobIncomplete,
            ClaimSubsidy(
                claim: nil, certificate: School.named("cert-1x"), account: Personal("1", of: .example),
                employer: "Works"), by: li)
        try school.runner.give(school.claim(), by: School.herself(1))
        school.runner.expectRefusal(.claimKnown, school.claim(), by: li)
        school.runner.expectRefusal(.claimedBefore, school.claim("claim-2x"), by: li)
        let first = try #require(school.runner.all(SubsidyClaimed.self).first)
        // Class B, level 5: 800 yuan, 60 % without a job.
        #expect(first.amount == Money(fen: 48_000) && first.place == School.village)
        try school.runner.give(
            RefuseClaim(claim: School.named("claim-1x"), paper: "incomplete"), by: School.reviewer())
        try school.runner.give(school.claim("claim-3x", work: "Works"), by: li)
        #expect(school.runner.all(SubsidyClaimed.self).last?.amount == Money(fen: 80_000))
        try school.runner.give(
            RevokeCertificate(certificate: School.named("cert-1x"), reason: .falseMarks, paper: "p"),
            by: School.reviewer())
        school.runner.expectRefusal(.certificateNotInForce, school.claim("claim-4x"), by: li)
    }

    @Test("More than three in a year, a certificate of no rate and an erased person are refused")
    func limits() throws {
        let school = try School()
        try school.finish()
        let issued = try school.issue()
        let learner = Learner(id: School.learner(1), place: School.village, born: nil)
        func refusal(_ facts: ClaimSubsidy.Facts) -> Int? {
            let context = Context(
                now: school.runner.now, principal: School.agent(), calendar: .announced, sequence: 1, marks: .practice)
            let rejection = #expect(throws: Rejection.self) {
                try school.claim("n").decide(Skills.State(), facts, context)
            }
            return rejection?.number
        }
        var erased = learner
        erased.isErased = true
        let training = Award(
            kind: .training, occupation: .cook, provider: "p", issued: issued.award.issued, statusIndex: 1)
        #expect(
            refusal(.init(award: issued.award, isInForce: true, learner: learner, earlier: nil, thisYear: 3))
                == SkillsRefusal.claimedTooOften.number)
        #expect(
            refusal(.init(award: training, isInForce: true, learner: learner, earlier: nil, thisYear: 0))
                == SkillsRefusal.notSubsidised.number)
        #expect(
            refusal(.init(award: issued.award, isInForce: true, learner: erased, earlier: nil, thisYear: 0))
                == SkillsRefusal.learnerErased.number)
    }

    @Test("One enters, a second checks, a third approves after the posting, and who approved does not pay")
    func fourEyes() throws {
        let school = try School()
        try school.finish()
        try school.issue()
        let county = { (person: String) in School.officer(person, .countyOfficer) }
        let pay = PayClaim(claim: School.named("claim-1x"), reference: "B-7")
        school.runner.expectRefusal(.claimUnknown, school.check(), by: School.reviewer())
        school.runner.expectRefusal(.claimUnknown, school.approve(), by: School.reviewer())
        school.runner.expectRefusal(.claimUnknown, pay, by: county("zhou"))
        school.runner.expectRefusal(
            .claimUnknown, RefuseClaim(claim: School.named("claim-1x"), paper: "p"), by: county("zhou"))
        try school.runner.give(school.claim(), by: School.agent())
        school.runner.expectRefusal(.ownClaim, school.check(), by: county("li"))
        school.runner.expectRefusal(
            .paperMissing, CheckClaim(claim: School.named("claim-1x"), paper: " "), by: School.reviewer())
        school.runner.expectRefusal(.claimElsewhere, school.approve(), by: county("zhou"))
        try school.runner.give(school.check(), by: School.reviewer())
        school.runner.expectRefusal(.claimElsewhere, school.check(), by: county("zhou"))
        school.runner.expectRefusal(.ownCheck, school.approve(), by: county("wang"))
        school.runner.expectRefusal(.ownCheck, school.approve(), by: county("li"))
        school.runner.expectRefusal(.stillPosted, school.approve(), by: county("zhou"))
        let until = try Context(
            now: school.runner.now, principal: School.agent(), calendar: .announced, sequence: 1, marks: .practice
        ).calendar.date(5, workingDaysAfter: school.runner.now.date)
        school.runner.now = until.end.adding(milliseconds: -1)
        school.runner.expectRefusal(.stillPosted, school.approve(), by: county("zhou"))
        school.runner.now = until.end
        school.runner.expectRefusal(.claimElsewhere, pay, by: county("zhou"))
        try school.runner.give(school.approve(), by: county("zhou"))
        school.runner.expectRefusal(.ownApproval, pay, by: county("zhou"))
        school.runner.expectRefusal(
            .referenceMissing, PayClaim(claim: School.named("claim-1x"), reference: ""), by: School.agent())
        school.runner.expectRefusal(
            .paperMissing, RefuseClaim(claim: School.named("claim-1x"), paper: ""), by: county("zhou"))
        try school.runner.give(pay, by: School.agent())
        school.runner.expectRefusal(
            .claimElsewhere, RefuseClaim(claim: School.named("claim-1x"), paper: "late"), by: county("zhou"))
        #expect(school.runner.state(of: StreamID("subsidyClaim", "claim-1x")).claim?.phase == .paid)
    }

    @Test("A certificate taken back while the claim is posted is not paid for")
    func revokedMeanwhile() throws {
        let school = try School()
        try school.finish()
        try school.issue()
        try school.runner.give(school.claim(), by: School.agent())
        try school.runner.give(school.check(), by: School.reviewer())
        try school.runner.give(
            RevokeCertificate(certificate: School.named("cert-1x"), reason: .falseMarks, paper: "p"),
            by: School.reviewer())
        school.runner.now = school.runner.now.adding(days: 20)
        school.runner.expectRefusal(
            .certificateNotInForce, school.approve(), by: School.officer("zhou", .countyOfficer))
        #expect(school.runner.all(ClaimApproved.self).isEmpty)
    }
}

@Suite("Findings over the log") struct FindingTests {
    @Test("A course as it should be gives no finding")
    func clean() throws {
        let school = try School()
        try school.finish()
        try school.issue()
        try school.runner.give(school.claim(), by: School.agent())
        #expect(try school.findings().map(\.finding) == [])
    }

    @Test("An open finding stops the money; explained it flows, confirmed it does not")
    func stops() throws {
        let school = try School()
        try school.finish()
        try school.issue()
        try school.runner.give(school.claim(), by: School.agent())
        try school.runner.give(school.check(), by: School.reviewer())
        let start = school.opening.adding(days: 2).adding(seconds: 3_600)
        let system = Principal(
            person: School.named("system"), role: .system, office: School.named("system"), division: .root)
        func note(_ came: Instant?, _ minutes: Int64?, _ learner: Int = 1) throws {
            try school.runner.give(
                NoteMarketShift(
                    learner: School.learner(learner), order: School.named("order-7"), came: came, minutes: minutes),
                by: system)
        }
        try note(start, nil)
        #expect(try school.found(.trainingAtWork).isEmpty, "without hours it is not known for how long")
        try note(nil, 60)
        try note(start, nil, 9)
        #expect(try school.found(.trainingAtWork) == [School.learner(1).text])
        school.runner.now = school.runner.now.adding(days: 20)
        let zhou = School.officer("zhou", .countyOfficer)
        school.runner.expectRefusal(.openFinding, school.approve(), by: zhou)
        func answer(_ answer: FindingAnswer, _ detector: Int64 = 2, paper: String = "asked") -> AnswerFinding {
            AnswerFinding(
                detector: detector, about: School.named(School.learner(1).text), place: School.county, answer: answer,
                paper: paper)
        }
        school.runner.expectRefusal(.noSuchFinding, answer(.explained, 9), by: zhou)
        school.runner.expectRefusal(.paperMissing, answer(.explained, paper: " "), by: zhou)
        try school.runner.give(answer(.confirmed), by: zhou)
        school.runner.expectRefusal(.openFinding, school.approve(), by: zhou)
        try school.runner.give(answer(.explained), by: zhou)
        try school.runner.give(school.approve(), by: zhou)
        #expect(answer(.explained).place(Skills.State(), .init(isFound: true)) == School.county)
    }

    @Test("One account of two people, one photo, one device, one second, and a job without wages are found in the log")
    func planted() throws {
        let school = try School()
        try school.register(1...6)
        try school.runner.give(School.plan(seats: 6), by: School.agent())
        for day in 1...5 { try school.runner.give(school.session(day), by: School.agent()) }
        try school.runner.give(ApproveCourse(course: School.course), by: School.reviewer())
        try school.enrol(1...6)
        let photo = String(repeating: "b", count: 64) + ":00000000000000ff"
        for day in 1...5 {
            for number in 1...6 {
                let late = day == 1 ? Int64(number) : Int64(number) * (day == 3 ? 10 : 60)
                school.runner.now = school.opening.adding(days: Int64(day)).adding(seconds: 3_600 + late)
                try school.runner.give(
                    SignIn(
                        course: School.course, session: Int64(day), learner: School.learner(number),
                        device: day == 3 ? "phone-7" : nil,
                        photo: day == 4 && number <= 2 ? Personal(photo, of: .example) : nil), by: School.agent())
            }
        }
        try school.setExam()
        try school.runner.give(
            EnterMarks(
                course: School.course, marks: (1...6).map { Mark(learner: School.learner($0), points: 85) }),
            by: School.agent())
        try school.sign()
        try school.runner.give(CloseExam(course: School.course), by: School.reviewer())
        for number in 1...3 {
            try school.issue(number, as: "cert-\(number)x")
            try school.runner.give(
                school.claim(
                    "claim-\(number)x", certificate: "cert-\(number)x", account: number < 3 ? "6222 0001" : "6222 9",
                    work: number == 3 ? "Works" : nil), by: School.agent())
        }
        #expect(try school.found(.signInTimes) == ["course-a/1"])
        #expect(try school.found(.oneDevice) == ["phone-7"])
        #expect(try Set(school.found(.onePhoto)) == [School.learner(1).text, School.learner(2).text])
        #expect(try school.found(.marks) == ["course-a"])
        #expect(try Set(school.found(.oneAccount)) == [School.learner(1).text, School.learner(2).text])
        #expect(try school.found(.noWages).isEmpty)
        school.runner.now = school.runner.now.adding(days: 62)
        #expect(try school.found(.noWages) == ["claim-3x"])
        let system = Principal(
            person: School.named("system"), role: .system, office: School.named("system"), division: .root)
        try school.runner.give(
            NoteMarketShift(
                learner: School.learner(3), order: School.named("o-1"), paidOn: school.runner.now.date.adding(days: -30)
            ),
            by: system)
        #expect(try school.found(.noWages).isEmpty)
    }
}
