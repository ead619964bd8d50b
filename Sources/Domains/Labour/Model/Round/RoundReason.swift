import Kernel
import Matching

extension RoundBook {
    /// Why each seeker has no seat; nil for who has one.
    func reasons() -> [RoundReason?] {
        let groups = groups
        guard !groups.isEmpty else { return reasons(besides: [:]) }
        let seats = groups.map { group in seekers[group.members[0]].seat.map { Int($0) - 1 } }
        var least: [Int: Int64] = [:]
        for (group, seat) in zip(groups, seats) {
            if let seat { least[seat] = min(least[seat] ?? .max, group.waited) }
        }
        var single = apart(from: groups, at: seats).reasons(besides: least).makeIterator()
        let mine = Dictionary(
            groups.enumerated().flatMap { at, group in group.members.map { ($0, at) } },
            uniquingKeysWith: { first, _ in first })
        return seekers.enumerated().map { index, seeker in
            guard let at = mine[index] else { return single.next() ?? nil }
            guard seats[at] == nil else { return nil }
            guard let order = nearest(to: groups[at]) else { return RoundReason(excluded: seeker.verdicts) }
            return RoundReason(ofGroup: groups[at].members.count, at: orders[order].order)
        }
    }

    /// Of rows without groups.
    /// - Parameter least: of each order that groups sit at, the days of the group that waited least. It took no seat of
    ///   anybody who waited as long, so whoever waited less lacks the difference there.
    private func reasons(besides least: [Int: Int64]) -> [RoundReason?] {
        guard let weights else { return seekers.map { _ in nil } }
        let ranks = ranks
        return seekers.enumerated().map { index, seeker in
            guard seeker.seat == nil else { return nil }
            var nearest: (short: Int64, order: OrderID)?
            func lacks(_ short: Int64, at order: RoundOrder) {
                if short < nearest?.short ?? .max { nearest = (short, order.order) }
            }
            for (at, (order, verdict)) in zip(orders, seeker.verdicts).enumerated() where verdict >= 0 {
                if let days = least[at], days > seeker.waited {
                    lacks((days - seeker.waited) * weights.weights[0], at: order)
                }
                // The price of a seat that no single seeker could have says nothing.
                if order.seats > 0, let cost = try? weights.pack(levels(seeker, verdict, ranks[index])) {
                    lacks(cost - order.price, at: order)
                }
            }
            return nearest.map { RoundReason(short: weights.split($0.short), at: $0.order) }
                ?? RoundReason(excluded: seeker.verdicts)
        }
    }
}

/// Why somebody stands without a seat after a round: of her and of an order only, of no other person.
package struct RoundReason: Sendable, Hashable {
    package enum Kind: String, FieldChoice {
        /// She lacked so many days of waiting, or so much of the way; equal, and the draw went the other way.
        case waited, distance, draw
        /// A rule kept her from every order; there was no order.
        case rule, noOrder
        /// She goes with others, and what those who waited as long had left did not take all of them.
        case group
    }

    let kind: Kind
    var order: OrderID?
    var amount: Int64 = 0
    /// The rule that kept her from most of the orders, and from how many.
    var rule: RoundRule?

    /// Of one of a group of so many.
    init(ofGroup size: Int, at order: OrderID) {
        (kind, self.order, amount) = (.group, order, Int64(size))
    }

    init(short levels: [Int64], at order: OrderID) {
        self.order = order
        if let days = levels.first, days > 0 {
            (kind, amount) = (.waited, days)
        } else if levels.count > 1, levels[1] > 0 {
            (kind, amount) = (.distance, levels[1])
        } else {
            kind = .draw
        }
    }

    init(excluded verdicts: [Int64]) {
        let rules = Dictionary(grouping: verdicts.compactMap { RoundRule(code: $0) }, by: { $0 }).mapValues(\.count)
        guard let most = rules.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }) else {
            kind = .noOrder
            return
        }
        (kind, rule, amount) = (.rule, most.key, Int64(most.value))
    }
}
