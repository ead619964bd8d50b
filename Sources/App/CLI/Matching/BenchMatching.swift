import Foundation
import Kernel

/// `qianmo bench matching`: this program, LEMON and OR-Tools on the same networks in the same run, by `scripts/bench-matching`
/// of the source tree: other people's solvers are called from outside and never become a part of the program.
enum BenchMatching {
    static func run(isJSON: Bool, isQuick: Bool, runs: Int) throws {
        let script = "scripts/bench-matching"
        guard FileManager.default.isExecutableFile(atPath: script), let ours = CommandLine.arguments.first else {
            throw Failure(message: Console.language(FlowText.noScript(script)), code: 2)
        }
        let process = Process()
        process.executableURL = URL(filePath: script)
        process.arguments =
            ["--ours", ours, "--runs", String(isQuick ? 1 : runs)] + (isQuick ? ["--quick"] : [])
            + (isJSON ? ["--json"] : [])
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(message: "") }
    }
}
