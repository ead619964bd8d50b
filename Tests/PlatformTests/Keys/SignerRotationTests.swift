import EventLog
import Foundation
import Kernel
import Storage
import StorageSQLite
import TestSupport
import Testing

@testable import Platform

/// A fresh `log.key` (decision record 0399).
@Suite("A fresh log.key") struct SignerRotationTests {
    private let workshop: Workshop
    private var folder: URL { workshop.folder.appending(path: "keys") }
    private var pub: String {
        get throws { try String(contentsOf: folder.appending(path: "log.pub"), encoding: .utf8) }
    }

    init() throws { workshop = try Workshop() }

    /// A toy house that keeps the log's own book.
    private let plan = InstallationPlan(
        modules: [Basket.self, LogBook.self], policies: [], path: InstallationPlan.toy.path,
        office: { _, _ in nil }, rooms: [])

    private func open() throws -> Installation {
        try Installation.open(
            plan, dataDirectory: workshop.folder, database: workshop.store(), clock: workshop.clock,
            random: .practice(seed: "toy"))
    }

    private func rotate() throws -> Head {
        try SignerRotation(dataDirectory: workshop.folder).run(
            plan, workshop.store(), clock: workshop.clock, random: .practice(seed: "toy"))
    }

    private func verify() throws -> Int64 {
        try Verifier(
            plan, dataDirectory: workshop.folder, database: workshop.store(), scratch: temporaryDatabase()
        ).run().size
    }

    private func give(_ count: Int64, _ key: String) async throws {
        #expect(try await open().give("addApples", apples("a", count), key: key).number == nil)
    }

    @Test(
        "Twice: what each key signed verifies still, in this verifier and in the second one; a former key signs nothing new"
    )
    func twice() async throws {
        try await give(1, "1")
        let first = try #require(try InstallationKeys.load(from: folder)).signing
        let before = try #require(try open().log.receipt(0))
        let oldPub = try pub
        #expect(try rotate().size == 2)
        workshop.clock.advance(86_400_000 * 2)
        try await give(1, "2")
        let between = try #require(try open().log.receipt(0))
        #expect(try rotate().size == 4)
        workshop.clock.advance(86_400_000 * 2)
        try await give(1, "3")
        #expect(try verify() == 5)
        let keys = try LogKeys(pub)
        #expect(keys.former.map(\.size) == [3, 1] && keys.former.last?.key == first.verifier)
        let installation = try open()
        #expect(installation.log.keys == keys)
        let now = try #require(try installation.log.receipt(0))
        for receipt in [before, between, now] { _ = try receipt.verified(by: keys) }
        _ = try before.verified(by: LogKeys(oldPub))
        #expect(throws: LogFault.self) { _ = try now.verified(by: LogKeys(oldPub)) }
        // Whoever stole the first key signs a longer log with it: nobody who knows of the change takes it.
        let head = try installation.log.head()
        let forged = Checkpoint(origin: first.verifier.name, size: head.size, root: head.root).signed(by: first)
        #expect(throws: LogFault.signerOver(size: 5)) { _ = try SignedCheckpoint(opening: forged.bytes, by: keys) }
        try compareVerifiers(installation, oldPub, [before, between, now])
    }

    /// The log as files: whoever has the first key alone is led to the present one by the log itself.
    private func compareVerifiers(_ installation: Installation, _ oldPub: String, _ receipts: [Receipt]) throws {
        let directory = workshop.folder.appending(path: "export").path
        _ = try installation.log.export(to: directory)
        for text in [try pub, oldPub] {
            #expect(try StaticLog(at: directory).verify(by: LogKeys(text)).size == 5)
            #expect(try second(["log", directory], text) == 0)
        }
        let stranger = try #require(SigningKey(name: installation.log.keys.name, seed: Array(repeating: 9, count: 32)))
        #expect(throws: LogFault.self) { _ = try StaticLog(at: directory).verify(by: stranger.verifier) }
        #expect(try second(["log", directory], stranger.verifier.text) == 1)
        let file = workshop.folder.appending(path: "a.tlog-proof")
        for receipt in receipts {
            try Data(receipt.bytes).write(to: file)
            #expect(try second(["proof", file.path], pub) == 0)
        }
        #expect(try second(["proof", file.path], oldPub) == 1, "the last receipt needs the present key")
    }

    private func second(_ arguments: [String], _ keys: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["python3", Tree.root.appending(path: "tools/verify/qianmo_verify.py").path, "verify"] + arguments
            + ["--vkey", keys]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test(
        "A stop before the transaction leaves the old key in force, one after it the new one; verify names a changed handover"
    )
    func stops() async throws {
        try await give(1, "1")
        let (key, next) = (folder.appending(path: "log.key"), folder.appending(path: "log.key.next"))
        let old = (key: try Data(contentsOf: key), pub: try pub)
        var random = SystemRandom()
        let begun = try #require(SigningKey(name: "qianmo.local/log", random: &random))
        try Data((begun.secretText + "\n").utf8).write(to: next)
        try await give(1, "2")
        #expect(try Data(contentsOf: key) == old.key && !FileManager.default.fileExists(atPath: next.path))
        _ = try rotate()
        let fresh = (key: try Data(contentsOf: key), pub: try pub)
        // As it was between the transaction and the names of the files.
        try fresh.key.write(to: next)
        try old.key.write(to: key)
        try Data(old.pub.utf8).write(to: folder.appending(path: "log.pub"))
        try await give(1, "3")
        #expect(try Data(contentsOf: key) == fresh.key && pub == fresh.pub)
        #expect(try verify() == 4)
        try FileManager.default.removeItem(at: folder.appending(path: "log.pub"))
        _ = try open()
        #expect(try pub == fresh.pub, "made anew with those of before")
        try workshop.store().write { tx in
            try tx.run("UPDATE log_signer SET handover = replace(handover, 'signer', 'singer')")
        }
        #expect(throws: Finding.self) { _ = try verify() }
    }
}
