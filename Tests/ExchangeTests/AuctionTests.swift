import Kernel
import Testing

@testable import Exchange

@Suite("The open auction")
struct AuctionTests {
    static let end = Village.at("2026-03-02T10:00:00+08:00")

    static func auction(extensionSeconds: Int64 = 180) -> Auction {
        Auction(
            rule: AuctionRule(
                start: Money(fen: 80_000), step: Money(fen: 2_000), extensionMilliseconds: extensionSeconds * 1_000),
            endsAt: end)
    }

    static func placing(
        _ price: Int64, by paddle: Int64, at now: Instant, in auction: inout Auction
    ) throws(Rejection) -> Auction.Acceptance {
        let bid = try auction.judge(Money(fen: price), by: paddle, at: now)
        auction.accept(paddle: paddle, price: Money(fen: price), movingEndTo: bid.movesEndTo)
        return bid
    }

    @Test("A bid at T−E leaves the end; a millisecond later it moves to its own instant plus E; at T it is too late")
    func boundaries() throws {
        let window: Int64 = 180_000
        var auction = Self.auction()
        let early = try Self.placing(80_000, by: 1, at: Self.end.adding(milliseconds: -window), in: &auction)
        #expect(early.movesEndTo == nil && auction.endsAt == Self.end)
        let late = try Self.placing(82_000, by: 2, at: Self.end.adding(milliseconds: -window + 1), in: &auction)
        #expect(late.movesEndTo == Self.end.adding(milliseconds: 1))
        #expect(auction.endsAt == Self.end.adding(milliseconds: 1))
        let last = try Self.placing(84_000, by: 1, at: Self.end, in: &auction)
        #expect(last.movesEndTo == Self.end.adding(milliseconds: window))
        let over = auction.endsAt
        expectRefusal(.bidTooLate) { _ = try auction.judge(Money(fen: 86_000), by: 2, at: over) }
        _ = try auction.judge(Money(fen: 86_000), by: 2, at: over.adding(milliseconds: -1))
    }

    @Test("Whoever leads already does not move the end by bidding against themselves")
    func leaderDoesNotExtend() throws {
        var auction = Self.auction()
        let close = Self.end.adding(milliseconds: -1)
        _ = try Self.placing(80_000, by: 1, at: Self.end.adding(seconds: -600), in: &auction)
        let own = try Self.placing(82_000, by: 1, at: close, in: &auction)
        #expect(own.movesEndTo == nil && auction.endsAt == Self.end)
        let other = try Self.placing(84_000, by: 2, at: close, in: &auction)
        #expect(other.movesEndTo == close.adding(seconds: 180))
    }

    @Test("Of two equal bids in one millisecond the first stands and the second is refused")
    func equalBids() throws {
        var auction = Self.auction()
        let now = Self.end.adding(seconds: -900)
        _ = try Self.placing(80_000, by: 1, at: now, in: &auction)
        expectRefusal(.bidNotBeyond) { _ = try auction.judge(Money(fen: 80_000), by: 2, at: now) }
        #expect(auction.leader == 1 && auction.bidCount == 1)
    }

    @Test(
        "The first bid may equal the start; every other is at least a step above, and on a step",
        arguments: [
            (79_999, .bidNotBeyond), (80_000, nil), (80_001, .bidOffStep), (82_000, nil), (81_999, .bidOffStep),
        ] as [(Int64, ExchangeRefusal?)])
    func firstBid(_ price: Int64, _ expected: ExchangeRefusal?) {
        #expect(
            refusal { _ = try Self.auction().judge(Money(fen: price), by: 1, at: Self.end.adding(seconds: -1)) }
                == expected?.number)
    }

    @Test("Where the village buys, the price goes down by the same rules")
    func reverse() throws {
        var auction = Auction(
            rule: AuctionRule(
                direction: .down, start: Money(fen: 100_000), step: Money(fen: 1_000), extensionMilliseconds: 0),
            endsAt: Self.end)
        let now = Self.end.adding(seconds: -60)
        expectRefusal(.bidNotBeyond) { _ = try auction.judge(Money(fen: 101_000), by: 1, at: now) }
        _ = try Self.placing(100_000, by: 1, at: now, in: &auction)
        expectRefusal(.bidNotBeyond) { _ = try auction.judge(Money(fen: 99_500), by: 2, at: now) }
        let bid = try Self.placing(97_000, by: 2, at: now, in: &auction)
        #expect(bid.number == 2 && bid.movesEndTo == nil && auction.leader == 2)
    }

    /// Every sequence of up to six events of three bidders (raise by one or two steps, or a tick of the clock), against a
    /// reference that keeps the whole list of bids and finds price, leader and end anew each time.
    @Test("Every game of three bidders and six moves ends as the plain reference says")
    func exhaustive() {
        var games = 0
        var path: [Move] = []
        func play(_ auction: Auction, _ reference: Reference, _ now: Instant) {
            games += 1
            #expect(auction.price?.fen == reference.price, "\(path)")
            #expect(auction.leader == reference.leader, "\(path)")
            #expect(auction.endsAt.milliseconds == reference.end, "\(path)")
            guard path.count < 6 else { return }
            for move in Move.allCases {
                path.append(move)
                var next = auction
                var plain = reference
                let instant = now.adding(milliseconds: move.milliseconds)
                if let (paddle, price) = move.bid(over: auction) {
                    let answer = try? next.judge(Money(fen: price), by: paddle, at: instant)
                    if let answer {
                        next.accept(paddle: paddle, price: Money(fen: price), movingEndTo: answer.movesEndTo)
                    }
                    #expect((answer != nil) == plain.take(paddle, price, instant.milliseconds), "\(path)")
                }
                play(next, plain, instant)
                path.removeLast()
            }
        }
        let start = Instant(milliseconds: 0)
        let rule = AuctionRule(start: Money(fen: 10), step: Money(fen: 2), extensionMilliseconds: 3)
        play(
            Auction(rule: rule, endsAt: Instant(milliseconds: 5)), Reference(end: 5), start)
        #expect(games == (0...6).reduce(0) { sum, length in sum + Int(pow(Move.allCases.count, length)) })
    }
}

private func pow(_ base: Int, _ exponent: Int) -> Int { (0..<exponent).reduce(1) { product, _ in product * base } }

/// One move of the exhaustive game.
private enum Move: CaseIterable {
    case one, two, three, twoHigher, equal, tick

    /// Bids take no time, a tick takes two milliseconds: with an end at 5 and E = 3 both sides of every edge are met.
    var milliseconds: Int64 { self == .tick ? 2 : 0 }

    func bid(over auction: Auction) -> (Int64, Int64)? {
        let next = auction.price.map { $0.fen + 2 } ?? 10
        switch self {
        case .one: return (1, next)
        case .two: return (2, next)
        case .three: return (3, next)
        case .twoHigher: return (2, next + 3)
        case .equal: return (3, next - 2)
        case .tick: return nil
        }
    }
}

/// The plain reference: a list of all accepted bids, searched anew each time.
private struct Reference {
    var bids: [(paddle: Int64, price: Int64, at: Int64)] = []
    let first: Int64

    init(end: Int64) { first = end }

    var price: Int64? { bids.map(\.price).max() }
    var leader: Int64? { bids.first { $0.price == price }?.paddle }
    var end: Int64 {
        var end = first
        for (position, bid) in bids.enumerated() where end - bid.at < 3 {
            let before = bids[..<position]
            let lead = before.first { $0.price == before.map(\.price).max() }?.paddle
            if lead != bid.paddle { end = bid.at + 3 }
        }
        return end
    }

    mutating func take(_ paddle: Int64, _ price: Int64, _ now: Int64) -> Bool {
        guard now < end else { return false }
        let valid = self.price.map { price >= $0 + 2 && (price - $0) % 2 == 0 } ?? (price >= 10 && price % 2 == 0)
        if valid { bids.append((paddle, price, now)) }
        return valid
    }
}
