import Kernel
import Testing

@testable import Exchange

@Suite(
    "Real bids of 305 online auctions",
    .enabled(if: sharedText("auctions/online_bids_dev.csv") != nil, "the shared data are not here"))
struct ReplayTests {
    static func replay(_ mode: AuctionReplay.Mode, extensionSeconds: Int64 = 0) throws -> [AuctionReplay.Outcome] {
        let text = try #require(sharedText("auctions/online_bids_dev.csv"))
        return try AuctionReplay(csv: text, mode: mode, extensionSeconds: extensionSeconds).outcomes
    }

    static func lists() throws -> [[AuctionReplay.Logged]] {
        let text = try #require(sharedText("auctions/online_bids_dev.csv"))
        let bids = text.split(whereSeparator: \.isNewline).dropFirst().compactMap { AuctionReplay.Logged($0) }
        return Array(Dictionary(grouping: bids, by: \.auction).values)
    }

    @Test("Exactly the strictly higher bids are accepted, and the highest logged bid is the final price in all 305")
    func ascending() throws {
        let outcomes = try Self.replay(.ascending)
        #expect(outcomes.count == 305)
        #expect(outcomes.filter(\.agrees).count == 305)
        var higher = 0
        for list in try Self.lists() {
            var highest: Int64 = 0
            for bid in list where bid.amount > highest {
                highest = bid.amount
                higher += 1
            }
        }
        #expect(outcomes.reduce(0) { $0 + $1.accepted } == higher)
        #expect(outcomes.reduce(0) { $0 + $1.refused } > 0)
    }

    @Test("A refused bid leaves the auction as it was, to its hash")
    func refusedBidsChangeNothing() throws {
        for list in try Self.lists() {
            var auction = Auction(
                rule: AuctionRule(start: Money(fen: 1), step: Money(fen: 1), extensionMilliseconds: 0),
                endsAt: Instant(milliseconds: 10_000_000_000))
            for (number, bid) in list.enumerated() {
                let before = auction
                let answer = try? auction.judge(
                    Money(fen: bid.amount), by: Int64(number), at: Instant(milliseconds: bid.second * 1_000))
                if answer == nil { #expect(before == auction && before.hashValue == auction.hashValue) }
                if let answer {
                    auction.accept(paddle: Int64(number), price: Money(fen: bid.amount), movingEndTo: answer.movesEndTo)
                }
            }
        }
    }

    @Test("With five minutes' extension the end moves in exactly the auctions that have an accepted bid in the window")
    func extending() throws {
        let outcomes = try Self.replay(.ascending, extensionSeconds: 300)
        var expected: Set<String> = []
        for list in try Self.lists() {
            guard let first = list.first else { continue }
            var highest: Int64 = 0
            var leader: String?
            for bid in list where bid.amount > highest {
                if leader != bid.bidder, first.days * 86_400 - bid.second < 300 { expected.insert(bid.auction) }
                highest = bid.amount
                leader = bid.bidder
            }
        }
        #expect(Set(outcomes.filter(\.hasMoved).map(\.auction)) == expected)
        #expect(!expected.isEmpty && expected.count < 305)
    }

    @Test("The proxy rule gives the printed price in at least 94 of 100 auctions")
    func proxy() throws {
        let outcomes = try Self.replay(.proxy)
        let agreeing = outcomes.filter(\.agrees).count
        #expect(agreeing * 100 >= outcomes.count * 94, "\(agreeing) of \(outcomes.count)")
    }

    @Test("A line that is no bid is refused with its number")
    func badLine() {
        expectRefusal(.replayLine) { _ = try AuctionReplay(csv: "head\n1,2,3", mode: .ascending) }
    }

    private static let heading =
        "auction_id,item,days,seq,seconds_from_start,bid,bidder,bidder_rating,open_bid,final_price"

    @Test("A log whose first line is a bid, or names other columns, is refused: nothing is read by its place")
    func withoutHeading() {
        let bid = "1,x,7,1,100,5.00,b,1,1.00,5.00"
        let strange = Self.heading.replacing("seconds_from_start", with: "second")
        for text in [bid, "\(bid)\n\(bid)", "\(strange)\n\(bid)"] {
            expectRefusal(.replayLine) { _ = try AuctionReplay(csv: text, mode: .sealed) }
        }
        #expect(throws: Never.self) { try AuctionReplay(csv: "\(Self.heading.uppercased())\n\(bid)", mode: .sealed) }
    }

    @Test(
        "A bid without auction, bidder or number, with one cell too many or a sign in its decimals is refused",
        arguments: [
            ",x,7,1,100,5.00,b,1,1.00,5.00", "1,x,7,1,100,5.00,,1,1.00,5.00", "1,x,7,one,100,5.00,b,1,1.00,5.00",
            "1,x,7,1,100,5.00,b,1,1.00,5.00,9", "1,x,7,1,100,5.+5,b,1,1.00,5.00",
        ])
    func oddBids(_ bid: String) {
        expectRefusal(.replayLine) { _ = try AuctionReplay(csv: "\(Self.heading)\n\(bid)", mode: .sealed) }
    }

    @Test("Numbers that no auction has are a line that cannot be read, in every column, whatever the rule")
    func extremes() {
        let row = ["1", "x", "7", "1", "100", "5.00", "b", "1", "1.00", "5.00"]
        let values = [
            "-1", "", "x", "1.234", "-0.01", "1.-1", "9223372036854775807", "-9223372036854775808",
            "9223372036854775808", "100000000000000000", "1e9",
        ]
        for mode in AuctionReplay.Mode.allCases {
            for column in [2, 4, 5, 8, 9] {
                for value in values {
                    var changed = row
                    changed[column] = value
                    expectRefusal(.replayLine) {
                        _ = try AuctionReplay(
                            csv: "\(Self.heading)\n" + changed.joined(separator: ","), mode: mode,
                            extensionSeconds: 86_400)
                    }
                }
            }
        }
    }

    @Test("The same log in another order of rows and columns, with one more and two less, goes as before: 60 logs")
    func layouts() throws {
        let names = ["auction_id", "days", "seq", "seconds_from_start", "bid", "bidder", "open_bid", "final_price"]
        let given = "auction_id,item,days,seq,seconds_from_start,bid,bidder,bidder_rating,open_bid,final_price"
        var random = SystemRandomNumberGenerator()
        for log in 0..<60 {
            let bids = (0..<40).map { number in
                [
                    "auction_id": "a\(number % 3)", "days": "3", "seq": "\(number + 1)",
                    "bidder": "b\(number * log % 7)",
                    // Several bids of one second, and of one amount.
                    "seconds_from_start": "\(number / 4 * 1_000 + log)", "bid": "\(1 + number * (log + 3) % 23).50",
                    "open_bid": "1.00", "final_price": "9.99",
                ]
            }
            let plain = bids.map { bid in
                given.split(separator: ",").map { bid[String($0)] ?? "\"x\"" }.joined(separator: ",")
            }
            let columns = names.shuffled(using: &random) + ["remark"]
            let other = bids.shuffled(using: &random).map { bid in
                columns.map { bid[$0] ?? "\"one, two\"" }.joined(separator: ",")
            }
            for mode in AuctionReplay.Mode.allCases {
                let first = try AuctionReplay(csv: ([given] + plain).joined(separator: "\n"), mode: mode)
                let second = try AuctionReplay(
                    csv: ([columns.joined(separator: ",")] + other).joined(separator: "\r\n"), mode: mode)
                #expect(Set(first.outcomes) == Set(second.outcomes) && first.outcomes.count == 3, "log \(log), \(mode)")
            }
        }
    }
}
