import Foundation
import Kernel
import TestSupport
import Testing

@Suite("Lots as open contracting data, by the program", .enabled(if: Program.isBuilt, "the program is not built"))
struct ExportOCDSTests {
    @Test("the Luxian lot goes out as releases and as a record whose compiled release has the reported total")
    func luxian() throws {
        let folder = try Folder()
        _ = try Program.run("scenario", scenario("luxian-2019.jsonl"), "--data", folder.path)
        let out = folder.path + "/ocds"
        let written = try Program.run("export", "ocds", "--all", "--out", out, "--data", folder.path)
        #expect(written.code == 0 && written.output.hasPrefix("Wrote 1 lots with "))
        let records = try JSON(parsing: Array(Data(contentsOf: URL(filePath: out + "/records.json"))))
        let compiled = try #require(records["records"]?.array?.first?["compiledRelease"])
        #expect(compiled["contracts"]?.array?.first?["value"]?["amount"] == 720_000)
        let lot = try #require(compiled["tender"]?["id"]?.string)
        let one = try Program.run("export", "ocds", "--lot", lot, "--data", folder.path)
        let releases = try JSON(parsing: Array(one.output.utf8.dropLast()))
        #expect(releases["releases"]?.array?.count == records["records"]?.array?.first?["releases"]?.array?.count)
        let record = try Program.run("export", "ocds", "--lot", lot, "--record", "--data", folder.path)
        #expect(try JSON(parsing: Array(record.output.utf8.dropLast()))["records"] == records["records"])
    }

    @Test("a lot nobody may see is exit 1, wrong usage exit 2")
    func refusals() throws {
        let folder = try Folder()
        _ = try Program.run("migrate", "--data", folder.path)
        let unknown = try Program.run("export", "ocds", "--lot", "nothing", "--data", folder.path)
        #expect(unknown.code == 1 && unknown.error == "No such lot has been public.\n")
        #expect(try Program.run("export", "ocds", "--data", folder.path).code == 2)
        #expect(try Program.run("export", "ocds", "--lot", "a", "--all", "--data", folder.path).code == 2)
    }
}
