import Foundation
import Kernel
import TestSupport

/// The built program, run as a person runs it.
struct Program {
    struct Ended {
        let code: Int32
        let output: String
        let error: String
    }

    /// Beside the test bundle, where the build puts it.
    static let path: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: own).deletingLastPathComponent().appending(path: "qianmo").path
    }()

    static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: path) }

    static func run(_ arguments: String...) throws -> Ended { try run(arguments) }

    static func run(_ arguments: [String]) throws -> Ended {
        let process = process(arguments)
        let (output, error) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = error
        try process.run()
        let said = output.fileHandleForReading.readAll()
        let complained = error.fileHandleForReading.readAll()
        process.waitUntilExit()
        return Ended(
            code: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
            error: String(decoding: complained, as: UTF8.self))
    }

    /// Runs until `lines` lines have been printed, then kills without warning. Says what was printed, whole lines only.
    static func kill(after lines: Int, _ arguments: String...) throws -> (printed: [String], wasKilled: Bool) {
        let process = process(arguments)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var bytes = Data()
        var killed = false
        while true {
            let more = output.fileHandleForReading.readSome()
            if more.isEmpty { break }
            bytes.append(more)
            if !killed, bytes.count(where: { $0 == UInt8(ascii: "\n") }) >= lines {
                Foundation.kill(process.processIdentifier, SIGKILL)
                killed = true
            }
        }
        process.waitUntilExit()
        let text = String(decoding: bytes, as: UTF8.self)
        let whole = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
        let wasKilled = process.terminationReason == .uncaughtSignal
        return (text.hasSuffix("\n") ? whole : whole.dropLast(), wasKilled)
    }

    static func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
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
