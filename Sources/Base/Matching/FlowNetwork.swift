/// A network with a supply at each node (negative: a demand) and arcs with a lower bound, a capacity and a cost a unit.
///
/// Nodes and arcs count from 0. What is asked is the cheapest flow that meets every supply and demand exactly.
package struct FlowNetwork: Sendable, Hashable {
    package struct Arc: Sendable, Hashable {
        package let tail: Int
        package let head: Int
        package let lower: Int64
        package let capacity: Int64
        package let cost: Int64

        package init(_ tail: Int, _ head: Int, lower: Int64 = 0, capacity: Int64, cost: Int64) {
            self.tail = tail
            self.head = head
            self.lower = lower
            self.capacity = capacity
            self.cost = cost
        }
    }

    package private(set) var supplies: [Int64]
    package private(set) var arcs: [Arc] = []

    package init(nodes: Int) { supplies = Array(repeating: 0, count: nodes) }

    package mutating func supply(_ amount: Int64, at node: Int) { supplies[node] = amount }
    package mutating func add(_ arc: Arc) { arcs.append(arc) }
    package mutating func reserve(arcs count: Int) { arcs.reserveCapacity(count) }
}

/// Why a network has no answer. Every number is exact; none is ever rounded or wrapped.
package enum FlowFault: Error, Sendable, Hashable {
    /// Supplies and demands differ by so much, or so much of a supply finds no way.
    case infeasible(missing: Int64)
    /// A capacity below its arc's lower bound, or below zero.
    case badArc(Int)
    /// Costs and amounts are so large that the sum could leave 64 bits.
    case beyondReckoning
}

/// A cheapest flow and its proof.
package struct FlowSolution: Sendable, Hashable {
    /// Of each arc, its lower bound included.
    package let flow: [Int64]
    /// Of each node: with them `cost + potential(tail) - potential(head)` is not negative on an arc that could carry more
    /// and not positive on one that could carry less.
    package let potentials: [Int64]
    package let cost: Int64
}

extension FlowNetwork {
    /// Whether a flow with these potentials is a cheapest one: one pass over arcs and nodes, in 128 bits.
    package func proves(_ solution: FlowSolution) -> Bool {
        guard solution.flow.count == arcs.count, solution.potentials.count == supplies.count else { return false }
        var left = supplies.map { Int128($0) }
        var total: Int128 = 0
        for (arc, flow) in zip(arcs, solution.flow) {
            guard flow >= arc.lower, flow <= arc.capacity else { return false }
            left[arc.tail] -= Int128(flow)
            left[arc.head] += Int128(flow)
            total += Int128(flow) * Int128(arc.cost)
            let reduced =
                Int128(arc.cost) + Int128(solution.potentials[arc.tail]) - Int128(solution.potentials[arc.head])
            guard flow == arc.capacity || reduced >= 0, flow == arc.lower || reduced <= 0 else { return false }
        }
        return left.allSatisfy { $0 == 0 } && total == Int128(solution.cost)
    }
}
