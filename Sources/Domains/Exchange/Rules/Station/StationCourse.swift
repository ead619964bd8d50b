import EventLog
import Kernel
import Registry

/// What a station's log says of the lot, judged again bid by bid under the county's own terms.
struct StationCourse {
    struct Bid {
        let entry: Int64
        let at: Instant
        let placed: BidPlaced
    }

    private(set) var openedAt = Instant(milliseconds: 0)
    private(set) var auction: Auction
    private(set) var bids: [Bid] = []

    /// The kinds a station's hall may write on the lot's stream, in their order: draft, opening, bids, end.
    init(of lot: Lot, _ station: Lot.Station, leaves: [LeafText], mergedAt now: Instant) throws(Rejection) {
        auction = Auction(rule: lot.terms.auctionRule, endsAt: Instant(milliseconds: 0))
        var isOpen = false
        var hasEnded = false
        var last = Instant(milliseconds: 0)
        for (index, bytes) in leaves.map({ Array($0.text.utf8) }).enumerated() {
            let entry = Int64(index)
            guard let leaf = try? Leaf(decoding: bytes) else {
                throw ExchangeRefusal.logBad(entry)
            }
            guard leaf.at >= last else { throw ExchangeRefusal.clockBackwards(entry) }
            last = leaf.at
            guard leaf.at <= now else { throw ExchangeRefusal.clockAhead(entry, leaf.at) }
            guard leaf.stream == .lot(lot.id) else { continue }
            guard leaf.at >= station.since else {
                throw ExchangeRefusal.clockBehind(entry, station.since)
            }
            let other = ExchangeRefusal.logOther(entry)
            switch leaf.kind {
            case "exchange.\(LotDrafted.name)" where !isOpen, "exchange.\(StationHallPrepared.name)" where !isOpen:
                break
            case "exchange.\(AuctionOpened.name)" where !isOpen:
                isOpen = true
                openedAt = leaf.at
                guard let end = leaf.fields["endsAt"]?.integer, end == leaf.at.milliseconds + station.length else {
                    throw other
                }
                auction = Auction(rule: lot.terms.auctionRule, endsAt: Instant(milliseconds: end))
            case "exchange.\(PaddlesDealt.name)" where isOpen && bids.isEmpty: break
            case "exchange.\(BidPlaced.name)" where isOpen && !hasEnded:
                guard let placed = try? BidPlaced.read(.object(leaf.fields)), station.paddles.contains(placed.paddle),
                    let stands = try? auction.judge(placed.price, by: placed.paddle, at: leaf.at),
                    stands.number == placed.number, stands.movesEndTo == placed.endsAt
                else { throw other }
                auction.accept(paddle: placed.paddle, price: placed.price, movingEndTo: placed.endsAt)
                bids.append(Bid(entry: entry, at: leaf.at, placed: placed))
            case "exchange.\(AuctionEnded.name)" where isOpen && !hasEnded:
                hasEnded = true
                guard leaf.at == auction.endsAt, leaf.fields["paddle"]?.integer == auction.leader,
                    leaf.fields["priceFen"]?.integer == auction.price?.fen
                else { throw other }
            default: throw other
            }
        }
        guard hasEnded else { throw ExchangeRefusal.notEnded() }
    }
}
