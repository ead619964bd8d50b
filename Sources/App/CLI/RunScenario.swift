import ArgumentParser
import EventLog
import Foundation
import Kernel
import Platform

/// `qianmo scenario FILE.jsonl`: one line a command, then the log's size and root.
struct RunScenario: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "scenario", abstract: CLIText.scenario.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @OptionGroup var place: DataLocation

    func run() async throws {
        let scenario = try Scenario(parsing: Files.read(file))
        let clock = ScenarioClock(scenario.lines.first?.at ?? Instant(milliseconds: 0))
        let summary = try await ScenarioRunner(place.practice(clock), clock: clock).run(scenario) { step in
            if place.isJSON { Console.json(ScenarioPrint.json(step)) } else { Console.line(ScenarioPrint.text(step)) }
        }
        if place.isJSON {
            Console.json(ScenarioPrint.json(summary))
        } else {
            Console.line(
                Console.language(
                    CLIText.summary(summary.accepted, summary.refused, summary.size, summary.root.base64)))
        }
        guard summary.unexpected == 0 else { throw Failure(message: "") }
    }
}

/// How a scenario's answers are printed.
enum ScenarioPrint {
    static func text(_ step: ScenarioRunner.Step) -> String {
        let head = "\(step.line.number)  \(step.line.at)  \(step.line.office)  \(step.line.command)  "
        let mark = step.isAsExpected ? "" : Console.language(CLIText.notExpected)
        switch step.answer {
        case .accepted(let entries, _, _):
            let list = entries.isEmpty ? Console.language(CLIText.nothing) : ranges(entries)
            return head + "\(Console.language(CLIText.accepted)) \(list)" + mark
        case .rejected(let rejection):
            return head + "\(Console.language(CLIText.refused)) \(Console.text(of: rejection))" + mark
        }
    }

    static func json(_ step: ScenarioRunner.Step) -> JSON {
        var members: [String: JSON] = [
            "line": .integer(Int64(step.line.number)), "do": .string(step.line.command),
            "key": .string(step.line.key), "expected": .bool(step.isAsExpected),
        ]
        if case .object(let answer) = step.answer.json { members.merge(answer) { old, _ in old } }
        return .object(members)
    }

    static func json(_ summary: ScenarioRunner.Summary) -> JSON {
        [
            "acceptedLines": .integer(Int64(summary.accepted)), "refusedLines": .integer(Int64(summary.refused)),
            "unexpectedLines": .integer(Int64(summary.unexpected)), "size": .integer(summary.size),
            "root": .string(summary.root.base64),
        ]
    }

    /// `3, 5–9`.
    private static func ranges(_ entries: [Int64]) -> String {
        var parts: [(Int64, Int64)] = []
        for entry in entries {
            if let last = parts.last, last.1 + 1 == entry {
                parts[parts.count - 1].1 = entry
            } else {
                parts.append((entry, entry))
            }
        }
        return parts.map { $0 == $1 ? "\($0)" : "\($0)–\($1)" }.joined(separator: ", ")
    }
}

enum Files {
    static func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(message: Console.language(CLIText.cannotRead(path)), code: 2)
        }
        return Array(data)
    }

    /// The log's public keys, as `log.pub` has them.
    static func logKeys(_ path: String) throws -> LogKeys {
        try LogKeys(String(decoding: try read(path), as: UTF8.self))
    }

    /// The folder of an installation or a backup, where it is missing: in it lie sealed values and the sign-ins, so it is
    /// for its owner alone. One that is there stays as somebody made it.
    static func makePrivate(_ folder: URL) throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
}
