import Kernel
import Testing

@testable import Exchange

/// One bid of the real log of online auctions.
private struct LoggedBid {
    let auction: Substring
    let days: Int64
    let second: Int64
    let cents: Int64
    let bidder: Substring
    let opening: Int64
    let final: Int64

    init(_ line: Substring) {
        let columns = line.split(separator: ",", omittingEmptySubsequences: false)
        auction = columns[0]
        days = Int64(columns[2]) ?? 0
        second = Int64(columns[4]) ?? 0
        cents = LoggedBid.cents(columns[5])
        bidder = columns[6]
        opening = LoggedBid.cents(columns[8])
        final = LoggedBid.cents(columns[9])
    }

    static func cents(_ text: Substring) -> Int64 {
        let parts = text.split(separator: ".")
        let rest = parts.count > 1 ? (parts[1] + "00").prefix(2) : "00"
        return (Int64(parts[0]) ?? 0) * 100 + (Int64(rest) ?? 0)
    }
}

@Suite("Real bids of 305 online auctions")
struct ReplayTests {
    @Test(
        "Exactly the strictly higher bids are accepted, the highest logged bid is the price, and a refusal changes nothing",
        .enabled(if: sharedText("auctions/online_bids_dev.csv") != nil, "the shared data are not here"))
    func ascending() throws {
        let text = try #require(sharedText("auctions/online_bids_dev.csv"))
        let bids = text.split(whereSeparator: \.isNewline).dropFirst().map(LoggedBid.init)
        var prices = 0
        var accepted = 0
        for (_, list) in Dictionary(grouping: bids, by: \.auction) {
            let first = try #require(list.first)
            var auction = Auction(
                rule: AuctionRule(start: Money(fen: 1), step: Money(fen: 1), extensionMilliseconds: 0),
                endsAt: Instant(milliseconds: first.days * 86_400_000))
            var paddles: [Substring: Int64] = [:]
            var highest: Int64 = 0
            for bid in list {
                let paddle = paddles[bid.bidder] ?? Int64(paddles.count) + 1
                paddles[bid.bidder] = paddle
                let before = auction
                let now = Instant(milliseconds: bid.second * 1_000)
                let answer = try? auction.judge(Money(fen: bid.cents), by: paddle, at: now)
                #expect((answer != nil) == (bid.cents > highest))
                if let answer {
                    auction.accept(paddle: paddle, price: Money(fen: bid.cents), movingEndTo: answer.movesEndTo)
                    accepted += 1
                } else {
                    #expect(auction == before && auction.hashValue == before.hashValue)
                }
                highest = max(highest, bid.cents)
            }
            #expect(auction.price?.fen == highest)
            if auction.price?.fen == first.final { prices += 1 }
        }
        #expect(prices == 305)
        #expect(accepted < bids.count)
    }

    @Test(
        "With five minutes' extension the end moves in exactly the auctions that have an accepted bid in the window",
        .enabled(if: sharedText("auctions/online_bids_dev.csv") != nil, "the shared data are not here"))
    func extending() throws {
        let text = try #require(sharedText("auctions/online_bids_dev.csv"))
        let bids = text.split(whereSeparator: \.isNewline).dropFirst().map(LoggedBid.init)
        var moved = 0
        for (_, list) in Dictionary(grouping: bids, by: \.auction) {
            let first = try #require(list.first)
            let end = Instant(milliseconds: first.days * 86_400_000)
            var auction = Auction(
                rule: AuctionRule(start: Money(fen: 1), step: Money(fen: 1), extensionMilliseconds: 300_000),
                endsAt: end)
            var paddles: [Substring: Int64] = [:]
            var highest: Int64 = 0
            var leader: Substring?
            var expected = false
            for bid in list {
                let paddle = paddles[bid.bidder] ?? Int64(paddles.count) + 1
                paddles[bid.bidder] = paddle
                let now = Instant(milliseconds: bid.second * 1_000)
                if bid.cents > highest {
                    expected = expected || (leader != bid.bidder && end.milliseconds - now.milliseconds < 300_000)
                    highest = bid.cents
                    leader = bid.bidder
                }
                if let answer = try? auction.judge(Money(fen: bid.cents), by: paddle, at: now) {
                    auction.accept(paddle: paddle, price: Money(fen: bid.cents), movingEndTo: answer.movesEndTo)
                }
            }
            #expect((auction.endsAt != end) == expected)
            if expected { moved += 1 }
        }
        #expect(moved > 0)
    }
}
