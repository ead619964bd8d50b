import Foundation
import Kernel
import TestSupport
import Testing

/// What a slip with folders, schemas and keys must not do.
@Suite("Keys and stores that do not belong together", .enabled(if: Program.isBuilt, "the program is not built"))
struct KeyTests {
    private func begin(_ folder: Folder, more: [String] = []) throws {
        let run = try Program.run(["scenario", scenario("luxian-2019.jsonl"), "--data", folder.path] + more)
        #expect(run.code == 0, "\(run.error)")
    }

    private func signed(_ folder: Folder) throws -> String {
        try String(contentsOf: folder.url.appending(path: "keys/signed"), encoding: .utf8)
    }

    @Test("an empty store beside keys that have signed is refused with 1216, and nothing is made or forgotten")
    func emptyStore() throws {
        let (installation, elsewhere) = (try Folder(), try Folder())
        // Both stores are named here, whichever the run is on.
        let there = ["--database", installation.path]
        try begin(installation, more: there)
        let before = try signed(installation)
        for arguments in [
            ["serve", "--port", "0"], ["scenario", scenario("luxian-2019.jsonl")], ["seed", "demo"],
        ] {
            let run = try Program.run(
                arguments + ["--data", installation.path, "--database", elsewhere.path + "/mistyped"])
            #expect(run.code == 1 && run.error.contains("1216"), "\(arguments): \(run.error)")
        }
        #expect(try signed(installation) == before)
        #expect(!FileManager.default.fileExists(atPath: elsewhere.path + "/mistyped/qianmo.sqlite"))
        #expect(try Program.run(["verify", "--data", installation.path] + there).code == 0)
    }

    @Test(
        "a mistyped schema is refused, and the schema is not made",
        .enabled(if: TestPostgres.isThere, "needs PostgreSQL: scripts/with-postgres.sh"))
    func schema() throws {
        let (installation, schema) = (try Folder(), Schema())
        try begin(installation, more: try Array(schema.arguments(installation).dropFirst(2)))
        let before = try signed(installation)
        let url = try #require(TestPostgres.url)
        let run = try Program.run([
            "scenario", scenario("luxian-2019.jsonl"), "--data", installation.path, "--database", url, "--schema",
            schema.name + "x",
        ])
        #expect(run.code == 1 && run.error.contains("1216"), "\(run.error)")
        #expect(try signed(installation) == before)
    }

    @Test("another installation's store beside these keys is refused")
    func wrongStore() throws {
        let (installation, other) = (try Folder(), try Folder())
        try begin(installation, more: ["--database", installation.path])
        try begin(other, more: ["--database", other.path])
        let before = try signed(installation)
        let run = try Program.run(
            "scenario", scenario("luxian-2019.jsonl"), "--data", installation.path, "--database", other.path)
        #expect(run.code == 1, "\(run.error)")
        #expect(try signed(installation) == before)
        #expect(try Program.run("verify", "--data", other.path, "--database", other.path).code == 0)
    }

    @Test("a restore that cannot be finished leaves nothing begun, and can be done again from a good backup")
    func restore() throws {
        let (installation, backup, target) = (try Folder(), try Folder(), try Folder())
        try begin(installation, more: ["--database", installation.path])
        try Serving(["--data", installation.path, "--database", installation.path]).kill()
        let (good, bad) = (backup.path + "/good", backup.path + "/bad")
        #expect(try Program.run("backup", good, "--data", installation.path, "--database", installation.path).code == 0)
        try FileManager.default.copyItem(atPath: good, toPath: bad)
        let place = ["--data", target.path, "--database", target.path]
        for file in ["signin.sqlite", "qianmo.sqlite"] {
            let path = bad + "/" + file
            let bytes = try Data(contentsOf: URL(filePath: path))
            // The header stays, the rest is damaged.
            try (bytes.prefix(4_096) + Data(repeating: 0xA5, count: bytes.count - 4_096)).write(to: URL(filePath: path))
            let run = try Program.run(["restore", bad] + place)
            #expect(run.code != 0, "\(file)")
            try bytes.write(to: URL(filePath: path))
        }
        let restored = try Program.run(["restore", good] + place)
        #expect(restored.code == 0, "\(restored.error)")
        try? FileManager.default.removeItem(at: target.url.appending(path: "keys"))
        try FileManager.default.copyItem(
            at: installation.url.appending(path: "keys"), to: target.url.appending(path: "keys"))
        #expect(try Program.run(["verify"] + place).code == 0)
    }

    @Test("a clean backup verifies where nothing can be written: one file each, and nothing beside them afterwards")
    func readOnly() throws {
        let (installation, backup) = (try Folder(), try Folder())
        try begin(installation, more: ["--database", installation.path])
        let to = backup.path + "/monday"
        #expect(try Program.run("backup", to, "--data", installation.path, "--database", installation.path).code == 0)
        let files = try FileManager.default.contentsOfDirectory(atPath: to).sorted()
        #expect(files.allSatisfy { ["SHA256SUMS", "qianmo.sqlite", "signin.sqlite"].contains($0) }, "\(files)")
        let verify = ["--data", installation.path, "--database", to]
        #expect(try Program.run(["verify"] + verify).code == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: to).sorted() == files)
        // The same on a file system that takes no writing, where one may be mounted.
        let mount = "mount --bind \(to) \(to) && mount -o remount,ro,bind \(to) && \"$0\" \"$@\""
        let tried = try Program.run(
            by: "/usr/bin/unshare", ["-m", "/bin/sh", "-c", mount, Program.path, "verify"] + verify)
        #expect(tried.code == 0 || tried.error.contains("unshare") || tried.error.contains("mount:"), "\(tried.error)")
    }

    @Test(
        "a secret that others can read is refused with 1217 before the house is served",
        arguments: [
            "log.key", "installation.key", "sign-in.key",
        ])
    func readable(name: String) throws {
        let installation = try Folder()
        try begin(installation, more: ["--database", installation.path])
        let file = installation.path + "/keys/" + name
        if !FileManager.default.fileExists(atPath: file) {
            try Data(repeating: 7, count: 32).write(to: URL(filePath: file))
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        let run = try Program.run("serve", "--port", "0", "--data", installation.path, "--database", installation.path)
        #expect(run.code == 1 && run.error.contains("1217") && run.error.contains(name), "\(run.error)")
    }

    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test(
        "a store that a newer program made is refused with what to do, in both languages", .enabled(if: python != nil),
        arguments: [("en", "restore the backup of before the update"), ("zh", "请恢复升级前的备份")])
    func newerProgram(language: String, words: String) throws {
        let installation = try Folder()
        let place = ["--data", installation.path, "--database", installation.path]
        try begin(installation, more: ["--database", installation.path])
        let python = try #require(Self.python)
        let step = """
            import sqlite3
            store = sqlite3.connect('\(installation.path)/qianmo.sqlite')
            store.execute("INSERT INTO schema_migration (id, digest, applied_at) VALUES ('registry-999', 'x', 0)")
            store.commit()
            """
        #expect(try Program.run(by: python, ["-c", step]).code == 0)
        for command in [["migrate"], ["serve", "--port", "0"]] {
            let run = try Program.run(by: Program.path, command + place, ["QIANMO_LANG": language])
            #expect(run.code == 1 && run.error.contains("registry-999") && run.error.contains(words), "\(run.error)")
        }
    }
}
