import EventLog
import Kernel
import Registry
import Storage

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
    private var isOpen = false
    private var hasEnded = false

    /// Refuses the first leaf that the hall of `station` cannot have written by `now`.
    init(of lot: Lot, _ station: Lot.Station, leaves: [LeafText], mergedAt now: Instant) throws(Rejection) {
        auction = Auction(rule: lot.terms.auctionRule, endsAt: Instant(milliseconds: 0))
        var last = Instant(milliseconds: 0)
        for (index, bytes) in leaves.map({ Array($0.text.utf8) }).enumerated() {
            let entry = Int64(index)
            guard let leaf = try? Leaf(decoding: bytes) else { throw ExchangeRefusal.logBad(entry) }
            guard leaf.at >= last else { throw ExchangeRefusal.clockBackwards(entry) }
            last = leaf.at
            guard leaf.at <= now else { throw ExchangeRefusal.clockAhead(entry, leaf.at) }
            guard leaf.stream == .lot(lot.id) else { continue }
            guard leaf.at >= station.since else { throw ExchangeRefusal.clockBehind(entry, station.since) }
            guard follow(leaf, entry, of: lot, station) else { throw ExchangeRefusal.logOther(entry) }
        }
        guard hasEnded else { throw ExchangeRefusal.notEnded() }
    }

    /// Takes one leaf of the lot's stream: draft, opening, paddles, bids and end in their order; false for any other.
    private mutating func follow(_ leaf: Leaf, _ entry: Int64, of lot: Lot, _ station: Lot.Station) -> Bool {
        switch leaf.kind {
        case LotDrafted.fullName, StationHallPrepared.fullName, Leaf.partKind: return !isOpen
        case AuctionOpened.fullName where !isOpen:
            guard let end = leaf.fields["endsAt"]?.integer, end == leaf.at.milliseconds + station.length else {
                return false
            }
            isOpen = true
            openedAt = leaf.at
            auction = Auction(rule: lot.terms.auctionRule, endsAt: Instant(milliseconds: end))
            return true
        case PaddlesDealt.fullName: return isOpen && bids.isEmpty
        case BidPlaced.fullName where isOpen && !hasEnded:
            guard let placed = try? BidPlaced.read(.object(leaf.fields)), station.paddles.contains(placed.paddle),
                let stands = try? auction.judge(placed.price, by: placed.paddle, at: leaf.at),
                stands.number == placed.number, stands.movesEndTo == placed.endsAt
            else { return false }
            auction.accept(paddle: placed.paddle, price: placed.price, movingEndTo: placed.endsAt)
            bids.append(Bid(entry: entry, at: leaf.at, placed: placed))
            return true
        case AuctionEnded.fullName where isOpen && !hasEnded:
            hasEnded = true
            return leaf.at == auction.endsAt && leaf.fields["paddle"]?.integer == auction.leader
                && leaf.fields["priceFen"]?.integer == auction.price?.fen
        default: return false
        }
    }
}
