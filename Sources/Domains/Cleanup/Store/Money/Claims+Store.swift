package import Kernel
import Registry
package import Storage

extension RecordClaim {
    package func facts(on state: Cleanup.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(organisation: try OrganisationQueries.find(organisation, in: tx))
    }
}

extension WaiveClaim {
    package func facts(on found: Claim, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(resolution: try resolution.flatMap { try ResolutionQueries.find($0, in: tx) })
    }
}

extension SetOffClaim {
    package func facts(on found: Claim, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(other: try ClaimQueries.find(other, in: tx)?.claim)
    }
}

extension PayClaim {
    package func facts(on found: Claim, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        guard let arrival = found.lowered(by: amount.money, .paid, reference).arrival else { return Facts() }
        return Facts(known: try BankArrivals.find(arrival, in: tx))
    }
}

extension ClaimRecorded {
    package func project(
        from standing: Void, to state: Cleanup.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO cleanup_claim (id, organisation, division, side, party, display_name, kind, opening, amount_left, arose,
                due, proof, last_acknowledged, is_disputed)
            VALUES (\(claim), \(organisation), \(place), \(side), \(party), \(CleanupText.masked(name)),
                \(kind), \(amount.fen), \(amount.fen), \(arose), \(due), \(proof), \(lastAcknowledged),
                \(proof == .none))
            """)
    }
}

extension ClaimAcknowledged {
    package func project(
        from standing: Void, to state: Cleanup.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE cleanup_claim SET last_acknowledged = \(on), is_disputed = 0 WHERE id = \(claim)")
    }
}

extension ClaimLowered {
    package func project(
        from standing: Void, to state: Cleanup.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE cleanup_claim SET amount_left = \(left.fen) WHERE id = \(claim)")
        try tx.run(
            """
            INSERT INTO cleanup_claim_move (claim, entry, move, amount, at, other)
            VALUES (\(claim), \(entry.index), \(move), \(amount.fen), \(entry.at), \(other))
            """)
        if let arrival { try BankArrivals.note(arrival, entry, in: tx) }
    }
}

/// A claim with what a reader may see of the other side.
struct ClaimLine: Sendable {
    let claim: Claim
    let displayName: String
    let arose: CivilDate
}

enum ClaimQueries {
    static func find(_ id: ClaimID, in tx: any ReadTransaction) throws -> ClaimLine? {
        try tx.first("\(columns) WHERE id = \(id)").map(read)
    }

    /// The oldest first.
    static func list(within path: String, limit: Int, in tx: any ReadTransaction) throws -> [ClaimLine] {
        try tx.rows("\(columns) WHERE \(inPlaces(path)) ORDER BY due, id LIMIT \(limit)").map(read)
    }

    /// What stands open between the same two on the other side.
    static func listCounterparts(of claim: Claim, in tx: any ReadTransaction) throws -> [ClaimLine] {
        try tx.rows(
            """
            \(columns) WHERE organisation = \(claim.organisation) AND party = \(claim.party) AND side <> \(claim.side)
                AND amount_left > 0 ORDER BY due, id
            """
        ).map(read)
    }

    static func listMoves(of id: ClaimID, in tx: any ReadTransaction) throws
        -> [(move: ClaimMove, amount: Money, at: Instant, other: ClaimID?)]
    {
        try tx.rows("SELECT move, amount, at, other FROM cleanup_claim_move WHERE claim = \(id) ORDER BY entry").map {
            (try $0.get(0), Money(fen: try $0.get(1)), try $0.get(2), try $0.find(3))
        }
    }

    private static let columns: SQL = """
        SELECT id, organisation, division, side, party, display_name, kind, opening, amount_left, arose, due, proof,
            last_acknowledged, is_disputed FROM cleanup_claim
        """

    private static func read(_ row: Row) throws -> ClaimLine {
        let disputed: Int64 = try row.get(13)
        return ClaimLine(
            claim: Claim(
                id: try row.get(0), organisation: try row.get(1), place: try row.get(2), side: try row.get(3),
                party: try row.get(4), kind: try row.get(6), opening: Money(fen: try row.get(7)), due: try row.get(10),
                proof: try row.get(11), left: Money(fen: try row.get(8)), lastAcknowledged: try row.find(12),
                isDisputed: disputed == 1), displayName: try row.get(5), arose: try row.get(9))
    }
}
