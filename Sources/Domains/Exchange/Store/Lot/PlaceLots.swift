import Kernel
import Registry
import Storage

/// The lots of a place, as its page shows them.
struct PlaceLots: Sendable {
    let open: [LotLine]
    let openCount: Int64
    let deals: Deals

    /// Signed in the year until today.
    struct Deals: Sendable, Hashable {
        let count: Int64
        let total: Money
        /// The sums at the price reached and at the price begun with, of the same lots; a rise is their ratio.
        let reached: Money
        let begun: Money
    }
}

extension LotQueries {
    /// What can be taken part in or objected to: running halls first, then what closes first.
    static func placeLots(within path: String, on day: CivilDate, limit: Int, in tx: any ReadTransaction) throws
        -> PlaceLots
    {
        let condition: SQL = "\(DivisionQueries.within(path)) AND \(LotGroup.onMarket.condition(on: "l", day))"
        let lines = try tx.rows(
            """
            SELECT \(lineColumns) FROM lot l JOIN division d ON d.id = l.village WHERE \(condition)
            ORDER BY CASE l.state WHEN 'auctionRunning' THEN 0 WHEN 'auctionScheduled' THEN 1 WHEN 'listed' THEN 2 ELSE 3 END,
                coalesce(l.ends_at, l.closes_at), l.id LIMIT \(limit)
            """
        ).map(readLine)
        let count: Int64 = try tx.get(
            "SELECT CAST(count(*) AS BIGINT) FROM lot l JOIN division d ON d.id = l.village WHERE \(condition)")
        let row = try tx.first(
            """
            SELECT CAST(count(*) AS BIGINT), CAST(coalesce(sum(l.total_fen), 0) AS BIGINT),
                CAST(coalesce(sum(l.price_fen), 0) AS BIGINT), CAST(coalesce(sum(l.start_price_fen), 0) AS BIGINT)
            FROM lot l JOIN division d ON d.id = l.village
            WHERE \(DivisionQueries.within(path)) AND \(LotGroup.dealsOfYear.condition(on: "l", day))
            """)
        return PlaceLots(
            open: lines, openCount: count,
            deals: PlaceLots.Deals(
                count: try row?.get(0) ?? 0, total: try row?.get(1) ?? .zero, reached: try row?.get(2) ?? .zero,
                begun: try row?.get(3) ?? .zero))
    }
}
