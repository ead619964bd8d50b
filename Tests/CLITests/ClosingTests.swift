import Foundation
import TestSupport
import Testing

@Suite("Bids at the last moment", .enabled(if: Program.isBuilt, "the program is not built"))
struct ClosingTests {
    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test(
        "2,000 bids within 50 ms of the end, over HTTP: each has one answer, the log agrees, the end comes at its time",
        .enabled(if: python != nil, "needs python3"))
    func closing() throws {
        let process = Process()
        process.executableURL = URL(filePath: try #require(Self.python))
        process.arguments = [
            Tree.root.appending(path: "Tests/drills/closing.py").path, Program.path, "--bids", "2000", "--connections",
            "100", "--seconds", "6",
        ]
        if TestPostgres.isDefault, let url = TestPostgres.url {
            let schema = TestPostgres.schemaName().replacing("test_", with: "c")
            process.arguments? += ["--database", url, "--schema", schema]
        }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readAll(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
    }
}
