import Kernel
import Storage
import Web

/// What lies in one place, added up: cards, land, and how much of both is let.
struct LandTally: Sendable, Hashable {
    var cards: Int64 = 0
    var leased: Int64 = 0
    var disputed: Int64 = 0
    var offered: Int64 = 0
    var area = Area.zero
    var leasedArea = Area.zero

    var idle: Int64 { cards - leased - disputed - offered }

    static func + (left: LandTally, right: LandTally) -> LandTally {
        LandTally(
            cards: left.cards + right.cards, leased: left.leased + right.leased,
            disputed: left.disputed + right.disputed, offered: left.offered + right.offered,
            area: left.area + right.area, leasedArea: left.leasedArea + right.leasedArea)
    }
}

enum LandQueries {
    /// By the path of the place the cards lie in; places without cards are left out, and cards that are retired. A dispute counts before a lease, a lease
    /// before an offer, as on the card.
    static func tallies(within path: String, on day: CivilDate, in tx: any ReadTransaction) throws
        -> [(path: String, tally: LandTally)]
    {
        let leased = AssetStatus.leased.condition(on: day)
        return try tx.rows(
            """
            SELECT d.path, CAST(count(*) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN \(leased) THEN 1 ELSE 0 END), 0) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN \(AssetStatus.disputed.condition(on: day)) THEN 1 ELSE 0 END), 0) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN \(AssetStatus.reserved.condition(on: day)) THEN 1 ELSE 0 END), 0) AS BIGINT),
                CAST(coalesce(sum(a.area), 0) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN \(leased) THEN a.area ELSE 0 END), 0) AS BIGINT)
            FROM asset a JOIN division d ON d.id = a.division
            WHERE \(DivisionQueries.within(path)) AND \(AssetStatus.standing) GROUP BY d.path
            """
        ).map { row in
            (
                try row.get(0),
                LandTally(
                    cards: try row.get(1), leased: try row.get(2), disputed: try row.get(3), offered: try row.get(4),
                    area: Area(units: try row.get(5)), leasedArea: Area(units: try row.get(6)))
            )
        }
    }

    /// The cards of a place with their outlines, by name; at most `limit`.
    static func listOutlines(within path: String, limit: Int, in tx: any ReadTransaction) throws -> [(AssetID, Parcel)]
    {
        try tx.rows(
            """
            SELECT a.id, a.parcel FROM asset a JOIN division d ON d.id = a.division
            WHERE \(DivisionQueries.within(path)) AND a.parcel <> '' AND \(AssetStatus.standing) ORDER BY a.name, a.id LIMIT \(limit)
            """
        ).map { (try $0.get(0), AssetQueries.outline(try $0.get(1))) }
    }

    /// Contracts in force on `day`: how many, and how many of them end soon.
    static func countContracts(within path: String, on day: CivilDate, in tx: any ReadTransaction) throws
        -> (running: Int64, ending: Int64)
    {
        let row = try tx.first(
            """
            SELECT CAST(count(*) AS BIGINT), CAST(coalesce(sum(
                CASE WHEN \(TermStanding.ending.condition(on: day)) THEN 1 ELSE 0 END), 0) AS BIGINT)
            FROM contract c JOIN division d ON d.id = c.division
            WHERE \(DivisionQueries.within(path)) AND \(TermStanding.running.condition(on: day))
            """)
        return (try row?.get(0) ?? 0, try row?.get(1) ?? 0)
    }
}
