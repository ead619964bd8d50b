import ArgumentParser
import Kernel
import Registry

/// `qianmo replay votes FILE`: count sheets of meetings judged by the register's rules (`docs/replay.md`). Needs no house.
struct ReplayVotes: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "votes", abstract: CLIText.replayVotes.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @ArgumentParser.Flag(name: .customLong("json"), help: "\(CLIText.json.here)") var isJSON = false

    func run() throws {
        let replay = try VoteReplay(Array(Files.read(file)))
        if isJSON {
            Console.json(["rows": .array(replay.answers.map(json)), "summary": summary(replay)])
        } else {
            Console.line(Console.language(CLIText.votesHeader))
            for answer in replay.answers { if let line = line(answer) { Console.line(line) } }
            Console.line(Console.language(CLIText.votesSummary(counts(replay))))
        }
    }

    private func line(_ answer: Table<VoteReplay.Column>.Answer<VoteReplay.Outcome>) -> String? {
        switch answer.outcome {
        case .setAside: nil
        case .refused(let rejection): "\(answer.line)\t\(answer.excerpt)\n\(Console.text(of: rejection))"
        case .accepted(let outcome):
            [
                outcome.name, Console.language(outcome.verdict.result.label),
                outcome.verdict.neededPresent.map { String($0) } ?? "-",
                outcome.verdict.neededInFavour.map { String($0) } ?? "-",
                outcome.verdict.rule.map { Console.language($0.basis.article) } ?? "-",
                outcome.agrees.map { Console.language(CLIText.votesAgree($0)) } ?? "-",
            ].joined(separator: "\t")
        }
    }

    private func json(_ answer: Table<VoteReplay.Column>.Answer<VoteReplay.Outcome>) -> JSON {
        switch answer.outcome {
        case .setAside(let reason): ["line": .integer(Int64(answer.line)), "setAside": .string(reason.rawValue)]
        case .refused(let rejection):
            ["line": .integer(Int64(answer.line)), "problems": RowJSON.problems(rejection)]
        case .accepted(let outcome):
            [
                "line": .integer(Int64(answer.line)), "case": .string(outcome.name),
                "result": .string(outcome.verdict.result.rawValue),
                "neededPresent": outcome.verdict.neededPresent.map { .integer($0) } ?? .null,
                "neededFor": outcome.verdict.neededInFavour.map { .integer($0) } ?? .null,
                "article": outcome.verdict.rule.map { .string($0.basis.article.en) } ?? .null,
                "since": outcome.verdict.rule?.since.field ?? .null,
                "note": outcome.isDisputedBetweenLaws ? .string(RegistryText.disputedBetweenLaws.en) : .null,
                "agrees": outcome.agrees.map { .bool($0) } ?? .null,
            ]
        }
    }

    private func counts(_ replay: VoteReplay) -> (rows: Int, agreeing: Int, differing: Int, unread: Int) {
        let unread = replay.answers.count { if case .refused = $0.outcome { true } else { false } }
        return (
            replay.outcomes.count, replay.outcomes.count { $0.agrees == true },
            replay.outcomes.count { $0.agrees == false }, unread
        )
    }

    private func summary(_ replay: VoteReplay) -> JSON {
        let counts = counts(replay)
        var results: [String: JSON] = [:]
        for (result, group) in Dictionary(grouping: replay.outcomes, by: \.verdict.result) {
            results[result.rawValue] = .integer(Int64(group.count))
        }
        return [
            "rows": .integer(Int64(counts.rows)), "agreeing": .integer(Int64(counts.agreeing)),
            "differing": .integer(Int64(counts.differing)), "unreadable": .integer(Int64(counts.unread)),
            "encoding": .string(replay.encoding.rawValue), "results": .object(results),
        ]
    }
}

/// How every importer says in JSON what is wrong with a row.
enum RowJSON {
    static func problems(_ rejection: Rejection) -> JSON {
        .array(
            rejection.flattened.map {
                [
                    "number": .integer(Int64($0.number)), "field": $0.field.map { .string($0) } ?? .null,
                    "textZh": .string($0.text.zh), "textEn": .string($0.text.en), "nextZh": .string($0.next.zh),
                    "nextEn": .string($0.next.en),
                ]
            })
    }
}
