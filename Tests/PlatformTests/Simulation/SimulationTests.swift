import Foundation

@testable import Platform
import Storage
import TestSupport
import Testing

/// `make simulate SEEDS=…` lives through more counties, `make simulate SEED=…` through one again.
@Suite("A whole county, simulated from a seed") struct SimulationTests {
    private static let environment = ProcessInfo.processInfo.environment

    private static var seeds: [Int] {
        if let one = environment["QIANMO_SEED"].flatMap(Int.init) { return [one] }
        return Array(0..<(environment["QIANMO_SEEDS"].flatMap(Int.init) ?? 1_000))
    }

    @Test("whatever people do, in whatever order, nothing that must hold is ever broken")
    func counties() async throws {
        let scratch = try Scratch(.qianmo)
        var pasts: [Int: Simulation.Past] = [:]
        var (commands, kinds, refusals) = (0, [String: Int](), [Int: Int]())
        for seed in Self.seeds {
            let number = seed % Simulation.pasts
            if pasts[number] == nil {
                let (past, wrong) = try await Simulation.past(number)
                try #require(wrong == [], "the past of seed \(seed)")
                pasts[number] = past
            }
            let past = try #require(pasts[number])
            var life = try Simulation(past, seed: UInt64(seed))
            try await life.live(groups: 5)
            var wrong = life.wrong
            if wrong.isEmpty, seed % 20 == 0 || Self.seeds.count == 1, let finding = try life.verified(scratch) {
                wrong.append(finding)
            }
            commands += life.commands
            for (kind, count) in life.kinds { kinds[kind, default: 0] += count - (past.watch.kinds[kind] ?? 0) }
            for (number, count) in life.refusals {
                refusals[number, default: 0] += count - (past.watch.refusals[number] ?? 0)
            }
            guard wrong.isEmpty else {
                Issue.record("seed \(seed) (make simulate SEED=\(seed)): \(wrong.prefix(5))")
                break
            }
        }
        let told = kinds.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        let refused = refusals.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        print("refused: \(refused.joined(separator: ", "))")
        print("simulated \(Self.seeds.count) counties, \(commands) commands: \(told.joined(separator: ", "))")
        guard Self.seeds.count >= 1_000 else { return }
        for kind in [
            "exchange.bidPlaced", "exchange.auctionEnded", "exchange.contractSigned", "exchange.objectionRaised",
            "exchange.depositRefunded", "exchange.offersOpened", "ledger.instalmentSettled", "ledger.voucherPosted",
        ] { #expect(kinds[kind, default: 0] >= 10, "\(kind) hardly ever happened") }
        // A list comes once into a county, and only into one that lives over New Year.
        #expect(kinds["registry.calendarAnnounced", default: 0] >= 3)
    }

    @Test("a sale, a claim and a notice whose acts of the clock are taken away are named as dead ends")
    func deadEnds() async throws {
        let practice = try PracticeHouse()
        let lines = try PracticeHouse.text("luxian-2019.jsonl").split(separator: "\n").map { String($0) }
        let end = try #require(lines.firstIndex { $0.contains("exchange.publishNotice") })
        _ = try await practice.run(text: lines[...end].joined(separator: "\n"))
        #expect(try practice.installation.database.read { try WaysOn.missing(in: $0) } == [])
        try practice.installation.database.write { try $0.run("DELETE FROM due_command") }
        let found = try practice.installation.database.read { try WaysOn.missing(in: $0) }
        #expect(found.contains { $0.hasPrefix("lot luxian-2019 is listed") })
        #expect(found.contains { $0.hasSuffix("never closes") })
    }

    @Test("the same seed lives the same life")
    func replays() async throws {
        let (past, wrong) = try await Simulation.past(0)
        #expect(wrong == [])
        var lives: [[String: Int]] = []
        for _ in 0..<2 {
            var life = try Simulation(past, seed: 4_711)
            try await life.live(groups: 12)
            lives.append(life.kinds)
        }
        #expect(lives[0] == lives[1])
    }
}
