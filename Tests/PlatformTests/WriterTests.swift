import EventLog
import Foundation
import Kernel
@testable import Platform
import Storage
import Synchronization
import TestSupport
import Testing

@Suite struct WriterTests {
    private let workshop: Workshop
    private let installation: Installation

    init() throws {
        workshop = try Workshop()
        installation = try workshop.installation(temporaryDatabase())
    }

    @Test("a command is answered with the entries it caused, and the log has grown by them")
    func accepted() async throws {
        let answer = try await installation.give("addApples", apples("a", 3), key: "1")
        #expect(answer.entries == [0])
        #expect(answer.at == workshop.clock.now())
        #expect(try installation.apples("a") == 3)
        let head = try installation.log.head()
        #expect(head.size == 1)
        let leaf = try #require(try installation.log.leaf(0))
        #expect(head.root == Hash.leaf(leaf))
        let signed = try SignedCheckpoint(opening: Array(head.checkpoint.utf8), by: installation.log.verifier)
        #expect(signed.checkpoint.root == head.root)
    }

    @Test("a refusal is an answer and writes no entry")
    func refused() async throws {
        let answer = try await installation.give("takeApples", apples("a", 3), key: "1")
        #expect(answer.number == 9_001)
        #expect(try installation.log.head().size == 0)
        #expect(try installation.apples("a") == nil)
    }

    @Test("the same key gives the first answer and causes no second event")
    func sameKey() async throws {
        let first = try await installation.give("addApples", apples("a", 3), key: "1")
        workshop.clock.advance(5_000)
        let second = try await installation.give("addApples", apples("a", 3), key: "1")
        #expect(first == second)
        #expect(try installation.log.head().size == 1)
        let refusedOnce = try await installation.give("takeApples", apples("a", 9), key: "2")
        _ = try await installation.give("addApples", apples("a", 90), key: "3")
        let refusedTwice = try await installation.give("takeApples", apples("a", 9), key: "2")
        #expect(refusedOnce == refusedTwice)
    }

    @Test("the same key with other content is refused, the same key of another person is another key")
    func keyReused() async throws {
        _ = try await installation.give("addApples", apples("a", 3), key: "1")
        let other = try await installation.give("addApples", apples("a", 4), key: "1")
        #expect(other.number == 1_204)
        let bidder = try principal("b1", .bidder, "here")
        let theirs = try await installation.give("takeApples", apples("a", 1), key: "1", by: bidder)
        #expect(theirs.entries == [1])
    }

    @Test("a failing store statement undoes its own command only")
    func savepoint() async throws {
        let answers = try await installation.writer.submit(all: [
            submission("addApples", apples("a", 3), "1"), submission("addApples", apples("b", 5_000), "2"),
            submission("addApples", apples("c", 4), "3"),
        ])
        #expect(answers.map(\.number) == [nil, 1_208, nil])
        #expect(answers[2].entries == [1])
        #expect(try installation.apples("b") == nil)
        #expect(try installation.apples("c") == 4)
        // A fault is not remembered: the same key may try again.
        let again = try await installation.give("addApples", apples("b", 5_000), key: "2")
        #expect(again.number == 1_208)
    }

    @Test("a state that must not be is a fault: its command is undone, the state is as before, the neighbours stand")
    func invariant() async throws {
        let answers = try await installation.writer.submit(all: [
            submission("addApples", apples("a", 3), "1"), submission("addApples", apples("a", 774), "2"),
            submission("addApples", apples("a", 4), "3"),
        ])
        #expect(answers.map(\.number) == [nil, 1_208, nil])
        #expect(try installation.apples("a") == 7)
    }

    @Test("a row the table refuses late and a reading that fails do not fail the neighbours in the same flush")
    func neighbours() async throws {
        let commands = (0..<60).map { number -> Submission in
            let (command, arguments) =
                switch number {
                case 20: ("takeApples", apples("a", 78))
                case 40: ("addApples", apples("b", 77))
                default: ("addApples", apples("a", 1))
                }
            return Submission(
                command: "basket.\(command)", arguments: arguments, principal: .administrator, key: "\(number)")
        }
        let answers = try await installation.writer.submit(all: commands)
        for (number, answer) in answers.enumerated() {
            #expect(answer.number == ([20, 40].contains(number) ? 1_208 : nil), "\(number)")
        }
        #expect(try installation.apples("a") == 58)
        #expect(try installation.apples("b") == nil)
        #expect(try installation.log.head().size == 58)
        let verifier = try Verifier(
            .toy, dataDirectory: workshop.folder, database: installation.database, scratch: temporaryDatabase())
        #expect(try verifier.run().size == 58)
    }

    @Test("what a policy is refused refuses what caused it, and everything is undone")
    func policyRefused() async throws {
        _ = try await installation.give("addApples", apples("a", 1), key: "0")
        let answer = try await installation.give("addApples", apples("a", 13), key: "1")
        #expect(answer.number == 9_001)
        #expect(try installation.apples("a") == 1)
        #expect(try installation.log.head().size == 1)
        let after = try await installation.give("takeApples", apples("a", 2), key: "2")
        #expect(after.number == 9_001)
    }

    @Test("a due command runs before the next command, stamped with its own instant, and its policy with it")
    func dueFirst() async throws {
        let start = workshop.clock.now()
        let due = start.adding(seconds: 60)
        _ = try await installation.give("setTimer", ["basket": "a", "at": due.field], key: "1")
        #expect(installation.writer.nextDue == due)
        workshop.clock.advance(90_000)
        let late = try await installation.give("addApples", apples("a", 1), key: "2")
        #expect(late.entries == [3])
        #expect(late.at == start.adding(seconds: 90))
        let kinds = try (0..<4).map { try leaf($0) }
        #expect(kinds.map(\.kind) == ["timerSet", "rung", "applesChanged", "applesChanged"].map { "basket.\($0)" })
        #expect(kinds[1].at == due && kinds[2].at == due)
        #expect(kinds[2].cause == 1 && kinds[1].cause == nil)
        #expect(kinds[1].role == .system && kinds[0].role == .administrator)
        #expect(try installation.apples("bell") == 1)
        #expect(installation.writer.nextDue == nil)
    }

    @Test("the clock alone brings about what is due, and a refused due command does no harm")
    func nudge() async throws {
        let due = workshop.clock.now().adding(seconds: 60)
        _ = try await installation.give("setTimer", ["basket": "a", "at": due.field], key: "1")
        _ = try await installation.give("setTimer", ["basket": "a", "at": due.field], key: "2")
        await installation.writer.nudge()
        #expect(try installation.log.head().size == 2)
        workshop.clock.advance(60_000)
        await installation.writer.nudge()
        #expect(try installation.log.head().size == 4)
        #expect(installation.writer.nextDue == nil)
    }

    @Test("stamps never go back, whatever the clock does")
    func monotone() async throws {
        let start = workshop.clock.now()
        _ = try await installation.give("addApples", apples("a", 1), key: "1")
        workshop.clock.advance(-10_000)
        let second = try await installation.give("addApples", apples("a", 1), key: "2")
        #expect(second.at == start)
    }

    @Test("a role that is not in the table is refused, and so is a place outside the office's own")
    func access() async throws {
        let bidder = try principal("b1", .bidder, "here")
        #expect(try await installation.give("addApples", apples("a", 1), key: "1", by: bidder).number == 1_205)
        let clerk = try principal("c1", .villageClerk, "here")
        let clerkAbove = try principal("c2", .villageClerk, "county")
        let clerkElsewhere = try principal("c3", .villageClerk, "elsewhere")
        var arguments = apples("a", 1)
        if case .object(var members) = arguments {
            members["division"] = "here"
            arguments = .object(members)
        }
        #expect(try await installation.give("addApples", arguments, key: "2", by: clerk).number == nil)
        #expect(try await installation.give("addApples", arguments, key: "2", by: clerkAbove).number == nil)
        #expect(try await installation.give("addApples", arguments, key: "2", by: clerkElsewhere).number == 1_206)
        #expect(try await installation.give("addApples", apples("a", 1), key: "3", by: clerk).number == 1_206)
    }

    @Test("a command that cannot be read is refused before the queue, with every bad field named")
    func unreadable() async throws {
        let answer = try await installation.give("addApples", ["basket": "-", "size": .integer(3)], key: "1")
        guard case .rejected(let rejection) = answer else {
            Issue.record("accepted")
            return
        }
        #expect(rejection.flattened.map(\.number) == [1_012, 1_006, 1_010])
        #expect(try await installation.give("eatApples", [:], key: "1").number == 1_201)
        #expect(try await installation.give("addApples", apples("a", 1), key: "").number == 1_202)
        let long = String(repeating: "k", count: 201)
        #expect(try await installation.give("addApples", apples("a", 1), key: long).number == 1_202)
    }

    @Test("a personal value is in the table and not in the leaf")
    func personal() async throws {
        _ = try await installation.give("nameOwner", ["basket": "a", "owner": "Wang Guihua"], key: "1")
        let text = String(decoding: try #require(try installation.log.leaf(0)), as: UTF8.self)
        #expect(!text.contains("Wang"))
        #expect(try leaf(0).commitments.keys.map(\.self) == ["owner"])
        let owner: String? = try installation.database.read { try $0.find("SELECT owner FROM basket WHERE id = 'a'") }
        #expect(owner == "Wang Guihua")
    }

    @Test("many callers at once are all answered, in one order, and none is lost")
    func manyAtOnce() async throws {
        let installation = installation
        let entries = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for number in 0..<600 {
                group.addTask { try await installation.give("addApples", apples("a", 1), key: "k\(number)").entries }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(entries.sorted() == (0..<600).map { Int64($0) })
        #expect(try installation.apples("a") == 600)
        var tree = CompactRange()
        for index in 0..<Int64(600) { tree.append(Hash.leaf(try #require(try installation.log.leaf(index)))) }
        #expect(try installation.log.head().root == tree.root)
    }

    @Test(
        "whoever is alone is answered on their own thread; with others before them they wait their turn",
        .enabled(if: Writer.hasThreadsToSpare, "needs a second processor"))
    func alone() async throws {
        let told = Mutex<[Int64]>([])
        @Sendable func give(_ key: String, mayWrite: Bool) {
            installation.writer.take(submission("addApples", apples("a", 1), key), mayWrite: mayWrite) { result in
                told.withLock { $0 += (try? result.get().entries) ?? [-1] }
            }
        }
        give("1", mayWrite: true)
        #expect(told.withLock { $0 } == [0], "the flush is over when `take` returns")
        installation.writer.inbox.hold()
        give("2", mayWrite: true)
        give("3", mayWrite: true)
        #expect(told.withLock { $0 } == [0], "somebody else writes just now")
        await installation.writer.nudge()
        #expect(told.withLock { $0 } == [0, 1, 2])
    }

    @Test("watchers are told of the head after the flush")
    func watchers() async throws {
        let heads = installation.writer.heads()
        _ = try await installation.give("addApples", apples("a", 1), key: "1")
        var told: Head?
        for await head in heads {
            told = head
            break
        }
        #expect(told == (try installation.log.head()))
    }

    @Test("a receipt proves an entry offline, and the day's last checkpoint is kept when the day is over")
    func receipts() async throws {
        for number in 0..<300 { _ = try await installation.give("addApples", apples("a", 1), key: "k\(number)") }
        let receipt = try #require(try installation.log.receipt(257))
        let proven = try Receipt(parsing: receipt.bytes).verified(by: installation.log.verifier)
        #expect(proven.checkpoint.size == 300)
        #expect(proven.entry == (try installation.log.leaf(257)))
        #expect(try installation.log.checkpoints().isEmpty)
        workshop.clock.advance(86_400_000)
        _ = try await installation.give("addApples", apples("a", 1), key: "next day")
        let days = try installation.log.checkpoints()
        #expect(days.count == 1)
        let kept = try SignedCheckpoint(
            opening: Array(try #require(days.first).checkpoint.utf8), by: installation.log.verifier)
        #expect(kept.checkpoint.size == 300)
        #expect(try installation.log.tile(level: 1, index: 0, width: 1)?.count == 32)
        #expect(try installation.log.tile(level: 0, index: 1, width: 100) == nil)
    }

    private func principal(_ person: String, _ role: Role, _ division: String) throws -> Principal {
        Principal(
            person: try #require(PersonID(person)), role: role, office: try #require(OfficeID(person)),
            division: try #require(DivisionID(division)))
    }

    private func submission(_ command: String, _ arguments: JSON, _ key: String) -> Submission {
        Submission(command: "basket.\(command)", arguments: arguments, principal: .administrator, key: key)
    }

    private func leaf(_ index: Int64) throws -> Leaf {
        try Leaf(decoding: try #require(try installation.log.leaf(index)))
    }
}
