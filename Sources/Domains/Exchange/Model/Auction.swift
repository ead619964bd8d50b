package import Kernel

/// Which way the price goes: up for what the village gives, down for what it buys.
package enum PriceDirection: String, Sendable { case up, down }

/// The rules of one open auction, frozen with the notice.
package struct AuctionRule: Sendable, Hashable {
    package let direction: PriceDirection
    package let start: Money
    package let step: Money
    /// E of section 1.8: a bid with less than this to go moves the end to its own instant plus E. Milliseconds; 0 = never.
    package let extensionMilliseconds: Int64

    package init(direction: PriceDirection = .up, start: Money, step: Money, extensionMilliseconds: Int64) {
        precondition(step.fen > 0 && extensionMilliseconds >= 0)
        self.direction = direction
        self.start = start
        self.step = step
        self.extensionMilliseconds = extensionMilliseconds
    }
}

/// An open auction as it runs: who leads, at what price, until when. Small on purpose: a hot lot takes thousands of bids
/// a second, and the list of bids lives in the projection.
package struct Auction: Sendable, Hashable {
    package let rule: AuctionRule
    package private(set) var endsAt: Instant
    /// The leading price; nil before the first bid.
    package private(set) var price: Money?
    /// The leading paddle.
    package private(set) var leader: Int64?
    /// How many bids were accepted: the number of the last one.
    package private(set) var bidCount: Int64 = 0

    package init(rule: AuctionRule, endsAt: Instant) {
        self.rule = rule
        self.endsAt = endsAt
    }

    /// Only a suspension that ended sets the end by hand.
    mutating func moveEnd(to end: Instant) { endsAt = end }

    package mutating func accept(paddle: Int64, price: Money, movingEndTo end: Instant?) {
        self.price = price
        leader = paddle
        bidCount += 1
        if let end { endsAt = end }
    }
}
