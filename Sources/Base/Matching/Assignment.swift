/// Orders with seats, workers who take one seat each, and the pairs that every hard rule allows, with a cost.
///
/// Orders and workers count from 0. As many seats as possible are filled; among those ways the cheapest is taken.
package struct AssignmentProblem: Sendable, Hashable {
    package struct Pair: Sendable, Hashable {
        package let order: Int
        package let worker: Int
        package let cost: Int64

        package init(_ order: Int, _ worker: Int, _ cost: Int64) {
            self.order = order
            self.worker = worker
            self.cost = cost
        }
    }

    package let seats: [Int64]
    package let workers: Int
    /// Sorted by order and worker, each pair once, at its lowest cost: the answer does not depend on how they came.
    package let pairs: [Pair]
    /// The largest cost; 0 where there are no pairs.
    package let dearest: Int64

    /// Throws where a pair names nobody, a cost or a number of seats is below zero.
    package init(seats: [Int64], workers: Int, pairs: [Pair]) throws(AssignmentFault) {
        guard seats.allSatisfy({ $0 >= 0 }), workers >= 0 else { throw .belowZero }
        for pair in pairs {
            guard seats.indices.contains(pair.order), (0..<workers).contains(pair.worker) else {
                throw .unknown(pair)
            }
            guard pair.cost >= 0 else { throw .belowZero }
        }
        self.seats = seats
        self.workers = workers
        var sorted: [Pair] = []
        sorted.reserveCapacity(pairs.count)
        for pair in pairs.sorted(by: { ($0.order, $0.worker, $0.cost) < ($1.order, $1.worker, $1.cost) }) {
            if let last = sorted.last, last.order == pair.order, last.worker == pair.worker { continue }
            sorted.append(pair)
        }
        self.pairs = sorted
        dearest = sorted.reduce(0) { max($0, $1.cost) }
    }

    /// What an empty seat costs: more than moving everybody along could save, so that no seat is left empty for a price.
    /// Nil where that is beyond 64 bits.
    package var emptySeatPrice: Int64? {
        let seats = seats.reduce(into: Int128(0)) { $0 += Int128($1) }
        return Int64(exactly: (min(seats, Int128(workers)) + 1) * (Int128(dearest) + 1))
    }
}

package enum AssignmentFault: Error, Sendable, Hashable {
    case belowZero
    case unknown(AssignmentProblem.Pair)
    case beyondReckoning
}

/// Who sits where, and the prices that prove that no better way exists.
package struct Assignment: Sendable, Hashable {
    /// Of each worker, the order; nil for who is idle.
    package let order: [Int?]
    package let certificate: AssignmentCertificate
    package let cost: Int64

    package var filled: Int { order.count { $0 != nil } }
}

/// Prices of a matching. Whoever has the pairs can check with them in one pass that the matching is a best one; they are not
/// unique, so they are checked and never compared.
package struct AssignmentCertificate: Sendable, Hashable {
    /// What a seat of each order costs; at most `emptySeatPrice`, and exactly that where a seat stays empty.
    package let seatPrices: [Int64]
    /// What each worker gains over the seat's price; 0 for who is idle.
    package let worths: [Int64]
    package let emptySeatPrice: Int64

    package init(seatPrices: [Int64], worths: [Int64], emptySeatPrice: Int64) {
        self.seatPrices = seatPrices
        self.worths = worths
        self.emptySeatPrice = emptySeatPrice
    }
}

/// What a certificate's check finds: `ok`, or the first condition that does not hold.
package enum AssignmentVerdict: String, Sendable, Hashable, CaseIterable {
    case ok
    case wrongSize = "wrong size"
    case notACandidate = "not a candidate"
    case workerTwice = "worker matched twice"
    case tooMany = "too many on an order"
    case seatPriceAbove = "seat price above unfilled price"
    case worthNegative = "negative worth"
    case idleWithWorth = "idle worker with worth"
    case emptySeatCheap = "unfilled seat below its price"
    case matchedAtALoss = "matched at a loss"
    case betterPair = "unmatched pair would gain"
}

extension AssignmentProblem {
    /// Solves by the network simplex method.
    package func solve() throws(AssignmentFault) -> Assignment {
        guard let price = emptySeatPrice else { throw .beyondReckoning }
        let sink = seats.count + workers
        var network = FlowNetwork(nodes: sink + 1)
        network.reserve(arcs: pairs.count + workers + seats.count)
        var total: Int64 = 0
        for (order, count) in seats.enumerated() {
            network.supply(count, at: order)
            let (sum, isOver) = total.addingReportingOverflow(count)
            guard !isOver else { throw .beyondReckoning }
            total = sum
        }
        network.supply(-total, at: sink)
        for pair in pairs {
            network.add(FlowNetwork.Arc(pair.order, seats.count + pair.worker, capacity: 1, cost: pair.cost))
        }
        for worker in 0..<workers {
            network.add(FlowNetwork.Arc(seats.count + worker, sink, capacity: 1, cost: 0))
        }
        for (order, count) in seats.enumerated() {
            network.add(FlowNetwork.Arc(order, sink, capacity: count, cost: price))
        }
        let solution: FlowSolution
        do { solution = try network.solve() } catch { throw .beyondReckoning }
        var order: [Int?] = Array(repeating: nil, count: workers)
        var cost: Int64 = 0
        for (pair, flow) in zip(pairs, solution.flow) where flow > 0 {
            order[pair.worker] = pair.order
            cost += pair.cost
        }
        let level = solution.potentials[sink]
        let prices = seats.indices.map { min(price, max(0, level - solution.potentials[$0])) }
        let worths = (0..<workers).map { max(0, level - solution.potentials[seats.count + $0]) }
        return Assignment(
            order: order,
            certificate: AssignmentCertificate(seatPrices: prices, worths: worths, emptySeatPrice: price), cost: cost)
    }

    /// Checks a claimed matching against its certificate, in one pass over the pairs; nothing wraps.
    package func judge(_ matched: [(order: Int, worker: Int)], _ certificate: AssignmentCertificate)
        -> AssignmentVerdict
    {
        let (prices, worths) = (certificate.seatPrices, certificate.worths)
        guard prices.count == seats.count, worths.count == workers else { return .wrongSize }
        var order: [Int] = Array(repeating: -1, count: workers)
        var isTwice = false
        var taken = Array(repeating: Int64(0), count: seats.count)
        for (chosen, worker) in matched {
            guard seats.indices.contains(chosen), order.indices.contains(worker) else { return .notACandidate }
            isTwice = isTwice || order[worker] >= 0
            order[worker] = chosen
            taken[chosen] += 1
        }
        // Of two seats of one worker the pass would see only one.
        if isTwice { return matched.allSatisfy(isCandidate) ? .workerTwice : .notACandidate }
        let found = weigh(order, prices, worths)
        guard found.matched == matched.count else { return .notACandidate }
        if zip(taken, seats).contains(where: { $0 > $1 }) { return .tooMany }
        if prices.contains(where: { $0 > certificate.emptySeatPrice }) { return .seatPriceAbove }
        if worths.contains(where: { $0 < 0 }) { return .worthNegative }
        if zip(order, worths).contains(where: { $0 < 0 && $1 > 0 }) { return .idleWithWorth }
        if seats.indices.contains(where: { taken[$0] < seats[$0] && prices[$0] < certificate.emptySeatPrice }) {
            return .emptySeatCheap
        }
        return found.isLoss ? .matchedAtALoss : found.isBetter ? .betterPair : .ok
    }

    private struct Weighed {
        /// Pairs of the matching that are candidates.
        var matched = 0
        var isLoss = false
        var isBetter = false
    }

    /// One pass: how many of the matching are candidates, whether one of them costs more than it should, whether another pair
    /// would gain. In 64 bits where no sum can leave them, in 128 otherwise.
    private func weigh(_ order: [Int], _ prices: [Int64], _ worths: [Int64]) -> Weighed {
        let half = Int64.max / 4
        let isSmall =
            dearest < half && prices.allSatisfy { -half < $0 && $0 < half }
            && worths.allSatisfy { -half < $0 && $0 < half }
        return isSmall
            ? weigh(order, prices, worths) { $0 &- $1 &+ $2 }
            : weigh(order, prices, worths) { (Int128($0) - Int128($1) + Int128($2)).signum().asInt64 }
    }

    /// - Parameter gain: below zero where a pair would gain, above where it loses, of cost, price and worth.
    @inline(__always) private func weigh(
        _ order: [Int], _ prices: [Int64], _ worths: [Int64], _ gain: (Int64, Int64, Int64) -> Int64
    ) -> Weighed {
        var found = Weighed()
        order.withUnsafeBufferPointer { order in
            prices.withUnsafeBufferPointer { prices in
                worths.withUnsafeBufferPointer { worths in
                    pairs.withUnsafeBufferPointer { pairs in
                        for pair in pairs {
                            let gain = gain(pair.cost, prices[pair.order], worths[pair.worker])
                            if order[pair.worker] == pair.order {
                                found.matched += 1
                                if gain > 0 { found.isLoss = true }
                            } else if gain < 0 {
                                found.isBetter = true
                            }
                        }
                    }
                }
            }
        }
        return found
    }

    private func isCandidate(_ order: Int, _ worker: Int) -> Bool {
        var (low, high) = (0, pairs.count)
        while low < high {
            let middle = (low + high) / 2
            if (pairs[middle].order, pairs[middle].worker) < (order, worker) { low = middle + 1 } else { high = middle }
        }
        return low < pairs.count && pairs[low].order == order && pairs[low].worker == worker
    }
}

extension Int128 {
    /// A sign as a short number.
    fileprivate var asInt64: Int64 { Int64(truncatingIfNeeded: self) }
}
