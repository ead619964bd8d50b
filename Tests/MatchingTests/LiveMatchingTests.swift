import Foundation
import TestSupport
import Testing

@testable import Matching

/// A matching that is kept through a morning: who comes, goes, accepts, and orders that are posted and taken back.
@Suite("Live matching") struct LiveMatchingTests {
    /// One market's worth of random changes.
    private struct Morning {
        var random: SeededRandom
        var live: LiveMatching
        var orders: [LiveMatching.OrderID] = []
        var seekers: [LiveMatching.SeekerID] = []
        var pinned: [LiveMatching.SeekerID: LiveMatching.OrderID] = [:]

        init(seed: UInt64) throws {
            random = SeededRandom(seed: seed)
            live = try LiveMatching(most: 400, dearest: 50)
        }

        private mutating func costs<Name: Hashable>(_ names: [Name]) -> [Name: Int64] {
            var costs: [Name: Int64] = [:]
            for name in names where Int.random(in: 0..<4, using: &random) == 0 {
                costs[name] = Int64.random(in: 0...50, using: &random)
            }
            return costs
        }

        private mutating func pick<Name>(_ names: [Name]) -> Name? {
            names.isEmpty ? nil : names[Int.random(in: 0..<names.count, using: &random)]
        }

        mutating func step() throws {
            switch Int.random(in: 0..<100, using: &random) {
            case 0..<40:
                guard seekers.count < 120 else { return }
                seekers.append(try live.arrive(costs(orders)))
            case 40..<52:
                guard orders.count < 40 else { return }
                orders.append(try live.post(Int.random(in: 0...4, using: &random), costs(seekers)))
            case 52..<72:
                guard let seeker = pick(seekers) else { return }
                try live.withdraw(seeker)
                pinned[seeker] = nil
                seekers.removeAll { $0 == seeker }
            case 72..<88:
                guard let seeker = pick(seekers), pinned[seeker] == nil, let order = live.order(of: seeker) else {
                    return
                }
                try live.accept(seeker)
                pinned[seeker] = order
            case 88..<94:
                guard let order = pick(orders) else { return }
                try live.add(1, to: order)
            case 94..<96:
                guard let order = pick(orders) else { return }
                do { try live.removeSeat(of: order) } catch LiveMatching.Fault.noSeat {}
            default:
                guard let order = pick(orders) else { return }
                let told = try live.cancel(order)
                #expect(Set(told) == Set(pinned.filter { $0.value == order }.keys))
                for seeker in told { pinned[seeker] = nil }
                seekers.removeAll { told.contains($0) }
                orders.removeAll { $0 == order }
            }
        }
    }

    /// 10,000 changes in a long run, 1,000 in every run (`QIANMO_CHANGES`).
    private static var changes: Int {
        ProcessInfo.processInfo.environment["QIANMO_CHANGES"].flatMap(Int.init) ?? 1_000
    }

    @Test(
        "After every arrival, withdrawal, acceptance and cancellation the certificate holds, and nobody accepted moved")
    func certified() throws {
        var morning = try Morning(seed: 11)
        var (placed, idle, pinned) = (0, 0, 0)
        var took: [Duration] = []
        for number in 0..<Self.changes {
            took.append(try ContinuousClock().measure { try morning.step() })
            let (problem, matched, certificate) = try morning.live.snapshot()
            let verdict = problem.judge(matched, certificate)
            #expect(verdict == .ok, "after change \(number)")
            guard verdict == .ok else { return }
            #expect(morning.live.accepted == morning.pinned)
            placed += matched.count
            idle += problem.workers - matched.count
            pinned += morning.pinned.count
            if number % 50 == 0 {
                let best = try problem.solve()
                let cost = matched.reduce(Int64(0)) { sum, pair in
                    sum + (problem.pairs.first { $0.order == pair.order && $0.worker == pair.worker }?.cost ?? 0)
                }
                #expect(best.filled == matched.count && best.cost == cost)
            }
        }
        #expect(placed > 0 && idle > 0 && pinned > 0)
        guard ProcessInfo.processInfo.environment["QIANMO_CHANGES"] != nil else { return }
        took.sort()
        print(
            "\(took.count) changes: p50 \(took[took.count / 2]), p99 \(took[took.count * 99 / 100]), most \(took.last ?? .zero)"
        )
    }

    @Test("The same changes give the same seats: nothing depends on how a dictionary lies in memory")
    func repeated() throws {
        var (one, other) = (try Morning(seed: 5), try Morning(seed: 5))
        for _ in 0..<400 {
            try one.step()
            try other.step()
        }
        #expect(one.seekers.map { one.live.order(of: $0) } == other.seekers.map { other.live.order(of: $0) })
    }

    @Test("A cost above what was announced, more people than that, a seat nobody has: refused, and nothing changed")
    func refused() throws {
        var live = try LiveMatching(most: 1, dearest: 5)
        let order = try live.post(1, [:])
        #expect(throws: LiveMatching.Fault.costOutOfRange) { try live.arrive([order: 6]) }
        let seeker = try live.arrive([order: 5])
        #expect(live.order(of: seeker) == order)
        #expect(throws: LiveMatching.Fault.noSeat) { try live.removeSeat(of: order) }
        try live.accept(seeker)
        #expect(throws: LiveMatching.Fault.noSeat) { try live.accept(seeker) }
        #expect(throws: LiveMatching.Fault.costOutOfRange) { try LiveMatching(most: 1 << 40, dearest: 1 << 40) }
        let more = try live.arrive([order: 0])
        #expect(live.order(of: more) == nil && live.order(of: seeker) == order)
        try live.withdraw(seeker)
        #expect(live.order(of: more) == order)
    }

    /// Section 2.3: a seat for every second seeker, for a fortnight.
    @Test(
        "In 14 days of 200 people and 100 seats nobody waits over 3 days while somebody of the same skills works daily")
    func fair() throws {
        var random = SeededRandom(seed: 23)
        let names = (0..<200).map { "w\($0)" }
        let distance = names.map { _ in (0..<20).map { _ in Int64.random(in: 0...2, using: &random) } }
        var waited = Array(repeating: Int64(0), count: names.count)
        var worked = Array(repeating: 0, count: names.count)
        var longest: Int64 = 0
        for day in 0..<14 {
            let candidates = names.indices.flatMap { seeker in
                (0..<20).map { order in
                    MatchingRound.Candidate(
                        order: "o\(order)", seeker: names[seeker],
                        verdict: .allowed([14 - min(14, waited[seeker]), distance[seeker][order]]))
                }
            }
            let result = try MatchingRound(
                orders: (0..<20).map { .init(name: "o\($0)", seats: 5) }, seekers: names, candidates: candidates,
                ranges: [14, 2], drawn: { RoundTests.drawn("\(day) \($0)") }
            ).run()
            let placed = Set(result.pairs.map(\.seeker))
            #expect(placed.count == 100)
            for (index, name) in names.enumerated() {
                if placed.contains(name) {
                    waited[index] = 0
                    worked[index] += 1
                } else {
                    waited[index] += 1
                    longest = max(longest, waited[index])
                }
            }
        }
        #expect(longest <= 3)
        #expect(worked.max().map { $0 <= 8 } ?? false, "nobody worked on more than every second day and one")
    }
}
