import Kernel
import Registry
import Storage

/// Lots as the red flags see them.
enum FlagQueries {
    /// Every lot that came to a result within a place, with all its offers; bidders refused count as disqualified.
    static func listCases(within place: DivisionID, _ figures: CountyFigures, in tx: any ReadTransaction) throws
        -> [FlagCase]
    {
        let path = try DivisionQueries.findPath(place, in: tx) ?? "/"
        let offers = try listOffers(within: path, tx)
        return try tx.rows(
            """
            SELECT l.id, l.category, l.listed_at, l.closes_at, l.bidders, l.paddle, l.start_price_fen, l.drafter, l.village,
                l.expected_total_fen, w.party
            FROM lot l JOIN division d ON d.id = l.village
                LEFT JOIN bidder w ON w.lot = l.id AND w.paddle = l.paddle AND l.paddle IS NOT NULL
            WHERE \(DivisionQueries.within(path)) AND l.listed_at IS NOT NULL ORDER BY l.id
            """
        ).map { row in
            let category: TradeCategory = try row.get(1)
            var one = FlagCase(id: try row.get(0))
            one.direction = category.isBuying ? .down : .up
            one.method = "open"
            one.periodStart = try row.find(2)
            one.periodEnd = try row.find(3)
            one.bidders = try row.get(4)
            one.offers = offers[one.id] ?? []
            if let winner: String = try row.find(10) { one.awards = [.init(status: .active, suppliers: [winner])] }
            one.reserve = try row.get(6)
            one.clerk = try row.get(7)
            one.village = try row.get(8)
            if category.routing == .asset {
                one.threshold = figures[.routingAssetCountyAmount]
                one.total = try row.get(9)
            }
            return one
        }
    }

    private static func listOffers(within path: String, _ tx: any ReadTransaction) throws -> [String: [FlagCase.Offer]]
    {
        let rows = try tx.rows(
            """
            SELECT b.lot, r.party, b.price_fen, b.at, 'valid' FROM bid b
                JOIN bidder r ON r.lot = b.lot AND r.paddle = b.paddle
                JOIN lot l ON l.id = b.lot JOIN division d ON d.id = l.village WHERE \(DivisionQueries.within(path))
            UNION ALL
            SELECT r.lot, r.party, NULL, NULL, 'disqualified' FROM bidder r
                JOIN lot l ON l.id = r.lot JOIN division d ON d.id = l.village
            WHERE \(DivisionQueries.within(path)) AND r.state = 'refused'
            """)
        var offers: [String: [FlagCase.Offer]] = [:]
        for row in rows {
            let lot: String = try row.get(0)
            let status: String = try row.get(4)
            offers[lot, default: []].append(
                FlagCase.Offer(
                    status: status == "valid" ? .valid : .disqualified, tenderers: [try row.get(1)],
                    amount: try row.find(2), currency: "CNY", at: try row.find(3)))
        }
        return offers
    }
}
