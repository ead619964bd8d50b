/// Distances of one search, kept from one to the next so that nothing is allocated: a stamp says which are of this one.
struct LiveSearch: Sendable {
    /// Orders are even, seekers odd.
    typealias Node = Int

    private var distance: [Int64] = []
    private var stamp: [Int32] = []
    private var link: [Node] = []
    private var now: Int32 = 0
    private var heap: [(distance: Int64, node: Node)] = []
    private(set) var reached: [Node] = []

    mutating func begin(_ nodes: Int) {
        while distance.count < nodes {
            distance.append(0)
            stamp.append(0)
            link.append(-1)
        }
        now += 1
        heap.removeAll(keepingCapacity: true)
        reached.removeAll(keepingCapacity: true)
    }

    func distance(of node: Node) -> Int64 { stamp[node] == now ? distance[node] : .max }
    func link(of node: Node) -> Node { link[node] }

    mutating func relax(_ node: Node, _ length: Int64, from: Node) {
        if stamp[node] != now {
            stamp[node] = now
            reached.append(node)
        } else if length >= distance[node] {
            return
        }
        distance[node] = length
        link[node] = from
        push((length, node))
    }

    /// The nearest node that was not taken before; nil when there is none nearer than `limit`.
    mutating func next(below limit: Int64) -> Node? {
        while let first = heap.first, first.distance < limit {
            pop()
            if distance[first.node] == first.distance { return first.node }
        }
        return nil
    }

    /// By distance, then by node: the same input takes the same way.
    private func precedes(_ left: Int, _ right: Int) -> Bool {
        (heap[left].distance, heap[left].node) < (heap[right].distance, heap[right].node)
    }

    private mutating func push(_ entry: (Int64, Node)) {
        heap.append(entry)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard precedes(child, parent) else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func pop() {
        let last = heap.removeLast()
        guard !heap.isEmpty else { return }
        heap[0] = last
        var parent = 0
        while true {
            var child = parent * 2 + 1
            guard child < heap.count else { return }
            if child + 1 < heap.count, precedes(child + 1, child) { child += 1 }
            guard precedes(child, parent) else { return }
            heap.swapAt(child, parent)
            parent = child
        }
    }
}

extension LiveMatching {
    /// An empty seat of an order looks for whom it costs least to have: along a chain of people who move to another seat they
    /// were only offered, up to somebody idle, or to an order that can best do without.
    mutating func fill(_ order: Int) {
        search.begin(2 * max(orders.count, seekers.count) + 2)
        search.relax(2 * order, 0, from: -1)
        var (best, end) = (Int64.max, -1)
        while let node = search.next(below: best) {
            let distance = search.distance(of: node)
            let slot = node / 2
            if node % 2 == 0 {
                let price = orders[slot].price
                if distance + emptySeatPrice - price < best { (best, end) = (distance + emptySeatPrice - price, node) }
                for pair in orders[slot].pairs where seekers[pair.seeker].order != slot {
                    let length = distance + pair.cost - price + seekers[pair.seeker].worth
                    if length < best { search.relax(2 * pair.seeker + 1, length, from: node) }
                }
            } else if let seat = seekers[slot].order {
                let length = distance + orders[seat].price - seekers[slot].worth - seekers[slot].cost
                if length < best { search.relax(2 * seat, length, from: node) }
            } else {
                (best, end) = (distance, node)
            }
        }
        settle(best, sign: 1)
        var node = end
        if node % 2 == 0 {
            guard node / 2 != order else { return }
            node = search.link(of: node)
        }
        while true {
            let to = search.link(of: node)
            seat(node / 2, at: to / 2)
            if to / 2 == order { return }
            node = search.link(of: to)
        }
    }

    /// Somebody idle looks for the seat that gains most: an empty one, or one whose holder moves on, or stands back where
    /// that costs less. Nothing moves where nothing is gained.
    mutating func place(_ seeker: Int) {
        let most = seekers[seeker].pairs.map { orders[$0.order].price - $0.cost }.max() ?? 0
        let worth = max(seekers[seeker].worth, most, 0)
        seekers[seeker].worth = worth
        search.begin(2 * max(orders.count, seekers.count) + 2)
        search.relax(2 * seeker + 1, 0, from: -1)
        var (best, end) = (worth, -1)
        while let node = search.next(below: best) {
            let distance = search.distance(of: node)
            let slot = node / 2
            if node % 2 == 1 {
                let own = seekers[slot]
                if own.order != nil, distance + own.worth < best { (best, end) = (distance + own.worth, node) }
                for pair in own.pairs where pair.order != own.order {
                    let length = distance + pair.cost - orders[pair.order].price + own.worth
                    if length < best { search.relax(2 * pair.order, length, from: node) }
                }
            } else {
                let order = orders[slot]
                if order.seated.count < order.seats { (best, end) = (distance, node) }
                for holder in order.seated {
                    let length = distance + order.price - seekers[holder].worth - seekers[holder].cost
                    if length < best { search.relax(2 * holder + 1, length, from: node) }
                }
            }
        }
        settle(best, sign: -1)
        guard end >= 0 else { return }
        var order = end / 2
        if end % 2 == 1 {
            order = search.link(of: end) / 2
            unseat(end / 2)
        }
        while true {
            let mover = search.link(of: 2 * order) / 2
            let next = search.link(of: 2 * mover + 1)
            seat(mover, at: order)
            if mover == seeker { return }
            order = next / 2
        }
    }

    /// Prices and worths of everybody nearer than the end of the path.
    private mutating func settle(_ best: Int64, sign: Int64) {
        for node in search.reached {
            let shift = best - search.distance(of: node)
            guard shift > 0 else { continue }
            if node % 2 == 0 { orders[node / 2].price += sign * shift } else { seekers[node / 2].worth += sign * shift }
        }
    }

    private mutating func unseat(_ seeker: Int) {
        if let old = seekers[seeker].order { orders[old].seated.removeAll { $0 == seeker } }
        seekers[seeker].order = nil
    }

    private mutating func seat(_ seeker: Int, at order: Int) {
        unseat(seeker)
        seekers[seeker].order = order
        seekers[seeker].cost = seekers[seeker].pairs.first { $0.order == order }?.cost ?? 0
        orders[order].seated.append(seeker)
    }
}
