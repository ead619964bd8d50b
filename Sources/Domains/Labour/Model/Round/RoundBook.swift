import EventLog
import Kernel
import Matching

/// A round as the public sees it, and the one reckoning of it: the writer solves with it, and whoever has the log's bytes
/// holds the same rows against it. It knows numbers and orders, and nobody.
package struct RoundBook: Sendable {
    /// The versions of the rules below; a round keeps the one it was reckoned with. The second knows groups.
    package static let rules: ClosedRange<Int64> = 1...2
    /// Days of waiting that count.
    static let mostWaited: Int64 = 14
    static let farthest: Int64 = 2
    static let mostOrders = 500
    static let mostSeekers = 2_000

    package let seed: String
    package let orders: [RoundOrder]
    package let seekers: [RoundSeeker]

    package init(seed: String, orders: [RoundOrder], seekers: [RoundSeeker]) {
        self.seed = seed
        self.orders = orders
        self.seekers = seekers
    }

    /// What is published before the round.
    package static func commitment(of seed: String) -> String { Hash.leaf(Array("round-seed \(seed)".utf8)).base64 }

    package var rule: Int64 { seekers.contains { $0.group != nil } ? 2 : 1 }

    /// The weightiest first: days not waited, the way, the rank of the draw.
    private var ranges: [Int64] { [RoundBook.mostWaited, RoundBook.farthest, Int64(max(0, seekers.count - 1))] }

    func drawn(_ name: String) -> [UInt8] { Array(Hash.leaf(Array("round-draw \(seed) \(name)".utf8)).bytes) }

    /// The place of each seeker in the draw, from 0.
    var ranks: [Int64] {
        let names = seekers.map { String($0.number) }
        let order = names.indices.sorted { left, right in
            let (one, other) = (drawn(names[left]), drawn(names[right]))
            return one == other ? names[left] < names[right] : one.lexicographicallyPrecedes(other)
        }
        var ranks = Array(repeating: Int64(0), count: names.count)
        for (rank, index) in order.enumerated() { ranks[index] = Int64(rank) }
        return ranks
    }

    func levels(_ seeker: RoundSeeker, _ distance: Int64, _ rank: Int64) -> [Int64] {
        [RoundBook.mostWaited - min(seeker.waited, RoundBook.mostWaited), distance, rank]
    }

    /// The round in the engine's words.
    private func matching() throws(MatchingRound.Fault) -> MatchingRound {
        let ranks = ranks
        var candidates: [MatchingRound.Candidate] = []
        for (index, seeker) in seekers.enumerated() {
            for (order, verdict) in zip(orders, seeker.verdicts) {
                candidates.append(
                    MatchingRound.Candidate(
                        order: order.order.text, seeker: String(seeker.number),
                        verdict: verdict >= 0
                            ? .allowed(levels(seeker, verdict, ranks[index]))
                            : .excluded(RoundRule(code: verdict)?.rawValue ?? "")))
            }
        }
        return try MatchingRound(
            orders: orders.map { .init(name: $0.order.text, seats: Int($0.seats)) },
            seekers: seekers.map { String($0.number) }, candidates: candidates, ranges: ranges, drawn: drawn)
    }

    /// The same rows with seats, prices and worths; throws where they cannot be reckoned exactly.
    func solved() throws(Rejection) -> RoundBook {
        let groups = groups
        guard !groups.isEmpty else { return try matched() }
        let seats = seated(groups)
        return joining(try apart(from: groups, at: seats).matched(), groups, at: seats)
    }

    /// Of rows without groups.
    private func matched() throws(Rejection) -> RoundBook {
        let result: MatchingRound.Result
        do { result = try matching().run() } catch { throw LabourRefusal.roundTooLarge() }
        guard result.emptySeat <= PriceDomain.range.upperBound else { throw LabourRefusal.roundTooLarge() }
        let place = Dictionary(
            orders.enumerated().map { ($1.order.text, Int64($0 + 1)) }, uniquingKeysWith: { first, _ in first })
        let seats = Dictionary(result.pairs.map { ($0.seeker, $0.order) }, uniquingKeysWith: { first, _ in first })
        return RoundBook(
            seed: seed,
            orders: orders.map {
                RoundOrder(order: $0.order, seats: $0.seats, price: result.seatPrice[$0.order.text] ?? 0)
            },
            seekers: seekers.map { seeker in
                let name = String(seeker.number)
                return RoundSeeker(
                    number: seeker.number, worker: seeker.worker, waited: seeker.waited, verdicts: seeker.verdicts,
                    worth: result.worth[name] ?? 0, seat: seats[name].flatMap { place[$0] })
            })
    }
}

extension RoundBook {
    /// What somebody finds who holds a round against its own proof.
    package enum Finding: String, Sendable, Hashable, CaseIterable {
        case ok
        /// The seed is not the one whose digest was published before.
        case seed
        /// Rows contradict one another: a number twice, a verdict for no order, a seat of no order.
        case rows
        /// A group is split, or sits where the order of turns does not put it.
        case groups
        /// The prices and worths do not prove the seats.
        case certificate
        /// The seats are a best way, and the draw among equals gives another one.
        case draw
        /// Somebody has one of the seats, or is being asked: the log counts another number of free ones (`RoundAudit`).
        case seats
    }

    /// Checks the certificate in one pass, and that nothing else was possible: the draw decides between what is equal.
    package func judge(committed: String) -> (finding: Finding, verdict: String) {
        guard RoundBook.commitment(of: seed) == committed else { return (.seed, "") }
        let groups = groups
        guard Set(seekers.map(\.number)).count == seekers.count, Set(orders.map(\.order)).count == orders.count,
            seekers.allSatisfy(isWhole), groups.allSatisfy(isWhole)
        else { return (.rows, "") }
        guard !groups.isEmpty else { return judgeMatched() }
        let seats = seated(groups)
        guard zip(groups, seats).allSatisfy({ sits($0, at: $1) }) else { return (.groups, "") }
        return apart(from: groups, at: seats).judgeMatched()
    }

    /// Of rows without groups.
    private func judgeMatched() -> (finding: Finding, verdict: String) {
        guard let problem, let price = problem.emptySeatPrice else { return (.rows, "") }
        let matched = seekers.enumerated().compactMap { index, seeker in
            seeker.seat.map { (order: Int($0) - 1, worker: index) }
        }
        let verdict = problem.judge(
            matched,
            AssignmentCertificate(
                seatPrices: orders.map(\.price), worths: seekers.map(\.worth), emptySeatPrice: price))
        guard verdict == .ok else { return (.certificate, verdict.rawValue) }
        let again = try? self.matched()
        return (again?.seekers.map(\.seat) == seekers.map(\.seat) ? .ok : .draw, verdict.rawValue)
    }

    private func isWhole(_ seeker: RoundSeeker) -> Bool {
        seeker.verdicts.count == orders.count
            && (seeker.seat.map { $0 >= 1 && $0 <= Int64(orders.count) } ?? true)
            && seeker.verdicts.allSatisfy { $0 <= RoundBook.farthest && ($0 >= 0 || RoundRule(code: $0) != nil) }
    }

    var weights: CostLevels? {
        let seats = orders.reduce(0) { $0 + min(max(0, Int($1.seats)), seekers.count) }
        return try? CostLevels(ranges: ranges, seats: min(seats, seekers.count))
    }

    /// The pairs the rules allow, with their packed costs; of rows without groups.
    var problem: AssignmentProblem? {
        guard let weights else { return nil }
        let ranks = ranks
        var pairs: [AssignmentProblem.Pair] = []
        for (index, seeker) in seekers.enumerated() {
            for (order, verdict) in seeker.verdicts.enumerated() where verdict >= 0 {
                guard let cost = try? weights.pack(levels(seeker, verdict, ranks[index])) else { return nil }
                pairs.append(AssignmentProblem.Pair(order, index, cost))
            }
        }
        return try? AssignmentProblem(seats: orders.map(\.seats), workers: seekers.count, pairs: pairs)
    }
}
