import Credentials
import Foundation
import Kernel
import Testing

let vectors = "/work/shared/data/vc"

func vector(_ path: String) throws -> String { try String(contentsOfFile: "\(vectors)/\(path)", encoding: .utf8) }

func vectorJSON(_ path: String) throws -> JSON {
    try JSON(parsing: Array(vector(path).utf8), limits: CompactToken.limits)
}

@Suite(
    "Strangers' credentials are judged as their lists say",
    .enabled(if: FileManager.default.fileExists(atPath: vectors), "needs /work/shared/data/vc"))
struct VectorTests {
    private static let moment = Instant("2026-06-01T00:00:00Z") ?? Instant(milliseconds: 0)

    private func judge(_ file: String, _ key: String, at now: Instant = moment) throws -> CredentialJudge.Judgment {
        CredentialJudge(keys: try KeySet(vectorJSON("jose/\(key)")), now: now).judge(try vector("jose/\(file)"))
    }

    @Test("All 26 tokens of our own set have the verdict and the reason listed")
    func own() throws {
        let keys = try KeySet(vectorJSON("own/keys.json"))
        let rows = try #require(try vectorJSON("own/tokens.json").array)
        #expect(rows.count == 26)
        for (number, row) in rows.enumerated() {
            let row = CredentialRow(row, number: number, keys: keys, lists: [], at: Self.moment) { name in
                try? vector("own/\(name)")
            }
            #expect(row.agrees == true, "\(row.name): \(row.verdict), not \(row.expected ?? "")")
        }
    }

    @Test("The encoded lists have the bits and the verdict listed")
    func lists() throws {
        let keys = try KeySet(vectorJSON("own/keys.json"))
        for row in try #require(try vectorJSON("status/lists_dev.json").array) {
            let judged = CredentialRow(row, number: 0, keys: keys, lists: [], at: Self.moment) { _ in nil }
            #expect(judged.agrees == true, "\(judged.name): \(judged.verdict)")
            guard let bits = judged.bits, judged.expected != "form" else { continue }
            #expect(bits.count == row["bits"]?.integer.map(Int.init), "\(judged.name)")
            #expect(bits.indexes == row["set"]?.array?.compactMap(\.integer).map(Int.init), "\(judged.name)")
        }
    }

    @Test("The suite of VC-JOSE-COSE is accepted and refused as listed")
    func jose() throws {
        let minimal = try judge("credential-jose-minimal.txt", "vm-p256.json")
        #expect(minimal.verdict.result == .valid && minimal.verdict.warnings == ["iat"], "\(minimal.verdict)")
        #expect(try judge("credential-jose-bad-signature.txt", "vm-ed25519.json").verdict.reason == .signature)
        #expect(try judge("credential-jose-bad-media-type.txt", "vm-ed25519.json").verdict.reason == .type)
        let wrongKey = try judge("credential-jose-unknown-extensions.txt", "vm-ed25519.json")
        #expect(wrongKey.verdict.result == .invalid)
        #expect(try judge("credential-jose-unknown-extensions.txt", "vm-p521.json").verdict.result == .valid)
        #expect(try judge("credential-minimal.json", "vm-ed25519.json").verdict.reason == .form)
    }

    @Test("A presentation whose credentials cannot be told is not called valid, and what cannot be told is named")
    func presentation() throws {
        let then = try #require(Instant("2024-12-16T01:10:00Z"))
        let outer = try judge("presentation-jose-multiple.txt", "vm-p384.json", at: then)
        #expect(outer.verdict.result == .unknown && outer.verdict.reason == outer.contents.first?.reason)
        #expect(outer.contents.count == 3 && outer.contents.allSatisfy { $0.result == .unknown })
        let untold = outer.contents.filter { $0.reason == .proofType }.map(\.place)
        #expect(untold == ["data:application/vc+sd-jwt", "data:application/vc+cose"])
        #expect(try judge("presentation-jose-multiple.txt", "vm-p384.json").verdict.reason == .expired)
    }

    @Test("A list that ended, or was altered, never says that a credential holds")
    func unsignedLists() throws {
        let keys = try KeySet(vectorJSON("own/keys.json"))
        let good = try #require(try vectorJSON("own/tokens.json").array?.first?["token"]?.string)
        for (file, reason) in [("dcc_expired", CredentialReason.statusExpired), ("dcc_tampered", .statusForm)] {
            let text = try vector("status/\(file).json")
                .replacing(
                    "https://digitalcredentials.github.io/vc-test-fixtures/statusLists/didkey-ed25519Signature2020/expired\"",
                    with: "https://qianmo.example/status/1\""
                )
                .replacing(
                    "https://digitalcredentials.github.io/vc-test-fixtures/statusLists/didkey-ed25519Signature2020/tampered\"",
                    with: "https://qianmo.example/status/1\"")
            let verdict = CredentialJudge(keys: keys, lists: [text], now: Self.moment).judge(good).verdict
            #expect(verdict.result == .unknown && verdict.reason == reason, "\(file): \(verdict)")
        }
    }

    @Test("Every W3C case of the data model is judged as its name says, those listed apart that only JSON-LD can tell")
    func model() throws {
        // Who may assert what of himself is no matter of form: these differ from accepted cases in names alone.
        let apart = ["no-holder", "issuer-mismatch", "holder-mismatch"].map {
            "presentation-self-asserted-vc-\($0).json"
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: "\(vectors)/w3c-vcdm").sorted()
        #expect(files.count >= 60)
        for file in files where !apart.contains(file) {
            let text = try vector("w3c-vcdm/\(file)").replacing("FUTURE DATE", with: "2099-01-01T00:00:00Z")
                .replacing("PAST DATE", with: "2020-01-01T00:00:00Z")
            var json = try JSON(parsing: Array(text.utf8), limits: CompactToken.limits)
            let isBad = file.contains("-fail")
            var members = json.object ?? [:]
            if let issuer = members["issuer"]?.object {
                members["issuer"] = .object(issuer.merging(["id": "did:example:issuer"]) { said, _ in said })
            } else if members["issuer"] == nil {
                members["issuer"] = "did:example:issuer"
            }
            if !file.hasPrefix("presentation") { json = .object(members) }
            let fault = Result { () throws(CredentialFault) in
                if file.hasPrefix("presentation") {
                    try CredentialForm.check(presentation: json)
                } else {
                    try CredentialForm.check(credential: json)
                }
            }
            #expect(((try? fault.get()) == nil) == isBad, "\(file): \(fault)")
        }
    }

    @Test("Badges are refused where the schema of Open Badges 3.0 finds an error, and only there")
    func badges() throws {
        for line in try vector("ob3/expected.csv").split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let json = try vectorJSON("ob3/\(cells[0])")
            let isGood = (try? OpenBadge.check(json)) != nil
            #expect(isGood == (cells[1] == "0"), "\(cells[0])")
        }
    }

    @Test("Of the documents of the suite those are signed and found valid that our contexts define")
    func issuing() throws {
        let issuer = try CredentialIssuer(id: "https://example.issuer/vc-jose-cose")
        let entry = KeySet.Entry(key: issuer.key, name: issuer.kid, issuer: issuer.id)
        let minimal = try issuer.sign(vectorJSON("jose/credential-minimal.json"), at: Self.moment)
        let judge = CredentialJudge(keys: KeySet([entry]), now: Self.moment)
        #expect(judge.judge(minimal).verdict == .valid)
        let full = try issuer.sign(vectorJSON("jose/credential-full.json"), at: Self.moment)
        #expect(judge.judge(full).verdict.reason == .statusType)
        #expect(throws: CredentialFault(.form, "anotherBadOne")) {
            _ = try issuer.sign(vectorJSON("jose/credential-unknown-extensions.json"), at: Self.moment)
        }
    }
}
