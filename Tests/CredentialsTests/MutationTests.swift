import Credentials
import Crypto
import Foundation
import Kernel
import Testing

/// A small issuer of tests: good tokens, and any alteration of them signed again.
struct Bench {
    static let now = Instant(milliseconds: 1_780_272_000_000)
    let issuer: CredentialIssuer
    var keys: KeySet

    init() throws {
        issuer = try CredentialIssuer(id: "https://county.example/issuers/skills")
        keys = KeySet([.init(key: issuer.key, name: issuer.kid, issuer: issuer.id)])
    }

    static func badge(_ number: Int = 1) -> [String: JSON] {
        [
            "@context": [
                "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            ],
            "id": .string("https://county.example/certificates/\(number)"),
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "issuer": ["id": "https://county.example/issuers/skills", "type": ["Profile"], "name": "County"],
            "validFrom": "2026-01-01T00:00:00Z", "validUntil": "2029-01-01T00:00:00Z",
            "credentialSubject": [
                "id": "urn:uuid:6f1c2a58-3d0e-4b6a-9a3e-0d5b5f2f7c11", "type": ["AchievementSubject"],
                "achievement": [
                    "id": "https://county.example/achievements/cook", "type": ["Achievement"], "name": "Cook 5",
                    "description": "Passed", "criteria": ["narrative": "60 points"],
                ],
            ],
            "credentialStatus": [
                "id": .string("https://county.example/status/1#\(number)"), "type": "BitstringStatusListEntry",
                "statusPurpose": "revocation", "statusListIndex": .string("\(number)"),
                "statusListCredential": "https://county.example/status/1",
            ],
        ]
    }

    func list(_ bits: StatusBits = StatusBits(count: 131_072), change: (inout [String: JSON]) -> Void = { _ in }) throws
        -> String
    {
        var list: [String: JSON] = [
            "@context": ["https://www.w3.org/ns/credentials/v2"], "id": "https://county.example/status/1",
            "type": ["VerifiableCredential", "BitstringStatusListCredential"], "issuer": .string(issuer.id),
            "validFrom": "2026-05-31T00:00:00Z", "validUntil": "2026-06-02T00:00:00Z",
            "credentialSubject": [
                "id": "https://county.example/status/1#list", "type": "BitstringStatusList",
                "statusPurpose": "revocation", "encodedList": .string(bits.encoded),
            ],
        ]
        change(&list)
        return try sign(payload: list)
    }

    /// Header and payload as they are handed in, signed by the issuer's key.
    func sign(header: [String: JSON]? = nil, payload: [String: JSON]) throws -> String {
        let header = header ?? ["alg": "ES256", "typ": "vc+jwt", "kid": .string(issuer.kid)]
        return try sign(headerText: JSON.object(header).canonicalText, JSON.object(payload).canonicalText)
    }

    func sign(headerText: String, _ payloadText: String) throws -> String {
        let key = try P256.Signing.PrivateKey(rawRepresentation: Data(issuer.secretBytes))
        let signed = [headerText, payloadText].map { Base64URL.text(of: Array($0.utf8)) }.joined(separator: ".")
        let signature = try key.signature(for: SHA256.hash(data: Data(signed.utf8))).rawRepresentation
        return "\(signed).\(Base64URL.text(of: Array(signature)))"
    }

    /// The payload `sign` makes, taken apart.
    func payload(_ badge: [String: JSON] = badge()) throws -> [String: JSON] {
        let token = try CompactToken(issuer.sign(.object(badge), at: Self.now.adding(days: -1)))
        return try #require(token.payload.object)
    }

    func verdict(_ token: String, lists: [String]? = nil, at now: Instant = now) throws -> Verdict {
        CredentialJudge(keys: keys, lists: try lists ?? [list()], now: now).judge(token).verdict
    }
}

@Suite("Altered credentials are refused for what was altered") struct MutationTests {
    @Test("A token of ours is valid in both forms, and any single changed character ends that")
    func everyCharacter() throws {
        let bench = try Bench()
        for isOpenBadgeForm in [false, true] {
            let token = try bench.issuer.sign(
                .object(Bench.badge()), at: Bench.now.adding(days: -1), isOpenBadgeForm: isOpenBadgeForm)
            #expect(try bench.verdict(token) == .valid)
            let bytes = Array(token.utf8)
            for position in stride(from: 0, to: bytes.count, by: 7) + Array(bytes.count - 3..<bytes.count) {
                var changed = bytes
                changed[position] = changed[position] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
                let verdict = try bench.verdict(String(decoding: changed, as: UTF8.self))
                #expect(verdict.result == .invalid, "character \(position)")
            }
        }
    }

    @Test("Another spelling of the same bytes is no token")
    func spelling() throws {
        let bench = try Bench()
        let token = try bench.issuer.sign(.object(Bench.badge()), at: Bench.now.adding(days: -1))
        let parts = token.split(separator: ".").map(String.init)
        let signature = try #require(Base64URL.bytes(of: parts[2]))
        let alike = Data(signature).base64EncodedString()
        for bad in [
            "\(token)=", "\(token).", ".\(token)", "\(parts[0]).\(parts[1])",
            "\(parts[0]).\(parts[1]).\(alike)", "\(parts[0]) .\(parts[1]).\(parts[2])",
            "\(parts[0]).\(parts[1]).\(parts[2]).x",
            "", ".", "..", "a.b.c", "\(parts[0])\n.\(parts[1]).\(parts[2])",
        ] {
            #expect(try bench.verdict(bad).reason == .form, "\(bad.prefix(30))")
        }
        #expect(try bench.verdict("\(parts[0]).\(parts[1]).").reason == .signature)
        #expect(try bench.verdict("\n \(token)\r\n") == .valid, "what surrounds a token in a file does not count")
    }

    @Test("Headers that would have another key, another algorithm or another reading are refused")
    func headers() throws {
        let bench = try Bench()
        let payload = try bench.payload()
        let kid = JSON.string(bench.issuer.kid)
        let stranger = try CredentialIssuer(id: "https://other.example/i")
        let cases: [([String: JSON], CredentialReason)] = [
            (["alg": "none", "kid": kid], .algorithm), (["alg": "None", "kid": kid], .algorithm),
            (["alg": "HS256", "kid": kid], .algorithm), (["alg": "HS512", "kid": kid], .algorithm),
            (["alg": "es256", "kid": kid], .algorithm), (["alg": "ES256K", "kid": kid], .algorithm),
            (["alg": "EdDSA", "kid": kid], .algorithm), (["alg": "RS256", "kid": kid], .algorithm),
            (["alg": "PS256", "kid": kid], .algorithm), (["kid": kid], .algorithm),
            (["alg": 1, "kid": kid], .algorithm),
            (["alg": "ES256", "kid": kid, "typ": "vp+jwt"], .type),
            (["alg": "ES256", "kid": kid, "typ": "VC+JWT"], .type),
            (["alg": "ES256", "kid": kid, "typ": "vc+sd-jwt"], .type), (["alg": "ES256", "kid": kid, "typ": 1], .type),
            (["alg": "ES256", "kid": kid, "cty": "vp"], .type),
            (["alg": "ES256", "kid": kid, "crit": ["exp"]], .criticalHeader),
            (["alg": "ES256", "kid": kid, "crit": [], "b64": false], .criticalHeader),
            (["alg": "ES256", "kid": "https://county.example/issuers/skills#other"], .keyUnknown),
            (["alg": "ES256", "kid": .string(stranger.kid), "jwk": stranger.key.jwk(named: "x")], .keyUnknown),
            (["alg": "ES256", "kid": 7], .form),
        ]
        for (header, reason) in cases {
            let token = try bench.sign(header: header, payload: payload)
            #expect(try bench.verdict(token).reason == reason, "\(JSON.object(header).canonicalText)")
        }
    }

    @Test("Claims and members that disagree, and documents that are not as the texts have them, are refused")
    func claims() throws {
        let bench = try Bench()
        let good = try bench.payload()
        func changed(_ path: String, _ value: JSON?) throws -> Verdict {
            try bench.verdict(
                bench.sign(payload: Self.set(.object(good), path.split(separator: ".")[...], value).object ?? [:]))
        }
        let cases: [(String, JSON?, CredentialReason)] = [
            ("iss", "https://other.example", .issuer), ("iss", 1, .issuer), ("jti", "urn:x:1", .identity),
            ("sub", "urn:uuid:0", .identity), ("nbf", 1, .claims), ("exp", 4_000_000_000, .claims), ("exp", "x", .form),
            ("nbf", "2026-01-01T00:00:00Z", .form), ("vc", [:], .claims), ("vp", [:], .claims), ("vc", .null, .claims),
            ("iat", 4_000_000_000, .notYetValid),
            ("issuer", nil, .form), ("issuer.id", "https://other.example", .issuer), ("issuer.type", "Profile", .form),
            ("type", "OpenBadgeCredential", .form), ("type", ["OpenBadgeCredential"], .form), ("@context", nil, .form),
            ("@context", ["https://www.w3.org/2018/credentials/v1"], .form), ("id", ["a:b"], .form),
            ("id", "no url", .form),
            ("validFrom", "2026-01-01", .form), ("validFrom", "2026-01-01T00:00:00", .form), ("validFrom", nil, .form),
            ("validUntil", "2025-01-01T00:00:00Z", .form), ("validUntil", "2026-02-30T00:00:00Z", .form),
            ("credentialSubject", nil, .form), ("credentialSubject", [], .form), ("credentialSubject", [:], .form),
            ("credentialSubject.achievement", nil, .form), ("credentialSubject.achievement.criteria", "x", .form),
            ("credentialSubject.type", "AchievementSubject", .form), ("name", ["@value": "x", "url": "y"], .form),
            ("credentialStatus.statusListIndex", 1, .form), ("credentialStatus.statusListIndex", "-1", .form),
            ("credentialStatus.statusListIndex", "1.0", .form), ("credentialStatus.statusListIndex", "", .form),
            ("credentialStatus.statusListIndex", "0x1", .form), ("credentialStatus.statusPurpose", nil, .form),
            ("credentialStatus.statusListCredential", nil, .form), ("credentialStatus.statusSize", 0, .form),
            ("credentialStatus.statusSize", 2, .form), ("credentialStatus.type", nil, .form),
            ("credentialStatus.statusListIndex", "131072", .statusRange),
            ("credentialStatus.statusListIndex", "99999999999999999999999", .statusRange),
            ("credentialStatus.statusPurpose", "suspension", .statusPurpose),
            ("credentialStatus.statusListCredential", "https://county.example/status/2", .statusMissing),
            ("credentialStatus.type", "RevocationList2020Status", .statusType),
        ]
        for (path, value, reason) in cases {
            let verdict = try changed(path, value)
            #expect(verdict.reason == reason, "\(path) = \(value?.canonicalText ?? "absent"): \(verdict)")
            #expect(verdict.result == (reason.isAboutEvidence ? .unknown : .invalid))
        }
        #expect(try changed("score", .decimal(units: 985, scale: 1)) == .valid, "an unknown member is no fault")
        #expect(try changed("iat", "2026-01-01T00:00:00Z").result == .valid)
    }

    @Test("A member said twice, a lone surrogate and bytes after the end are no JSON")
    func text() throws {
        let bench = try Bench()
        let payload = JSON.object(try bench.payload()).canonicalText
        let header = #"{"alg":"ES256","typ":"vc+jwt","kid":"\#(bench.issuer.kid)"}"#
        #expect(try bench.verdict(bench.sign(headerText: header, payload)) == .valid)
        for bad in [
            #"{"jti":"x","# + payload.dropFirst(), payload + "x", payload + "{}", "\u{FEFF}" + payload, "[\(payload)]",
            #"{"x":"\ud800","# + payload.dropFirst(), #"{"x":{"a":1,"a":1},"# + payload.dropFirst(),
            #"{"x":01,"# + payload.dropFirst(), String(payload.dropLast()), "",
        ] {
            #expect(try bench.verdict(bench.sign(headerText: header, bad)).reason == .form, "\(bad.prefix(40))")
        }
        let twice = #"{"alg":"none","alg":"ES256","typ":"vc+jwt","kid":"\#(bench.issuer.kid)"}"#
        #expect(try bench.verdict(bench.sign(headerText: twice, payload)).reason == .form)
    }

    static func set(_ json: JSON, _ path: ArraySlice<Substring>, _ value: JSON?) -> JSON {
        guard let first = path.first, var members = json.object else { return value ?? .null }
        let name = String(first)
        members[name] = path.count == 1 ? value : set(members[name] ?? [:], path.dropFirst(), value)
        return .object(members)
    }
}

@Suite("Time, keys and status lists") struct StatusTests {
    @Test("Dates hold to the second of the skew, on both sides")
    func dates() throws {
        let bench = try Bench()
        let token = try bench.issuer.sign(.object(Bench.badge()), at: Bench.now.adding(days: -1))
        let end = try #require(Instant("2029-01-01T00:00:00Z"))
        for (seconds, reason) in [(300, CredentialReason?.none), (301, .expired)] {
            let fresh = try bench.list { $0["validUntil"] = "2030-01-01T00:00:00Z" }
            let verdict = try bench.verdict(token, lists: [fresh], at: end.adding(seconds: Int64(seconds)))
            #expect(verdict.reason == reason)
        }
        let begin = try #require(Instant("2026-01-01T00:00:00Z"))
        let early = try bench.issuer.sign(.object(Bench.badge()), at: begin)
        let old = try bench.list { $0["validFrom"] = "2020-01-01T00:00:00Z" }
        #expect(try bench.verdict(early, lists: [old], at: begin.adding(seconds: -300)) == .valid)
        #expect(try bench.verdict(early, lists: [old], at: begin.adding(seconds: -301)).reason == .notYetValid)
    }

    @Test("A retired key's certificates stay valid, a compromised key's do not, and each key has its time")
    func rotation() throws {
        var bench = try Bench()
        let old = try bench.issuer.sign(.object(Bench.badge()), at: Bench.now.adding(days: -30))
        let next = try CredentialIssuer(id: bench.issuer.id)
        let list = try next.sign(CompactToken(bench.list()).payload, at: Bench.now)
        bench.keys.entries[0].until = Bench.now.adding(days: -10)
        bench.keys.entries.append(
            .init(key: next.key, name: next.kid, issuer: next.id, from: Bench.now.adding(days: -10)))
        #expect(try bench.verdict(old, lists: [list]) == .valid)
        #expect(try bench.verdict(next.sign(.object(Bench.badge(2)), at: Bench.now), lists: [list]) == .valid)
        let late = try bench.issuer.sign(.object(Bench.badge()), at: Bench.now.adding(days: -9))
        #expect(try bench.verdict(late, lists: [list]).reason == .keyRetired)
        let soon = try next.sign(.object(Bench.badge()), at: Bench.now.adding(days: -11))
        #expect(try bench.verdict(soon, lists: [list]).reason == .keyNotYet)
        bench.keys.entries[0].compromised = Bench.now
        #expect(try bench.verdict(old, lists: [list]).reason == .keyCompromised)
    }

    @Test("Only a fresh, signed, long enough list of the issuer's says that a certificate holds")
    func lists() throws {
        let bench = try Bench()
        let token = try bench.issuer.sign(.object(Bench.badge()), at: Bench.now.adding(days: -1))
        func verdict(_ change: (inout [String: JSON]) -> Void) throws -> Verdict {
            try bench.verdict(token, lists: [bench.list(change: change)])
        }
        func subject(_ member: String, _ value: JSON) throws -> Verdict {
            try verdict {
                $0["credentialSubject"] = MutationTests.set($0["credentialSubject"] ?? [:], [Substring(member)], value)
            }
        }
        #expect(try verdict { _ in } == .valid)
        #expect(try bench.verdict(token, lists: []).reason == .statusMissing)
        #expect(try verdict { $0["validUntil"] = "2026-05-31T12:00:00Z" }.reason == .statusExpired)
        #expect(try verdict { $0["validFrom"] = "2026-06-01T12:00:00Z" }.reason == .statusNotYet)
        #expect(try verdict { $0["id"] = "https://county.example/status/2" }.reason == .statusMissing)
        #expect(try verdict { $0["issuer"] = "https://other.example" }.reason == .statusIssuer)
        #expect(try verdict { $0["type"] = ["VerifiableCredential"] }.reason == .statusForm)
        #expect(try subject("statusPurpose", "suspension").reason == .statusPurpose)
        #expect(try subject("statusPurpose", ["suspension", "revocation"]) == .valid)
        #expect(try subject("encodedList", .string(StatusBits(count: 131_064).encoded)).reason == .statusLength)
        #expect(
            try subject("encodedList", .string(String(StatusBits(count: 131_072).encoded.dropFirst()))).reason
                == .statusForm)
        #expect(try subject("encodedList", "uAAAA").reason == .statusForm)
        #expect(try subject("encodedList", .string(StatusBits(count: 131_072).encoded + "AAAA")).reason == .statusForm)
        let forged = try Bench().list()
        #expect(try bench.verdict(token, lists: [forged]).reason == .statusSignature)
        #expect(
            try bench.verdict(token, lists: ["x", bench.list()]) == .valid,
            "a bad list beside a good one does not count")
    }

    @Test("A bomb is refused before it is unpacked whole")
    func bomb() throws {
        let bomb = StatusBits(count: (StatusBits.mostBytes + 1) * 8).encoded
        #expect(throws: CredentialFault(.statusForm, "encodedList")) { _ = try StatusBits(encoded: bomb) }
    }

    @Test(
        "The bit of a revoked certificate ends it, its neighbours' bits do not, and every size of entry is read alike")
    func bits() throws {
        let bench = try Bench()
        for index in [0, 1, 6, 7, 8, 9, 131_070, 131_071] {
            var bits = StatusBits(count: 131_072)
            let token = try bench.issuer.sign(.object(Bench.badge(index)), at: Bench.now.adding(days: -1))
            for other in [index - 1, index + 1] { bits.set(other) }
            #expect(try bench.verdict(token, lists: [bench.list(bits)]) == .valid)
            bits.set(index)
            #expect(try bench.verdict(token, lists: [bench.list(bits)]).reason == .revoked)
            #expect(try StatusBits(encoded: bits.encoded) == bits)
        }
        var wide = StatusBits(count: 64)
        wide.set(5)
        #expect(wide.entry(1, size: 4) == 4)
        #expect(wide.entry(16, size: 4) == nil)
    }
}
