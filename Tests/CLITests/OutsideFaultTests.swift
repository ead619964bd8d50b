import Foundation
import Kernel
import TestSupport
import Testing

/// The same faults as in the sweep, from outside: the program itself on a disk that fails it.
@Suite("The disk fails the program", .enabled(if: Program.isBuilt, "the program is not built"))
struct OutsideFaultTests {
    @Test(
        "a flush that fails and a write torn in half: the outcome is said to be unknown, and the same keys find it out",
        .enabled(if: Preload.canBeBuilt, "needs cc"))
    func failingCalls() throws {
        let disk = FaultyDisk()
        let wanted = try undisturbed()
        var told = 0
        for fault in [
            "fsync:9", "fsync:25", "fsync:40", "fsync:52", "fsync:63", "fsync:71", "fsync:80",
            "fsync:93", "fsync:105", "fsync:111", "fsync:117", "fsync:126", "fsync:140", "fsync:160",
            "write:301", "write:340", "write:380", "write:420", "write:460", "write:500",
            "write:600", "write:700", "write:800",
        ] {
            let installation = try Folder()
            let ended = try disk.run(
                fault, "scenario", scenario("luxian-2019.jsonl"), "--data", installation.path, "--json")
            // It lay beyond the end of the run.
            if ended.code == 0 { continue }
            try check(ended, in: installation, wanted, fault)
            if ended.error.contains("The outcome is unknown. Send the same again with the same key.") { told += 1 }
        }
        #expect(told >= 3, "too few of the faults met a commit")
    }

    @Test("a disk of 2 MB runs full: what was answered is there, and with more room the rest is done")
    func smallDisk() throws {
        let wanted = try undisturbed()
        let (small, installation) = (try Folder(), try Folder())
        let script = """
            mount -t tmpfs -o size=2m tmpfs "$1" || exit 77
            "$2" scenario "$3" --data "$1" --json; code=$?
            cp -a "$1/." "$4/" || exit 78
            exit $code
            """
        let ended = try Program.run(
            by: "/usr/bin/unshare",
            [
                "-m", "sh", "-c", script, "sh", small.path, Program.path, scenario("luxian-2019.jsonl"),
                installation.path,
            ])
        guard ended.code != 77, !ended.error.contains("unshare failed") else {
            print("skipped: a file system cannot be mounted here (\(ended.error.prefix(80)))")
            return
        }
        #expect(ended.code == 1, "2 MB were enough: \(ended.error)")
        try check(ended, in: installation, wanted, "2 MB")
    }

    /// The last line of a run that nothing disturbs: size and root.
    private func undisturbed() throws -> String {
        let folder = try Folder()
        let ended = try Program.run("scenario", scenario("luxian-2019.jsonl"), "--data", folder.path, "--json")
        return String(try #require(ended.output.split(separator: "\n").last))
    }

    /// The program said that something went wrong; given again, it answers what it had answered the same, finishes as if
    /// nothing had been, and verifies.
    private func check(_ ended: Program.Ended, in installation: Folder, _ wanted: String, _ fault: String) throws {
        #expect(ended.code == 1, "\(fault): \(ended.output.suffix(300)) \(ended.error)")
        let again = try Program.run("scenario", scenario("luxian-2019.jsonl"), "--data", installation.path, "--json")
        let answers = Set(again.output.split(separator: "\n"))
        let lost = ended.output.split(separator: "\n").filter { line in
            // What was refused because the store failed, and the sum of it all, may be other now.
            !line.contains("\"number\":1208") && !line.contains("acceptedLines") && !answers.contains(line)
        }
        #expect(lost == [], "\(fault)")
        #expect(again.output.split(separator: "\n").last.map(String.init) == wanted, "\(fault): \(again.error)")
        let verified = try Program.run("verify", "--data", installation.path)
        #expect(verified.code == 0, "\(fault): \(verified.error)")
    }
}
