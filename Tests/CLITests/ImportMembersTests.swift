import Foundation
import Kernel
import TestSupport
import Testing

/// A stranger's list of members at the terminal, entered by a desk.
@Suite("Members come in from a list", .enabled(if: Program.isBuilt, "the program is not built"))
struct ImportMembersTests {
    @Test("A list enters by the desk it names, once; without a desk that may, nobody enters")
    func enters() throws {
        let folder = try Folder()
        try "1772415000000\n".write(
            to: folder.url.appending(path: "demo"), atomically: true, encoding: .utf8)
        #expect(try Program.run("seed", "demo", "--small", "--data", folder.path).code == 0)
        let list = try folder.write(
            """
            person,household,name,relation,sex,birth,since,until,ground,capable,shares,remark
            n001,g01,钱测二一,02,1,1955-01-11,2018-04-30,,reform,,1,
            n002,g01,钱测三一,30,2,1986-08-17,2018-04-30,,reform,,1,
            n003,g02,孙测四一,02,1,1970-13-21,2018-04-30,,reform,,1,
            """, "members.csv")
        func summary(_ more: String...) throws -> JSON? {
            let ended = try Program.run(
                ["import", "members", list, "--organisation", "dongpo-collective", "--json", "--data", folder.path]
                    + more)
            return try JSON(parsing: Array(ended.output.utf8))["summary"]
        }
        #expect(
            try Program.run(
                "import", "members", list, "--organisation", "dongpo-collective", "--data", folder.path
            ).code == 2)
        let first = try summary("--as", "dongpo-clerk")
        #expect(first?["entered"] == .integer(2) && first?["refused"] == .integer(1))
        let second = try summary("--as", "dongpo-clerk")
        #expect(second?["entered"] == .integer(0) && second?["known"] == .integer(2))
    }
}
