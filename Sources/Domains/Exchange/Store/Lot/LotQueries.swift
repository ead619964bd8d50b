package import Kernel
package import Registry
package import Storage

/// One line of a list of lots.
package struct LotLine: Sendable, Hashable {
    package let id: LotID
    package let state: LotState
    package let assetName: String
    package let villageName: String
    package let village: DivisionID
    package let category: TradeCategory
    package let mode: TradingMode
    package let area: Area
    package let startPrice: Money
    package let priceUnit: PriceUnit
    /// The price now: the award's, or the leading bid's; nil before the first bid.
    package let price: Money?
    package let closesAt: Instant?
    package let endsAt: Instant?
    package let handling: HandlingLevel
}

/// Looking up lots.
package enum LotQueries {
    static let lineColumns: SQL = """
        l.id, l.state, l.asset_name, \(DivisionQueries.called("l.village")), l.village, l.category, l.mode, l.area, l.start_price_fen,
            l.price_unit, coalesce(l.price_fen, (SELECT b.price_fen FROM bid b WHERE b.lot = l.id
                ORDER BY b.number DESC LIMIT 1)),
            l.closes_at, l.ends_at, l.handling
        """
    /// How many columns a line has.
    static let lineWidth = 14

    private static let line: SQL = "SELECT \(lineColumns) FROM lot l"

    /// As many of those that wait are read at most.
    static let mostWaiting = 5_000

    /// What waits at a desk, the longest waiting first.
    package static func listWaiting(for desk: Principal, limit: Int = mostWaiting, in tx: any ReadTransaction) throws
        -> [LotLine]
    {
        try tx.rows("\(line) \(try waiting(for: desk, in: tx)) ORDER BY l.drafted_at, l.id LIMIT \(limit)").map(
            readLine)
    }

    /// Lots of a clerk's place that other desks have, the longest there first.
    static func listElsewhere(from clerk: Principal, in tx: any ReadTransaction) throws -> [LotLine] {
        let path = try DivisionQueries.findPath(clerk.division, in: tx) ?? "/"
        let others = Set(
            LotAct.all.filter { !$0.waitsFor.isEmpty && !$0.waitsFor.contains(clerk.role) }.flatMap(\.states))
        return try tx.rows(
            """
            \(line) JOIN division d ON d.id = l.village
            WHERE \(DivisionQueries.within(path)) AND l.state IN \(list: others.map(\.rawValue).sorted())
            ORDER BY l.drafted_at, l.id LIMIT 100
            """
        ).map(readLine)
    }

    /// When each lot came into the state it is in.
    static func listEntered(_ lots: [LotID], in tx: any ReadTransaction) throws -> [LotID: Instant] {
        let rows = try tx.rows("SELECT lot, MAX(at) FROM lot_step WHERE lot IN \(list: lots) GROUP BY lot")
        return Dictionary(try rows.map { (try $0.get(0), try $0.get(1)) }, uniquingKeysWith: { $1 })
    }

    static func countWaiting(for desk: Principal, in tx: any ReadTransaction) throws -> Int {
        try tx.get("SELECT COUNT(*) FROM lot l \(try waiting(for: desk, in: tx))")
    }

    private static func waiting(for desk: Principal, in tx: any ReadTransaction) throws -> SQL {
        let path = try DivisionQueries.findPath(desk.division, in: tx) ?? "/"
        var states: SQL = "1 = 0"
        for (state, modes) in ExchangeDesk.waiting(for: desk.role) {
            states = "\(states) OR (l.state = \(state.rawValue) AND l.mode IN \(list: modes.map(\.rawValue)))"
        }
        if ExchangeDesk.bidderKeepers.contains(desk.role) {
            states = """
                \(states) OR EXISTS (SELECT 1 FROM bidder b WHERE b.lot = l.id
                    AND (b.state IN ('registered', 'docsPending') OR b.deposit_state IN ('declared', 'refundDue')))
                """
        }
        return "JOIN division d ON d.id = l.village WHERE \(DivisionQueries.within(path)) AND (\(states))"
    }

    package static func findLine(_ lot: LotID, in tx: any ReadTransaction) throws -> LotLine? {
        try tx.first("\(line) WHERE l.id = \(lot)").map(readLine)
    }

    /// The best bid of anybody whose deposit was not lost: what comes after a breach.
    static func findNextBid(of lot: LotID, in tx: any ReadTransaction) throws -> Lot.Award? {
        try tx.first(
            """
            SELECT b.paddle, b.price_fen FROM bid b WHERE b.lot = \(lot) AND b.paddle NOT IN
                (SELECT r.paddle FROM bidder r JOIN party_bar p ON p.party = r.party AND p.lot = r.lot WHERE r.lot = \(lot))
            ORDER BY CASE WHEN (SELECT l.category FROM lot l WHERE l.id = \(lot)) IN ('E1', 'E2')
                THEN -b.price_fen ELSE b.price_fen END DESC, b.number LIMIT 1
            """
        ).map { row in Lot.Award(paddle: try row.get(0), price: try row.get(1)) }
    }

    static func findState(of lot: LotID, in tx: any ReadTransaction) throws -> LotState? {
        try tx.find("SELECT state FROM lot WHERE id = \(lot)")
    }

    /// Whose price stands in a running auction; nil before the first bid.
    static func findLeader(of lot: LotID, in tx: any ReadTransaction) throws -> Int64? {
        try tx.find("SELECT paddle FROM bid WHERE lot = \(lot) ORDER BY number DESC LIMIT 1")
    }

    package static func findOutline(_ lot: LotID, in tx: any ReadTransaction) throws -> LotOutline? {
        try tx.first("\(outline) WHERE id = \(lot)").map(readOutline)
    }

    /// The lot that a contract came from; nil when it came from none.
    static func findOutline(of contract: ContractID, in tx: any ReadTransaction) throws -> LotOutline? {
        try tx.first("\(outline) WHERE contract = \(contract)").map(readOutline)
    }

    private static let outline: SQL = "SELECT id, state, village, deposit_fen, closes_at, category FROM lot"

    private static func readOutline(_ row: Row) throws -> LotOutline {
        let category: TradeCategory = try row.get(5)
        return LotOutline(
            lot: try row.get(0), state: try row.get(1), village: try row.get(2), deposit: try row.get(3),
            closesAt: try row.find(4), isForMembersOnly: category == .d3)
    }

    /// Whether the party is a member of the collective that offers the lot.
    static func isMember(_ party: PartyID, of lot: LotID, in tx: any ReadTransaction) throws -> Bool {
        try tx.find(
            "SELECT 1 FROM party p JOIN lot l ON l.owner = p.member_of WHERE p.id = \(party) AND l.id = \(lot)",
            as: Int64.self) != nil
    }

    /// What the books say was paid of the lot's contract.
    static func findBooked(of lot: LotID, in tx: any ReadTransaction) throws -> Money {
        try tx.get("SELECT CAST(coalesce(sum(paid_fen), 0) AS BIGINT) FROM lot_payment WHERE lot = \(lot)")
    }

    /// Whether the party handled the lot, sits at a desk that is responsible for its village, or is the owner itself.
    static func isConflicted(_ party: Party, for lot: LotID, in tx: any ReadTransaction) throws -> Bool {
        guard let row = try tx.first("SELECT village, owner, drafter FROM lot WHERE id = \(lot)") else { return false }
        let owner: OrganisationID = try row.get(1)
        if try row.get(2) == party.id.text { return true }
        if let code = party.creditCode, try OrganisationQueries.find(owner, in: tx)?.creditCode == code { return true }
        guard let person = PersonID(party.id.text) else { return false }
        return try OfficeQueries.isOfficial(person, over: try row.get(0), in: tx)
    }

    /// The lots of one category drafted since `since`, with their outlines, for the anti-splitting rule. Ended lots do
    /// not count.
    static func listRecent(
        _ category: TradeCategory, since: Instant, except lot: LotID?, in tx: any ReadTransaction
    ) throws -> [SplitCheck.Other] {
        try tx.rows(
            """
            SELECT l.owner, l.area, l.expected_total_fen, a.parcel FROM lot l JOIN asset a ON a.id = l.asset WHERE l.category = \(category)
                AND l.drafted_at >= \(since) AND l.id <> \(lot?.text ?? "")
                AND l.state NOT IN ('rejected', 'withdrawn', 'terminated')
            ORDER BY l.drafted_at, l.id
            """
        ).map { row in
            SplitCheck.Other(
                owner: try row.get(0), area: try row.get(1), total: try row.get(2),
                parcel: AssetQueries.outline(try row.get(3)))
        }
    }

    static func findAsset(of lot: LotID, in tx: any ReadTransaction) throws -> AssetID? {
        try tx.find("SELECT asset FROM lot WHERE id = \(lot)")
    }

    static func readLine(_ row: Row) throws -> LotLine {
        LotLine(
            id: try row.get(0), state: try row.get(1), assetName: try row.get(2), villageName: try row.get(3),
            village: try row.get(4), category: try row.get(5), mode: try row.get(6), area: try row.get(7),
            startPrice: try row.get(8), priceUnit: try row.get(9), price: try row.find(10), closesAt: try row.find(11),
            endsAt: try row.find(12), handling: try row.get(13))
    }
}
