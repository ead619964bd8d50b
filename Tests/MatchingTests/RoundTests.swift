import Matching
import Testing

@Suite("Rounds of a market") struct RoundTests {
    static func drawn(_ name: String) -> [UInt8] {
        var hash: UInt32 = 2_166_136_261
        for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return withUnsafeBytes(of: hash.bigEndian) { Array($0) }
    }

    static func round(
        _ seats: [String: Int], _ seekers: [String], _ costs: [(String, String, [Int64])],
        accepted: [MatchingRound.PlacedPair] = [], isReversed: Bool = false
    ) throws -> MatchingRound.Result {
        let orders = seats.map { MatchingRound.Order(name: $0.key, seats: $0.value) }
        let candidates = costs.map { MatchingRound.Candidate(order: $0.0, seeker: $0.1, verdict: .allowed($0.2)) }
        return try MatchingRound(
            orders: isReversed ? orders.reversed() : orders, seekers: isReversed ? seekers.reversed() : seekers,
            candidates: isReversed ? candidates.reversed() : candidates, accepted: accepted, ranges: [3, 14, 500],
            drawn: drawn
        ).run()
    }

    @Test("Shuffled input gives the identical round, even where all are equal")
    func shuffled() throws {
        let seekers = (0..<9).map { "w\($0)" }
        let levels: [Int64] = [1, 2, 3]
        let costs = ["a", "b"].flatMap { order in seekers.map { seeker in (order, seeker, levels) } }
        let first = try RoundTests.round(["a": 2, "b": 1], seekers, costs)
        #expect(first == (try RoundTests.round(["a": 2, "b": 1], seekers, costs, isReversed: true)))
        #expect(first.pairs.count == 3 && first.reasons.count == 6)
        #expect(first.reasons.values.allSatisfy { if case .equalByDraw = $0 { true } else { false } })
    }

    @Test("A higher level outweighs all lower ones, and the reason says at which level she fell short")
    func levels() throws {
        let result = try RoundTests.round(
            ["a": 1], ["near", "waits"], [("a", "near", [1, 14, 0]), ("a", "waits", [1, 0, 500])])
        #expect(result.pairs == [.init(order: "a", seeker: "waits")])
        guard case .short(let order, let levels) = result.reasons["near"] else {
            Issue.record("no shortfall is named")
            return
        }
        #expect(order == "a" && levels.count == 3 && levels[0] == 0 && levels[1] >= 13)
    }

    @Test("Who has accepted stays, and beyond the seats it is refused")
    func accepted() throws {
        let costs: [(String, String, [Int64])] = [("a", "x", [3, 0, 0]), ("a", "y", [0, 0, 0])]
        let result = try RoundTests.round(["a": 1], ["x", "y"], costs, accepted: [.init(order: "a", seeker: "x")])
        #expect(result.pairs == [.init(order: "a", seeker: "x")])
        #expect(result.reasons == ["y": .noSeats])
        #expect(throws: MatchingRound.Fault.acceptedBeyondSeats("a")) {
            try RoundTests.round(
                ["a": 1], ["x", "y"], costs, accepted: [.init(order: "a", seeker: "x"), .init(order: "a", seeker: "y")])
        }
    }

    @Test("Whom a rule excludes everywhere reads that rule")
    func excluded() throws {
        let result = try MatchingRound(
            orders: [.init(name: "a", seats: 1)], seekers: ["x", "z"],
            candidates: [.init(order: "a", seeker: "x", verdict: .excluded("reach"))], ranges: [1],
            drawn: RoundTests.drawn
        ).run()
        #expect(result.reasons == ["x": .excluded(rule: "reach", orders: 1), "z": .noOrderFits])
    }

    @Test("Levels that would leave 64 bits are refused, a value out of its range is refused")
    func packing() throws {
        #expect(throws: CostLevels.Fault.tooWide) {
            try CostLevels(ranges: Array(repeating: 1_000, count: 6), seats: 6_000)
        }
        let levels = try CostLevels(ranges: [2, 9], seats: 5)
        #expect(levels.weights == [46, 1])
        #expect(try levels.pack([1, 9]) == 55)
        #expect(throws: CostLevels.Fault.outOfRange(level: 1)) { try levels.pack([1, 10]) }
    }

    @Test("Where both rank by hand, no order and seeker would rather have each other")
    func stable() {
        let orderOf = DeferredAcceptance.match(
            seats: [1, 2], seekerRanks: [[0, 1], [0, 1], [0], [1]], orderRanks: [[1, 0, 2], [3, 0, 1]])
        #expect(orderOf == [1, 0, nil, 1])
    }
}
