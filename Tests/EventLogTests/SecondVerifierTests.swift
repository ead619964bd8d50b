import EventLog
import Foundation
import TestSupport
import Testing

/// The independent verifier in tools/verify, run as a person would run it.
private enum SecondVerifier {
    static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "tools/verify/qianmo_verify.py")

    static let canRun: Bool = (try? run(["-c", "import cryptography"]).status) == 0

    static func verify(_ arguments: [String], key: String) throws -> (status: Int32, output: String) {
        try run([script.path, "verify"] + arguments + ["--vkey", key])
    }

    private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readAll()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}

@Suite(
    "The second verifier, in Python, agrees", .serialized,
    .enabled(if: SecondVerifier.canRun, "needs python3 with the package cryptography"))
struct SecondVerifierTests {
    /// What `qianmo verify` answers: 0 good, 1 bad, 2 cannot tell, and the first bad entry.
    private func own(_ verify: () throws -> Void) throws -> (status: Int32, entry: Int64?) {
        do {
            try verify()
            return (0, nil)
        } catch let fault as LogFault {
            return (fault.cannotTell ? 2 : 1, fault.entry)
        }
    }

    private func expectSame(
        _ arguments: [String], key: VerifierKey, as own: (status: Int32, entry: Int64?), _ comment: Comment
    ) throws {
        let other = try SecondVerifier.verify(arguments, key: key.text)
        #expect(other.status == own.status, "\(comment): \(other.output)")
        guard own.status == 1, let entry = own.entry else { return }
        #expect(other.output.contains("bad at entry \(entry):"), "\(comment): \(other.output)")
    }

    @Test("on good logs of every shape", arguments: [0, 1, 256, 300])
    func goodLogs(count: Int) throws {
        let log = try ExampleLog(count: count)
        try ExampleLog.withDirectory { directory in
            let exported = try log.export(to: directory)
            try exported.verify(by: log.key.verifier)
            try expectSame(["log", directory.path], key: log.key.verifier, as: (0, nil), "\(count) entries")
        }
    }

    @Test("on the golden log", .enabled(if: SharedData.goldenLog != nil, "needs ../shared/data"))
    func golden() throws {
        let directory = try #require(SharedData.goldenLog)
        let text = String(decoding: try SharedData.bytes("vkey"), as: UTF8.self).trimmingCharacters(in: .newlines)
        let key = try VerifierKey(text)
        try expectSame(["log", directory.path, "--any-entries"], key: key, as: (0, nil), "golden")
        try expectSame(["log", directory.path], key: key, as: (1, 0), "golden as leaves")
    }

    @Test("on logs with a changed byte, a missing file or another key")
    func tamperedLogs() throws {
        let log = try ExampleLog(count: 300)
        let key = log.key.verifier
        try ExampleLog.withDirectory { directory in
            let exported = try log.export(to: directory)
            let files = try ExampleLog.files(in: directory)
            #expect(files.count == 6)
            for (number, file) in files.enumerated() {
                let good = try Data(contentsOf: file)
                for part in 0..<4 {
                    // Spread over the file, at positions without a pattern.
                    let position = (good.count * (2 * part + 1) / 8 + 7 * number) % good.count
                    var bad = good
                    bad[position] ^= 1 << UInt8(part)
                    try bad.write(to: file)
                    let answer = try own { try exported.verify(by: key) }
                    #expect(answer.status == 1)
                    try expectSame(["log", directory.path], key: key, as: answer, "\(file.path) byte \(position)")
                }
                try FileManager.default.removeItem(at: file)
                let answer = try own { try exported.verify(by: key) }
                #expect(answer.status == 2)
                try expectSame(["log", directory.path], key: key, as: answer, "\(file.path) missing")
                try good.write(to: file)
            }
            let stranger = try #require(SigningKey(name: key.name, seed: Array(repeating: 8, count: 32)))
            let answer = try own { try exported.verify(by: stranger.verifier) }
            try expectSame(["log", directory.path], key: stranger.verifier, as: answer, "another key")
            #expect(try SecondVerifier.verify(["log", directory.path], key: "no key").status == 2)
        }
    }

    @Test("on receipts, good and changed")
    func receipts() throws {
        let log = try ExampleLog(count: 11)
        let key = log.key.verifier
        var tree = GrowingTree()
        var tiles = MemoryTiles()
        tiles.write(tree.append(log.entries.map { Hash.leaf($0) }))
        var reader = TreeReader(tiles, size: 11)
        let receipt = Receipt(
            entry: log.entries[6], proof: try reader.inclusionProof(of: 6), checkpoint: log.checkpoint)
        let bare = Receipt(entry: nil, proof: try reader.inclusionProof(of: 6), checkpoint: log.checkpoint)
        try ExampleLog.withDirectory { directory in
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            let file = directory.appending(path: "bid.tlog-proof")
            func compare(_ bytes: [UInt8], _ comment: Comment) throws -> Int32 {
                try Data(bytes).write(to: file)
                let answer = try own { _ = try Receipt(parsing: bytes).verified(by: key) }
                try expectSame(["proof", file.path], key: key, as: answer, comment)
                return answer.status
            }
            #expect(try compare(receipt.bytes, "good") == 0)
            #expect(try compare(bare.bytes, "without entry") == 2)
            for position in stride(from: 3, to: receipt.bytes.count, by: 61) {
                var bad = receipt.bytes
                bad[position] ^= 1
                #expect(try compare(bad, "byte \(position)") == 1)
            }
        }
    }

    @Test("on whether one log continues another")
    func differences() throws {
        try ExampleLog.withDirectory { directory in
            let logs = [
                try ExampleLog(count: 0), try ExampleLog(count: 260), try ExampleLog(count: 300),
                try ExampleLog(count: 300, changing: 257),
            ]
            let key = logs[0].key.verifier
            let exported = try logs.enumerated().map { try $1.export(to: directory.appending(path: "\($0)")) }
            for (old, new, status) in [(0, 1, 0), (1, 2, 0), (2, 1, 1), (1, 3, 1), (2, 3, 1), (1, 0, 1)] {
                let answer = try own { _ = try exported[old].verify(continuedBy: exported[new], by: key) }
                #expect(answer.status == Int32(status))
                try expectSame(
                    ["diff", exported[old].directory, exported[new].directory], key: key, as: answer, "\(old) → \(new)")
            }
        }
    }
}
