package import Kernel

extension Auction {
    /// What an accepted bid changes: its number and, if it came late, the new end.
    package struct Acceptance: Sendable, Hashable {
        package let number: Int64
        package let movesEndTo: Instant?
    }

    /// Whether a bid of `price` by `paddle` at the writer's instant `now` stands (section 1.8.1 of the domain notes).
    ///
    /// The first bid is at least the start, every other at least one step beyond the leading price, all on the steps.
    /// The auction ends when `now ≥ endsAt`. A bid with less than E to go moves the end to `now + E`, but only if it
    /// takes the lead from somebody else. Equal prices happen only where a bid by
    /// hand equals a hidden limit, whose bid takes the lead at the same price (`proxyStep`).
    package func judge(_ price: Money, by paddle: Int64, at now: Instant) throws(Rejection) -> Acceptance {
        guard now < endsAt else { throw ExchangeRefusal.bidTooLate(endsAt) }
        let sign: Int64 = rule.direction == .up ? 1 : -1
        let (base, steps): (Money, Int64) = self.price.map { ($0, 1) } ?? (rule.start, 0)
        let beyond = (price.fen - base.fen) * sign
        guard price.fen > 0, beyond >= rule.step.fen * steps else {
            let least = Money(fen: base.fen + sign * rule.step.fen * steps)
            throw ExchangeRefusal.bidNotBeyond(ExchangeText.yuan(least), ExchangeText.bound(rule.direction))
        }
        guard beyond % rule.step.fen == 0 else {
            throw ExchangeRefusal.bidOffStep(ExchangeText.yuan(rule.step), ExchangeText.yuan(base))
        }
        let left = endsAt.milliseconds - now.milliseconds
        let moves = leader != paddle && left < rule.extensionMilliseconds
        return Acceptance(
            number: bidCount + 1, movesEndTo: moves ? now.adding(milliseconds: rule.extensionMilliseconds) : nil)
    }

    /// Whether `price` reaches the start in the rule's direction.
    package func reaches(_ price: Money) -> Bool {
        rule.direction == .up ? price >= rule.start : price <= rule.start
    }
}
