import Kernel
import Storage
import TestSupport
import Testing

@testable import Skills

@Suite("Certificates with serial and term") struct CertificateTests {
    @Test("Whoever passed gets one certificate with a term; each other way is refused")
    func issue() throws {
        let school = try School()
        let wang = School.reviewer()
        func issue(_ number: Int, _ id: String? = "n", _ course: CourseID = School.course, official: String? = nil)
            -> IssueCertificate
        {
            IssueCertificate(
                certificate: id.map { School.named($0) }, course: course, learner: School.learner(number),
                officialNumber: official)
        }
        school.runner.expectRefusal(.courseUnknown, issue(1), by: wang)
        try school.finish()
        school.runner.expectRefusal(.learnerUnknown, issue(9), by: wang)
        school.runner.expectRefusal(.notPassed, issue(2), by: wang)
        school.runner.expectRefusal(.numberUnreadable, issue(1, official: "S00001400000126500001"), by: wang)
        let issued = try school.issue()
        #expect(issued.award.until == CivilDate("2029-03-07") && issued.award.level == 5)
        school.runner.expectRefusal(.certificateKnown, issue(1, "cert-1x"), by: wang)
        school.runner.expectRefusal(.hasCertificate, issue(1), by: wang)
        try school.runner.give(EraseLearner(learner: School.learner(2)), by: School.agent())
        school.runner.expectRefusal(.learnerErased, issue(2), by: wang)
        // When it has ended, the next one is issued, with the state's number.
        school.runner.now = try #require(Instant("2029-03-08T00:00:00+08:00"))
        let next = try school.runner.give(issue(1, nil, official: "S000014000001265000001"), by: wang)
        #expect((next.first as? CertificateIssued)?.award.officialNumber == "S000014000001265000001")
    }

    @Test("A certificate holds from its day to its last, unless it was taken back; that is final")
    func validity() throws {
        let school = try School()
        try school.finish()
        try school.issue()
        let days = try ["2026-03-07", "2026-03-08", "2029-03-07", "2029-03-08"].map { try #require(CivilDate($0)) }
        var line = try school.line()
        #expect(days.map { line.validity(on: $0) } == [.notYet, .valid, .valid, .expired])
        func revoke(_ id: String = "cert-1x", _ paper: String = "doc 7") -> RevokeCertificate {
            RevokeCertificate(certificate: School.named(id), reason: .falseMarks, paper: paper)
        }
        school.runner.expectRefusal(.certificateUnknown, revoke("none"), by: School.reviewer())
        school.runner.expectRefusal(.paperMissing, revoke("cert-1x", " "), by: School.reviewer())
        school.runner.now = school.runner.now.adding(days: 10)
        try school.runner.give(revoke(), by: School.reviewer())
        school.runner.expectRefusal(.revokedAlready, revoke(), by: School.reviewer())
        line = try school.line()
        #expect(line.reason == .falseMarks)
        #expect(days.map { line.validity(on: $0) } == [.notYet, .valid, .revoked, .revoked])
        // Another may be issued at once.
        try school.issue(as: "cert-2x")
    }

    @Test("Without years there is no end")
    func withoutEnd() throws {
        #expect(
            Validity.of(issued: .earliest, until: nil, revoked: nil, on: try #require(CivilDate("2099-01-01")))
                == .valid)
    }

    @Test("Places of the status list are drawn, and never given twice")
    func indexes() throws {
        let school = try School()
        try school.finish()
        let first = try school.issue().award.statusIndex
        let drawn = try school.runner.database.read { tx in
            try (0..<50).map { try SkillsQueries.freeIndex(for: "seed \($0)", in: tx) }
        }
        #expect(Set(drawn).count == 50 && !drawn.contains(first))
        #expect(drawn != drawn.sorted { ($0 ?? 0) < ($1 ?? 0) })
    }

    @Test("Erasing a learner is refused on an open course, and afterwards leaves certificates without a name")
    func erasure() throws {
        let school = try School()
        let erase = EraseLearner(learner: School.learner(1))
        let li = School.agent()
        school.runner.expectRefusal(.learnerUnknown, erase, by: li)
        try school.register(1...1)
        try school.approve()
        try school.enrol(1...1)
        school.runner.expectRefusal(.courseOpen, erase, by: li)
        try school.attend(1...1)
        try school.setExam()
        try school.runner.give(
            EnterMarks(course: School.course, marks: [Mark(learner: School.learner(1), points: 90)]), by: li)
        try school.sign()
        try school.runner.give(CloseExam(course: School.course), by: School.reviewer())
        try school.issue()
        try school.runner.give(erase, by: li)
        school.runner.expectRefusal(.learnerErased, erase, by: li)
        #expect(try school.line().name == "（已删除）")
        #expect(try school.line().validity(on: school.runner.now.date) == .valid)
    }

    @Test("Every rule of training has a dated row with its source")
    func rules() {
        let rules = TrainingRules(on: .earliest)
        for key in TrainingRules.Key.allCases {
            #expect(rules[key] > 0 && rules.entries[key]?.source.isEmpty == false, "\(key.rawValue)")
        }
    }

    @Test(
        "The numbers of the shared data are read as they are listed",
        arguments: [
            ("S000014000001265000001", true), ("Y000123000001195000001", true), ("S00001400000126500001", false),
            ("X000014000001265000001", false), ("S000014000001266000001", false), ("S000099000001265000001", false),
        ])
    func numbers(_ number: String, _ isAccepted: Bool) {
        #expect(((try? CertificateNumber(number)) != nil) == isAccepted)
    }
}
