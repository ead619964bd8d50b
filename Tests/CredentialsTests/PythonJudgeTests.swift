import Credentials
import Foundation
import Kernel
import Testing

/// The judge in Python (`Tests/credentials/judge.py`) shares no code with ours; both see the same tokens of chance.
@Suite("A judge in another language agrees") struct PythonJudgeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let schema = "\(vectors)/ob3/ob_v3p0_achievementcredential_schema.json"
    /// `QIANMO_TOKENS`: how many; the drill takes 10,000.
    private static let count =
        ProcessInfo.processInfo.environment["QIANMO_TOKENS"].flatMap { Int($0) }.map { max(1, $0) } ?? 60

    /// The interpreter with the two packages; nil where there is none.
    private static let python: String? = [
        root.appending(path: ".build/venv/bin/python").path, "/work/main/.build/venv/bin/python", "/usr/bin/python3",
    ].first { path in
        FileManager.default.isExecutableFile(atPath: path)
            && (try? run(path, ["-c", "import cryptography, jsonschema"], "").status) == 0
    }

    private static func run(_ program: String, _ arguments: [String], _ input: String) throws -> (
        status: Int32, output: String
    ) {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let file = FileManager.default.temporaryDirectory.appending(path: "tokens-\(UUID().uuidString)")
        try Data(input.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        process.standardInput = try FileHandle(forReadingFrom: file)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    @Test(
        "Both judges say the same of tokens of chance, good and altered, and no good one breaks the schema of the badges",
        .enabled(if: python != nil && FileManager.default.fileExists(atPath: schema), "needs Python and the schema"))
    func agree() throws {
        var chance = SystemRandomNumberGenerator()
        let bench = try Bench()
        let next = try CredentialIssuer(id: bench.issuer.id)
        let keys = KeySet([bench.issuer, next].map { .init(key: $0.key, name: $0.kid, issuer: $0.id) })
        var bits = StatusBits(count: 131_072)
        for index in 0..<131_072 where index % 3 == 0 { bits.set(index) }
        let list = try bench.list(bits)
        let named = JSON.object(
            Dictionary(uniqueKeysWithValues: keys.entries.map { ($0.name, $0.key.jwk(named: $0.name)) }))
        var rows: [JSON] = []
        var ours: [String] = []
        for number in 0..<Self.count {
            let (token, now) = try Self.token(number, [bench.issuer, next], &chance)
            let hasList = number % 11 != 5
            let judge = CredentialJudge(keys: keys, lists: hasList ? [list] : [], now: now)
            ours.append(judge.judge(token).verdict.reason?.rawValue ?? "valid")
            rows.append([
                "token": .string(token), "keys": named, "list": hasList ? .string(list) : .null,
                "now": .integer(now.milliseconds / 1_000), "schema": true,
            ])
        }
        let python = try #require(Self.python)
        let judge = Self.root.appending(path: "Tests/credentials/judge.py").path
        let said = try Self.run(python, [judge, Self.schema], rows.map(\.canonicalText).joined(separator: "\n"))
        let theirs = said.output.split(separator: "\n").map(String.init)
        #expect(theirs.count == Self.count)
        #expect(Set(ours).count >= 4, "\(Set(ours))")
        for (number, (one, other)) in zip(ours, theirs).enumerated() {
            #expect(one == other, "token \(number)")
        }
    }

    /// A good badge with words of chance, or one altered in a way of chance.
    private static func token(
        _ number: Int, _ issuers: [CredentialIssuer], _ chance: inout SystemRandomNumberGenerator
    ) throws -> (String, Instant) {
        let names = ["买买提·艾力", "𠮷田 㐂", "ŵ ł é", "张丽", "\"\\\u{1}/"]
        let index = Int.random(in: 0..<131_072, using: &chance)
        var badge = Bench.badge(index)
        badge["name"] = .string("\(names.randomElement(using: &chance) ?? "") \(number)")
        badge["credentialSubject"] = MutationTests.set(
            badge["credentialSubject"] ?? [:], ["id"], .string("urn:uuid:\(UUID().uuidString.lowercased())"))
        let issuer = issuers[Int.random(in: 0..<issuers.count, using: &chance)]
        let shift = [0, 0, 0, 400, -400, 1_200].randomElement(using: &chance) ?? 0
        var token = try issuer.sign(
            .object(badge), at: Bench.now.adding(days: -1), isOpenBadgeForm: Bool.random(using: &chance))
        if Int.random(in: 0..<4, using: &chance) == 0 {
            var bytes = Array(token.utf8)
            // In the payload or the signature, so that what is said first does not depend on the order of judging.
            let payload = (bytes.firstIndex(of: UInt8(ascii: ".")) ?? 0) + 1
            let signature = (bytes.lastIndex(of: UInt8(ascii: ".")) ?? 0) + 1
            let place = Int.random(in: signature..<bytes.count - 1, using: &chance)
            bytes[max(payload, place)] = bytes[place] == UInt8(ascii: "x") ? UInt8(ascii: "y") : UInt8(ascii: "x")
            token = String(decoding: bytes, as: UTF8.self)
        }
        return (token, Bench.now.adding(days: Int64(shift)))
    }
}
