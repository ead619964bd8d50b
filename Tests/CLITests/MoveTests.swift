import Foundation
import Kernel
import TestSupport
import Testing

@Suite("Copies, backups and what became of them", .enabled(if: Program.isBuilt, "the program is not built"))
struct MoveTests {
    private static let balance = ["trial-balance", "--org", "tanba-collective", "--at", "2023-12-31", "--json"]

    /// The folder's log after the Luxian deal, as it was printed.
    private func deal(_ folder: Folder) throws -> String {
        let run = try Program.run("scenario", scenario("luxian-2019.jsonl"), "--data", folder.path, "--json")
        return String(try #require(run.output.split(separator: "\n").last))
    }

    private func carryKeys(_ from: Folder, _ to: Folder) throws {
        let keys = to.url.appending(path: "keys")
        try? FileManager.default.removeItem(at: keys)
        try FileManager.default.copyItem(at: from.url.appending(path: "keys"), to: keys)
    }

    @Test(
        "an installation moves to PostgreSQL and back, with the same root, the same balances, and every table the same",
        .enabled(if: TestPostgres.isThere, "needs PostgreSQL: scripts/with-postgres.sh"))
    func bothWays() throws {
        let (first, last, schema) = (try Folder(), try Folder(), Schema())
        let url = try #require(TestPostgres.url)
        // Both stores are named here, whichever the run is on.
        let source = ["--data", first.path, "--database", first.path]
        let summary = try Program.run(["scenario", scenario("luxian-2019.jsonl"), "--json"] + source).output
            .split(separator: "\n").last
        let there = try Program.run(["copy", "--from", first.path, "--to", url, "--schema", schema.name, "--json"])
        #expect(there.code == 0, "\(there.error)")
        let back = try Program.run(["copy", "--from", url, "--to", last.path, "--schema", schema.name, "--json"])
        #expect(back.code == 0, "\(back.error)")
        #expect(back.output == there.output)
        let json = try JSON(parsing: Array(there.output.utf8.dropLast()))
        let root = try #require(json["root"]?.string)
        #expect(summary?.contains(root) == true)
        try carryKeys(first, last)
        let wanted = try Program.run(Self.balance + source).output
        #expect(wanted.contains("72000000"))
        for place in [try schema.arguments(first), ["--data", last.path, "--database", last.path]] {
            #expect(try Program.run(Self.balance + place).output == wanted)
            let verified = try Program.run(["verify"] + place)
            #expect(verified.code == 0, "\(verified.error)")
        }
        // A second time there is something there already.
        let again = try Program.run(["copy", "--from", first.path, "--to", url, "--schema", schema.name])
        #expect(again.code == 1)
        #expect(again.error.contains("holds data already"))
    }

    @Test("a backup made while the house is served is restored whole, and the log goes on from it")
    func restored() throws {
        let (installation, backup, other) = (try Folder(), try Folder(), try Folder())
        let summary = try deal(installation)
        let to = backup.path + "/monday"
        let made = try Program.run("backup", to, "--data", installation.path)
        #expect(made.output.hasPrefix("Backed up and compared "), "\(made.error)")
        let said = try #require(made.output.firstMatch(of: /log size (\d+), root ([^.]+)\./))
        #expect(summary.contains(String(said.1)) && summary.contains(String(said.2)), "\(made.output) \(summary)")
        #expect(try Program.run("backup", to, "--data", installation.path).code == 1)
        #expect(!FileManager.default.fileExists(atPath: to + "/keys"))
        let restored = try Program.run("restore", to, "--data", other.path)
        #expect(restored.output.hasPrefix("Restored and compared "), "\(restored.error)")
        #expect(try Program.run("restore", to, "--data", other.path).error.contains("holds data already"))
        try carryKeys(installation, other)
        #expect(try Program.run("verify", "--data", other.path).code == 0)
        // Every key is remembered: the same scenario changes nothing.
        #expect(try deal(other) == summary)
    }

    @Test("a backup takes the raw frames where it is told to, in either form, and gives them back or nothing")
    func frames() throws {
        let (installation, backup, other) = (try Folder(), try Folder(), try Folder())
        _ = try deal(installation)
        let (lying, back) = (installation.url.appending(path: "telemetry"), other.url.appending(path: "telemetry"))
        try FileManager.default.createDirectory(at: lying, withIntermediateDirectories: true)
        let files = ["2026030208.segz": "packed", "2026030209.seg": "plain", "2026030208.roots": "roots"]
        for (name, text) in files { try Data(text.utf8).write(to: lying.appending(path: name)) }
        try Data("book".utf8).write(to: lying.appending(path: "hours"))
        let (without, with) = (backup.path + "/without", backup.path + "/with")
        #expect(try Program.run("backup", without, "--data", installation.path).code == 0)
        #expect(!FileManager.default.fileExists(atPath: without + "/telemetry"))
        let made = try Program.run("backup", with, "--frames", "--data", installation.path)
        #expect(made.output.contains("3 files of raw frames copied."), "\(made.output)\(made.error)")
        let changed = URL(filePath: with + "/telemetry/2026030209.seg")
        try Data("plaiN".utf8).write(to: changed)
        let refused = try Program.run("restore", with, "--data", other.path)
        #expect(refused.code == 1 && refused.error.contains("2026030209.seg"), "\(refused.error)")
        #expect(!FileManager.default.fileExists(atPath: other.path + "/qianmo.sqlite"), "nothing was restored")
        try Data("plain".utf8).write(to: changed)
        let restored = try Program.run("restore", with, "--data", other.path)
        #expect(restored.output.contains("3 files of raw frames copied."), "\(restored.error)")
        #expect(try Set(FileManager.default.contentsOfDirectory(atPath: back.path)) == Set(files.keys))
        for (name, text) in files {
            #expect(FileManager.default.contents(atPath: back.appending(path: name).path) == Data(text.utf8))
        }
        let early = try Program.run(
            "frames", "remove", "--before", "2020-01-01", "--reason", "five years", "--data", installation.path)
        #expect(early.code == 1 && early.error.contains("not all sealed"), "\(early.error)")
        #expect(try Program.run("frames", "remove", "--before", "x", "--reason", "y", "--data", other.path).code == 2)
    }

    @Test("a backup with one changed bit is refused by name, and nothing is restored: 12 bits by chance")
    func damaged() throws {
        let (installation, backup) = (try Folder(), try Folder())
        _ = try deal(installation)
        let to = backup.path + "/monday"
        #expect(try Program.run("backup", to, "--data", installation.path).code == 0)
        let file = URL(filePath: to + "/qianmo.sqlite")
        let whole = try Data(contentsOf: file)
        var dice = SystemRandomNumberGenerator()
        for _ in 0..<12 {
            var changed = whole
            let place = Int.random(in: 0..<changed.count, using: &dice)
            changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
            try changed.write(to: file)
            let other = try Folder()
            let ended = try Program.run("restore", to, "--data", other.path)
            #expect(ended.code == 1 && ended.error.contains("qianmo.sqlite"), "byte \(place): \(ended.error)")
            #expect(!FileManager.default.fileExists(atPath: other.path + "/qianmo.sqlite"))
        }
        try whole.write(to: file)
        #expect(try Program.run("restore", to, "--data", try Folder().path).code == 0)
    }

    @Test(
        "an enciphered backup holds nothing anybody could read, is opened by its key alone, and is restored whole",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/age"), "needs age: scripts/install.sh test")
    )
    func enciphered() throws {
        let (installation, backup, other) = (try Folder(), try Folder(), try Folder())
        let summary = try deal(installation)
        #expect(try Program.run("account", "admin", "--data", installation.path).code == 0)
        let (key, strange) = (try ageKey(backup.path + "/key"), try ageKey(backup.path + "/strange"))
        let to = backup.path + "/monday"
        let backUp = ["backup", to, "--data", installation.path, "--recipient"]
        let nobody = try Program.run(backUp + ["age1nobody"])
        #expect(nobody.code == 1 && nobody.error.contains("age refused"), "\(nobody.error)")
        #expect(nobody.output.isEmpty, "nothing is said to be backed up")
        let lying = installation.url.appending(path: "telemetry")
        try FileManager.default.createDirectory(at: lying, withIntermediateDirectories: true)
        try Data("PW=123456".utf8).write(to: lying.appending(path: "2026030209.seg"))
        let made = try Program.run(backUp + [key.public, "--recipient", strange.public, "--frames"])
        #expect(made.output.hasPrefix("Backed up and compared "), "\(made.error)")
        #expect(try Program.run(backUp + [key.public]).error.contains("holds data already"))
        // Nothing in the clear: neither in the backup nor left behind where it was made.
        let files = try FileManager.default.subpathsOfDirectory(atPath: to)
        #expect(
            Set(files.filter { !$0.hasPrefix("papers") }) == [
                "qianmo.sqlite.age", "signin.sqlite.age", "telemetry", "telemetry/2026030209.seg.age",
                "telemetry/SHA256SUMS",
            ])
        for file in files where file.hasSuffix(".age") {
            let bytes = try #require(FileManager.default.contents(atPath: "\(to)/\(file)"))
            #expect(bytes.starts(with: Array("age-encryption.org/v1".utf8)))
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: installation.path)
        #expect(!left.contains { $0.hasPrefix("work-") })
        let restore = ["restore", to, "--data", other.path]
        #expect(try Program.run(restore).error.contains("--identity"))
        let third = try ageKey(backup.path + "/third")
        #expect(try Program.run(restore + ["--identity", third.file]).error.contains("age refused"))
        let restored = try Program.run(restore + ["--identity", strange.file])
        #expect(restored.output.hasPrefix("Restored and compared "), "\(restored.error)")
        let frames = FileManager.default.contents(atPath: other.path + "/telemetry/2026030209.seg")
        #expect(frames == Data("PW=123456".utf8))
        try carryKeys(installation, other)
        #expect(try Program.run("verify", "--data", other.path).code == 0)
        #expect(try deal(other) == summary)
    }

    /// A new key of age: its file, and its public part.
    private func ageKey(_ file: String) throws -> (file: String, public: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/age-keygen")
        process.arguments = ["-o", file]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let text = try String(contentsOfFile: file, encoding: .utf8)
        return (file, String(try #require(text.firstMatch(of: /public key: (age1\w+)/)).1))
    }

    @Test(
        "an old backup is noticed and refused with its number, until a person opens a new epoch that the log tells of")
    func epoch() throws {
        let (installation, backup, other) = (try Folder(), try Folder(), try Folder())
        let early = try installation.write(
            """
            {"at":"2018-03-01T09:00:00+08:00","by":"admin","do":"registry.openOffice","key":"o","with":{"office":"c",\
            "role":"countyOfficer","division":"root","person":"li","title":"County centre"}}
            """, "early.jsonl")
        #expect(try Program.run("scenario", early, "--data", installation.path).code == 0)
        #expect(
            try Program.run("epoch", "open", "--reason", "none", "--data", installation.path).error.hasPrefix("1214 "))
        #expect(try Program.run("backup", backup.path + "/b", "--data", installation.path).code == 0)
        let later = try installation.write(
            """
            {"at":"2018-03-02T09:00:00+08:00","by":"admin","do":"registry.closeOffice","key":"p","with":{"office":"c"}}
            """, "later.jsonl")
        #expect(try Program.run("scenario", later, "--data", installation.path).code == 0)
        #expect(try Program.run("restore", backup.path + "/b", "--data", other.path).code == 0)
        // The keys were kept apart, and remember.
        try carryKeys(installation, other)
        for command in [["serve", "--port", "0"], ["migrate"], ["scenario", later]] {
            let refused = try Program.run(command + ["--data", other.path])
            #expect(refused.code == 1)
            #expect(refused.error.hasPrefix("1212 The store is older than what was signed: 2 entries signed, 1 found."))
            #expect(refused.error.contains("qianmo epoch open --reason"))
        }
        let open = ["epoch", "open", "--reason", "The disk failed on 2 March; Monday's backup was restored."]
        #expect(try Program.run("epoch", "open", "--reason", " ", "--data", other.path).code == 2)
        let opened = try Program.run(open + ["--data", other.path])
        #expect(opened.output == "A new epoch begins with entry 1, which tells why.\n", "\(opened.error)")
        #expect(try Program.run(open + ["--data", other.path]).error.hasPrefix("1214 "))
        let log = other.path + "/log"
        #expect(try Program.run("export", "log", log, "--data", other.path).code == 0)
        let leaves = try Data(contentsOf: URL(filePath: log + "/tile/entries/000.p/2"))
        let text = String(decoding: leaves, as: UTF8.self)
        #expect(text.contains("log.epochOpened") && text.contains("The disk failed on 2 March"))
        #expect(text.contains("\"signedEntries\":2"))
        #expect(try Program.run("scenario", later, "--data", other.path).code == 0)
        let verified = try Program.run("verify", "--data", other.path)
        #expect(verified.code == 0, "\(verified.error)")
    }
}
