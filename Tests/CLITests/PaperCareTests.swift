import Foundation
import Kernel
import TestSupport
import Testing

@Suite("The care of papers from the command line", .enabled(if: Program.isBuilt, "the program is not built"))
struct PaperCareTests {
    private let clean = "%PDF-1.7 the minutes of the meeting of the village startxref 0 %%EOF"
    private let harmful = "%PDF-1.7 \(Clamd.harm) of the meeting of the village startxref 0 %%EOF"

    @Test(
        "A real scanner is shown every paper: what it finds is named and ends with 1, away it is 2, and a paper is written as it came",
        .enabled(if: Clamd.isInstalled, "needs clamav-daemon"))
    func scanned() throws {
        let folder = try Folder()
        let scans = folder.appending("scans")
        try FileManager.default.createDirectory(at: scans, withIntermediateDirectories: true)
        try Data(clean.utf8).write(to: scans.appending(path: "a.pdf"))
        try Data(harmful.utf8).write(to: scans.appending(path: "b.pdf"))
        let data = folder.appending("data").path
        let taken = try Program.run("import", "papers", scans.path, "--json", "--data", data)
        #expect(taken.code == 0, "\(taken.output)\(taken.error)")
        guard case .array(let rows)? = try JSON(parsing: Array(taken.output.utf8))["rows"] else {
            Issue.record("\(taken.output)")
            return
        }
        let marks = rows.compactMap { $0["sha256"]?.string }
        try #require(marks.count == 2)

        let clamd = try Clamd()
        let address = "clamd:\(clamd.socket)"
        let away = try Program.run("papers", "scan", address, "--data", data)
        #expect(away.code == 2 && away.error.contains("does not answer"), "\(away.output)\(away.error)")
        #expect(try Program.run("papers", "scan", "icap:localhost:1344", "--data", data).code == 2)
        try clamd.start()
        let said = try Program.run("papers", "scan", address, "--data", data)
        #expect(said.code == 1 && said.output.contains(marks[1]) && !said.output.contains(marks[0]), "\(said.output)")
        #expect(said.output.contains("2 papers were scanned; something was found in 1"), "\(said.output)")
        let verified = try Program.run("verify", "--data", data)
        #expect(verified.code == 0 && verified.output.contains("in 1 it found something"), "\(verified.output)")

        let out = folder.appending("out.pdf").path
        #expect(try Program.run("papers", "get", marks[0], "--out", out, "--data", data).code == 0)
        #expect(try String(contentsOfFile: out, encoding: .utf8) == clean)
        let again = try Program.run("papers", "get", marks[0], "--out", out, "--data", data)
        #expect(again.code != 0, "nothing is written over")
        let none = try Program.run(
            "papers", "get", String(repeating: "0", count: 64), "--out", folder.appending("x").path, "--data", data)
        #expect(none.code == 1 && none.error.contains("no such paper"), "\(none.error)")
    }
}

extension Folder {
    fileprivate func appending(_ name: String) -> URL { url.appending(path: name) }
}
