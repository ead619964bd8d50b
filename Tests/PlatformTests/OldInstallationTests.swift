import EventLog
import Foundation
import Kernel
import Storage
import StorageSQLite
import TestSupport
import Testing

@testable import Platform

/// An installation that the program of 27 November 2026 (9d1a5e9) made of `scenarios/luxian-2019.jsonl`.
@Suite("An older installation", .enabled(if: !TestPostgres.isDefault, "it is a file of SQLite"))
struct OldInstallationTests {
    private func unpacked() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "qianmo-old-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let archive = Tree.root.appending(path: "Tests/PlatformTests/Fixtures/installation-9d1a5e9.tar.gz")
        let tar = Process()
        tar.executableURL = URL(filePath: "/bin/tar")
        tar.arguments = ["xzf", archive.path, "-C", folder.path]
        try tar.run()
        tar.waitUntilExit()
        try #require(tar.terminationStatus == 0)
        return folder
    }

    @Test("It opens, verifies, and goes on with the next command")
    func goesOn() async throws {
        let folder = try unpacked()
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try SQLiteDatabase(path: folder.appending(path: "qianmo.sqlite").path)
        let clock = ScenarioClock()
        clock.set(try #require(Instant("2023-07-01T09:00:00+08:00")))
        func bare() throws -> Int64 {
            try database.read { try $0.get("SELECT COUNT(*) FROM command_answer WHERE length(content) = 32") }
        }
        let before = try bare()
        let installation = try Installation.open(.qianmo, dataDirectory: folder, database: database, clock: clock)
        #expect(try installation.log.head().root.base64 == "tmxHpBPbKlWNoJm27wJXPU+708SrnOvmWTuVUVq9hJM=")
        func verified() throws -> Int64 {
            try Verifier(.qianmo, dataDirectory: folder, database: database, scratch: temporaryDatabase()).run().size
        }
        #expect(try verified() == 104)
        let clerk = try #require(try installation.findPrincipal(office: OfficeID("tanba-clerk") ?? .example))
        let answer = try await installation.writer.submit(
            Submission(
                command: "registry.registerParty",
                arguments: ["party": "newcomer", "kind": "person", "name": "李春", "division": "p510521111207"],
                principal: clerk, key: "goes-on"))
        #expect(answer.number == nil && answer.entries == [104])
        let marks: [String] = try database.read { tx in
            try tx.rows("SELECT account_mark FROM bidder").map { try $0.get(0) }
        }
        #expect(try before > 0 && bare() == 0, "nor a bare digest of arguments")
        #expect(!marks.isEmpty && marks.allSatisfy(\.isEmpty), "no hash without a key is left")
        #expect(try verified() == 105)
    }
}
