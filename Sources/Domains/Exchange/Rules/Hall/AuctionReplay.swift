package import Kernel

/// A log of real bids run through the rules: what `qianmo replay auctions` prints and the tests hold against the log.
package struct AuctionReplay: Sendable {
    package enum Mode: String, Sendable, CaseIterable { case ascending, proxy, sealed }

    /// One bid as logged: ten columns `auction_id,item,days,seq,seconds_from_start,bid,bidder,bidder_rating,open_bid,
    /// final_price`, amounts in units of 1/100.
    package struct Logged: Sendable {
        package let auction: String
        package let days: Int64
        package let second: Int64
        /// The bid's number in its auction; bids of one second are taken in this order.
        package let number: Int64
        package let amount: Int64
        package let bidder: String
        package let opening: Int64
        package let final: Int64

        /// The days an auction may run, and the seconds within them.
        private static let longest: Int64 = 36_600
        private static let amounts = 0...Money.highest

        /// Nil when the line does not have the ten columns, or a number that no auction has.
        package init?(_ line: Substring) { self.init(line.split(separator: ",", omittingEmptySubsequences: false)) }

        init?(_ columns: [Substring]) {
            guard columns.count == 10, !columns[0].isEmpty, !columns[6].isEmpty, let days = Int64(columns[2]),
                let number = Int64(columns[3]), let second = Int64(columns[4]),
                let amount = Logged.hundredths(columns[5]), let opening = Logged.hundredths(columns[8]),
                let final = Logged.hundredths(columns[9]), (0...Logged.longest).contains(days),
                (0...Logged.longest * 86_400).contains(second),
                [amount, opening, final].allSatisfy(Logged.amounts.contains)
            else { return nil }
            auction = String(columns[0])
            self.days = days
            self.second = second
            self.number = number
            self.amount = amount
            bidder = String(columns[6])
            self.opening = opening
            self.final = final
        }

        static func hundredths(_ text: Substring) -> Int64? {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            // A minus before nothing whole (-0.01) would be lost.
            guard let whole = parts.first.flatMap({ Int64($0) }), amounts.contains(whole), !text.hasPrefix("-"),
                parts.count <= 2
            else {
                return nil
            }
            guard parts.count == 2 else { return whole * 100 }
            guard parts[1].count <= 2, parts[1].allSatisfy({ ("0"..."9").contains($0) }), let rest = Int64(parts[1])
            else { return nil }
            return whole * 100 + (parts[1].count == 1 ? rest * 10 : rest)
        }
    }

    /// How one auction went.
    package struct Outcome: Sendable, Hashable {
        package let auction: String
        package let accepted: Int
        package let refused: Int
        package let price: Money?
        package let winner: String?
        /// Milliseconds after the start.
        package let end: Int64
        package let hasMoved: Bool
        /// The final price printed in the log.
        package let logged: Money
        /// Refused bids after which the auction was not what it was before, to its hash: always 0.
        package var statesChangedByRefusal = 0

        package var agrees: Bool { price == logged }
    }

    /// What all auctions together came to.
    package struct Summary: Sendable, Hashable {
        package let auctions: Int
        package let accepted: Int
        package let refused: Int
        /// Auctions whose price is the one printed in the log.
        package let agreeing: Int
        /// Auctions whose end a late bid moved.
        package let moved: Int
        package let statesChangedByRefusal: Int
    }

    package var summary: Summary {
        Summary(
            auctions: outcomes.count, accepted: outcomes.reduce(0) { $0 + $1.accepted },
            refused: outcomes.reduce(0) { $0 + $1.refused }, agreeing: outcomes.count(where: \.agrees),
            moved: outcomes.count(where: \.hasMoved),
            statesChangedByRefusal: outcomes.reduce(0) { $0 + $1.statesChangedByRefusal })
    }

    package let outcomes: [Outcome]

    private static let columns = [
        "auction_id", "item", "days", "seq", "seconds_from_start", "bid", "bidder", "bidder_rating", "open_bid",
        "final_price",
    ]
    /// What no rule asks for may be missing.
    private static let spare: Set<String> = ["item", "bidder_rating"]
    /// The largest log that is read, in bytes.
    package static let largest = 1 << 28

    /// Runs the whole file; throws with the first line that could not be read. The heading says where each column stands; a
    /// file without it is refused, since its first bid would be taken for one. The bids of an auction are taken in order of
    /// time, those of one second in order of their numbers, however the file has them.
    package init(csv: String, mode: Mode, extensionSeconds: Int64 = 0) throws(Rejection) {
        var lists: [String: [Logged]] = [:]
        var order: [String] = []
        let lines = try TableText(Array(csv.utf8), largest: AuctionReplay.largest).lines(mostRows: 5_000_000)
        let heading = lines.first?.cells.map { $0.filter { $0 != " " }.lowercased() } ?? []
        let places = AuctionReplay.columns.map { heading.firstIndex(of: $0) }
        let isNamed = zip(AuctionReplay.columns, places).allSatisfy { $1 != nil || AuctionReplay.spare.contains($0) }
        guard isNamed else { throw ExchangeRefusal.replayLine(lines.first?.line ?? 1) }
        for line in lines.dropFirst() where line.cells.contains(where: { !$0.isEmpty }) {
            let cells = line.cells.map { Substring($0) }
            let ordered = places.map { place in
                place.map { cells.indices.contains($0) ? cells[$0] : "" } ?? ""
            }
            guard cells.dropFirst(heading.count).allSatisfy(\.isEmpty), let bid = Logged(ordered) else {
                throw ExchangeRefusal.replayLine(line.line)
            }
            if lists[bid.auction] == nil { order.append(bid.auction) }
            lists[bid.auction, default: []].append(bid)
        }
        for (auction, list) in lists {
            lists[auction] = list.enumerated().sorted {
                ($0.element.second, $0.element.number, $0.offset) < ($1.element.second, $1.element.number, $1.offset)
            }.map(\.element)
        }
        outcomes = order.compactMap { lists[$0] }.map { list in
            switch mode {
            case .ascending: AuctionReplay.ascending(list, extensionSeconds)
            case .proxy: AuctionReplay.proxy(list)
            case .sealed: AuctionReplay.sealed(list)
            }
        }
    }

    private static func ascending(_ list: [Logged], _ extensionSeconds: Int64) -> Outcome {
        let end = Instant(milliseconds: (list.first?.days ?? 0) * 86_400_000)
        let rule = AuctionRule(
            start: Money(fen: 1), step: Money(fen: 1), extensionMilliseconds: extensionSeconds * 1_000)
        var auction = Auction(rule: rule, endsAt: end)
        var paddles: [String: Int64] = [:]
        var names: [Int64: String] = [:]
        var changed = 0
        for bid in list {
            let paddle = paddles[bid.bidder] ?? Int64(paddles.count) + 1
            paddles[bid.bidder] = paddle
            names[paddle] = bid.bidder
            let now = Instant(milliseconds: bid.second * 1_000)
            let hash = auction.hashValue
            guard let answer = try? auction.judge(Money(fen: bid.amount), by: paddle, at: now) else {
                if auction.hashValue != hash { changed += 1 }
                continue
            }
            auction.accept(paddle: paddle, price: Money(fen: bid.amount), movingEndTo: answer.movesEndTo)
        }
        return Outcome(
            auction: list.first?.auction ?? "", accepted: Int(auction.bidCount),
            refused: list.count - Int(auction.bidCount), price: auction.price,
            winner: auction.leader.flatMap { names[$0] }, end: auction.endsAt.milliseconds,
            hasMoved: auction.endsAt != end, logged: Money(fen: list.first?.final ?? 0),
            statesChangedByRefusal: changed)
    }

    /// Every bid is a limit: the highest pays one step of the table over the next bidder's limit, at most its own.
    private static func proxy(_ list: [Logged]) -> Outcome {
        let ranked = best(list)
        let price = ranked.first.map { top in
            ranked.dropFirst().first.map { min(top.amount, $0.amount + step(at: $0.amount)) } ?? top.opening
        }
        return outcome(list, ranked, price)
    }

    /// Every bidder's last bid counts; the highest wins and pays it.
    private static func sealed(_ list: [Logged]) -> Outcome {
        var last: [String: Logged] = [:]
        for bid in list { last[bid.bidder] = bid }
        let ranked = ranked(last.values)
        return outcome(list, ranked, ranked.first?.amount)
    }

    private static func outcome(_ list: [Logged], _ ranked: [Logged], _ price: Int64?) -> Outcome {
        Outcome(
            auction: list.first?.auction ?? "", accepted: ranked.count, refused: list.count - ranked.count,
            price: price.map { Money(fen: $0) }, winner: ranked.first?.bidder,
            end: (list.first?.days ?? 0) * 86_400_000, hasMoved: false, logged: Money(fen: list.first?.final ?? 0))
    }

    /// Every bidder's highest bid, the best first, the earlier of equal ones first.
    private static func best(_ list: [Logged]) -> [Logged] {
        var highest: [String: Logged] = [:]
        for bid in list where highest[bid.bidder].map({ bid.amount > $0.amount }) ?? true { highest[bid.bidder] = bid }
        return ranked(highest.values)
    }

    private static func ranked(_ bids: some Sequence<Logged>) -> [Logged] {
        bids.sorted { ($1.amount, $0.second, $0.number, $0.bidder) < ($0.amount, $1.second, $1.number, $1.bidder) }
    }

    /// The step over a bid of `amount`, from the site's public table of those years (`docs/replay.md`), in 1/100.
    package static func step(at amount: Int64) -> Int64 {
        let table: [(Int64, Int64)] = [
            (100, 5), (500, 25), (2_500, 50), (10_000, 100), (25_000, 250), (50_000, 500), (100_000, 1_000),
            (250_000, 2_500), (500_000, 5_000),
        ]
        return table.first { amount < $0.0 }?.1 ?? 10_000
    }
}
