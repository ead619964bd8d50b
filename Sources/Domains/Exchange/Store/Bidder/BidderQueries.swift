package import Kernel
package import Registry
package import Storage

/// Who registered for what. Never shown to the public before the auction opens, and then only as paddles.
package enum BidderQueries {
    private static let columns: SQL = """
        SELECT b.id, b.lot, b.party, b.state, b.deposit_state, b.paddle,
            CASE WHEN p.member_of = l.owner THEN 1 ELSE 0 END, b.deposit_fen, b.reference
        FROM bidder b JOIN party p ON p.id = b.party JOIN lot l ON l.id = b.lot
        """

    package static func find(_ id: BidderID, in tx: any ReadTransaction) throws -> BidderRow? {
        try tx.first("\(columns) WHERE b.id = \(id)").map(read)
    }

    package static func listRoster(of lot: LotID, in tx: any ReadTransaction) throws -> [BidderRow] {
        try tx.rows("\(columns) WHERE b.lot = \(lot) ORDER BY b.id").map(read)
    }

    /// A party's own registrations, latest first.
    package static func list(of party: PartyID, in tx: any ReadTransaction) throws -> [BidderRow] {
        try tx.rows("\(columns) WHERE b.party = \(party) ORDER BY b.registered_at DESC, b.id").map(read)
    }

    static func isRegistered(_ party: PartyID, for lot: LotID, in tx: any ReadTransaction) throws -> Bool {
        try tx.find("SELECT 1 FROM bidder WHERE lot = \(lot) AND party = \(party)", as: Int64.self) != nil
    }

    static func findBar(of party: PartyID, in tx: any ReadTransaction) throws -> CivilDate? {
        try tx.find("SELECT max(until_day) FROM party_bar WHERE party = \(party) AND lifted_day IS NULL")
    }

    static func findMark(of bidder: BidderID, in tx: any ReadTransaction) throws -> String? {
        try tx.find("SELECT account_mark FROM bidder WHERE id = \(bidder)")
    }

    static func isUsed(_ mark: String, in lot: LotID, exceptBy bidder: BidderID?, in tx: any ReadTransaction) throws
        -> Bool
    {
        try tx.find(
            """
            SELECT 1 FROM bidder WHERE lot = \(lot) AND account_mark = \(mark) AND account_mark <> ''
                AND id <> \(bidder?.text ?? "") LIMIT 1
            """, as: Int64.self) != nil
    }

    static func findRegistered(_ bidder: BidderID, in tx: any ReadTransaction) throws -> Instant? {
        try tx.find("SELECT registered_at FROM bidder WHERE id = \(bidder)")
    }

    private static func read(_ row: Row) throws -> BidderRow {
        BidderRow(
            bidder: try row.get(0), lot: try row.get(1), party: try row.get(2), state: try row.get(3),
            deposit: try row.get(4), paddle: try row.get(5), isMember: try row.get(6), paid: try row.get(7),
            reference: try row.find(8))
    }
}

/// One registration on a desk's or a bidder's own page.
package struct BidderLine: Sendable, Hashable {
    package let bidder: BidderID
    package let lot: LotID
    package let lotName: String
    package let villageName: String
    package let lotState: LotState
    package let partyName: String
    package let state: BidderState
    package let deposit: DepositState
    package let depositDue: Money
    package let paid: Money
    package let isShared: Bool
    package let paddle: Int64
}

extension BidderQueries {
    private static let lines: SQL = """
        SELECT b.id, b.lot, l.asset_name, \(DivisionQueries.called("l.village")), l.state, p.display_name, b.state, b.deposit_state,
            l.deposit_fen, b.deposit_fen, b.is_shared, b.paddle
        FROM bidder b JOIN lot l ON l.id = b.lot JOIN party p ON p.id = b.party
        """

    package static func listMine(of party: PartyID, in tx: any ReadTransaction) throws -> [BidderLine] {
        try tx.rows("\(lines) WHERE b.party = \(party) ORDER BY b.registered_at DESC, b.id LIMIT 200").map(readLine)
    }

    package static func listLines(of lot: LotID, in tx: any ReadTransaction) throws -> [BidderLine] {
        try tx.rows("\(lines) WHERE b.lot = \(lot) ORDER BY b.registered_at, b.id").map(readLine)
    }

    package static func findLine(_ bidder: BidderID, in tx: any ReadTransaction) throws -> BidderLine? {
        try tx.first("\(lines) WHERE b.id = \(bidder)").map(readLine)
    }

    private static func readLine(_ row: Row) throws -> BidderLine {
        BidderLine(
            bidder: try row.get(0), lot: try row.get(1), lotName: try row.get(2), villageName: try row.get(3),
            lotState: try row.get(4), partyName: try row.get(5), state: try row.get(6), deposit: try row.get(7),
            depositDue: try row.get(8), paid: try row.get(9), isShared: try row.get(10), paddle: try row.get(11))
    }
}
