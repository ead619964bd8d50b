import EventLog
import Foundation
import Testing

@Suite("A log as files")
struct StaticLogTests {
    @Test(
        "An exported log verifies, with partial and full tiles on two levels", arguments: [0, 1, 5, 255, 256, 257, 700])
    func exports(count: Int) throws {
        let log = try ExampleLog(count: count)
        try ExampleLog.withDirectory { directory in
            let exported = try log.export(to: directory)
            #expect(try exported.verify(by: log.key.verifier) == log.checkpoint.checkpoint)
        }
    }

    @Test(
        "The golden log verifies as files, though its entries are not our leaves",
        .enabled(if: SharedData.goldenLog != nil))
    func golden() throws {
        let directory = try #require(SharedData.goldenLog)
        let text = String(decoding: try SharedData.bytes("vkey"), as: UTF8.self).trimmingCharacters(in: .newlines)
        let log = StaticLog(at: directory.path)
        #expect(try log.verify(by: VerifierKey(text), checksLeaves: false).size == 15)
        #expect(throws: LogFault.badLeaf(index: 0)) { try log.verify(by: VerifierKey(text)) }
    }

    @Test("Every single changed byte of a small export is noticed, and the entry or the checkpoint named")
    func everyByte() throws {
        let log = try ExampleLog(count: 5)
        try ExampleLog.withDirectory { directory in
            let exported = try log.export(to: directory)
            let files = try ExampleLog.files(in: directory)
            #expect(files.count == 3)
            for file in files {
                let good = try Data(contentsOf: file)
                for position in good.indices {
                    var bad = good
                    bad[position] ^= 1
                    try bad.write(to: file)
                    expectNamedFault(file, position) { try exported.verify(by: log.key.verifier) }
                }
                try good.write(to: file)
            }
            try exported.verify(by: log.key.verifier)
        }
    }

    private func expectNamedFault(_ file: URL, _ position: Int, _ verify: () throws -> Checkpoint) {
        do {
            _ = try verify()
            Issue.record("byte \(position) of \(file.lastPathComponent) changed unseen")
        } catch let fault as LogFault {
            switch fault {
            case .malformedNote, .notSigned, .badSignature, .malformedCheckpoint, .wrongOrigin, .malformedBundle: break
            default: #expect(fault.entry != nil, "byte \(position) of \(file.path): \(fault)")
            }
        } catch {
            Issue.record(error)
        }
    }

    @Test("A changed byte anywhere in 700 entries or their tiles names the entry it lies in")
    func names() throws {
        let log = try ExampleLog(count: 700)
        try ExampleLog.withDirectory { directory in
            let exported = try log.export(to: directory)
            // A byte of entry 300 in its bundle; the hash of entry 600 in its tile; the root of the second full tile.
            let offset = log.entries[256..<300].reduce(0) { $0 + $1.count + 2 } + 20
            for (path, position, fault) in [
                ("tile/entries/001", offset, LogFault.entryMismatch(index: 300)),
                ("tile/0/002.p/188", (600 - 512) * 32 + 5, .entryMismatch(index: 600)),
                ("tile/1/000.p/2", 32 + 1, .tileMismatch(path: "tile/1/000.p/2", index: 256)),
            ] {
                let file = directory.appending(path: path)
                let good = try Data(contentsOf: file)
                var bad = good
                bad[position] ^= 0x10
                try bad.write(to: file)
                #expect(throws: fault) { try exported.verify(by: log.key.verifier) }
                try good.write(to: file)
            }
            try exported.verify(by: log.key.verifier)
        }
    }

    @Test("A missing file leaves open whether the log is good")
    func missing() throws {
        let log = try ExampleLog(count: 5)
        try ExampleLog.withDirectory { directory in
            let exported = try log.export(to: directory)
            for file in try ExampleLog.files(in: directory) {
                let content = try Data(contentsOf: file)
                try FileManager.default.removeItem(at: file)
                let fault = #expect(throws: LogFault.self) { try exported.verify(by: log.key.verifier) }
                #expect(fault?.cannotTell == true)
                try content.write(to: file)
            }
        }
    }

    @Test("An export that does not match the checkpoint writes no checkpoint")
    func wrongExport() throws {
        let log = try ExampleLog(count: 5)
        try ExampleLog.withDirectory { directory in
            var writer = try StaticLogWriter(directory: directory.path)
            try writer.append(log.entries[0])
            #expect(throws: LogFault.sizeMismatch(expected: 5, found: 1)) { try writer.finish(log.checkpoint) }
            for entry in log.entries.dropLast() { try writer.append(entry) }
            #expect(throws: LogFault.rootMismatch(size: 5)) { try writer.finish(log.checkpoint) }
            #expect(try ExampleLog.files(in: directory).isEmpty)
        }
    }

    @Test("A log that grew continues the old one; one with a changed or dropped entry does not, and the entry is named")
    func continues() throws {
        try ExampleLog.withDirectory { directory in
            let old = try ExampleLog(count: 300).export(to: directory.appending(path: "old"))
            let new = try ExampleLog(count: 700).export(to: directory.appending(path: "new"))
            let forked = try ExampleLog(count: 700, changing: 260).export(to: directory.appending(path: "forked"))
            let empty = try ExampleLog(count: 0).export(to: directory.appending(path: "empty"))
            let key = try ExampleLog(count: 0).key.verifier
            #expect(try old.verify(continuedBy: new, by: key).new.size == 700)
            #expect(try old.verify(continuedBy: old, by: key).new.size == 300)
            #expect(try empty.verify(continuedBy: old, by: key).old.size == 0)
            #expect(throws: LogFault.inconsistent(oldSize: 300, newSize: 700, entry: 260)) {
                try old.verify(continuedBy: forked, by: key)
            }
            #expect(throws: LogFault.inconsistent(oldSize: 700, newSize: 300, entry: 300)) {
                try new.verify(continuedBy: old, by: key)
            }
            #expect(throws: LogFault.inconsistent(oldSize: 700, newSize: 700, entry: 260)) {
                try new.verify(continuedBy: forked, by: key)
            }
        }
    }

    @Test("An entry dated before the one ahead of it is noticed, and one that is left out, added or moved")
    func order() throws {
        let log = try ExampleLog(count: 3)
        var tiles = MemoryTiles()
        var tree = GrowingTree()
        let swapped = [log.entries[0], log.entries[2], log.entries[1]]
        tiles.write(tree.append(swapped.map { Hash.leaf($0) }))
        var verifier = LogVerifier(size: 3, tiles: tiles)
        try verifier.take(swapped[0], at: 0)
        try verifier.take(swapped[1], at: 1)
        #expect(throws: LogFault.entryMismatch(index: 2)) { try verifier.take(swapped[2], at: 3) }
        #expect(throws: LogFault.leafOutOfOrder(index: 2)) { try verifier.take(swapped[2], at: 2) }
        #expect(throws: LogFault.sizeMismatch(expected: 3, found: 2)) { _ = try verifier.finish() }
    }

    @Test("A checkpoint on the way whose root is not the log's is noticed where it stands")
    func checkpoints() throws {
        let log = try ExampleLog(count: 4)
        var tiles = MemoryTiles()
        var tree = GrowingTree()
        tiles.write(tree.append(log.entries.map { Hash.leaf($0) }))
        let wrong = Checkpoint(origin: "log.example/test", size: 2, root: .empty)
        var verifier = LogVerifier(size: 4, tiles: tiles, checkpoints: [log.checkpoint.checkpoint, wrong])
        try verifier.take(log.entries[0], at: 0)
        #expect(throws: LogFault.rootMismatch(size: 2)) { try verifier.take(log.entries[1], at: 1) }
    }
}
