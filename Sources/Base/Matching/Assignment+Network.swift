extension AssignmentProblem {
    /// A market as a network: from one source to each order with as many as it has seats, from an order to a worker one at a
    /// cost, from each worker one to the sink, and from source to sink what an empty seat costs. Nil for any other network.
    package static func market(_ network: FlowNetwork) -> MarketNetwork? {
        let ends = network.supplies.indices.filter { network.supplies[$0] != 0 }
        guard ends.count == 2, let source = ends.first(where: { network.supplies[$0] > 0 }),
            let sink = ends.first(where: { network.supplies[$0] < 0 })
        else { return nil }
        var role = Role(source: source, sink: sink, nodes: network.supplies.count)
        for arc in network.arcs where !role.take(arc) { return nil }
        guard let price = role.price, let pairs = role.pairs(network.arcs),
            let problem = try? AssignmentProblem(seats: role.seats, workers: role.workers, pairs: pairs)
        else { return nil }
        return MarketNetwork(
            problem: problem, emptySeatPrice: price, orders: role.nodes { role.capacity[$0] != nil },
            workers: role.nodes { role.isWorker[$0] }, sink: sink)
    }

    /// Which nodes are orders and which workers, in the order of their numbers.
    private struct Role {
        let source: Int
        let sink: Int
        /// Seats of an order, by its node; nil for what is none.
        var capacity: [Int64?]
        var isWorker: [Bool]
        var price: Int64?

        init(source: Int, sink: Int, nodes: Int) {
            (self.source, self.sink) = (source, sink)
            capacity = Array(repeating: nil, count: nodes)
            isWorker = Array(repeating: false, count: nodes)
        }

        var seats: [Int64] { capacity.compactMap { $0 } }
        var workers: Int { isWorker.count { $0 } }

        func nodes(_ isChosen: (Int) -> Bool) -> [Int] { capacity.indices.filter(isChosen) }

        /// Notes an arc from the source or to the sink; false where it is none of a market.
        mutating func take(_ arc: FlowNetwork.Arc) -> Bool {
            switch (arc.tail == source, arc.head == sink) {
            case (true, true):
                guard price == nil, arc.lower == 0, arc.cost >= 0 else { return false }
                price = arc.cost
            case (true, false):
                guard arc.lower == 0, arc.cost == 0, capacity[arc.head] == nil, arc.head != source else { return false }
                capacity[arc.head] = arc.capacity
            case (false, true):
                guard arc.lower == 0, arc.cost == 0, arc.capacity == 1, !isWorker[arc.tail] else { return false }
                isWorker[arc.tail] = true
            case (false, false): return arc.lower == 0 && arc.capacity == 1 && arc.cost >= 0
            }
            return true
        }

        func pairs(_ arcs: [FlowNetwork.Arc]) -> [AssignmentProblem.Pair]? {
            var number = Array(repeating: -1, count: capacity.count)
            var (orders, workers) = (0, 0)
            for node in capacity.indices where node != source && node != sink {
                if capacity[node] != nil {
                    guard !isWorker[node] else { return nil }
                    number[node] = orders
                    orders += 1
                } else if isWorker[node] {
                    number[node] = workers
                    workers += 1
                }
            }
            var pairs: [AssignmentProblem.Pair] = []
            for arc in arcs where arc.tail != source && arc.head != sink {
                guard capacity[arc.tail] != nil, isWorker[arc.head] else { return nil }
                pairs.append(AssignmentProblem.Pair(number[arc.tail], number[arc.head], arc.cost))
            }
            return pairs
        }
    }
}

/// A market read from a network: its problem, and which nodes are its orders and workers.
package struct MarketNetwork: Sendable {
    package let problem: AssignmentProblem
    package let emptySeatPrice: Int64
    let orders: [Int]
    let workers: [Int]
    let sink: Int

    /// A cheapest flow of the network as seats and the certificate that proves them.
    package func read(_ solution: FlowSolution, of network: FlowNetwork) -> (
        matched: [(order: Int, worker: Int)], certificate: AssignmentCertificate
    ) {
        var number = Array(repeating: -1, count: network.supplies.count)
        for (index, node) in orders.enumerated() { number[node] = index }
        for (index, node) in workers.enumerated() { number[node] = index }
        var matched: [(order: Int, worker: Int)] = []
        for (arc, flow) in zip(network.arcs, solution.flow)
        where flow > 0 && number[arc.tail] >= 0 && number[arc.head] >= 0 {
            matched.append((number[arc.tail], number[arc.head]))
        }
        let level = solution.potentials[sink]
        return (
            matched,
            AssignmentCertificate(
                seatPrices: orders.map { min(emptySeatPrice, max(0, level - solution.potentials[$0])) },
                worths: workers.map { max(0, level - solution.potentials[$0]) }, emptySeatPrice: emptySeatPrice)
        )
    }
}
