import Credentials
import Kernel
import Storage
import TestSupport
import Testing

@testable import Skills

@Suite("Certificates as credentials") struct BadgeTests {
    private static let origin = "https://county.example"
    private static let issuer = BadgeIssuer { purpose in
        Array((purpose + String(repeating: "x", count: 32)).utf8.prefix(32))
    }

    private func judge(_ token: String, lists: [String], at now: Instant) throws -> Verdict {
        let keys = try Self.issuer.keys(at: Self.origin)
        // As a stranger reads them: the document, not our own values.
        let published = try KeySet(IssuerDocuments.controller(Self.origin + BadgeIssuer.path, keys))
        return CredentialJudge(keys: published, lists: lists, now: now).judge(token).verdict
    }

    @Test("A token holds without a network until its last day, and says nothing once it was taken back")
    func token() throws {
        let school = try School()
        try school.finish()
        let issued = try school.issue()
        let line = try school.line()
        let now = school.runner.now
        for isOpenBadge in [false, true] {
            let token = try Self.issuer.token(of: line, at: Self.origin, isOpenBadge: isOpenBadge)
            let clean = try Self.issuer.list(revoked: [], at: Self.origin, now: now)
            #expect(try judge(token, lists: [clean], at: now).result == .valid)
            #expect(try judge(token, lists: [], at: now).result == .unknown)
            #expect(try judge(token, lists: [clean], at: now.adding(days: 3)).result == .unknown)
            let revoked = try Self.issuer.list(revoked: [issued.award.statusIndex], at: Self.origin, now: now)
            #expect(try judge(token, lists: [revoked], at: now).reason == .revoked)
            let neighbour = (issued.award.statusIndex + 1) % 131_072
            let other = try Self.issuer.list(revoked: [neighbour], at: Self.origin, now: now)
            #expect(try judge(token, lists: [other], at: now).result == .valid)
            let end = try #require(Instant("2029-03-09T00:00:00+08:00"))
            let late = try Self.issuer.list(revoked: [], at: Self.origin, now: end)
            #expect(try judge(token, lists: [late], at: end).reason == .expired)
        }
    }

    @Test("A token tells the covered name and no number of the person, and two of one person share no subject")
    func privacy() throws {
        let school = try School()
        try school.finish()
        try school.issue()
        let line = try school.line()
        let payload = try CompactToken(Self.issuer.token(of: line, at: Self.origin)).payload
        let text = payload.canonicalText
        #expect(text.contains("学*1") && !text.contains("学员1"))
        #expect(!text.contains(try School.number(1).revealed) && !text.contains(School.learner(1).text))
        try school.runner.give(
            RevokeCertificate(certificate: line.id, reason: .replaced, paper: "p"), by: School.reviewer())
        try school.issue(as: "cert-2x")
        let other = try CompactToken(Self.issuer.token(of: school.line("cert-2x"), at: Self.origin)).payload
        #expect(payload["sub"] != nil && payload["sub"] != other["sub"])
        #expect(try school.runner.database.read { try SkillsQueries.listRevoked(in: $0) } == [line.award.statusIndex])
    }

    @Test("Another installation's key makes no token of ours")
    func strangers() throws {
        let school = try School()
        try school.finish()
        try school.issue()
        let other = BadgeIssuer { _ in Array(repeating: 7, count: 32) }
        let token = try other.token(of: school.line(), at: Self.origin)
        let list = try Self.issuer.list(revoked: [], at: Self.origin, now: school.runner.now)
        #expect(try judge(token, lists: [list], at: school.runner.now).result != .valid)
    }
}
