/// Groups that are hired together or not at all, and where each of them sits before single seekers are matched.
///
/// Seating groups so that as many seats as possible are filled is a packing problem without a short proof. So each group has
/// its turn, the longest waiting first, and the rule is one that anybody can go through again (decision record 0457): it sits
/// whole at one order where, after it, just as many single seekers who waited as long or longer can sit as before it. Of
/// such orders it takes the one at which fewest other seekers lose a seat, then the nearest, then the one drawn first.
package struct WholeGroups: Sendable {
    package struct Single: Sendable {
        package let waited: Int64
        /// Where every rule lets her sit.
        package let orders: [Int]

        package init(waited: Int64, orders: [Int]) {
            self.waited = waited
            self.orders = orders
        }
    }

    package struct Group: Sendable {
        package let size: Int
        package let waited: Int64
        /// Where every rule lets all of them sit, with the way; each order once.
        package let orders: [(order: Int, way: Int64)]
        /// Decides between groups that waited as long and are as large.
        package let draw: [UInt8]

        package init(size: Int, waited: Int64, orders: [(order: Int, way: Int64)], draw: [UInt8]) {
            self.size = size
            self.waited = waited
            self.orders = orders
            self.draw = draw
        }
    }

    let seats: [Int]
    /// Of each order, its place in the draw.
    let drawn: [Int]
    let singles: [Single]
    let groups: [Group]

    /// - Parameter draws: of each order, what it drew: decides between orders that are as good for a group.
    package init(seats: [Int], draws: [[UInt8]], singles: [Single], groups: [Group]) {
        self.seats = seats
        self.singles = singles
        self.groups = groups
        var drawn = Array(repeating: 0, count: seats.count)
        let order = seats.indices.sorted { left, right in
            draws[left] == draws[right] ? left < right : draws[left].lexicographicallyPrecedes(draws[right])
        }
        for (rank, index) in order.enumerated() { drawn[index] = rank }
        self.drawn = drawn
    }

    /// Whose turn comes first: who waited longer, then who are more, then the draw.
    package var turns: [Int] {
        groups.indices.sorted { left, right in
            let (one, other) = (groups[left], groups[right])
            if one.waited != other.waited { return one.waited > other.waited }
            if one.size != other.size { return one.size > other.size }
            return one.draw == other.draw ? left < right : one.draw.lexicographicallyPrecedes(other.draw)
        }
    }

    /// Of each group the order it sits at; nil for who must wait.
    package func seated() -> [Int?] {
        var found: [Int?] = Array(repeating: nil, count: groups.count)
        let fits = singles.map(\.orders)
        var everybody = SeatFit(seats: seats, fits: fits)
        for person in singles.indices { everybody.add(person) }
        var before = SeatFit(seats: seats, fits: fits)
        var coming = singles.indices.sorted { singles[$0].waited > singles[$1].waited }[...]
        for turn in turns {
            let group = groups[turn]
            while let next = coming.first, singles[next].waited >= group.waited {
                before.add(next)
                coming.removeFirst()
            }
            guard let order = best(for: group, everybody, before) else { continue }
            found[turn] = order
            _ = everybody.take(group.size, of: order)
            _ = before.take(group.size, of: order)
        }
        return found
    }

    private func best(for group: Group, _ everybody: SeatFit, _ before: SeatFit) -> Int? {
        let near = group.orders.filter { everybody.seats[$0.order] >= group.size }.sorted { left, right in
            (left.way, drawn[left.order]) < (right.way, drawn[right.order])
        }
        var best: (order: Int, loss: Int)?
        for (order, _) in near where best?.loss != 0 {
            let loss = everybody.loss(of: group.size, at: order)
            guard loss < best?.loss ?? .max else { continue }
            // Where nobody at all loses a seat, none of those before it does.
            if loss == 0 || before.loss(of: group.size, at: order) == 0 { best = (order, loss) }
        }
        return best?.order
    }
}
