import Foundation
import Kernel
@testable import Platform
import Storage
import TestSupport
import Testing

/// Several groups on their way to the store at the same time (decision record 0190).
@Suite("A group is written while the next is decided") struct AheadTests {
    private let workshop: Workshop
    /// Three groups.
    private static let count = 3 * Writer.largestGroup

    init() throws { workshop = try Workshop() }

    private func commands(_ counts: (Int) -> Int64 = { _ in 1 }) -> [Given] {
        let now = workshop.clock.now()
        return (0..<Self.count).map { number in
            Given(
                at: now,
                submission: Submission(
                    command: "basket.addApples", arguments: apples("a\(number % 40)", counts(number)),
                    principal: .administrator, key: "k\(number)"))
        }
    }

    private func total(_ installation: Installation) throws -> Int64 {
        try installation.database.read { try $0.get("SELECT CAST(COALESCE(SUM(apples), 0) AS INTEGER) FROM basket") }
    }

    private func verify(_ installation: Installation, _ base: any Database) throws {
        let verifier = try Verifier(.toy, dataDirectory: workshop.folder, database: base, scratch: temporaryDatabase())
        #expect(try verifier.run().size == installation.log.head().size)
    }

    @Test("commands are answered in order, and a key sent again in a later group gets the first answer")
    func order() async throws {
        let base = try temporaryDatabase()
        let installation = try workshop.installation(base, aheadFrom: 1)
        let given = commands()
        let twice = Array(given[..<Writer.largestGroup]) + given
        let outcomes = await installation.giveTogether(twice, workshop.clock)
        let entries = outcomes.suffix(Self.count).map { outcome -> [Int64] in
            if case .answered(let answer) = outcome { answer.entries } else { [] }
        }
        #expect(entries == (0..<Self.count).map { [Int64($0)] })
        #expect(outcomes[..<Writer.largestGroup] == outcomes[Writer.largestGroup..<2 * Writer.largestGroup])
        #expect(try total(installation) == Int64(Self.count))
        try verify(installation, base)
    }

    @Test("one bad row in the first group fails its own command, not its neighbours and not the groups behind it")
    func refusedRow() async throws {
        let base = try temporaryDatabase()
        let installation = try workshop.installation(base, aheadFrom: 1)
        // The table takes a thousand apples at most, and 77 only late.
        let outcomes = await installation.giveTogether(
            commands { $0 == 7 ? 5_000 : $0 == 300 ? 77 : 1 }, workshop.clock)
        for (number, outcome) in outcomes.enumerated() {
            #expect(outcome.isFault == [7, 300].contains(number), "\(number): \(outcome)")
        }
        #expect(try total(installation) == Int64(Self.count - 2))
        try verify(installation, base)
    }

    @Test(
        "a flush that fails leaves its own group unknown, those behind it are done all the same, and keys make it whole",
        arguments: [1, 2, 3], [true, false])
    func failedFlush(commit: Int, happened: Bool) async throws {
        let base = try temporaryDatabase()
        let faulty = FaultyDatabase(base)
        let installation = try workshop.installation(faulty, aheadFrom: 1)
        faulty.arm(.commit(commit, happened: happened))
        let first = await installation.giveTogether(commands(), workshop.clock)
        let unknown = first.indices.filter { first[$0] == .unknown }
        let group = (commit - 1) * Writer.largestGroup..<commit * Writer.largestGroup
        #expect(unknown == Array(group))
        #expect(try total(installation) == Int64(happened ? Self.count : Self.count - Writer.largestGroup))
        faulty.arm(nil)
        let second = await installation.giveTogether(commands(), workshop.clock)
        #expect(second.allSatisfy { $0 != .unknown && !$0.isFault })
        for number in first.indices where !group.contains(number) { #expect(first[number] == second[number]) }
        #expect(try total(installation) == Int64(Self.count))
        try verify(installation, base)
    }

    @Test("an act of the clock whose flush failed is still known to be due, though nobody gives a command")
    func dueAfterFailure() async throws {
        let faulty = FaultyDatabase(try temporaryDatabase())
        let installation = try workshop.installation(faulty, aheadFrom: 1)
        let due = workshop.clock.now().adding(seconds: 60)
        _ = try await installation.give("setTimer", ["basket": "a", "at": due.field], key: "timer")
        workshop.clock.advance(90_000)
        faulty.arm(.commit(1, happened: false))
        let isUnknown = await withCheckedContinuation { continuation in
            installation.writer.inbox.hold()
            installation.writer.take(commands()[0].submission) { result in
                continuation.resume(returning: (try? result.get()) == nil)
            }
            Task { await installation.writer.nudge() }
        }
        #expect(isUnknown)
        #expect(installation.writer.nextDue == due)
        await installation.writer.nudge()
        #expect(installation.writer.nextDue == nil)
        #expect(try installation.apples("bell") == 1)
    }
}
