import ArgumentParser
import Kernel
import Labour

/// `qianmo replay pay FILE`: pay days as a table, or cases of shifts, punches, seats and pay as JSON, answered by the labour
/// room's rules (`docs/replay.md`). Needs no house.
struct ReplayPay: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "pay", abstract: CLIText.replayPay.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @ArgumentParser.Flag(name: .customLong("json"), help: "\(CLIText.json.here)") var isJSON = false

    func run() throws {
        let replay = try PayReplay(Array(Files.read(file)))
        switch replay {
        case .payDays(let days):
            isJSON ? print("rows", days.answers.compactMap(json), replay) : days.answers.forEach(say)
        case .cases(let cases): isJSON ? print("cases", cases.map(json), replay) : cases.forEach(say)
        }
        if !isJSON { Console.line(Console.language(CLIText.paySummary(counts(replay)))) }
    }

    private func print(_ list: String, _ answers: [JSON], _ replay: PayReplay) {
        let counts = counts(replay)
        let summary = PayOutcome.allCases.map { ($0.rawValue, JSON.integer(Int64(counts[$0] ?? 0))) }
        Console.json([
            "kind": .string(list == "rows" ? "payDays" : "cases"), list: .array(answers),
            "summary": .object(
                Dictionary(uniqueKeysWithValues: summary + [("count", .integer(Int64(replay.outcomes.count)))])),
        ])
    }

    private func counts(_ replay: PayReplay) -> [PayOutcome: Int] {
        replay.outcomes.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    private func say(_ answer: Table<PayDayReplay.Column>.Answer<PayDayReplay.Row>) {
        switch answer.outcome {
        case .setAside: break
        case .refused(let rejection): Console.line("\(answer.line)\t\(answer.excerpt)\n\(Console.text(of: rejection))")
        case .accepted(let row):
            let word = Console.language(CLIText.payOutcome(row.outcome))
            Console.line("\(answer.line)\t\(row.agreed)\t\(row.latest)\t\(word)")
        }
    }

    private func say(_ one: PayCase) {
        let word = Console.language(CLIText.payOutcome(one.outcome))
        let answer = one.problem.map { Console.text(of: $0) } ?? JSON.object(one.result).canonicalText
        Console.line("\(one.source)\t\(word)\t\(answer)")
    }

    private func json(_ answer: Table<PayDayReplay.Column>.Answer<PayDayReplay.Row>) -> JSON? {
        switch answer.outcome {
        case .setAside: nil
        case .refused(let rejection):
            [
                "line": .integer(Int64(answer.line)), "outcome": .string(PayOutcome.unreadable.rawValue),
                "problems": RowJSON.problems(rejection),
            ]
        case .accepted(let row):
            [
                "line": .integer(Int64(answer.line)), "agreedDay": row.agreed.field, "latestPayDay": row.latest.field,
                "expected": row.expected?.field ?? .null, "outcome": .string(row.outcome.rawValue),
            ]
        }
    }

    private func json(_ one: PayCase) -> JSON {
        [
            "source": .string(one.source), "outcome": .string(one.outcome.rawValue), "result": .object(one.result),
            "problems": one.problem.map { RowJSON.problems($0) } ?? .array([]),
        ]
    }
}
