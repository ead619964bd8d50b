import Crypto
import Foundation
import Kernel
@testable import Platform
import Storage
import TestSupport
import Testing

@Suite("What is kept of a command beside its answer") struct AnswerContentTests {
    private let workshop: Workshop
    private let installation: Installation

    init() throws {
        workshop = try Workshop()
        installation = try workshop.installation(temporaryDatabase())
    }

    /// As anybody makes it who has the store and guesses the arguments.
    private func bareDigest(_ command: String, _ arguments: JSON) -> [UInt8] {
        Array(SHA256.hash(data: Array("\(command)\n".utf8) + arguments.canonicalBytes))
    }

    private func kept() throws -> [[UInt8]] {
        try installation.database.read { tx in try tx.rows("SELECT content FROM command_answer").map { try $0.get(0) } }
    }

    @Test("no digest of arguments that can be guessed stands in the store, only a keyed one that names its key")
    func keyed() async throws {
        _ = try await installation.give("addApples", apples("a", 3), key: "1")
        let (bare, found) = (bareDigest("basket.addApples", apples("a", 3)), try kept())
        #expect(found.count == 1)
        for content in found {
            #expect(content.count == 33 && content.first == 1)
            #expect(Array(content.suffix(32)) != bare)
        }
    }

    @Test("Of an old installation no bare digest is left after a start; its keys still bring their first answers")
    func before() async throws {
        let keys = try #require(try InstallationKeys.load(from: workshop.folder.appending(path: "keys")))
        let first = Answer.accepted(
            entries: [], stream: StreamID("basket", "a"), at: Instant(milliseconds: 1_561_968_000_000))
        let place = AnswerStore.AnswerKey(person: Principal.administrator.person, key: "old")
        try installation.database.write { tx in
            try AnswerStore(keys: keys).save(
                AnswerStore.First(content: bareDigest("basket.addApples", apples("a", 3)), answer: first), at: place,
                in: tx)
        }
        #expect(try kept().map(\.count) == [32])
        let opened = try workshop.installation(installation.database)
        let bare = bareDigest("basket.addApples", apples("a", 3))
        #expect(try kept().count == 1)
        #expect(try kept().allSatisfy { $0.count == 33 && Array($0.suffix(32)) != bare })
        #expect(try await opened.give("addApples", apples("a", 3), key: "old") == first)
        #expect(try await opened.give("addApples", apples("a", 4), key: "old").number == 1_204)
        #expect(try opened.apples("a") == nil)
        // What was only appended is again.
        #expect(throws: StorageError.self) {
            try opened.database.write { try $0.run("UPDATE command_answer SET answer = 'x'") }
        }
    }
}
