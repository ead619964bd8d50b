import EventLog
import Foundation
import Kernel
@testable import Platform
import Storage
import TestSupport
import Testing

@Suite("The store fails at one statement") struct FaultTests {
    @Test(
        "wherever it fails, the same keys sent again lead to the same log, nothing is lost or doubled, and all verifies",
        arguments: [1, Writer.largestGroup]
    )
    func sweep(aheadFrom: Int) async throws {
        let counting = FaultyDatabase(try temporaryDatabase())
        let workshop = try Workshop()
        let wanted = try await work(workshop.installation(counting, aheadFrom: aheadFrom)).root
        let points = counting.counted
        #expect(points.writes > 40, "\(points)")
        #expect(points.reads > 20, "\(points)")
        #expect(points.commits > 8, "\(points)")
        let faults =
            (1...points.writes).map { FaultyDatabase.Fault.write($0) }
            + (1...points.reads).map { .read($0) }
            + (1...points.commits).flatMap { [.commit($0, happened: true), .commit($0, happened: false)] }
        for fault in faults {
            let workshop = try Workshop()
            let base = try temporaryDatabase()
            let faulty = FaultyDatabase(base, failing: fault)
            let installation: Installation
            do {
                installation = try workshop.installation(faulty, aheadFrom: aheadFrom)
            } catch {
                // It failed while the house was opened; a person starts it again.
                installation = try workshop.installation(faulty, aheadFrom: aheadFrom)
            }
            let head = try await work(installation)
            #expect(head.root == wanted, "\(fault)")
            let apples = try (try? installation.apples("a")) ?? installation.apples("a")
            #expect(apples == 3, "\(fault)")
            let verifier = try Verifier(
                .toy, dataDirectory: workshop.folder, database: base, scratch: temporaryDatabase())
            #expect(try verifier.run().size == head.size, "\(fault)")
        }
    }

    @Test("a group asks for all its keys at once, and a key sent twice within it is answered once")
    func keysOfAGroup() async throws {
        let counting = FaultyDatabase(try temporaryDatabase())
        let workshop = try Workshop()
        let installation = try workshop.installation(counting)
        _ = try await installation.give("addApples", apples("a", 1), key: "first")
        func group(_ keys: [String]) async throws -> (outcomes: [Outcome], reads: Int) {
            let now = workshop.clock.now()
            let given = keys.map {
                Given(
                    at: now,
                    submission: Submission(
                        command: "basket.addApples", arguments: apples("a", 1), principal: .administrator, key: $0))
            }
            let before = counting.counted.reads
            let outcomes = await installation.giveTogether(given, workshop.clock)
            return (outcomes, counting.counted.reads - before)
        }
        let small = try await group(["s1", "s2"])
        let large = try await group((1...40).map { "l\($0)" } + ["l7", "first"])
        #expect(large.reads == small.reads)
        #expect(large.outcomes[40] == large.outcomes[6])
        #expect(Set(large.outcomes.prefix(40)).count == 40)
        #expect(try installation.apples("a") == 43)
    }

    /// Six commands, each sent again until it is answered; a due act and a policy among what they cause.
    private func work(_ installation: Installation) async throws -> Head {
        guard let clock = installation.clock as? HandClock else { preconditionFailure("the toy's clock") }
        clock.set(1_600_000_000_000)
        let due = Instant(milliseconds: 1_600_000_060_000)
        try await insist(installation, "addApples", apples("a", 5), "1")
        try await insist(installation, "nameOwner", ["basket": "a", "owner": "Wang Guihua"], "2")
        try await insist(installation, "setTimer", ["basket": "a", "at": due.field], "3")
        try await insist(installation, "takeApples", apples("b", 1), "4")
        clock.set(1_600_000_090_000)
        try await insist(installation, "takeApples", apples("a", 2), "5")
        try await insist(installation, "addApples", apples("bell", 2), "6")
        // Reading may be what fails; then it is read again.
        return try (try? installation.log.head()) ?? installation.log.head()
    }

    private func insist(_ installation: Installation, _ command: String, _ arguments: JSON, _ key: String) async throws
    {
        for _ in 0..<4 {
            do {
                let answer = try await installation.give(command, arguments, key: key)
                if answer.number != 1_208 { return }
            } catch is OutcomeUnknown {
                continue
            }
        }
        Issue.record("\(command) was never answered")
    }

    @Test("an act of the clock that the store refuses stops nobody, is not forgotten, and is done as soon as it can be")
    func postponed() async throws {
        let workshop = try Workshop()
        let base = try workshop.anyStore()
        let installation = try workshop.installation(base)
        let verify = {
            try Verifier(.toy, dataDirectory: workshop.folder, database: base, scratch: temporaryDatabase()).run()
        }
        let due = workshop.clock.now().adding(seconds: 60)
        // The ring gives the bell an apple; its basket is full, and the table refuses the thousand and first.
        _ = try await installation.give("addApples", apples("bell", 1_000), key: "1")
        _ = try await installation.give("setTimer", ["basket": "a", "at": due.field], key: "2")
        _ = try await installation.give("setTimer", ["basket": "b", "at": due.adding(seconds: 2).field], key: "3")
        workshop.clock.advance(61_000)
        for turn in 0..<3 {
            #expect(try await installation.give("addApples", apples("c", 1), key: "c\(turn)").number == nil)
        }
        let first = try #require(installation.writer.nextDue)
        #expect(first > workshop.clock.now(), "it is not given again and again without a pause")
        #expect(try kinds(installation).filter { $0 == "basket.rung" } == [])
        #expect(try verify().size == installation.log.head().size, "a waiting act is no fault of the store")
        // Neither does it hold up what is due after it.
        workshop.clock.advance(1_000)
        await installation.writer.nudge()
        workshop.clock.advance(5_000)
        _ = try await installation.give("takeApples", apples("bell", 2), key: "4")
        // A program started anew tries at once.
        let again = try workshop.installation(base)
        await again.writer.nudge()
        #expect(try kinds(again).filter { $0 == "basket.rung" }.count == 2)
        #expect(try again.apples("bell") == 1_000)
        #expect(again.writer.nextDue == nil)
        workshop.clock.advance(600_000)
        await again.writer.nudge()
        #expect(try kinds(again).filter { $0 == "basket.rung" }.count == 2, "done once, not twice")
        #expect(try verify().size == again.log.head().size)
    }

    private func kinds(_ installation: Installation) throws -> [String] {
        try installation.log.bytes(from: 0, limit: 100).map { try Leaf(decoding: $0).kind }
    }

    @Test("a personal value is put back at its path, in lists and records")
    func placing() {
        let document: JSON = ["lines": .array([["a": "x"], [:]]), "owner": [:]]
        let placed = document.placing("Wang", at: "lines[1].name").placing("Li", at: "owner.name").placing("Q", at: "q")
        #expect(
            placed == ["lines": .array([["a": "x"], ["name": "Wang"]]), "owner": ["name": "Li"], "q": "Q"])
        #expect(document.placing("no", at: "lines[7].name") == document)
    }
}
