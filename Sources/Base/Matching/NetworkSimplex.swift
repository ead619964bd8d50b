extension FlowNetwork {
    /// The cheapest flow by the network simplex method; throws `FlowFault` where there is none.
    package func solve() throws(FlowFault) -> FlowSolution {
        let balance = supplies.reduce(into: Int128(0)) { $0 += Int128($1) }
        guard balance == 0 else { throw .infeasible(missing: Int64(clamping: balance.magnitude)) }
        let simplex = try NetworkSimplex(self)
        simplex.run()
        return try simplex.solution()
    }
}

/// A spanning tree of the network, hung from a root of its own, and the flow it stands for: arcs outside the tree carry
/// nothing or all they can. A pivot takes in the arc outside that pays most among a block, and lets the arc go that first
/// runs full or empty on the cycle. The tree is strongly feasible, so it never cycles.
///
/// Method: Cunningham's rule for the leaving arc, block search for the entering one. Children are kept in doubly linked
/// lists, so that what hangs below a node is found without a search.
private final class NetworkSimplex {
    /// What the tree keeps of a node, together: a walk up or down touches one line of the cache a node.
    private struct Node {
        var potential: Int64 = 0
        var parent: Int32
        /// The arc to the parent.
        var bond: Int32
        var depth: Int32 = 1
        var firstChild: Int32 = -1
        var next: Int32 = -1
        var previous: Int32 = -1
        /// Whether the bond points to the parent.
        var isUp: Bool
    }

    /// What the search for an entering arc reads, together.
    private struct Priced {
        var cost: Int64
        var tail: Int32
        var head: Int32
        /// Outside the tree: 1 empty, -1 full. In the tree: 0.
        var state: Int64
    }

    private struct Load {
        var flow: Int64
        let capacity: Int64
    }

    private let network: FlowNetwork
    private let count: Int
    /// The network's nodes, then the root.
    private let nodes: UnsafeMutableBufferPointer<Node>
    /// The network's arcs, then one for each node from or to the root.
    private let arcs: UnsafeMutableBufferPointer<Priced>
    private let loads: UnsafeMutableBufferPointer<Load>
    private let pending: UnsafeMutableBufferPointer<Int32>
    private var cursor = 0
    private let block: Int
    /// Where each of the network's arcs stands: far from its neighbours, so that a block holds arcs of many nodes.
    private let places: [Int]

    init(_ network: FlowNetwork) throws(FlowFault) {
        let size = network.supplies.count
        let count = network.arcs.count
        let (left, penalty) = try NetworkSimplex.bounds(network)
        self.network = network
        self.count = count
        nodes = .allocate(capacity: size + 1)
        arcs = .allocate(capacity: count + size)
        loads = .allocate(capacity: count + size)
        pending = .allocate(capacity: size + 1)
        block = max(20, Int(Double(count).squareRoot()))
        places = NetworkSimplex.mixed(count)
        for (arc, number) in zip(network.arcs, places) {
            arcs.initializeElement(
                at: number, to: Priced(cost: arc.cost, tail: Int32(arc.tail), head: Int32(arc.head), state: 1))
            loads.initializeElement(at: number, to: Load(flow: 0, capacity: arc.capacity - arc.lower))
        }
        for node in 0..<size {
            let isUp = left[node] >= 0
            let bond = count + node
            arcs.initializeElement(
                at: bond,
                to: Priced(
                    cost: penalty, tail: Int32(isUp ? node : size), head: Int32(isUp ? size : node), state: 0))
            loads.initializeElement(at: bond, to: Load(flow: Int64(left[node].magnitude), capacity: .max / 2))
            nodes.initializeElement(
                at: node,
                to: Node(
                    potential: isUp ? -penalty : penalty, parent: Int32(size), bond: Int32(bond),
                    next: node + 1 < size ? Int32(node + 1) : -1, previous: Int32(node - 1), isUp: isUp))
        }
        nodes.initializeElement(
            at: size, to: Node(parent: -1, bond: -1, depth: 0, firstChild: size > 0 ? 0 : -1, isUp: true))
        pending.initialize(repeating: 0)
    }

    deinit {
        nodes.deallocate()
        arcs.deallocate()
        loads.deallocate()
        pending.deallocate()
    }

    private static func mixed(_ count: Int) -> [Int] {
        let stride = max(10, Int(Double(count).squareRoot()))
        var places = Array(repeating: 0, count: count)
        var place = 0
        for first in 0..<min(stride, count) {
            var arc = first
            while arc < count {
                places[arc] = place
                place += 1
                arc += stride
            }
        }
        return places
    }

    /// What is left to balance at each node once lower bounds are carried, and the cost of an arc of the root's: more than
    /// any way around it. Throws where a sum on the way could leave 64 bits.
    private static func bounds(_ network: FlowNetwork) throws(FlowFault) -> (left: [Int128], penalty: Int64) {
        var left = network.supplies.map { Int128($0) }
        var dearest: Int128 = 0
        for (number, arc) in network.arcs.enumerated() {
            guard arc.lower <= arc.capacity else { throw .badArc(number) }
            guard Int128(arc.capacity) - Int128(arc.lower) < Int128(Int64.max / 4) else { throw .beyondReckoning }
            left[arc.tail] -= Int128(arc.lower)
            left[arc.head] += Int128(arc.lower)
            dearest = max(dearest, Int128(arc.cost.magnitude))
        }
        let largest = Int128(Int64.max / 8)
        let penalty = dearest * Int128(left.count + 1) + 1
        guard penalty < largest, left.allSatisfy({ -largest < $0 && $0 < largest }), left.count < Int(Int32.max),
            network.arcs.count + left.count < Int(Int32.max)
        else { throw .beyondReckoning }
        return (left, Int64(penalty))
    }

    func run() {
        while let entering = entering() { pivot(entering) }
    }

    func solution() throws(FlowFault) -> FlowSolution {
        let missing = loads[count...].reduce(into: Int128(0)) { $0 += Int128($1.flow) }
        guard missing == 0 else { throw .infeasible(missing: Int64(clamping: (missing + 1) / 2)) }
        var total: Int128 = 0
        var whole: [Int64] = []
        whole.reserveCapacity(count)
        for (arc, place) in zip(network.arcs, places) {
            whole.append(loads[place].flow + arc.lower)
            total += Int128(loads[place].flow + arc.lower) * Int128(arc.cost)
        }
        guard let sum = Int64(exactly: total) else { throw .beyondReckoning }
        return FlowSolution(flow: whole, potentials: nodes.dropLast().map(\.potential), cost: sum)
    }

    /// The arc of the next block that breaks its condition most; nil when none does.
    private func entering() -> Int? {
        var best = -1
        var worst: Int64 = 0
        var left = block
        var position = cursor
        for _ in 0..<count {
            if position >= count { position = 0 }
            let reduced = reduced(position) &* arcs[position].state
            if reduced < worst {
                worst = reduced
                best = position
            }
            position += 1
            left -= 1
            if left == 0 {
                if best >= 0 { break }
                left = block
            }
        }
        cursor = position
        return best < 0 ? nil : best
    }

    /// In range: no potential is further from the root's than `nodes` times the dearest cost and the penalty.
    private func reduced(_ arc: Int) -> Int64 {
        let priced = arcs[arc]
        return priced.cost &+ nodes[Int(priced.tail)].potential &- nodes[Int(priced.head)].potential
    }

    private func pivot(_ entering: Int) {
        let priced = arcs[entering]
        // The flow goes around from `first` over the arc to `second` and back through the tree.
        let first = Int(priced.state == 1 ? priced.tail : priced.head)
        let second = Int(priced.state == 1 ? priced.head : priced.tail)
        let join = join(first, second)
        var amount = loads[entering].capacity
        var leaving: (node: Int, isFirst: Bool)?
        var node = first
        while node != join {
            let room = room(node, isDown: true)
            if room < amount {
                amount = room
                leaving = (node, true)
            }
            node = Int(nodes[node].parent)
        }
        node = second
        while node != join {
            let room = room(node, isDown: false)
            if room <= amount {
                amount = room
                leaving = (node, false)
            }
            node = Int(nodes[node].parent)
        }
        push(amount, entering, first, second, join)
        guard let leaving else {
            arcs[entering].state = -priced.state
            return
        }
        let out = Int(nodes[leaving.node].bond)
        arcs[out].state = loads[out].flow == 0 ? 1 : -1
        arcs[entering].state = 0
        hang(
            leaving.node, from: leaving.isFirst ? first : second, to: leaving.isFirst ? second : first, by: entering)
    }

    /// How much more a node's bond can carry towards the node, or away from it.
    private func room(_ node: Int, isDown: Bool) -> Int64 {
        let load = loads[Int(nodes[node].bond)]
        return nodes[node].isUp == isDown ? load.flow : load.capacity - load.flow
    }

    private func join(_ first: Int, _ second: Int) -> Int {
        var (one, other) = (first, second)
        while one != other {
            if nodes[one].depth >= nodes[other].depth {
                one = Int(nodes[one].parent)
            } else {
                other = Int(nodes[other].parent)
            }
        }
        return one
    }

    private func push(_ amount: Int64, _ entering: Int, _ first: Int, _ second: Int, _ join: Int) {
        guard amount > 0 else { return }
        loads[entering].flow += arcs[entering].state * amount
        var node = first
        while node != join {
            loads[Int(nodes[node].bond)].flow += nodes[node].isUp ? -amount : amount
            node = Int(nodes[node].parent)
        }
        node = second
        while node != join {
            loads[Int(nodes[node].bond)].flow += nodes[node].isUp ? amount : -amount
            node = Int(nodes[node].parent)
        }
    }

    /// Cuts the branch of `top` off and hangs it by the entering arc: `low`, in the branch, becomes its top, below `high`.
    private func hang(_ top: Int, from low: Int, to high: Int, by entering: Int) {
        var node = low
        var parent = high
        var bond = Int32(entering)
        let isFromLow = Int(arcs[entering].tail) == low
        var isUp = isFromLow
        while true {
            let old = nodes[node]
            cut(old)
            let following = nodes[parent].firstChild
            if following >= 0 { nodes[Int(following)].previous = Int32(node) }
            nodes[parent].firstChild = Int32(node)
            nodes[node].parent = Int32(parent)
            nodes[node].bond = bond
            nodes[node].isUp = isUp
            nodes[node].next = following
            nodes[node].previous = -1
            if node == top { break }
            (parent, bond, isUp) = (node, old.bond, !old.isUp)
            node = Int(old.parent)
        }
        let reduced = reduced(entering)
        settle(low, shift: isFromLow ? -reduced : reduced)
    }

    private func cut(_ node: Node) {
        if node.previous >= 0 {
            nodes[Int(node.previous)].next = node.next
        } else {
            nodes[Int(node.parent)].firstChild = node.next
        }
        if node.next >= 0 { nodes[Int(node.next)].previous = node.previous }
    }

    /// Depths and potentials of the branch below `top`.
    private func settle(_ top: Int, shift: Int64) {
        pending[0] = Int32(top)
        var waiting = 1
        while waiting > 0 {
            waiting -= 1
            let node = Int(pending[waiting])
            nodes[node].potential &+= shift
            nodes[node].depth = nodes[Int(nodes[node].parent)].depth + 1
            var child = nodes[node].firstChild
            while child >= 0 {
                pending[waiting] = child
                waiting += 1
                child = nodes[Int(child)].next
            }
        }
    }
}
