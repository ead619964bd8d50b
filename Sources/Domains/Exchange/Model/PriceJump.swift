import Kernel

/// A price so far from the last one that a digit too many is likelier than the wish: whoever names it says that it is
/// meant. It is asked, never forbidden.
enum PriceJump {
    /// From how many times the last price on it is asked about: a digit too many. Halls have gone from the start to five and a
    /// half times it in one offer (the pond of `scenarios/fucheng-pond.jsonl`).
    static let times: Int64 = 10

    /// What a price is held against.
    enum Against: Sendable { case last, start, guide }

    /// Throws unless `price` is near `other`, or is said to be meant.
    static func check(_ price: Money, against other: Money?, _ what: Against, isMeant: Bool) throws(Rejection) {
        guard !isMeant, let other, other > .zero, price > .zero else { return }
        if price.fen / other.fen >= times {
            throw ExchangeRefusal.priceJumps(
                ExchangeText.yuan(price), ExchangeText.jump(what), ExchangeText.yuan(other), price.fen / other.fen)
        }
        if other.fen / price.fen >= times {
            throw ExchangeRefusal.priceFallsFar(
                ExchangeText.yuan(price), ExchangeText.jump(what), ExchangeText.yuan(other), other.fen / price.fen)
        }
    }
}

extension Auction {
    /// Holds a price against the leading one, or against the start where nobody has bid.
    func checkJump(_ named: Money, isMeant: Bool) throws(Rejection) {
        try PriceJump.check(named, against: price ?? rule.start, price == nil ? .start : .last, isMeant: isMeant)
    }
}
