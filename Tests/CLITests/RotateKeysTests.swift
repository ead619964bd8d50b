import Foundation
import Kernel
import TestSupport
import Testing

/// `qianmo keys rotate`, and keys that are not the house's (decision record 0395).
@Suite("Keys on the command line", .enabled(if: Program.isBuilt, "the program is not built"))
struct RotateKeysTests {
    private func begun() throws -> Folder {
        let folder = try Folder()
        let run = try Program.run("scenario", scenario("luxian-2019.jsonl"), "--data", folder.path)
        #expect(run.code == 0, "\(run.error)")
        return folder
    }

    @Test("keys rotate refuses while a server writes and without a house; then it rotates, and all verifies")
    func rotate() throws {
        let nowhere = try Folder()
        #expect(try Program.run("keys", "rotate", "--data", nowhere.path + "/none").code == 2)
        let folder = try begun()
        let file = folder.url.appending(path: "keys/installation.key")
        let before = try Data(contentsOf: file)
        let serving = try Serving(["--data", folder.path])
        #expect(try Program.run("keys", "rotate", "--data", folder.path).code == 1)
        #expect(try Data(contentsOf: file) == before)
        serving.kill()
        let run = try Program.run("keys", "rotate", "--data", folder.path, "--json")
        #expect(run.code == 0, "\(run.error)")
        let said = try JSON(parsing: Array(run.output.utf8.dropLast()))
        #expect(said["outcome"] == "rotated" && said["keys"] == 2, "\(run.output)")
        #expect(try Data(contentsOf: file).suffix(before.count) == before, "the first key stands last")
        #expect(try Program.run("verify", "--data", folder.path).code == 0)
        let words = try Program.run("keys", "rotate", "--data", folder.path)
        #expect(words.code == 0 && words.output.contains("3 lines"), "\(words.output)")
    }

    @Test(
        "keys rotate log and keys rotate sign-in: all verifies, and the old log.pub still leads through the exported log"
    )
    func others() throws {
        let folder = try begun()
        let keys = folder.url.appending(path: "keys")
        let first = folder.url.appending(path: "first.pub")
        try Data(contentsOf: keys.appending(path: "log.pub")).write(to: first)
        #expect(try Program.run("account", "admin", "--data", folder.path).code == 0)
        let signIn = try Data(contentsOf: keys.appending(path: "sign-in.key"))
        let run = try Program.run("keys", "rotate", "log", "--data", folder.path)
        #expect(run.code == 0 && run.output.contains("A new key signs the log"), "\(run.output) \(run.error)")
        let other = try Program.run("keys", "rotate", "sign-in", "--data", folder.path, "--json")
        #expect(
            other.code == 0 && other.output == "{\"accounts\":0,\"recoveryCodes\":0}\n",
            "\(other.output) \(other.error)")
        #expect(try Data(contentsOf: keys.appending(path: "sign-in.key")) != signIn)
        #expect(try Program.run("keys", "rotate", "key", "--data", folder.path).code == 2)
        #expect(try Program.run("verify", "--data", folder.path).code == 0)
        let log = folder.path + "/export"
        #expect(try Program.run("export", "log", log, "--data", folder.path).code == 0)
        for key in [first.path, log + "/log.pub"] {
            #expect(try Program.run("verify", "log", log, "--key", key).code == 0, "\(key)")
        }
        let serving = try Serving(["--data", folder.path])
        serving.kill()
    }

    @Test("serve names a sign-in.key of another house or one that was cut, and a wrong log.pub, and does not start")
    func wrongKeys() throws {
        let folder = try begun()
        #expect(try Program.run("account", "admin", "--data", folder.path).code == 0)
        let key = folder.url.appending(path: "keys/sign-in.key")
        let own = try Data(contentsOf: key)
        // The account has no second factor and no phone yet: nothing is sealed under any key.
        for wrong in [Data(own.prefix(7)), Data((0..<32).map { UInt8($0) })] {
            try wrong.write(to: key)
            let run = try Program.run("serve", "--port", "0", "--data", folder.path)
            #expect(run.code == 1 && run.error.contains("sign-in.key"), "\(run.error)")
        }
        try own.write(to: key)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key.path)
        let half = folder.url.appending(path: "keys/log.pub")
        try Data("other".utf8).write(to: half)
        let wrong = try Program.run("serve", "--port", "0", "--data", folder.path)
        #expect(wrong.code == 1 && wrong.error.contains("log.pub"), "\(wrong.error)")
    }
}
