import Credentials
import Foundation
import Kernel
import Testing

@Suite("Open Badges and their parts") struct BadgeTests {
    /// A badge with every part the schema has, each whole.
    private static let whole = """
        {"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
        "id":"urn:uuid:1","type":["VerifiableCredential","OpenBadgeCredential"],"name":"n","validFrom":"2026-01-01T00:00:00Z",
        "awardedDate":"2026-01-01T00:00:00Z","image":{"id":"https://x.example/i.png","type":"Image"},
        "issuer":{"id":"https://x.example/issuer","type":["Profile"],"name":"i",
        "address":{"type":["Address"],"geo":{"type":"GeoCoordinates","latitude":36.2,"longitude":113}},
        "otherIdentifier":[{"type":"IdentifierEntry","identifier":"1","identifierType":"systemId"}],
        "parentOrg":{"id":"https://x.example/over","type":["Profile"]}},
        "credentialSubject":{"id":"urn:uuid:2","type":["AchievementSubject"],"creditsEarned":2.5,
        "identifier":[{"type":"IdentityObject","hashed":false,"identityHash":"a","identityType":"name"}],
        "source":{"id":"https://x.example/source","type":["Profile"]},
        "result":[{"type":["Result"],"status":"Completed","alignment":[{"type":["Alignment"],"targetName":"t",
        "targetUrl":"https://x.example/t","targetType":"CFItem"}]}],
        "achievement":{"id":"urn:uuid:3","type":["Achievement"],"name":"n","description":"d","criteria":{"narrative":"c"},
        "achievementType":"Certificate","creator":{"id":"https://x.example/creator","type":["Profile"]},
        "related":[{"id":"urn:uuid:4","type":["Related"]}],
        "resultDescription":[{"id":"urn:uuid:5","type":["ResultDescription"],"name":"r","resultType":"Percent",
        "rubricCriterionLevel":[{"id":"urn:uuid:6","type":["RubricCriterionLevel"],"name":"l"}]}]}},
        "evidence":[{"type":["Evidence"],"name":"e"}],
        "credentialStatus":{"id":"urn:uuid:7","type":"BitstringStatusListEntry"},
        "credentialSchema":[{"id":"https://x.example/s","type":"1EdTechJsonSchemaValidator2019"}],
        "refreshService":{"id":"https://x.example/r","type":"Other"},"termsOfUse":[{"type":"Other"}],
        "endorsement":[{"@context":["https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"id":"urn:uuid:8","name":"e",
        "type":["VerifiableCredential","EndorsementCredential"],"issuer":"https://x.example/e",
        "validFrom":"2026-01-01T00:00:00Z","credentialSubject":{"id":"urn:uuid:9","type":["EndorsementSubject"]}}]}
        """

    private func badge() throws -> JSON { try JSON(parsing: Array(Self.whole.utf8), limits: CompactToken.limits) }

    private func holds(_ json: JSON) -> Bool {
        (try? CredentialForm.check(credential: json)) != nil && (try? OpenBadge.check(json)) != nil
    }

    /// Every copy of `json` in which one part, at any depth, is what `change` makes of it; nothing where it leaves it.
    private func changed(_ json: JSON, _ change: (JSON) -> JSON?) -> [JSON] {
        let own = change(json).map { [$0] } ?? []
        switch json {
        case .object(let members):
            return own
                + members.flatMap { name, value in
                    changed(value, change).map { .object(members.merging([name: $0]) { $1 }) }
                }
        case .array(let list):
            return own
                + list.indices.flatMap { at in
                    changed(list[at], change).map { other in
                        var list = list
                        list[at] = other
                        return .array(list)
                    }
                }
        default: return own
        }
    }

    @Test("The whole badge holds, and with a member more in each open part") func whole() throws {
        #expect(holds(try badge()))
        let closed: Set<String> = ["Image", "IdentityObject", "IdentifierEntry"]
        for more in changed(
            try badge(),
            { part in
                guard let members = part.object, !closed.contains(members["type"]?.string ?? "") else { return nil }
                return .object(members.merging(["zz": 1]) { $1 })
            })
        { #expect(holds(more)) }
    }

    @Test("Each of its parts under another type, or without its type, is refused: siblings of the schema's error cases")
    func types() throws {
        var count = 0
        for other in ["InvalidPart", ""] {
            let siblings = changed(try badge()) { part in
                guard var members = part.object, let type = members["type"] else { return nil }
                // These may be of any kind, but of some kind.
                if ["BitstringStatusListEntry", "1EdTechJsonSchemaValidator2019", "Other"].contains(type.string),
                    other != ""
                {
                    return nil
                }
                let word = JSON.string(other)
                members["type"] = other == "" ? nil : type.array == nil ? word : .array([word])
                return .object(members)
            }
            count += siblings.count
            for sibling in siblings { #expect(!holds(sibling)) }
        }
        #expect(count > 40)
    }

    @Test("A type as text where the schema wants a list, or the other way round, is refused") func kinds() throws {
        let siblings = changed(try badge()) { part in
            guard var members = part.object, let type = members["type"] else { return nil }
            members["type"] = type.array?.last ?? .array([type])
            return .object(members)
        }
        #expect(siblings.count > 20)
        for sibling in siblings { #expect(!holds(sibling)) }
    }

    @Test("What a part needs is missed in it, and a closed part takes nothing more") func needs() throws {
        let needed = [
            "targetName", "targetUrl", "identityHash", "hashed", "identifierType", "resultType", "latitude", "criteria",
            "achievement", "description",
        ]
        for name in needed {
            let siblings = changed(try badge()) { part in
                guard var members = part.object, members.removeValue(forKey: name) != nil else { return nil }
                return .object(members)
            }
            #expect(!siblings.isEmpty && siblings.allSatisfy { !holds($0) }, "\(name)")
        }
        let closed = changed(try badge()) { part in
            guard let members = part.object, ["Image", "IdentityObject"].contains(members["type"]?.string) else {
                return nil
            }
            return .object(members.merging(["zz": 1]) { $1 })
        }
        #expect(closed.count == 2 && closed.allSatisfy { !holds($0) })
    }

    @Test("A context that gives a type of the base another meaning is refused, one that repeats its meaning is not")
    func redefined() throws {
        for type in ["VerifiableCredential", "BitstringStatusListCredential", "DataIntegrityProof"] {
            for (meaning, isGood) in [
                ("https://example.org/#Bad", false), ("https://www.w3.org/2018/credentials#\(type)", true),
                ("https://www.w3.org/2018/credentials#\(type)2", false),
            ] {
                let json: JSON = [
                    "@context": [.string(CredentialForm.base), .object([type: .string(meaning)])],
                    "type": ["VerifiableCredential"], "issuer": "did:example:i",
                    "credentialSubject": ["id": "did:example:s"],
                ]
                #expect(((try? CredentialForm.check(credential: json)) != nil) == isGood, "\(type) \(meaning)")
            }
        }
    }
}
