import Foundation
import Kernel
import TestSupport
import Testing

@Suite("The first account of an installation", .enabled(if: Program.isBuilt, "the program is not built"))
struct AccountTests {
    @Test("Nobody can sign in to a fresh house until an account is opened; a second time gives a new password")
    func first() throws {
        let parent = try Folder()
        let installation = parent.path + "/house"
        #expect(try Program.run("account", "admin", "--data", installation).code == 2, "no house yet")
        #expect(try Program.run("migrate", "--data", installation).code == 0)
        let rights = try FileManager.default.attributesOfItem(atPath: installation)[.posixPermissions] as? Int
        #expect(rights == 0o700, "sealed values and sign-ins lie here")
        let opened = try Program.run("account", "admin", "--name", "li", "--data", installation)
        #expect(opened.code == 0, "\(opened.error)")
        let said = try #require(opened.output.firstMatch(of: /^Name (\S+), password ([a-z2-7]{16})\./))
        #expect(said.1 == "li")
        let again = try Program.run("account", "admin", "--data", installation, "--json")
        let told = try JSON(parsing: Array(again.output.utf8.dropLast()))
        #expect(told["name"] == "li")
        let fresh = try #require(told["password"]?.string)
        #expect(fresh != String(said.2))
        let serving = try Serving(["--data", installation], environment: [:])
        func enter(_ password: String) throws -> HTTPAnswer {
            try serving.post("/api/v1/sign-in", ["name": "li", "password": .string(password), "code": ""])
        }
        #expect(try enter(String(said.2)).number == 1331, "the old one is gone")
        let inside = try enter(fresh)
        #expect(inside.status == 200 && inside.json?["mustEnrol"] == true, "\(inside.text)")
    }

    @Test("A name nobody could type again is refused or made plain, and the store is not asked")
    func names() throws {
        let folder = try Folder()
        #expect(try Program.run("migrate", "--data", folder.path).code == 0)
        for name in ["", "  ", "\u{202E}\u{200B}", String(repeating: "a", count: 65)] {
            let ended = try Program.run("account", "admin", "--name", name, "--data", folder.path)
            #expect(ended.code == 1 && ended.output.isEmpty, "\(name)")
            #expect(ended.error.contains("name: ") && !ended.error.contains("SQLite"), "\(ended.error)")
        }
        let plain = try Program.run("account", "admin", "--name", " li\nwei ", "--data", folder.path, "--json")
        #expect(try JSON(parsing: Array(plain.output.utf8.dropLast()))["name"] == "li wei")
    }

    @Test("A desk that is not there, and a bidder's account, are refused with words")
    func refused() throws {
        let folder = try Folder()
        _ = try Program.run("scenario", scenario("luxian-2019.jsonl"), "--data", folder.path)
        let nobody = try Program.run("account", "nobody", "--data", folder.path)
        #expect(nobody.code == 2 && nobody.error == "There is no open desk “nobody”.\n")
        let bidder = try Program.run("account", "shunhe-account", "--data", folder.path)
        #expect(bidder.code == 2 && bidder.error.contains("sign in by phone"), "\(bidder.error)")
    }
}
