import Kernel
import Registry
import Storage

/// Writes what happens in the hall. The list of bids lives here and nowhere else.
enum AuctionProjection {
    static func write(_ event: AuctionOpened, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.step(event.lot, [.auctionRunning], entry)
        try tx.run(
            """
            UPDATE lot SET bidders = \(event.paddles.count), ends_at = \(event.endsAt) WHERE id = \(event.lot)
            """)
        try deal(event.paddles, in: tx)
    }

    static func write(_ event: PaddlesDealt, in tx: any WriteTransaction) throws {
        // At a station the hall has not opened yet: until then nobody sees how many bid.
        try tx.run(
            """
            UPDATE lot SET bidders = bidders + \(event.paddles.count)
            WHERE id = \(event.lot) AND state <> \(LotState.atStation.rawValue)
            """)
        try deal(event.paddles, in: tx)
    }

    static func write(_ event: LotTakenToStation, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.step(event.lot, [.atStation], entry)
        try deal(event.paddles, in: tx)
    }

    /// On the station's own log: the public sees the lot at once.
    static func write(_ event: StationHallPrepared, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.step(event.lot, [.auctionScheduled], entry)
        try tx.run(
            """
            UPDATE lot SET listed_at = \(entry.at), closes_at = \(entry.at), opens_at = \(entry.at) WHERE id = \(event.lot)
            """)
    }

    static func write(_ event: LotReturnedFromStation, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.step(event.lot, [.auctionRunning], entry)
        try tx.run(
            """
            UPDATE lot SET ends_at = \(event.endsAt), opens_at = \(event.openedAt), bidders =
                (SELECT CAST(count(*) AS BIGINT) FROM bidder b WHERE b.lot = \(event.lot) AND b.paddle > 0)
            WHERE id = \(event.lot)
            """)
    }

    /// With the station's own instant.
    static func write(_ event: StationBidMerged, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.append(
            [
                event.lot.sqlValue, event.number.sqlValue, event.paddle.sqlValue, event.price.sqlValue,
                event.at.sqlValue, event.endsAt?.sqlValue ?? .null, (event.slip != nil).sqlValue, entry.index.sqlValue,
            ], to: "bid")
    }

    private static func deal(_ paddles: [Paddle], in tx: any WriteTransaction) throws {
        for paddle in paddles {
            guard let bidder = paddle.bidder.content else { continue }
            try tx.run(
                """
                UPDATE bidder SET paddle = \(paddle.number), deposit_state = 'locked' WHERE id = \(bidder)
                """)
        }
    }

    /// One row a bid: a hot lot takes thousands a second, so nothing else is touched.
    static func write(_ event: BidPlaced, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.append(
            [
                event.lot.sqlValue, event.number.sqlValue, event.paddle.sqlValue, event.price.sqlValue,
                entry.at.sqlValue, event.endsAt?.sqlValue ?? .null, (event.slip != nil).sqlValue, entry.index.sqlValue,
            ], to: "bid")
    }

    static func write(_ event: AuctionEnded, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        let result: [LotState] = event.priorityEndsAt == nil ? [.awardProposed] : [.awardProposed, .priorityWindow]
        try tx.step(event.lot, event.paddle == nil ? [.failed] : result, entry)
        try tx.run(
            """
            UPDATE lot SET paddle = \(event.paddle), price_fen = \(event.price), bid_count = \(event.bidCount),
                ends_at = \(entry.at) WHERE id = \(event.lot)
            """)
    }

    static func write(_ event: PriceAgreed, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.step(event.lot, [.awardProposed], entry)
        try deal(event.paddles, in: tx)
        try tx.run(
            """
            UPDATE lot SET paddle = \(event.paddles.first?.number), price_fen = \(event.price),
                bidders = \(event.paddles.count) WHERE id = \(event.lot)
            """)
    }

    /// Opened offers stand among the bids, under their place of arrival. A second round replaces the first.
    static func write(_ event: OffersOpened, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.run("DELETE FROM bid WHERE lot = \(event.lot)")
        try list(event.offers, of: event.lot, until: event.nextEndsAt, entry, in: tx)
        if let end = event.nextEndsAt { try tx.run("UPDATE lot SET ends_at = \(end) WHERE id = \(event.lot)") }
    }

    static func list(
        _ offers: [OpenedOffer], of lot: LotID, until end: Instant? = nil, _ entry: EntryHeader,
        in tx: any WriteTransaction
    ) throws {
        for offer in offers {
            try tx.append(
                [
                    lot.sqlValue, offer.number.sqlValue, offer.paddle.sqlValue, offer.price.sqlValue,
                    entry.at.sqlValue, end?.sqlValue ?? .null, false.sqlValue, entry.index.sqlValue,
                ], to: "bid")
        }
    }

    static func write(_ event: ScoresRecorded, in tx: any WriteTransaction) throws {
        for result in event.results {
            try tx.run(
                """
                INSERT INTO lot_score (lot, paddle, points) VALUES (\(event.lot), \(result.paddle), \(result.points))
                """)
        }
    }

    static func write(_ event: DrawHeld, in tx: any WriteTransaction) throws {
        try tx.run("UPDATE lot SET draw_seed = \(event.seed) WHERE id = \(event.lot)")
    }

    static func write(_ event: PriceMatched, in tx: any WriteTransaction) throws {
        try tx.run("UPDATE lot SET paddle = \(event.paddle) WHERE id = \(event.lot)")
    }
}
