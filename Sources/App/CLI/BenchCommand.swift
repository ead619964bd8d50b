import ArgumentParser
import Bench
import Foundation
import Kernel

/// `qianmo bench [all|NAME…]`: measures, and prints the table of docs/bench.md.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "bench", abstract: CLIText.bench.here)

    @Argument(help: "\(CLIText.benchNames.here)") var names: [String] = ["all"]
    @Flag(help: "\(CLIText.benchQuick.here)") var quick = false
    @Option(help: "\(CLIText.benchRuns.here)", transform: Within.range(1...1_000)) var runs = 3
    @Option(help: "\(CLIText.benchFolder.here)") var folder: String?
    @Option(help: "\(CLIText.benchDatabase.here)") var database: String?
    @Flag(name: .customLong("json"), help: "\(CLIText.json.here)") var isJSON = false

    func run() throws {
        if names == ["gateway"] {
            let figures = GatewayBench.run(seconds: quick ? 1 : 5)
            if isJSON {
                Console.json(figures.json)
            } else {
                Console.line(Console.language(CLIText.gatewayBench(figures)))
            }
            return
        }
        if names == ["matching"] { return try BenchMatching.run(isJSON: isJSON, isQuick: quick, runs: runs) }
        let chosen = try names == ["all"] ? BenchName.allCases : names.map(BenchCommand.name)
        let place = folder ?? FileManager.default.temporaryDirectory.path + "/qianmo-bench-\(getpid())"
        defer { if folder == nil { try? FileManager.default.removeItem(atPath: place) } }
        let report = Report(
            chosen, folder: URL(filePath: place), runs: quick ? 1 : runs, isQuick: quick, postgres: database
        ) { name, run in
            Console.progress("\(name.rawValue) \(run)")
        }
        Console.progress("", isLast: true)
        if isJSON { Console.json(report.json) } else { Console.text(report.markdown(Console.language)) }
        // What was asked for and could not be measured is a failure; a store that was not given is not.
        guard report.failures.allSatisfy({ $0.name == .postgres && database == nil }) else {
            throw Failure(message: "")
        }
    }

    private static func name(_ text: String) throws -> BenchName {
        guard let name = BenchName(rawValue: text) else {
            throw Failure(message: Console.language(CLIText.badValue(text)), code: 2)
        }
        return name
    }
}

/// `qianmo bench-run NAME`: one measurement, once, in this process. `qianmo bench` starts these.
struct BenchRun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "bench-run", shouldDisplay: false)

    @Argument var name: String
    @Option var folder: String
    @Option var postgres: String?
    @Flag var quick = false

    func run() async throws {
        guard let name = BenchName(rawValue: name) else {
            throw Failure(message: Console.language(CLIText.badValue(name)), code: 2)
        }
        let bench = Bench(folder: URL(filePath: folder), isQuick: quick, postgres: postgres)
        let figures = try await bench.run(name)
        Console.json(.object(Dictionary(uniqueKeysWithValues: figures.map { ($0.key.rawValue, .integer($0.value)) })))
    }
}

/// `qianmo bench-serve KIND`: the server of a measurement.
struct BenchServe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "bench-serve", shouldDisplay: false)

    @Argument var kind: String
    @Option var folder: String
    @Option(transform: Within.range(0...1_000_000)) var people = 0

    func run() async throws {
        guard let kind = ServedInstallation.Kind(rawValue: kind) else {
            throw Failure(message: Console.language(CLIText.badValue(kind)), code: 2)
        }
        try await ServedInstallation.serve(kind, folder: URL(filePath: folder), people: people) { Console.line($0) }
    }
}
