import ArgumentParser
import HJ212
import Kernel

/// `qianmo replay stream FILE.json`: byte streams in the reads they came in, and the segments that come out.
struct ReplayStream: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "stream", abstract: CLIText.replayStream.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @ArgumentParser.Flag(name: .customLong("json"), help: "\(CLIText.json.here)") var isJSON = false

    func run() throws {
        let replay = StreamReplay(try JSON(parsing: Files.read(file), limits: .strangers))
        let agreeing = replay.outcomes.count { $0.agrees == true }
        let differing = replay.outcomes.count { $0.agrees == false }
        if isJSON {
            Console.json([
                "streams": .array(replay.outcomes.map(json)),
                "summary": [
                    "streams": .integer(Int64(replay.outcomes.count)), "agreeing": .integer(Int64(agreeing)),
                    "differing": .integer(Int64(differing)),
                    "unreadable": .integer(Int64(replay.outcomes.count { $0.problem != nil })),
                ],
            ])
            return
        }
        for outcome in replay.outcomes {
            Console.line(
                [
                    outcome.id, String(outcome.frames.count),
                    outcome.agrees.map { Console.language(CLIText.votesAgree($0)) } ?? "-",
                    outcome.flags.map { Console.language($0) }.joined(separator: "; "),
                    (outcome.events.map { Console.language($0) } + [outcome.problem].compactMap(\.self)).joined(
                        separator: "; "),
                ].joined(separator: "\t"))
        }
        Console.line(Console.language(CLIText.streamsSummary(replay.outcomes.count, agreeing, differing)))
    }

    private func json(_ outcome: StreamReplay.Outcome) -> JSON {
        let key: Bool = if case .plain = outcome.station.cipher { false } else { true }
        return [
            "id": .string(outcome.id), "framesOut": .array(outcome.frames.map { .string($0) }),
            "flags": .array(outcome.flags.map { .string($0.en) }),
            "events": .array(outcome.events.map { .string($0.en) }),
            "eventNames": .array(outcome.eventNames.map { .string($0) }),
            "station": [
                "version": .integer(Int64(outcome.station.version.rawValue)),
                "dialect": .string(outcome.station.dialect.rawValue),
                "longest": .integer(Int64(outcome.station.longestSegment)), "hasKey": .bool(key),
            ],
            "agrees": outcome.agrees.map { .bool($0) } ?? .null,
            "problem": outcome.problem.map { .string($0) } ?? .null,
        ]
    }
}
