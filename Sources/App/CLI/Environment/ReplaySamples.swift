import ArgumentParser
import Environment
import HJ212
import Kernel

/// `qianmo replay samples FILE`: strangers' values through the statistics and validity of the sewage room.
struct ReplaySamples: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "samples", abstract: CLIText.replaySamples.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @Option(help: "\(CLIText.samplesExpected.here)") var expected: String?
    @ArgumentParser.Flag(name: .customLong("json"), help: "\(CLIText.json.here)") var isJSON = false

    func run() throws {
        guard let replay = SampleReplay(try Files.read(file), expected: try expected.map { try Files.read($0) }) else {
            throw Failure(message: Console.language(CLIText.samplesUnknown(file)), code: 2)
        }
        let counts = (
            agreeing: replay.cases.count { $0.agrees == true }, differing: replay.cases.count { $0.agrees == false },
            unread: replay.cases.count { $0.problem != nil }
        )
        guard !isJSON else {
            Console.json([
                "kind": .string(replay.kind.rawValue), "cases": .array(replay.cases.map(json)),
                "summary": [
                    "cases": .integer(Int64(replay.cases.count)), "agreeing": .integer(Int64(counts.agreeing)),
                    "differing": .integer(Int64(counts.differing)), "refused": .integer(Int64(counts.unread)),
                ],
            ])
            return
        }
        for one in replay.cases { Console.line(line(one)) }
        Console.line(
            Console.language(
                CLIText.samplesSummary(replay.cases.count, counts.agreeing, counts.differing, counts.unread)))
    }

    private func line(_ one: SampleReplay.Case) -> String {
        let values = one.computed.sorted { $0.key < $1.key }.map { "\($0.key)=\(Self.json($0.value).canonicalText)" }
        return [
            one.id, values.joined(separator: " "),
            one.problem.map { Console.language(CLIText.sampleProblem($0)) } ?? "",
            one.agrees.map { Console.language(CLIText.votesAgree($0)) } ?? "-", one.differs.joined(separator: ","),
        ].joined(separator: "\t")
    }

    private func json(_ one: SampleReplay.Case) -> JSON {
        [
            "id": .string(one.id), "computed": .object(one.computed.mapValues(Self.json)),
            "differs": .array(one.differs.map { .string($0) }), "agrees": one.agrees.map { .bool($0) } ?? .null,
            "problemZh": one.problem.map { .string(CLIText.sampleProblem($0).zh) } ?? .null,
            "problemEn": one.problem.map { .string(CLIText.sampleProblem($0).en) } ?? .null,
        ]
    }

    private static func json(_ value: SampleJSON) -> JSON {
        switch value {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .number(let number): .decimal(units: number.units, scale: 6)
        case .string(let text): .string(text)
        case .array(let list): .array(list.map(json))
        case .object(let members): .object(members.mapValues(json))
        }
    }
}
