import Foundation
import Kernel
import TestSupport
import Testing

@Suite("The program is killed in the middle of its work", .enabled(if: Program.isBuilt, "the program is not built"))
struct KillTests {
    @Test("after kill -9, 100 times at changing points: every answered command is there, none twice, and all verifies")
    func hundred() throws {
        let luxian = scenario("luxian-2019.jsonl")
        let reference = try Folder()
        let undisturbed = try Program.run("scenario", luxian, "--data", reference.path, "--json")
        #expect(undisturbed.code == 0)
        let summary = try #require(undisturbed.output.split(separator: "\n").last)
        var (kills, seed) = (0, 7)
        while kills < 100 {
            let folder = try Folder()
            var answers: [String: String] = [:]
            var wasKilled = true
            while wasKilled {
                seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
                let lines = answers.count + 1 + seed % 11
                let run = try Program.kill(after: lines, "scenario", luxian, "--data", folder.path, "--json")
                wasKilled = run.wasKilled
                if wasKilled { kills += 1 }
                for line in run.printed {
                    guard let key = try JSON(parsing: Array(line.utf8))["key"]?.string else { continue }
                    // What was answered once is answered the same for ever.
                    #expect(answers[key, default: line] == line)
                    answers[key] = line
                }
            }
            let whole = try Program.run("scenario", luxian, "--data", folder.path, "--json")
            // The same size and root as if nobody had been killed: nothing lost, nothing twice.
            #expect(whole.output.split(separator: "\n").last == summary)
            #expect(try Program.run("verify", "--data", folder.path).code == 0)
        }
    }
}
