import EventLog
import Foundation
import Kernel
import Testing

/// A small log of our own leaves, and a directory of its own to export it into.
struct ExampleLog {
    let key: SigningKey
    let entries: [[UInt8]]
    let root: Hash

    init(count: Int, changing changed: Int? = nil) throws {
        key = try #require(SigningKey(name: "log.example/test", seed: Array(repeating: 3, count: 32)))
        entries = try (0..<count).map { try ExampleLog.entry($0, isChanged: $0 == changed) }
        var range = CompactRange()
        for entry in entries { range.append(.leaf(entry)) }
        root = range.root
    }

    static func entry(_ number: Int, isChanged: Bool = false) throws -> [UInt8] {
        try Leaf(
            kind: "exchange.bidPlaced", stream: StreamID("lot", "L\(number % 3)"),
            at: Instant(milliseconds: 1_600_000_000_000 + Int64(number)), division: DivisionID("p140404101"),
            office: OfficeID("station-yusi"), role: .bidder,
            fields: ["priceFen": .integer(Int64(isChanged ? 1 : 80_000 + number)), "note": .string("第\(number)次报价")]
        ).encoded()
    }

    var checkpoint: SignedCheckpoint {
        Checkpoint(origin: key.verifier.name, size: Int64(entries.count), root: root).signed(by: key)
    }

    func export(to directory: URL) throws -> StaticLog {
        var writer = try StaticLogWriter(directory: directory.path)
        for entry in entries { try writer.append(entry) }
        try writer.finish(checkpoint)
        return StaticLog(at: directory.path)
    }

    /// Every file of an exported log.
    static func files(in directory: URL) throws -> [URL] {
        let all = try #require(FileManager.default.enumerator(at: directory, includingPropertiesForKeys: nil))
        return all.compactMap { $0 as? URL }.filter { !$0.hasDirectoryPath }.sorted { $0.path < $1.path }
    }

    /// Runs `body` with an empty directory that is removed afterwards.
    static func withDirectory<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let directory = FileManager.default.temporaryDirectory.appending(path: "qianmo-log-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: directory) }
        return try body(directory)
    }
}
