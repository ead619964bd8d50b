import EventLog
import Foundation
import Kernel
@testable import Platform
import Synchronization
import TestSupport
import Testing

@Suite("The machine's clock is held against the time gone") struct WatchedClockTests {
    /// A machine whose clock and whose running time are set apart.
    private struct Machine {
        let wall = HandClock()
        let gone: Box
        let clock: WatchedClock

        final class Box: Sendable {
            private let value = Mutex<Int64>(0)
            var milliseconds: Int64 { value.withLock { $0 } }
            func add(_ milliseconds: Int64) { value.withLock { $0 += milliseconds } }
        }

        init() {
            let gone = Box()
            self.gone = gone
            clock = WatchedClock(machine: wall, jumpSeconds: 300, silenceDays: 400) { gone.milliseconds }
        }

        func pass(_ seconds: Int64) {
            wall.advance(seconds * 1_000)
            gone.add(seconds * 1_000)
        }
    }

    @Test(
        "a correction is taken, also many small ones; a jump of more than five minutes, either way, is not",
        arguments: [
            301, 86_400 * 400, -301, -86_400,
        ])
    func jumps(seconds: Int64) {
        let machine = Machine()
        for _ in 0..<100 {
            machine.pass(60)
            machine.wall.advance(20_000)
            #expect(machine.clock.doubt == nil)
            #expect(machine.clock.now() == machine.wall.now())
        }
        let before = machine.clock.now()
        machine.wall.advance(seconds * 1_000)
        #expect(machine.clock.doubt?.reason == .jumped)
        #expect(machine.clock.now() == before)
        machine.pass(10)
        #expect(machine.clock.now() == before.adding(seconds: 10), "the time goes on as it was")
        // Set right again.
        machine.wall.advance(-seconds * 1_000)
        #expect(machine.clock.doubt == nil)
        machine.wall.advance(seconds * 1_000)
        machine.clock.trust()
        #expect(machine.clock.doubt == nil && machine.clock.now() == machine.wall.now())
    }

    @Test("while the clock is not believed nothing falls due and nothing is taken; on a word both go on")
    func stopped() async throws {
        let machine = Machine()
        let workshop = try Workshop()
        let installation = try Installation.open(
            .toy, dataDirectory: workshop.folder, database: workshop.store(), clock: machine.clock)
        let due = machine.wall.now().adding(seconds: 86_400)
        _ = try await installation.give("setTimer", ["basket": "a", "at": due.field], key: "1")
        machine.wall.advance(86_400_000 * 400)
        await installation.writer.nudge()
        #expect(try await installation.give("addApples", apples("a", 1), key: "2").number == 1_215)
        #expect(try installation.log.head().size == 1)
        #expect(try installation.listWaiting(for: .administrator).map(\.path) == ["/clock"])
        machine.clock.trust()
        await installation.writer.nudge()
        #expect(try installation.log.head().size == 3)
        #expect(try await installation.give("addApples", apples("a", 1), key: "2").number == nil)
    }

    @Test(
        "while a time server says otherwise nothing falls due and nothing is taken; set right, or on a word, both go on"
    )
    func network() async throws {
        let machine = Machine()
        let workshop = try Workshop()
        let installation = try Installation.open(
            .toy, dataDirectory: workshop.folder, database: workshop.store(), clock: machine.clock)
        let due = machine.wall.now().adding(seconds: 100)
        _ = try await installation.give("setTimer", ["basket": "a", "at": due.field], key: "1")
        #expect(!machine.clock.hear(offset: -400_000))
        machine.pass(200)
        await installation.writer.nudge()
        #expect(try await installation.give("addApples", apples("a", 1), key: "2").number == 1_215)
        #expect(try installation.log.head().size == 1)
        #expect(try installation.numbers().clockDifference == 400_000)
        // The server was wrong, and says so itself.
        #expect(machine.clock.hear(offset: 0) && machine.clock.doubt == nil)
        #expect(!machine.clock.hear(offset: -400_000))
        machine.clock.trust()
        #expect(try await installation.give("addApples", apples("a", 1), key: "3").number == nil)
        #expect(try installation.log.head().size == 4)
    }

    @Test(
        "a start far beyond the last entry waits for a word; a log that was silent for a year does not",
        arguments: [
            (365, false), (401, true),
        ])
    func silence(days: Int64, isDoubted: Bool) async throws {
        let workshop = try Workshop()
        do {
            let installation = try workshop.installation(workshop.store())
            _ = try await installation.give("addApples", apples("a", 1), key: "1")
        }
        workshop.clock.advance(86_400_000 * days)
        let clock = WatchedClock(machine: workshop.clock) { 0 }
        let installation = try Installation.open(
            .toy, dataDirectory: workshop.folder, database: workshop.store(), clock: clock,
            random: .practice(seed: "toy"))
        #expect(installation.clock.doubt?.reason == (isDoubted ? .farAhead : nil))
        #expect(try await installation.give("addApples", apples("a", 1), key: "2").number == (isDoubted ? 1_215 : nil))
        clock.trust()
        #expect(try await installation.give("addApples", apples("a", 1), key: "3").number == nil)
    }
}
