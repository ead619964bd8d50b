import Kernel
import Matching

/// A group in a round: who goes together or not at all. It counts as whoever of it waited least, and lives as far away as
/// whoever of it lives farthest, so that nobody comes sooner to a seat in company than alone.
struct RoundGroup: Sendable {
    /// Counted from 1.
    let number: Int64
    /// By their places in the rows.
    let members: [Int]
    let waited: Int64
    /// Of each order that takes all of them, the way.
    let ways: [(order: Int, way: Int64)]
}

extension RoundBook {
    /// By their numbers; empty in a round of single seekers.
    var groups: [RoundGroup] {
        var members: [Int64: [Int]] = [:]
        for (index, seeker) in seekers.enumerated() {
            if let group = seeker.group { members[group, default: []].append(index) }
        }
        return members.keys.sorted().map { number in
            let mine = members[number] ?? []
            let ways = orders.indices.compactMap { order -> (order: Int, way: Int64)? in
                let verdicts = mine.map { verdict(of: $0, at: order) }
                guard let way = verdicts.max(), verdicts.allSatisfy({ $0 >= 0 }) else { return nil }
                return (order, way)
            }
            return RoundGroup(
                number: number, members: mine, waited: mine.map { seekers[$0].waited }.min() ?? 0, ways: ways)
        }
    }

    /// Below 0 where the row is too short.
    private func verdict(of seeker: Int, at order: Int) -> Int64 {
        let verdicts = seekers[seeker].verdicts
        return verdicts.indices.contains(order) ? verdicts[order] : -1
    }

    /// Of each group the order it sits at: a rule of its own, before the others are matched (`WholeGroups`).
    func seated(_ groups: [RoundGroup]) -> [Int?] {
        WholeGroups(
            seats: orders.map { Int($0.seats) }, draws: orders.map { drawn($0.order.text) },
            singles: seekers.filter { $0.group == nil }.map { seeker in
                WholeGroups.Single(
                    waited: min(seeker.waited, RoundBook.mostWaited),
                    orders: seeker.verdicts.indices.filter { seeker.verdicts[$0] >= 0 })
            },
            groups: groups.map { group in
                WholeGroups.Group(
                    size: group.members.count, waited: min(group.waited, RoundBook.mostWaited), orders: group.ways,
                    draw: drawn("group \(seekers[group.members[0]].number)"))
            }
        ).seated()
    }

    /// The single seekers, and the seats that the groups left them.
    func apart(from groups: [RoundGroup], at seats: [Int?]) -> RoundBook {
        var taken: [Int: Int64] = [:]
        for (group, seat) in zip(groups, seats) {
            if let seat { taken[seat, default: 0] += Int64(group.members.count) }
        }
        return RoundBook(
            seed: seed,
            orders: orders.enumerated().map { at, order in
                RoundOrder(order: order.order, seats: max(0, order.seats - (taken[at] ?? 0)), price: order.price)
            },
            seekers: seekers.filter { $0.group == nil })
    }

    /// The rows as they stood, with the groups' seats and what was found for single seekers.
    func joining(_ single: RoundBook, _ groups: [RoundGroup], at seats: [Int?]) -> RoundBook {
        var rows = seekers
        var found = single.seekers.makeIterator()
        for index in rows.indices where rows[index].group == nil {
            if let row = found.next() { rows[index] = row }
        }
        for (group, seat) in zip(groups, seats) {
            for member in group.members { rows[member].seat = seat.map { Int64($0 + 1) } }
        }
        return RoundBook(
            seed: seed,
            orders: zip(orders, single.orders).map {
                RoundOrder(order: $0.order, seats: $0.seats, price: $1.price)
            }, seekers: rows)
    }

    /// Whether the group's rows can be: numbered in turn, and all of them kept from an order or none.
    func isWhole(_ group: RoundGroup) -> Bool {
        orders.indices.allSatisfy { order in
            Set(group.members.map { seekers[$0].verdicts[order] >= 0 }).count == 1
        } && group.ways.allSatisfy { Int64(group.members.count) <= orders[$0.order].seats }
            && (1...Int64(seekers.count)).contains(group.number)
    }

    /// Whether all of the group have the seat, or none has one.
    func sits(_ group: RoundGroup, at seat: Int?) -> Bool {
        group.members.allSatisfy { seekers[$0].seat == seat.map { Int64($0 + 1) } && seekers[$0].worth == 0 }
    }

    /// The order that would have taken the group and lies nearest.
    func nearest(to group: RoundGroup) -> Int? {
        group.ways.min { ($0.way, $0.order) < ($1.way, $1.order) }?.order
    }
}
