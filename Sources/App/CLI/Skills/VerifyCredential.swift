import ArgumentParser
import Credentials
import Foundation
import Kernel
import Platform

/// `qianmo verify credential FILE`: a token, a file of several, bare status lists, or the form of an unsigned document
/// (`docs/replay.md`). Needs no house and no network.
struct VerifyCredential: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "credential", abstract: CLIText.verifyCredential.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @Option(help: "\(CLIText.credentialKeys.here)") var keys: String?
    @Option(help: "\(CLIText.credentialStatus.here)") var status: [String] = []
    @Option(help: "\(CLIText.credentialAt.here)") var at: String?
    @ArgumentParser.Flag(help: "\(CLIText.credentialUnsigned.here)") var unsigned = false
    @ArgumentParser.Flag(name: .customLong("json"), help: "\(CLIText.json.here)") var isJSON = false

    func run() throws {
        let text = String(decoding: try Files.read(file), as: UTF8.self)
        let now = try moment()
        let json = try? JSON(parsing: Array(text.utf8), limits: .strangers)
        if unsigned { return try tell([row(form(json), named: name(file))], isSingle: true) }
        let lists = try status.map { String(decoding: try Files.read($0), as: UTF8.self).trimmed }
        let keys = try keySet()
        guard let rows = json?.array else {
            let judgment = CredentialJudge(keys: keys, lists: lists, now: now).judge(text)
            return try tell([row(judgment, named: name(file))], isSingle: true)
        }
        let folder = URL(filePath: file).deletingLastPathComponent()
        let judged = rows.enumerated().map { number, row in
            CredentialRow(row, number: number + 1, keys: keys, lists: lists, at: now) { listed in
                // A row names a file beside it, never one elsewhere.
                guard !listed.contains("/"), let bytes = try? Files.read(folder.appending(path: listed).path) else {
                    return nil
                }
                return String(decoding: bytes, as: UTF8.self).trimmed
            }
        }
        try tell(judged.map(row), isSingle: false)
    }

    private func name(_ path: String) -> String { URL(filePath: path).lastPathComponent }

    private func moment() throws -> Instant {
        guard let at else { return SystemClock().now() }
        if let instant = CredentialMoment.stamp(at) { return instant }
        if let day = CivilDate(at) { return day.start }
        throw Failure(message: Console.language(CLIText.credentialBadMoment(at)), code: 2)
    }

    /// The file of keys, or `keys.json` beside the file; without either every key is unknown.
    private func keySet() throws -> KeySet {
        let beside = URL(filePath: file).deletingLastPathComponent().appending(path: "keys.json").path
        guard let path = keys ?? (FileManager.default.fileExists(atPath: beside) ? beside : nil) else {
            return KeySet([])
        }
        guard let json = try? JSON(parsing: Files.read(path), limits: .strangers), let set = try? KeySet(json)
        else {
            throw Failure(message: Console.language(CLIText.credentialBadKeys(path)), code: 2)
        }
        return set
    }

    /// The data model, and the members of Open Badges 3.0 where the document uses its words.
    private func form(_ json: JSON?) -> CredentialJudge.Judgment {
        let outcome = Result { () throws(CredentialFault) in
            guard let json, json.object != nil else { throw CredentialFault(.form, "document") }
            if CredentialForm.types(json).contains("VerifiablePresentation") {
                try CredentialForm.check(presentation: json)
            } else {
                try CredentialForm.check(credential: json)
                if OpenBadge.speaksOfBadges(json) { try OpenBadge.check(json) }
            }
        }
        switch outcome {
        case .success: return CredentialJudge.Judgment(verdict: .valid, payload: json)
        case .failure(let fault): return CredentialJudge.Judgment(verdict: fault.verdict, payload: json)
        }
    }

    private struct Row {
        let name: String
        let verdict: Verdict
        var contents: [Verdict] = []
        var expected: String?
        var agrees: Bool?
        var bits: StatusBits?
    }

    private func row(_ judgment: CredentialJudge.Judgment, named name: String) -> Row {
        Row(name: name, verdict: judgment.verdict, contents: judgment.contents)
    }

    private func row(_ row: CredentialRow) -> Row {
        Row(name: row.name, verdict: row.verdict, expected: row.expected, agrees: row.agrees, bits: row.bits)
    }

    /// Exit 0 where all is valid (or, in a file that says what it expects, as expected), 1 invalid, 2 cannot tell.
    private func tell(_ rows: [Row], isSingle: Bool) throws {
        if isJSON {
            Console.json(["summary": summary(rows), "rows": .array(rows.map(json))])
        } else {
            for row in rows { Console.line(line(row)) }
            if !isSingle { Console.line(Console.language(CLIText.credentialSummary(counts(rows)))) }
        }
        let isBad = rows.contains { $0.agrees.map { !$0 } ?? ($0.verdict.result == .invalid) }
        if isBad { throw Failure(message: "") }
        if rows.contains(where: { $0.agrees == nil && $0.verdict.result == .unknown }) {
            throw Failure(message: "", code: 2)
        }
    }

    private func line(_ row: Row) -> String {
        var lines = ["\(row.name)\t\(Console.language(CLIText.credentialVerdict(row.verdict)))"]
        if row.agrees == false { lines[0] += "\t≠ \(row.expected ?? "")" }
        lines += row.contents.enumerated().map { number, verdict in
            "  \(number + 1)\t\(Console.language(CLIText.credentialVerdict(verdict)))"
        }
        return lines.joined(separator: "\n")
    }

    private func json(_ verdict: Verdict) -> [String: JSON] {
        [
            "result": .string(verdict.result.rawValue), "reason": verdict.reason.map { .string($0.rawValue) } ?? "",
            "place": .string(verdict.place), "warnings": .array(verdict.warnings.map { .string($0) }),
        ]
    }

    private func json(_ row: Row) -> JSON {
        var members = json(row.verdict)
        members["name"] = .string(row.name)
        if !row.contents.isEmpty { members["contents"] = .array(row.contents.map { .object(json($0)) }) }
        members["expected"] = row.expected.map { .string($0) }
        members["agrees"] = row.agrees.map { .bool($0) }
        if let bits = row.bits {
            members["bits"] = .integer(Int64(bits.count))
            members["set"] = .array(bits.indexes.prefix(10_000).map { .integer(Int64($0)) })
        }
        return .object(members)
    }

    private func counts(_ rows: [Row]) -> (valid: Int, invalid: Int, unknown: Int, differing: Int) {
        (
            rows.count { $0.verdict.result == .valid }, rows.count { $0.verdict.result == .invalid },
            rows.count { $0.verdict.result == .unknown }, rows.count { $0.agrees == false }
        )
    }

    private func summary(_ rows: [Row]) -> JSON {
        let counts = counts(rows)
        return [
            "rows": .integer(Int64(rows.count)), "valid": .integer(Int64(counts.valid)),
            "invalid": .integer(Int64(counts.invalid)), "unknown": .integer(Int64(counts.unknown)),
            "differing": .integer(Int64(counts.differing)),
        ]
    }
}
