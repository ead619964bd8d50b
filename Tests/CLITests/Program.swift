import Foundation
import Kernel
import TestSupport

/// The built program, run as a person runs it.
struct Program {
    struct Ended {
        let code: Int32
        let output: String
        let error: String
        /// By a signal: it did not end by itself.
        var wasKilled = false
    }

    /// Beside the test bundle, where the build puts it.
    static let path: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: own).deletingLastPathComponent().appending(path: "qianmo").path
    }()

    static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: path) }

    static func run(_ arguments: String...) throws -> Ended { try run(arguments) }

    static func run(_ arguments: [String]) throws -> Ended { try run(by: path, arguments) }

    /// Runs any program, with more in its environment.
    static func run(by executable: String, _ arguments: [String], _ more: [String: String] = [:]) throws -> Ended {
        let process = process(arguments)
        process.executableURL = URL(filePath: executable)
        process.environment?.merge(more) { $1 }
        let (output, error) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = error
        try process.run()
        let said = output.fileHandleForReading.readAll()
        let complained = error.fileHandleForReading.readAll()
        process.waitUntilExit()
        return Ended(
            code: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
            error: String(decoding: complained, as: UTF8.self),
            wasKilled: process.terminationReason == .uncaughtSignal)
    }

    /// In the run of the suite on PostgreSQL every folder of data has a schema of its own.
    private static func database(for arguments: [String]) -> [String] {
        guard TestPostgres.isDefault, let url = TestPostgres.url, !arguments.contains("--database"),
            let data = arguments.firstIndex(of: "--data"), data + 1 < arguments.count
        else { return [] }
        let name = arguments[data + 1].lowercased().filter { $0.isLetter || $0.isNumber }.suffix(40)
        return ["--database", url, "--schema", "t\(name)"]
    }

    static func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments + database(for: arguments)
        process.environment = ["QIANMO_LANG": "en", "PATH": "/usr/bin:/bin", "HOME": "/tmp"]
        return process
    }
}

/// A folder for one test, gone with the value.
final class Folder {
    let url = FileManager.default.temporaryDirectory.appending(path: "qianmo-cli-\(UUID().uuidString)")
    var path: String { url.path }

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ text: String, _ name: String) throws -> String {
        let file = url.appending(path: name)
        try text.write(to: file, atomically: true, encoding: .utf8)
        return file.path
    }
}

func scenario(_ name: String) -> String { Tree.root.appending(path: "scenarios/\(name)").path }
