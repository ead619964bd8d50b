package import Kernel
import Registry
package import Storage

extension Exchange {
    /// A desk's lots to act on; a bidder's auctions under way.
    package static func listWaiting(for principal: Principal, at now: Instant, in tx: any ReadTransaction) throws
        -> [Waiting]
    {
        let waiting =
            principal.role == .bidder
            ? Waiting(ExchangeText.Waiting.auctions, try auctions(of: principal, in: tx), path: "/exchange/mine")
            : Waiting(ExchangeText.Waiting.lots, try lots(for: principal, in: tx), path: "/exchange/desk")
        return waiting.count > 0 ? [waiting] : []
    }

    private static func auctions(of bidder: Principal, in tx: any ReadTransaction) throws -> Int {
        guard let party = PartyID(bidder.person.text) else { return 0 }
        return try BidderQueries.listMine(of: party, in: tx).count { $0.lotState == .auctionRunning }
    }

    private static func lots(for desk: Principal, in tx: any ReadTransaction) throws -> Int {
        guard ExchangeDesk.roles.contains(desk.role) else { return 0 }
        return try LotQueries.countWaiting(for: desk, in: tx)
    }
}
