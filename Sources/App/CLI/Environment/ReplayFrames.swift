import ArgumentParser
import HJ212
import Kernel

/// `qianmo replay frames FILE`: every frame of a file judged by length, checksum and structure (`docs/replay.md`).
struct ReplayFrames: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "frames", abstract: CLIText.replayFrames.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @Option(help: "\(CLIText.replayDialect.here)") var dialect = ChecksumDialect.annexA
    @Option(help: "\(CLIText.replayLongest.here)") var longest = StationProfile.longest
    @ArgumentParser.Flag(name: .customLong("json"), help: "\(CLIText.json.here)") var isJSON = false

    func validate() throws {
        guard (1...StationProfile.longest).contains(longest) else {
            throw ValidationError(Console.language(CLIText.replayLongest))
        }
    }

    func run() throws {
        let bytes = try Files.read(file)
        let station = StationProfile(dialect: dialect, longestSegment: longest)
        if bytes.first(where: { $0 > 0x20 && $0 < 0x7F }).map({ $0 == UInt8(ascii: "{") }) ?? false {
            show(VectorReplay(try JSON(parsing: bytes, limits: .strangers)))
        } else {
            show(try FrameReplay(bytes, station: station))
        }
    }

    private func show(_ replay: FrameReplay) {
        let outcomes = replay.outcomes
        let counts = FrameCounts(
            accepted: outcomes.count { $0.verdict.isAccepted }, rejected: outcomes.count { !$0.verdict.isAccepted },
            agreeing: outcomes.count { $0.agrees == true }, differing: outcomes.count { $0.agrees == false },
            unread: replay.rows.count - outcomes.count)
        if isJSON {
            Console.json(["frames": .array(replay.rows.map(json)), "summary": counts.json])
            return
        }
        Console.line(Console.language(CLIText.framesHeader))
        for row in replay.rows {
            switch row.result {
            case .success(let outcome):
                Console.line(line(String(row.line), outcome.verdict, agrees: outcome.agrees, outcome.differs))
            case .failure(let rejection): Console.line("\(row.line)\t\(Console.text(of: rejection))")
            }
        }
        Console.line(Console.language(CLIText.framesSummary(counts)))
    }

    private func show(_ replay: VectorReplay) {
        let counts = FrameCounts(
            accepted: replay.checks.count { $0.verdict?.isAccepted ?? false },
            rejected: replay.checks.count { $0.verdict.map { !$0.isAccepted } ?? false },
            agreeing: replay.checks.count(where: \.agrees), differing: replay.checks.count { !$0.agrees }, unread: 0)
        if isJSON {
            Console.json([
                "frames": .array(
                    replay.checks.map { check in
                        var members = check.verdict.map(FrameJSON.members) ?? [:]
                        members["id"] = .string(check.id)
                        members["kind"] = .string(check.kind)
                        members["agrees"] = .bool(check.agrees)
                        return .object(members)
                    }),
                "summary": counts.json,
            ])
            return
        }
        for check in replay.checks {
            Console.line("\(check.id)\t\(check.kind)\t\(Console.language(CLIText.votesAgree(check.agrees)))")
        }
        Console.line(Console.language(CLIText.framesSummary(counts)))
    }

    private func line(_ number: String, _ verdict: FrameVerdict, agrees: Bool?, _ differs: [String]) -> String {
        let odd = FrameOddities.allCases.filter { verdict.oddities.contains($0) }
        return [
            number, verdict.declaredLength ?? "-", String(verdict.actualLength), verdict.declaredChecksum ?? "-",
            verdict.computedChecksum, verdict.dialect?.rawValue ?? "-", verdict.segment?.st ?? "-",
            verdict.segment?.cn ?? "-", Console.language(CLIText.frameAccepted(verdict.isAccepted)),
            (verdict.fault.map { [HJ212Text.fault($0)] } ?? []).map { Console.language($0) }.joined()
                + odd.map { Console.language(HJ212Text.oddity($0)) }.joined(separator: "; "),
            agrees.map { Console.language(CLIText.votesAgree($0)) + (differs.isEmpty ? "" : " \(differs)") } ?? "-",
        ].joined(separator: "\t")
    }

    private func json(_ row: FrameReplay.Row) -> JSON {
        switch row.result {
        case .failure(let rejection):
            return ["line": .integer(Int64(row.line)), "problems": RowJSON.problems(rejection)]
        case .success(let outcome):
            var members = FrameJSON.members(outcome.verdict)
            members["line"] = .integer(Int64(row.line))
            members["agrees"] = outcome.agrees.map { .bool($0) } ?? .null
            members["differs"] = .array(outcome.differs.map { .string($0) })
            return .object(members)
        }
    }
}

/// How many of a file's frames went which way.
struct FrameCounts {
    let accepted: Int
    let rejected: Int
    let agreeing: Int
    let differing: Int
    let unread: Int

    var json: JSON {
        [
            "frames": .integer(Int64(accepted + rejected)), "accepted": .integer(Int64(accepted)),
            "rejected": .integer(Int64(rejected)), "agreeing": .integer(Int64(agreeing)),
            "differing": .integer(Int64(differing)), "unreadable": .integer(Int64(unread)),
        ]
    }
}

/// A verdict for machines.
enum FrameJSON {
    static func members(_ verdict: FrameVerdict) -> [String: JSON] {
        func text(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }
        let odd = FrameOddities.allCases.filter { verdict.oddities.contains($0) }
        let segment = verdict.segment
        return [
            "accepted": .bool(verdict.isAccepted),
            "declaredLength": verdict.declaredLength.flatMap { Int64($0) }.map { .integer($0) } ?? .null,
            "actualLength": .integer(Int64(verdict.actualLength)), "lengthOk": .bool(verdict.lengthHolds),
            "declaredCrc": text(verdict.declaredChecksum), "computedCrc": .string(verdict.computedChecksum),
            "crcOk": .bool(verdict.checksumHolds), "dialect": .string(verdict.dialect?.rawValue ?? "none"),
            "reason": text(verdict.fault?.name), "reasonZh": text(verdict.fault.map { HJ212Text.fault($0).zh }),
            "reasonEn": text(verdict.fault.map { HJ212Text.fault($0).en }),
            "warnings": .array(odd.map { .string(HJ212Text.oddity($0).en) }), "qn": text(segment?.qn),
            "st": text(segment?.st), "cn": text(segment?.cn), "mn": text(segment?.mn),
            "version": segment?.spokenVersion.map { .integer(Int64($0.rawValue)) } ?? .null,
            "dataTime": text(segment?.dataTime), "sentAgain": .bool(segment?.isSentAgain ?? false),
            "values": .array((segment?.factors ?? []).flatMap(values)),
        ]
    }

    private static func values(_ factor: FactorReading) -> [JSON] {
        factor.readings.compactMap { reading in
            guard let value = reading.value else { return nil }
            var members: [String: JSON] = [
                "factor": .string(factor.factor), "field": .string(reading.field), "text": .string(reading.text),
                "mark": factor.mark(of: reading.sub).map { .string($0.rawValue) } ?? .null,
            ]
            members["sub"] = reading.sub.map { .string($0) }
            switch value {
            case .success(let micro): members["value"] = .decimal(units: micro.units, scale: 6)
            case .failure(let fault): members["problem"] = .string(fault.rawValue)
            }
            return .object(members)
        }
    }
}

extension ChecksumDialect: ExpressibleByArgument {}
