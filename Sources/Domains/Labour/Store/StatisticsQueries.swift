package import Kernel
import Registry
package import Storage

/// The market's figures, counted from the tables. Definitions stand beside them on the page.
package enum StatisticsQueries {
    package static func statistics(from: CivilDate, until: CivilDate, at now: Instant, in tx: any ReadTransaction)
        throws
        -> LabourStatistics
    {
        func count(_ sql: SQL) throws -> Int64 { try tx.find(sql) ?? 0 }
        let period: SQL = "day >= \(from) AND day <= \(until)"
        let counts: [LabourFigure: Int64] = [
            .registered: try count("SELECT count(*) FROM labour_worker WHERE is_erased = 0"),
            .served: try count("SELECT count(*) FROM labour_contact WHERE \(period)"),
            .employers: try count(
                "SELECT count(DISTINCT employer) FROM labour_order WHERE \(period) AND is_cancelled = 0"),
            .orders: try count("SELECT count(*) FROM labour_order WHERE \(period) AND is_cancelled = 0"),
            .posts: try count("SELECT sum(seats) FROM labour_order WHERE \(period) AND is_cancelled = 0"),
            .intentions: try count("SELECT sum(accepted) FROM labour_engagement WHERE \(period)"),
            .arrived: try count("SELECT count(*) FROM labour_engagement WHERE \(period) AND came IS NOT NULL"),
            .workedDays: try count("SELECT count(*) FROM labour_engagement WHERE \(period) AND minutes > 0"),
            .persons: try count("SELECT count(DISTINCT worker) FROM labour_engagement WHERE \(period) AND minutes > 0"),
            .fillRate: try count("SELECT count(*) FROM labour_engagement WHERE \(period) AND came IS NOT NULL"),
            .paidInTime: try count(
                """
                SELECT sum(net_fen) FROM labour_engagement
                WHERE due_on >= \(from) AND due_on <= \(until) AND net_fen > 0 AND paid_on <= due_on
                """),
        ]
        let denominators: [LabourFigure: Int64] = [
            .fillRate: try count(
                "SELECT sum(seats) FROM labour_order WHERE \(period) AND is_cancelled = 0 AND starts <= \(now)"),
            .paidInTime: try count(
                "SELECT sum(net_fen) FROM labour_engagement WHERE due_on >= \(from) AND due_on <= \(until)"),
        ]
        let least = try ParameterQueries.value(.labourSmallestCell, at: .root, on: now.date, in: tx).value
        return LabourStatistics(from: from, until: until, counts: counts, denominators: denominators, least: least)
    }

    /// Figures that were filed for earlier periods, the latest first.
    static func listFiled(in tx: any ReadTransaction) throws
        -> [(place: String, from: CivilDate, until: CivilDate, figures: MarketFigures, source: String)]
    {
        try tx.rows(
            """
            SELECT d.name, f.from_day, f.until_day, f.employers, f.posts, f.served, f.persons, f.intentions, f.source
            FROM labour_figures f JOIN division d ON d.id = f.place ORDER BY f.from_day DESC, f.place LIMIT 100
            """
        ).map { row in
            (
                try row.get(0), try row.get(1), try row.get(2),
                MarketFigures(
                    employers: try row.get(3), posts: try row.get(4), served: try row.get(5), persons: try row.get(6),
                    intentions: try row.get(7)), try row.get(8)
            )
        }
    }
}
