import Exchange
package import Kernel
import Registry
package import Storage

/// Gathers every lot that was ever listed as the indicators see it: four reads for the whole county, however many lots.
package enum RedFlagQueries {
    package static func list(on day: CivilDate, in tx: any ReadTransaction) throws -> [RedFlagLot] {
        let bidders = try bidders(tx)
        let bids = try bids(tx)
        var limits = LimitReader(day: day, places: try placesWithOwnFigures(tx), tx: tx)
        var lots = try tx.rows(
            """
            SELECT l.id, l.state, l.category, l.mode, l.village, \(DivisionQueries.called("d.id")), l.asset_name, l.owner,
                l.start_price_fen, l.area, l.expected_total_fen, l.listed_at, l.closes_at, l.ends_at, l.bidders,
                l.paddle, l.price_fen, d.path,
                coalesce((SELECT s.office FROM lot_step s WHERE s.lot = l.id AND s.state = 'accepted'
                    ORDER BY s.number DESC LIMIT 1), (SELECT s.office FROM lot_step s WHERE s.lot = l.id
                    AND s.number = 1))
            FROM lot l JOIN division d ON d.id = l.village WHERE l.listed_at IS NOT NULL ORDER BY l.listed_at, l.id
            """
        ).map { row in
            let facts = try LotFacts(row)
            var item = facts.redFlagCase(bidders[facts.id] ?? [], bids[facts.id] ?? [])
            item.limits = try limits.limits(of: facts)
            return RedFlagLot(
                item: item, isBuying: facts.category.isBuying, state: facts.state, assetName: facts.assetName,
                village: facts.village, villageName: facts.villageName, clerk: facts.clerk, path: facts.path)
        }
        let titles = try OfficeQueries.titles(of: Array(Set(lots.map(\.clerk))), in: tx)
        for position in lots.indices { lots[position].clerkName = titles[lots[position].clerk] ?? lots[position].clerk }
        return lots
    }

    private static func bidders(_ tx: any ReadTransaction) throws -> [String: [LotFacts.Bidder]] {
        var bidders: [String: [LotFacts.Bidder]] = [:]
        let known: SQL =
            "SELECT lot, party, state, paddle FROM bidder WHERE party IS NOT NULL ORDER BY lot, registered_at, id"
        try tx.each(known) { row in
            bidders[row.text(0), default: []].append(
                .init(party: row.text(1), isRefused: row.text(2) == "refused", paddle: row.integer(3)))
        }
        return bidders
    }

    private static func bids(_ tx: any ReadTransaction) throws -> [String: [LotFacts.Bid]] {
        var bids: [String: [LotFacts.Bid]] = [:]
        try tx.each("SELECT lot, paddle, price_fen, at FROM bid ORDER BY lot, number") { row in
            bids[row.text(0), default: []].append(
                .init(paddle: row.integer(1), fen: row.integer(2), at: Instant(milliseconds: row.integer(3))))
        }
        return bids
    }

    private static func placesWithOwnFigures(_ tx: any ReadTransaction) throws -> Set<String> {
        Set(try tx.rows("SELECT DISTINCT division FROM parameter ORDER BY division").map { try $0.get(0) })
    }
}

/// A row of the lot table, and how it becomes a case.
struct LotFacts {
    let id: String
    let state: LotState
    let category: TradeCategory
    let mode: TradingMode
    let village: DivisionID
    let villageName: String
    let assetName: String
    let owner: String
    let reserve: Money
    let area: Area
    let total: Money
    let listedAt: Instant
    let closesAt: Instant?
    let endsAt: Instant?
    let bidderCount: Int64
    let paddle: Int64?
    let price: Money?
    let path: String
    let clerk: String

    struct Bidder {
        let party: String
        let isRefused: Bool
        let paddle: Int64
    }

    struct Bid {
        let paddle: Int64
        let fen: Int64
        let at: Instant
    }

    init(_ row: Row) throws {
        id = try row.get(0)
        state = try row.get(1)
        category = try row.get(2)
        mode = try row.get(3)
        village = try row.get(4)
        villageName = try row.get(5)
        assetName = try row.get(6)
        owner = try row.get(7)
        reserve = try row.get(8)
        area = try row.get(9)
        total = try row.get(10)
        listedAt = try row.get(11)
        closesAt = try row.find(12)
        endsAt = try row.find(13)
        bidderCount = try row.get(14)
        paddle = try row.find(15)
        price = try row.find(16)
        path = try row.get(17)
        clerk = try row.get(18)
    }

    func redFlagCase(_ bidders: [Bidder], _ bids: [Bid]) -> RedFlagCase {
        var item = RedFlagCase(id: id)
        item.opensAt = listedAt
        item.closesAt = closesAt
        item.method = mode == .agreement || mode == .draw ? "direct" : "open"
        item.isCancelled = [.withdrawn, .terminated, .rejected].contains(state)
        item.bidderCount = bidderCount
        item.owner = owner
        item.clerk = clerk
        item.reserve = reserve.fen
        item.category = category.rawValue
        item.listedAt = listedAt
        item.offers = offers(bidders, bids)
        item.awards = awards(bidders)
        // The clock of the offers is the hall's; the notice's own end is what is measured as notice.
        item.offersEndAt = bids.isEmpty ? nil : endsAt
        return item
    }

    /// Everybody's bids; whoever came and offered nothing counts as having taken part.
    private func offers(_ bidders: [Bidder], _ bids: [Bid]) -> [RedFlagCase.Offer] {
        bidders.flatMap { bidder -> [RedFlagCase.Offer] in
            let state: RedFlagCase.OfferState = bidder.isRefused ? .disqualified : .valid
            let own = bidder.paddle == 0 ? [] : bids.filter { $0.paddle == bidder.paddle }
            if own.isEmpty {
                // A price agreed without a hall is the winner's offer.
                let agreed = bids.isEmpty && bidder.paddle != 0 && bidder.paddle == paddle ? price?.fen : nil
                return [.init(state: state, bidders: [bidder.party], amount: agreed)]
            }
            return own.map { .init(state: state, bidders: [bidder.party], amount: $0.fen, at: $0.at) }
        }
    }

    private func awards(_ bidders: [Bidder]) -> [RedFlagCase.Award] {
        guard let paddle, paddle != 0, let winner = bidders.first(where: { $0.paddle == paddle }) else { return [] }
        let isDecided: Bool
        switch state {
        case .awardConfirmed, .contractPending, .contractSigned, .settling, .certified, .filed, .performing, .expiring,
            .finished, .renewed, .earlyTerminated:
            isDecided = true
        default: isDecided = false
        }
        return [.init(state: isDecided ? .active : .pending, winners: [winner.party], codes: [category.rawValue])]
    }
}

/// The limits of the routing table at a place, read once for each set of figures.
private struct LimitReader {
    let day: CivilDate
    let places: Set<String>
    let tx: any ReadTransaction
    private var known: [String: [ParameterKey: Int64]] = [:]

    init(day: CivilDate, places: Set<String>, tx: any ReadTransaction) {
        self.day = day
        self.places = places
        self.tx = tx
    }

    mutating func limits(of lot: LotFacts) throws -> [RedFlagCase.Limit] {
        let figures = try figures(at: lot)
        func area(_ keys: ParameterKey...) -> [RedFlagCase.Limit] {
            keys.map { .init(size: lot.area.units, limit: limit($0, figures)) }
        }
        func total(_ keys: ParameterKey...) -> [RedFlagCase.Limit] {
            keys.map { .init(size: lot.total.fen, limit: limit($0, figures)) }
        }
        switch lot.category.routing {
        case .land:
            return lot.category == .a1
                ? area(.routingLandCountyArea) : area(.routingLandCountyArea, .routingLandReviewArea)
        case .asset: return total(.routingAssetCountyAmount, .routingAssetReviewAmount)
        case .fourWaste: return area(.routingFourWasteCountyArea) + total(.routingFourWasteCountyAmount)
        case .forest: return area(.routingForestCountyArea) + total(.routingForestCountyAmount)
        case .waterworks: return total(.routingWaterworksCountyAmount)
        case .purchase: return total(.routingPurchaseCountyAmount)
        case .equipment: return total(.routingEquipmentCountyAmount)
        case .works: return total(.routingWorksCountyAmount)
        }
    }

    private func limit(_ key: ParameterKey, _ figures: [ParameterKey: Int64]) -> Int64 {
        guard let limit = figures[key] else { preconditionFailure("the limit \(key) was not read") }
        return limit
    }

    /// Places with the same figures above them share one set.
    private mutating func figures(at lot: LotFacts) throws -> [ParameterKey: Int64] {
        let own = lot.path.split(separator: "/").map(String.init).filter { places.contains($0) }
        let mark = own.joined(separator: "/")
        if let figures = known[mark] { return figures }
        var figures: [ParameterKey: Int64] = [:]
        for key in Self.keys {
            figures[key] = try ParameterQueries.value(key, at: lot.village, on: day, in: tx).value
        }
        known[mark] = figures
        return figures
    }

    private static let keys: [ParameterKey] = [
        .routingLandCountyArea, .routingLandReviewArea, .routingAssetCountyAmount, .routingAssetReviewAmount,
        .routingFourWasteCountyArea, .routingFourWasteCountyAmount, .routingForestCountyArea,
        .routingForestCountyAmount, .routingEquipmentCountyAmount, .routingPurchaseCountyAmount,
        .routingWaterworksCountyAmount, .routingWorksCountyAmount,
    ]
}
