import Foundation
import Kernel
import TestSupport
import Testing

@Suite("The program is killed in the middle of its work", .enabled(if: Program.isBuilt, "the program is not built"))
struct KillTests {
    /// Where in a commit: SQLite's log half written, written and not flushed, flushed and nobody told; PostgreSQL's message
    /// half sent, or sent and not answered. Each with how many calls at most lie between two kills.
    private static let places =
        TestPostgres.isDefault
        ? [("kill-commit", 9), ("kill-committed", 9)] : [("kill-write", 90), ("kill-flush", 9), ("kill-flushed", 9)]

    @Test(
        "after kill -9 inside a commit, 100 times: every answered command is there, none twice, and all verifies",
        .enabled(if: Preload.canBeBuilt, "needs cc"))
    func hundred() throws {
        let luxian = scenario("luxian-2019.jsonl")
        let reference = try Folder()
        let undisturbed = try Program.run("scenario", luxian, "--data", reference.path, "--json")
        #expect(undisturbed.code == 0)
        let summary = try #require(undisturbed.output.split(separator: "\n").last)
        let disk = FaultyDisk()
        var (kills, seed) = (0, 7)
        while kills < 100 {
            let folder = try Folder()
            // One house is killed while it is made, too.
            let isMade = kills > 0
            if isMade {
                let nothing = try reference.write("# nothing yet\n", "nothing.jsonl")
                #expect(try Program.run("scenario", nothing, "--data", folder.path).code == 0)
            }
            var answers: [String: String] = [:]
            while true {
                seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
                let (place, most) = Self.places[kills % Self.places.count]
                // On PostgreSQL each line that was answered before has its own COMMIT, of nothing.
                let before = TestPostgres.isDefault ? answers.count : 0
                let run = try disk.run(
                    "\(place):\(before + 1 + (seed >> 8) % most)", "scenario", luxian, "--data", folder.path, "--json")
                for line in run.output.split(separator: "\n").map(String.init) {
                    guard let key = try JSON(parsing: Array(line.utf8))["key"]?.string else { continue }
                    // What was answered once is answered the same for ever.
                    #expect(answers[key, default: line] == line)
                    answers[key] = line
                }
                if run.code == 0 {
                    // The same size and root as if nobody had been killed: nothing lost, nothing twice.
                    #expect(run.output.split(separator: "\n").last == summary)
                    break
                }
                if run.wasKilled {
                    kills += 1
                } else {
                    // The killed program's session is still on its way out, and holds the writer's place.
                    try #require(TestPostgres.isDefault, "\(run.error)")
                    Thread.sleep(forTimeInterval: 0.05)
                }
                if isMade {
                    let verified = try Program.run("verify", "--data", folder.path)
                    #expect(verified.code == 0, "\(place): \(verified.error)")
                }
            }
            #expect(try Program.run("verify", "--data", folder.path).code == 0)
        }
    }
}
