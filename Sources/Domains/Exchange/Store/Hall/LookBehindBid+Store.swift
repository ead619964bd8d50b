package import Kernel
import Registry
package import Storage

extension LookBehindBid {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(bidder: try LookQueries.findBidder(of: paddle, at: self.lot, in: tx))
    }
}

extension BidLookedBehind {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO bidder_look (entry, lot, paddle, bidder, office, reason, at)
            VALUES (\(entry.index), \(lot), \(paddle), \(bidder.content), \(entry.office), \(reason), \(entry.at))
            """)
    }
}

/// Who looked at whom.
enum LookQueries {
    /// One look, as the person it was at reads it.
    struct Look: Sendable, Hashable {
        let lot: LotID
        let lotName: String
        /// The desk by its title.
        let desk: String
        let reason: String
        let at: Instant
        let entry: Int64
    }

    static func findBidder(of paddle: Int64, at lot: LotID, in tx: any ReadTransaction) throws -> BidderID? {
        guard paddle > 0 else { return nil }
        return try tx.find("SELECT id FROM bidder WHERE lot = \(lot) AND paddle = \(paddle) AND party IS NOT NULL")
    }

    /// Whether the desk asked before, with a reason.
    static func hasLooked(_ office: OfficeID, at lot: LotID, _ paddle: Int64, in tx: any ReadTransaction) throws -> Bool
    {
        try tx.first(
            "SELECT 1 FROM bidder_look WHERE lot = \(lot) AND paddle = \(paddle) AND office = \(office) LIMIT 1") != nil
    }

    /// The looks at a party, the latest first.
    static func list(at party: PartyID, in tx: any ReadTransaction) throws -> [Look] {
        try tx.rows(
            """
            SELECT k.lot, l.asset_name, coalesce(o.title, k.office), k.reason, k.at, k.entry
            FROM bidder b JOIN bidder_look k ON k.bidder = b.id JOIN lot l ON l.id = k.lot
                LEFT JOIN office o ON o.id = k.office
            WHERE b.party = \(party) ORDER BY k.entry DESC LIMIT 200
            """
        ).map {
            Look(
                lot: try $0.get(0), lotName: try $0.get(1), desk: try $0.get(2), reason: try $0.get(3),
                at: try $0.get(4), entry: try $0.get(5))
        }
    }

    /// The paddles with a bid at the lot, in order.
    static func listPaddles(of lot: LotID, in tx: any ReadTransaction) throws -> [Int64] {
        try tx.rows("SELECT DISTINCT paddle FROM bid WHERE lot = \(lot) ORDER BY paddle").map { try $0.get(0) }
    }
}
