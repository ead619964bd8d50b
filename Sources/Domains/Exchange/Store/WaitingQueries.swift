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

    /// Whose desk a lot stands on now, or what the clock will do to it.
    package static func findNextStep(on stream: StreamID, in tx: any ReadTransaction) throws -> NextStep? {
        guard stream.kind == "lot", let lot = LotID(stream.id), let view = try LotQueries.findView(lot, in: tx) else {
            return nil
        }
        let by = view.clockEnd
        let waiting = LotAct.all.filter { $0.states.contains(view.line.state) && $0.fits(view.line.mode) }
        guard let act = waiting.first(where: { !$0.waitsFor.isEmpty }) else {
            let who = by == nil ? MarketText.nobody : MarketText.clock
            return NextStep(subject: view.line.assetName, who: who, what: ExchangeText.state(view.line.state), by: by)
        }
        let who = Role.allCases.filter { act.waitsFor.contains($0) }.map(\.label)
        return NextStep(subject: view.line.assetName, who: MarketText.either(who), what: act.title, by: by)
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
