/// Where a route's trips end: the cheapest facilities between its places in their order, by dynamic programming on places × facilities.
/// It knows loads and distances, not the clock; the caller looks at the clock afterwards.
struct TripCuts {
    private let space: SearchSpace
    /// At [served * facilities + facility]: least distance when the first `served` places are unloaded there.
    private let best: UnsafeMutablePointer<Int>
    private let from: UnsafeMutablePointer<Int32>

    init(_ space: SearchSpace) {
        self.space = space
        let count = (space.n + 2) * max(1, space.facilities)
        best = .allocate(capacity: count)
        best.initialize(repeating: 0, count: count)
        from = .allocate(capacity: count)
        from.initialize(repeating: 0, count: count)
    }

    func free() {
        best.deallocate()
        from.deallocate()
    }

    private static let far = Int.max / 4

    /// Writes the places of `order` with the cheapest visits between them into `out`; the number of entries, or 0 where no cut holds.
    func cut(
        _ order: SearchSpace.Numbers, _ count: Int, capacity: Int32, endsEmpty: Bool, into out: SearchSpace.Numbers
    ) -> Int {
        let kinds = space.facilities
        for served in 1...count { for kind in 0..<kinds { best[served * kinds + kind] = Self.far } }
        var closing = (cost: Self.far, from: 0)
        for first in 0..<count {
            extend(order, count, first, capacity, endsEmpty: endsEmpty, closing: &closing)
        }
        var last = count * kinds
        if endsEmpty {
            for kind in 0..<kinds {
                let home = Int(space.distance[Int(space.facilitySite[kind]) * space.sites])
                if best[count * kinds + kind] + home < closing.cost {
                    closing = (best[count * kinds + kind] + home, 0)
                    last = count * kinds + kind
                }
            }
        }
        guard closing.cost < Self.far else { return 0 }
        return write(order, count, last: endsEmpty ? last : closing.from, endsEmpty: endsEmpty, into: out)
    }

    /// All trips that begin with place `first`.
    private func extend(
        _ order: SearchSpace.Numbers, _ count: Int, _ first: Int, _ capacity: Int32, endsEmpty: Bool,
        closing: inout (cost: Int, from: Int)
    ) {
        let (kinds, sites) = (space.facilities, space.sites)
        var enter = Self.far
        var entry = 0
        for kind in 0..<(first == 0 ? 1 : kinds) {
            let site = first == 0 ? 0 : Int(space.facilitySite[kind])
            let way =
                (first == 0 ? 0 : best[first * kinds + kind]) + Int(space.distance[site * sites + Int(order[first])])
            if way < enter { (enter, entry) = (way, first * kinds + kind) }
        }
        guard enter < Self.far else { return }
        var load: Int32 = 0
        for last in first..<count {
            load &+= space.load[Int(order[last])]
            guard load <= capacity else { return }
            if last > first { enter += Int(space.distance[Int(order[last - 1]) * sites + Int(order[last])]) }
            for kind in 0..<kinds {
                let way = enter + Int(space.distance[Int(order[last]) * sites + Int(space.facilitySite[kind])])
                let slot = (last + 1) * kinds + kind
                if way < best[slot] {
                    best[slot] = way
                    from[slot] = Int32(truncatingIfNeeded: entry)
                }
            }
            if !endsEmpty && last == count - 1 {
                let way = enter + Int(space.distance[Int(order[last]) * sites])
                if way < closing.cost { closing = (way, entry) }
            }
        }
    }

    private func write(
        _ order: SearchSpace.Numbers, _ count: Int, last: Int, endsEmpty: Bool, into out: SearchSpace.Numbers
    ) -> Int {
        let kinds = space.facilities
        // Walked from the back: entries are written backwards, then turned.
        var length = 0
        var upTo = count
        var slot = last
        if endsEmpty {
            out[length] = -1 - Int32(truncatingIfNeeded: slot % kinds)
            length += 1
            slot = Int(from[slot])
        }
        while true {
            let begin = slot / kinds
            for at in stride(from: upTo - 1, through: begin, by: -1) {
                out[length] = order[at]
                length += 1
            }
            guard begin > 0 else { break }
            out[length] = -1 - Int32(truncatingIfNeeded: slot % kinds)
            length += 1
            upTo = begin
            slot = Int(from[slot])
        }
        for at in 0..<(length / 2) { (out[at], out[length - 1 - at]) = (out[length - 1 - at], out[at]) }
        return length
    }
}

extension RouteSearch {
    /// Cuts a route's trips anew where that is shorter and still in time.
    func recut(_ number: Int) {
        let end = Int(space.end(number))
        var (places, stops) = (0, 0)
        var node = Int(state.next[Int(space.start(number))])
        while node != end {
            if node <= space.n {
                pool[places] = Int32(truncatingIfNeeded: node)
                places &+= 1
            }
            written[stops] = node <= space.n ? Int32(truncatingIfNeeded: node) : -1 &- state.facility[node]
            stops &+= 1
            node = Int(state.next[node])
        }
        guard places > 0, stops > places || !space.problem.endsEmpty else { return }
        let count = cuts.cut(
            pool, places, capacity: space.capacity[number], endsEmpty: space.problem.endsEmpty, into: rewritten)
        guard count > 0 else { return }
        let before = state.lengths[number]
        rewrite(number, rewritten, count)
        guard state.lengths[number] < before, state.holds(number) else { return rewrite(number, written, stops) }
    }

    private func rewrite(_ number: Int, _ stops: SearchSpace.Numbers, _ count: Int) {
        let start = Int(space.start(number))
        while Int(state.next[start]) != Int(space.end(number)) { state.unlink(Int(state.next[start])) }
        var last = start
        for at in 0..<count {
            let node = stops[at] > 0 ? Int(stops[at]) : state.takeVisit(Int(-1 - stops[at])) ?? 0
            guard node > 0 else { continue }
            state.link(node, after: last)
            last = node
        }
        state.refresh(number)
    }
}
