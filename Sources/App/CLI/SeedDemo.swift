import ArgumentParser
import EventLog
import Foundation
import Kernel
import Platform

struct Seed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed", abstract: CLIText.seed.here, subcommands: [SeedDemo.self])
}

/// `qianmo seed demo`: the demo county up to now; once begun, always the same, so that a second run changes nothing.
struct SeedDemo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "demo", abstract: CLIText.seedDemo.here)

    @OptionGroup var place: DataLocation

    @Flag(help: "\(CLIText.small.here)") var small = false

    @Option(help: "\(CLIText.demoSales.here)", transform: Within.range(0...100_000)) var sales = 0

    func run() async throws {
        let base = try beginning()
        let scenario = DemoCounty.scenario(endingAt: base, size: small ? .small : .large, sales: sales)
        let clock = ScenarioClock(scenario.lines.first?.at ?? base)
        let installation = try place.practice(clock)
        var done: Int64 = 0
        let total = Int64(scenario.lines.count)
        let summary = try await ScenarioRunner(installation, clock: clock).runInGroups(scenario) { step in
            done += 1
            Console.progress(Console.language(CLIText.progress(done, total)), isLast: done == total)
            if !step.isAsExpected { Console.error(ScenarioPrint.text(step)) }
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

    /// When the demo was first seeded here; now, and noted, when it was not.
    private func beginning() throws -> Instant {
        let file = place.folder.appending(path: "demo")
        if let text = try? String(contentsOf: file, encoding: .utf8),
            let milliseconds = Int64(text.trimmingCharacters(in: .whitespacesAndNewlines))
        {
            return Instant(milliseconds: milliseconds)
        }
        let now = Instant(milliseconds: SystemClock().now().milliseconds / 60_000 * 60_000)
        try Files.makePrivate(place.folder)
        try "\(now.milliseconds)\n".write(to: file, atomically: true, encoding: .utf8)
        return now
    }
}
