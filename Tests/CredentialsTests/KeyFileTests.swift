import Credentials
import Kernel
import Testing

@Suite("Keys in the documents that issuers publish") struct KeyFileTests {
    private static let other: JSON = [
        "id": "#old", "type": "Multikey", "controller": "https://county.example/issuers/skills",
        "publicKeyMultibase": "zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv",
    ]

    /// The method of the issuer's key, its name absolute or of the document.
    private func method(_ bench: Bench, isRelative: Bool, controller: Bool) -> JSON {
        let name = isRelative ? "#\(bench.issuer.key.thumbprint)" : bench.issuer.kid
        var members: [String: JSON] = [
            "id": .string(name), "type": "JsonWebKey", "publicKeyJwk": bench.issuer.key.jwk(named: bench.issuer.kid),
        ]
        if controller { members["controller"] = .string(bench.issuer.id) }
        return .object(members)
    }

    @Test("A key is found wherever a controller document may keep it for assertions: 32 documents")
    func documents() throws {
        let bench = try Bench()
        let token = try bench.issuer.sign(.object(Self.plain), at: Bench.now.adding(days: -1))
        for number in 0..<32 {
            func has(_ bit: Int) -> Bool { number >> bit & 1 == 1 }
            let method = method(bench, isRelative: has(0), controller: has(1))
            let reference = has(2) ? "#\(bench.issuer.key.thumbprint)" : bench.issuer.kid
            var document: [String: JSON] = ["id": .string(bench.issuer.id)]
            let others: [JSON] = has(4) ? [Self.other] : []
            if has(3) {
                document["assertionMethod"] = .array(others + [method])
                if has(4) { document["verificationMethod"] = .array(others) }
            } else {
                document["verificationMethod"] = .array(others + [method])
                document["assertionMethod"] = [.string(reference)]
            }
            let keys = try KeySet(.object(document))
            let verdict = CredentialJudge(keys: keys, now: Bench.now).judge(token).verdict
            #expect(verdict == .valid, "document \(number): \(verdict)")
            document["assertionMethod"] = ["#nobody"]
            document["authentication"] = [.string(reference)]
            #expect(throws: CredentialFault.self, "document \(number)") { try KeySet(.object(document)) }
        }
    }

    @Test("A presentation that is put into another as a credential is refused, however deep: 5 depths")
    func presentationAsCredential() throws {
        let bench = try Bench()
        func present(_ token: String) throws -> String {
            let inner: JSON = [
                "@context": .string(CredentialForm.base), "type": "EnvelopedVerifiableCredential",
                "id": .string("data:application/vc+jwt,\(token)"),
            ]
            return try bench.sign(
                header: ["alg": "ES256", "typ": "vp+jwt", "kid": .string(bench.issuer.kid)],
                payload: [
                    "@context": [.string(CredentialForm.base)], "type": ["VerifiablePresentation"],
                    "holder": .string(bench.issuer.id), "verifiableCredential": [inner],
                ])
        }
        let judge = CredentialJudge(keys: bench.keys, now: Bench.now)
        var token = try present(try bench.issuer.sign(.object(Self.plain), at: Bench.now.adding(days: -1)))
        #expect(judge.judge(token).verdict.result == .valid)
        for depth in 1...5 {
            token = try present(token)
            let verdict = judge.judge(token).verdict
            #expect(verdict.result == .invalid && verdict.reason == .type, "\(depth): \(verdict)")
        }
    }

    /// A badge without a status: the list is another matter.
    private static let plain = Bench.badge().filter { $0.key != "credentialStatus" }
}
