import Credentials
import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Skills

@Suite("Certificates as credentials") struct BadgeTests {
    private static let origin = "https://county.example"
    private static let issuer = BadgeIssuer { purpose in
        Array((purpose + String(repeating: "x", count: 32)).utf8.prefix(32))
    }

    private static let first = IssuerKey(number: 1)

    private func judge(_ token: String, lists: [String], at now: Instant) throws -> Verdict {
        let keys = try Self.issuer.keys(at: Self.origin, [Self.first])
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
            let token = try Self.issuer.token(of: line, at: Self.origin, by: [Self.first], isOpenBadge: isOpenBadge)
            let index = issued.award.statusIndex
            let clean = try Self.lists(at: now)
            #expect(try judge(token, lists: clean, at: now).result == .valid)
            #expect(try judge(token, lists: [], at: now).result == .unknown)
            #expect(try judge(token, lists: clean, at: now.adding(days: 3)).result == .unknown)
            #expect(try judge(token, lists: Self.lists(revoked: [index], at: now), at: now).reason == .revoked)
            let other = try Self.lists(revoked: [(index + 1) % 131_072], at: now)
            #expect(try judge(token, lists: other, at: now).result == .valid)
            // A badge has room for one status: that it was taken back.
            let suspended = try judge(token, lists: Self.lists(suspended: [index], at: now), at: now)
            #expect(suspended.reason == (isOpenBadge ? nil : .suspended))
            let end = try #require(Instant("2029-03-09T00:00:00+08:00"))
            #expect(try judge(token, lists: Self.lists(at: end), at: end).reason == .expired)
            // One list does not stand in for the other.
            #expect(try judge(token, lists: [clean[1]], at: now).result == .unknown)
        }
    }

    private static func lists(
        revoked: [Int64] = [], suspended: [Int64] = [], at now: Instant, by keys: [IssuerKey] = [first]
    ) throws -> [String] {
        try [(StatusList.revocation, revoked), (.suspension, suspended)].map { kind, set in
            try issuer.list(kind, set: set, at: origin, by: keys, now: now)
        }
    }

    @Test("A list is signed once an hour and when a status changes; between them everybody gets the same bytes")
    func kept() throws {
        let kept = KeptStatusLists(Self.issuer)
        let now = Instant.example
        func list(_ set: [Int64], _ seconds: Int64, _ kind: StatusList = .revocation, key: Int64 = 1) throws -> String {
            try kept.token(
                kind, set: set, at: Self.origin, by: [IssuerKey(number: key)], now: now.adding(seconds: seconds))
        }
        let first = try list([], 0)
        #expect(try list([], 3_599) == first)
        #expect(try list([], 0, .suspension) != first)
        let changed = try list([7], 10)
        #expect(changed != first)
        let bits = try #require(CompactToken(changed).payload["credentialSubject"]?["encodedList"]?.string)
        #expect(try StatusBits(encoded: bits).indexes == [7])
        #expect(try list([7], 3_609) == changed)
        let later = try list([7], 3_610)
        #expect(later != changed)
        #expect(try list([7], 3_611, key: 2) != later)
        #expect(try CompactToken(later).payload["credentialSubject"]?["ttl"] == .integer(3_600_000))
    }

    @Test("A token tells the covered name and no number of the person, and two of one person share no subject")
    func privacy() throws {
        let school = try School()
        try school.finish()
        try school.issue()
        let line = try school.line()
        let payload = try CompactToken(Self.issuer.token(of: line, at: Self.origin, by: [Self.first])).payload
        let text = payload.canonicalText
        #expect(text.contains("学*1") && !text.contains("学员1"))
        #expect(!text.contains(try School.number(1).revealed) && !text.contains(School.learner(1).text))
        try school.runner.give(
            RevokeCertificate(certificate: line.id, reason: .replaced, paper: "p"), by: School.reviewer())
        try school.issue(as: "cert-2x")
        let other = try CompactToken(Self.issuer.token(of: school.line("cert-2x"), at: Self.origin, by: [Self.first]))
            .payload
        #expect(payload["sub"] != nil && payload["sub"] != other["sub"])
        #expect(try school.runner.database.read { try SkillsQueries.listRevoked(in: $0) } == [line.award.statusIndex])
    }

    @Test("Another installation's key makes no token of ours")
    func strangers() throws {
        let school = try School()
        try school.finish()
        try school.issue()
        let other = BadgeIssuer { _ in Array(repeating: 7, count: 32) }
        let token = try other.token(of: school.line(), at: Self.origin, by: [Self.first])
        let lists = try Self.lists(at: school.runner.now)
        #expect(try judge(token, lists: lists, at: school.runner.now).result != .valid)
    }

    private static func county(_ person: String) -> Principal {
        Principal(
            person: PersonID(person) ?? .example, role: .countyOfficer, office: OfficeID(person) ?? .example,
            division: .root)
    }

    /// Somebody proposes that the key in force end, somebody else carries it out.
    private func rotate(_ school: School, _ number: Int64, _ ending: KeyEnding) throws {
        try school.runner.give(ProposeIssuerKey(number: number, ending: ending), by: Self.county("wu"))
        try school.runner.give(RotateIssuerKey(number: number), by: Self.county("zheng"))
    }

    @Test(
        "After a change of keys old tokens stay valid, new ones are signed with the new key, and both keys are published"
    )
    func rotation() throws {
        let school = try School()
        try school.finish()
        try school.issue()
        let line = try school.line()
        func keys() throws -> [IssuerKey] {
            try school.runner.database.read { try SkillsQueries.listIssuerKeys(in: $0) }
        }
        let old = try Self.issuer.token(of: line, at: Self.origin, by: keys())
        school.runner.now = school.runner.now.adding(days: 1)
        try rotate(school, 1, .scheduled)
        let now = school.runner.now
        let both = try keys()
        #expect(both.map(\.number) == [1, 2] && both[0].until == now && both[1].from == now)
        let new = try Self.issuer.token(of: line, at: Self.origin, by: both)
        let lists = try Self.lists(at: now, by: both)
        let published = try Self.issuer.keys(at: Self.origin, both)
        let kids = try [old, new, lists[0]].map { try CompactToken($0).header["kid"]?.string }
        #expect(kids[0] != kids[1] && kids[1] == kids[2])
        #expect(published.entries.map(\.name) == [kids[0], kids[1]])
        // With the dates, and as a stranger reads the documents.
        let documents = try [
            IssuerDocuments.controller(Self.origin + BadgeIssuer.path, published), IssuerDocuments.jwks(published),
        ].map { try KeySet($0) }
        for set in [published] + documents {
            for token in [old, new] {
                #expect(CredentialJudge(keys: set, lists: lists, now: now).judge(token).verdict.result == .valid)
            }
        }
        // What the retired key signs after its end is no token of ours.
        let late = try Self.issuer.token(
            of: line, at: Self.origin, by: [IssuerKey(number: 1, from: now.adding(days: 2))])
        let judged = CredentialJudge(keys: published, lists: lists, now: now.adding(days: 2)).judge(late).verdict
        #expect(judged.reason == .keyRetired)
    }

    @Test("A key that was laid open proves nothing; certificates fetched anew hold")
    func compromised() throws {
        let school = try School()
        try school.finish()
        try school.issue()
        let line = try school.line()
        let old = try Self.issuer.token(of: line, at: Self.origin, by: [Self.first])
        try rotate(school, 1, .compromised)
        let now = school.runner.now
        let keys = try school.runner.database.read { try SkillsQueries.listIssuerKeys(in: $0) }
        let published = try Self.issuer.keys(at: Self.origin, keys)
        let lists = try Self.lists(at: now, by: keys)
        let anew = try Self.issuer.token(of: line, at: Self.origin, by: keys)
        let judge = CredentialJudge(keys: published, lists: lists, now: now)
        #expect(judge.judge(old).verdict.reason == .keyCompromised)
        #expect(judge.judge(anew).verdict.result == .valid)
        let stranger = try KeySet(IssuerDocuments.controller(Self.origin + BadgeIssuer.path, published))
        let read = CredentialJudge(keys: stranger, lists: lists, now: now)
        #expect(read.judge(old).verdict.result != .valid && read.judge(anew).verdict.result == .valid)
    }

    @Test("A key is changed by two people, of the key they saw")
    func two() throws {
        let school = try School()
        let (wu, zheng) = (Self.county("wu"), Self.county("zheng"))
        school.runner.expectRefusal(.noProposal, RotateIssuerKey(number: 1), by: zheng)
        school.runner.expectRefusal(.keyChanged, ProposeIssuerKey(number: 2, ending: .scheduled), by: wu)
        try school.runner.give(ProposeIssuerKey(number: 1, ending: .scheduled), by: wu)
        school.runner.expectRefusal(.ownProposal, RotateIssuerKey(number: 1), by: wu)
        try school.runner.give(ProposeIssuerKey(number: 1, ending: .compromised), by: wu)
        try school.runner.give(RotateIssuerKey(number: 1), by: zheng)
        #expect(school.runner.all(IssuerKeyRotated.self).map(\.ending) == [.compromised])
        school.runner.expectRefusal(.keyChanged, RotateIssuerKey(number: 1), by: zheng)
        school.runner.expectRefusal(.noProposal, RotateIssuerKey(number: 2), by: zheng)
    }
}
