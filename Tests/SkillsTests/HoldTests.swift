import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Skills

@Suite("Certificates that are replaced") struct ReplacementTests {
    private func replace(
        _ id: String = "cert-1x", by new: String? = "cert-2x", _ cause: ReplacementCause = .lost,
        number: String? = nil, paper: String = "doc 3"
    ) -> ReplaceCertificate {
        ReplaceCertificate(
            certificate: School.named(id), replacement: new.map { School.named($0) }, cause: cause, newNumber: number,
            paper: paper)
    }

    /// What the house does when one is replaced.
    private func issue(_ school: School) throws -> CertificateIssued {
        let revoked = try #require(school.runner.all(CertificateRevoked.self).last)
        let system = Principal(
            person: School.named("system"), role: .system, office: School.named("system"), division: .root)
        let take = TakeReplacement(
            certificate: try #require(revoked.replacedBy), replaces: revoked.certificate, newNumber: revoked.newNumber)
        return try #require(try school.runner.give(take, by: system).first as? CertificateIssued)
    }

    private func school() throws -> School {
        let school = try School()
        try school.finish()
        try school.issue()
        school.runner.now = school.runner.now.adding(days: 30)
        return school
    }

    @Test("The new one says the same to the same last day under another serial; the old one points to it")
    func replaced() throws {
        let school = try school()
        let old = try school.line()
        try school.runner.give(replace(), by: School.reviewer())
        let issued = try issue(school)
        let (before, after) = (try school.line(), try school.line("cert-2x"))
        #expect(before.replacedBy == after.id && after.replaces == before.id && before.reason == .replaced)
        #expect(issued.award.until == old.award.until && issued.award.issued == old.award.issued)
        #expect(issued.award.occupation == old.award.occupation && issued.award.level == old.award.level)
        #expect(issued.award.statusIndex != old.award.statusIndex && issued.learner == old.learner)
        let today = school.runner.now.date
        #expect(before.validity(on: today) == .replaced && after.validity(on: today) == .valid)
        #expect(before.validity(on: today.adding(days: -1)) == .valid)
        let (revoked, inForce, standing) = try school.runner.database.read { tx in
            (
                try SkillsQueries.listRevoked(in: tx), try SkillsQueries.countInForce(on: today, in: tx),
                try SkillsQueries.findStanding(for: before, in: tx)
            )
        }
        #expect(revoked == [old.award.statusIndex] && inForce.map(\.1) == [1] && standing.id == after.id)
        // The new one is replaced in its turn; its number is put right.
        try school.runner.give(
            replace("cert-2x", by: "cert-3x", .numberCorrected, number: "S000014000001265000001"),
            by: School.reviewer())
        #expect(try issue(school).award.officialNumber == "S000014000001265000001")
        #expect(
            try school.runner.database.read { try SkillsQueries.findStanding(for: before, in: $0) }.id.text == "cert-3x"
        )
    }

    @Test("Each way in which nothing can be replaced is refused by name")
    func refusals() throws {
        let school = try school()
        let wang = School.reviewer()
        school.runner.expectRefusal(.certificateUnknown, replace("none"), by: wang)
        school.runner.expectRefusal(.paperMissing, replace(paper: " "), by: wang)
        school.runner.expectRefusal(.certificateKnown, replace(by: "cert-1x"), by: wang)
        school.runner.expectRefusal(.newNumberMissing, replace(.numberCorrected), by: wang)
        school.runner.expectRefusal(.newNumberMissing, replace(number: "S000014000001265000001"), by: wang)
        school.runner.expectRefusal(.numberUnreadable, replace(.numberCorrected, number: "S1"), by: wang)
        let suspend = SuspendCertificate(certificate: School.named("cert-1x"), reason: .complaint, paper: "c")
        try school.runner.give(suspend, by: wang)
        school.runner.expectRefusal(.suspendedAlready, replace(), by: wang)
        try school.runner.give(LiftSuspension(certificate: School.named("cert-1x"), paper: "p"), by: wang)
        let end = try #require(try school.line().award.until)
        let now = school.runner.now
        school.runner.now = end.end
        school.runner.expectRefusal(.certificateExpired, replace(), by: wang)
        school.runner.now = now
        try school.runner.give(replace(), by: wang)
        school.runner.expectRefusal(.replacedAlready, replace(by: "cert-3x"), by: wang)
        _ = try issue(school)
        try school.runner.give(
            RevokeCertificate(certificate: School.named("cert-2x"), reason: .falseMarks, paper: "p"), by: wang)
        school.runner.expectRefusal(.revokedAlready, replace("cert-2x", by: "cert-3x"), by: wang)
        school.runner.expectRefusal(
            .replacedAlready, SuspendCertificate(certificate: School.named("cert-1x"), reason: .complaint, paper: "c"),
            by: wang)
    }

    private func replace(_ cause: ReplacementCause, number: String? = nil) -> ReplaceCertificate {
        replace("cert-1x", by: "cert-2x", cause, number: number)
    }

    @Test("Nothing is issued for what is not there, twice, or where the list is full; an erased person gets none")
    func house() throws {
        let school = try school()
        let old = try school.line()
        let facts = TakeReplacement.Facts(
            old: .init(place: old.place, course: old.course, learner: old.learner, award: old.award), statusIndex: nil)
        let take = TakeReplacement(certificate: School.named("new"), replaces: old.id, newNumber: nil)
        let context = Context(
            now: school.runner.now, principal: School.reviewer(), calendar: .announced, sequence: 1, marks: .practice)
        func refusal(_ facts: TakeReplacement.Facts, _ state: Skills.State = Skills.State()) -> Int? {
            let rejection = #expect(throws: Rejection.self) { try take.decide(state, facts, context) }
            return rejection?.number
        }
        #expect(refusal(facts) == SkillsRefusal.listFull.number)
        #expect(refusal(.init(old: nil, statusIndex: 1)) == SkillsRefusal.certificateUnknown.number)
        #expect(
            refusal(facts, school.runner.state(of: StreamID("skillCertificate", "cert-1x")))
                == SkillsRefusal.certificateKnown.number)
        try school.runner.give(EraseLearner(learner: School.learner(1)), by: School.agent())
        school.runner.expectRefusal(.learnerErased, replace(), by: School.reviewer())
    }

    @Test("A name is put right by a desk that saw it, and stands covered on every certificate")
    func name() throws {
        let school = try school()
        func correct(_ number: Int = 1, _ name: String? = "欧阳买买提·𠮷", paper: String = "card") -> CorrectLearnerName {
            CorrectLearnerName(
                learner: School.learner(number), name: name.map { Personal($0, of: .example) }, paper: paper)
        }
        school.runner.expectRefusal(.learnerUnknown, correct(9), by: School.agent())
        school.runner.expectRefusal(.nameMissing, correct(1, " "), by: School.agent())
        school.runner.expectRefusal(.paperMissing, correct(paper: ""), by: School.agent())
        try school.runner.give(correct(), by: School.agent())
        #expect(try school.line().name == "欧*𠮷")
        try school.runner.give(EraseLearner(learner: School.learner(2)), by: School.agent())
        school.runner.expectRefusal(.learnerErased, correct(2), by: School.agent())
    }

    @Test("A claim that waits while the certificate is replaced goes on with the one in its place")
    func claim() throws {
        let school = try School()
        try school.finish()
        try school.issue()
        try school.runner.give(school.claim(), by: School.agent())
        try school.runner.give(school.check(), by: School.officer("wu", .countyOfficer))
        try school.runner.give(replace(), by: School.reviewer())
        _ = try issue(school)
        school.runner.now = school.runner.now.adding(days: 20)
        try school.runner.give(school.approve(), by: School.officer("zhou", .countyOfficer))
        #expect(school.runner.all(ClaimApproved.self).count == 1)
        school.runner.expectRefusal(
            .claimedBefore, school.claim("claim-2x", certificate: "cert-2x"), by: School.agent())
    }
}

@Suite("Certificates that are suspended") struct SuspensionTests {
    private func suspend(_ paper: String = "doc 4") -> SuspendCertificate {
        SuspendCertificate(certificate: School.named("cert-1x"), reason: .underReview, paper: paper)
    }

    private func lift(_ paper: String = "doc 5") -> LiftSuspension {
        LiftSuspension(certificate: School.named("cert-1x"), paper: paper)
    }

    @Test("It does not count from its day to the day it is lifted, and the days of before are not changed by it")
    func days() throws {
        let school = try School()
        try school.finish()
        let issued = try school.issue()
        let wang = School.reviewer()
        school.runner.expectRefusal(
            .certificateUnknown,
            SuspendCertificate(certificate: School.named("none"), reason: .complaint, paper: "p"), by: wang)
        school.runner.expectRefusal(
            .certificateUnknown, LiftSuspension(certificate: School.named("none"), paper: "p"), by: wang)
        school.runner.expectRefusal(.notSuspended, lift(), by: wang)
        school.runner.expectRefusal(.paperMissing, suspend(" "), by: wang)
        let first = school.runner.now.date
        var lists: [[Int64]] = []
        func list() throws { lists.append(try school.runner.database.read { try SkillsQueries.listSuspended(in: $0) }) }
        for _ in 0..<2 {
            school.runner.now = school.runner.now.adding(days: 10)
            try school.runner.give(suspend(), by: wang)
            try list()
            school.runner.expectRefusal(.suspendedAlready, suspend(), by: wang)
            #expect(try school.line().validity(on: school.runner.now.date) == .suspended)
            school.runner.expectRefusal(.hasCertificate, issueAgain(), by: wang)
            school.runner.now = school.runner.now.adding(days: 3)
            school.runner.expectRefusal(.paperMissing, lift(""), by: wang)
            try school.runner.give(lift(), by: wang)
            try list()
        }
        #expect(lists == [[issued.award.statusIndex], [], [issued.award.statusIndex], []])
        let (line, suspensions) = (
            try school.line(),
            try school.runner.database.read { try SkillsQueries.listSuspensions(of: School.named("cert-1x"), in: $0) }
        )
        let days = [9, 10, 12, 13, 22, 23, 25, 26].map { first.adding(days: $0) }
        #expect(
            days.map { line.validity(on: $0, suspensions) }
                == [.valid, .suspended, .suspended, .valid, .valid, .suspended, .suspended, .valid])
        #expect(suspensions.map(\.reason) == [.underReview, .underReview])
    }

    private func issueAgain() -> IssueCertificate {
        IssueCertificate(certificate: School.named("cert-9x"), course: School.course, learner: School.learner(1))
    }

    @Test("One that was taken back or has ended is not suspended; a suspended one can be taken back, which is final")
    func ended() throws {
        let school = try School()
        try school.finish()
        try school.issue()
        let wang = School.reviewer()
        let (now, end) = (school.runner.now, try #require(try school.line().award.until))
        school.runner.now = end.end
        school.runner.expectRefusal(.certificateExpired, suspend(), by: wang)
        school.runner.now = now
        try school.runner.give(suspend(), by: wang)
        try school.runner.give(
            RevokeCertificate(certificate: School.named("cert-1x"), reason: .falseMarks, paper: "p"), by: wang)
        school.runner.expectRefusal(.revokedAlready, lift(), by: wang)
        school.runner.expectRefusal(.revokedAlready, suspend(), by: wang)
        #expect(try school.line().validity(on: now.date) == .revoked)
    }

    @Test("No subsidy is claimed or approved while it is suspended, and none of it counts as in force")
    func money() throws {
        let school = try School()
        try school.finish()
        try school.issue()
        try school.runner.give(suspend(), by: School.reviewer())
        school.runner.expectRefusal(.certificateNotInForce, school.claim(), by: School.agent())
        let today = school.runner.now.date
        #expect(try school.runner.database.read { try SkillsQueries.countInForce(on: today, in: $0) }.isEmpty)
        try school.runner.give(lift(), by: School.reviewer())
        try school.runner.give(school.claim(), by: School.agent())
        #expect(school.runner.all(SubsidyClaimed.self).count == 1)
    }
}
