import Foundation
import Kernel

/// The two files of a backup, enciphered for the holders of age keys by Debian's `age` (record 0455).
enum SealedStores {
    private static let ending = "age"

    /// Enciphered files lie there.
    static func lie(in folder: URL) throws -> Bool {
        guard FileManager.default.fileExists(atPath: folder.path) else { return false }
        return try !files(folder).isEmpty
    }

    /// Does `body` with a folder of its own inside `folder`, readable to nobody else, and takes it away whatever happens.
    static func withWorkFolder(in folder: URL, _ body: (URL) throws -> Void) throws {
        let work = folder.appending(path: "work-\(UUID().uuidString)")
        try Files.makePrivate(work)
        defer { try? FileManager.default.removeItem(at: work) }
        try body(work)
    }

    /// Enciphers every store in `plain` into `target`: all of them have their names, or none.
    static func seal(_ plain: URL, for recipients: [String], into target: URL) throws {
        try Files.makePrivate(target)
        let parts = try files(plain, "sqlite").map { file in
            (file, part: target.appending(path: file.lastPathComponent).appendingPathExtension("part"))
        }
        defer { for (_, part) in parts { try? FileManager.default.removeItem(at: part) } }
        for (file, part) in parts { try seal(file, for: recipients, as: part) }
        for (_, part) in parts {
            let whole = part.deletingPathExtension().appendingPathExtension(ending)
            try FileManager.default.moveItem(at: part, to: whole)
        }
    }

    private static func seal(_ file: URL, for recipients: [String], as target: URL) throws {
        try age(recipients.flatMap { ["--recipient", $0] } + ["--output", target.path, file.path])
    }

    /// One file more, of any kind.
    static func seal(file: URL, for recipients: [String], into target: URL) throws -> URL {
        let sealed = target.appending(path: file.lastPathComponent).appendingPathExtension(ending)
        try seal(file, for: recipients, as: sealed)
        return sealed
    }

    static func isSealed(_ file: URL) -> Bool { file.pathExtension == ending }

    /// Deciphers every file of `backup` into `plain`.
    static func open(_ backup: URL, with identity: String, into plain: URL) throws {
        for file in try files(backup) { try open(file: file, with: identity, into: plain) }
    }

    static func open(file: URL, with identity: String, into plain: URL) throws {
        let name = file.deletingPathExtension().lastPathComponent
        try age(["--decrypt", "--identity", identity, "--output", plain.appending(path: name).path, file.path])
    }

    private static func files(_ folder: URL, _ ending: String = ending) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == ending }
    }

    /// - Throws: what `age` says when it refuses; that it is missing.
    private static func age(_ arguments: [String]) throws {
        let program = URL(filePath: "/usr/bin/age")
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            throw Failure(message: Console.language(CLIText.needsAge))
        }
        let (process, complaint) = (Process(), Pipe())
        process.executableURL = program
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardError = complaint
        try process.run()
        let said = String(decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw Failure(message: Console.language(CLIText.ageRefused(said.split(separator: "\n").first ?? "")))
        }
    }
}
