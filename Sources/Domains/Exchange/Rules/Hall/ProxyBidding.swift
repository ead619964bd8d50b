import EventLog
package import Kernel
import Registry
import Storage

extension Auction {
    /// A bid the house places for somebody under a limit.
    package struct Step: Sendable, Hashable {
        package let paddle: Int64
        package let price: Money
    }

    /// The next bid of the house for those who left a limit; nil when nobody it bids for is outbid.
    ///
    /// Of two limits the higher leads at one step over the lower, or at its own limit where a step does not fit; of equal
    /// limits the one that stands first leads. A bid by hand that only equals a limit left before it loses to that limit, at
    /// the same price. `limits` in order of arrival.
    package func proxyStep(_ limits: [(paddle: Int64, limit: Money)]) -> Step? {
        func steps(_ amount: Money) -> Int64 { (amount.fen - rule.start.fen) / rule.step.fen }
        func step(_ paddle: Int64, _ count: Int64) -> Step {
            Step(paddle: paddle, price: Money(fen: rule.start.fen + count * rule.step.fen))
        }
        let able = limits.filter { $0.limit >= rule.start }
        let others = able.filter { $0.paddle != leader }
        guard let top = others.map({ steps($0.limit) }).max(),
            let strongest = others.first(where: { steps($0.limit) == top })
        else { return nil }
        guard let price, let leader else {
            let second = able.filter { $0.paddle != strongest.paddle }.map { steps($0.limit) }.max()
            return step(strongest.paddle, second.map { min(top, $0 + 1) } ?? 0)
        }
        let now = steps(price)
        let own = able.first { $0.paddle == leader }.map { steps($0.limit) }
        let held = max(now, own ?? now)
        let isFirst = Self.isBefore(strongest.paddle, leader, in: able)
        guard top > now else {
            // The leader's bid was given by hand, after the limit it equals.
            return top == now && (own.map { $0 < now } ?? true || isFirst) ? step(strongest.paddle, top) : nil
        }
        if top == held, isFirst { return step(strongest.paddle, top) }
        return top > held ? step(strongest.paddle, held + 1) : step(leader, min(held, top + 1))
    }
}

extension Auction {
    private static func isBefore(_ one: Int64, _ other: Int64, in limits: [(paddle: Int64, limit: Money)]) -> Bool {
        let places = [one, other].map { paddle in limits.firstIndex { $0.paddle == paddle } }
        guard let first = places[0], let second = places[1] else { return false }
        return first < second
    }
}

extension Lot {
    /// The bids the house places now for those who left a limit, as events; each moves the end as any late bid does.
    func proxyBids(on auction: Auction, at now: Instant) -> [any Event<Exchange>] {
        guard !hall.proxies.isEmpty else { return [] }
        let limits = hall.proxyOrder.compactMap { paddle in
            hall.proxies[paddle]?.content.map { (paddle: paddle, limit: $0) }
        }
        var auction = auction
        var events: [any Event<Exchange>] = []
        while let step = auction.proxyStep(limits), events.count < 4 {
            // At an equal price the lead alone changes hands; the bid by hand has moved the end already.
            let isEqual = step.price == auction.price
            let bid = isEqual ? nil : try? auction.judge(step.price, by: step.paddle, at: now)
            guard isEqual || bid != nil else { return events }
            let number = bidsBefore + auction.bidCount + 1
            auction.accept(paddle: step.paddle, price: step.price, movingEndTo: bid?.movesEndTo)
            events.append(
                BidPlaced(
                    lot: id, village: village, number: number, paddle: step.paddle, price: step.price,
                    endsAt: bid?.movesEndTo, slip: nil))
        }
        return events
    }
}
