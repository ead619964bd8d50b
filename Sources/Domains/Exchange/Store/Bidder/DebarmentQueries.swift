import Kernel
import Registry
import Storage

/// One entry of the list of barred parties.
struct DebarmentRow: Sendable, Hashable {
    let party: PartyID
    let partyName: String
    let cause: DebarmentCause
    let since: CivilDate
    let until: CivilDate
    let reasons: String
    let source: String
    let lifted: CivilDate?
}

/// Looking up who may not bid.
enum DebarmentQueries {
    /// Every bar, the latest first; lifted ones too.
    static func list(limit: Int = 500, in tx: any ReadTransaction) throws -> [DebarmentRow] {
        try tx.rows(
            """
            SELECT b.party, p.display_name, b.cause, b.since_day, b.until_day, b.reasons, b.source, b.lifted_day
            FROM party_bar b JOIN party p ON p.id = b.party ORDER BY b.since_day DESC, b.party, b.number LIMIT \(limit)
            """
        ).map { row in
            let cause: String = try row.get(2)
            return DebarmentRow(
                party: try row.get(0), partyName: try row.get(1), cause: DebarmentCause(rawValue: cause) ?? .otherLegal,
                since: try row.get(3), until: try row.get(4), reasons: try row.get(5), source: try row.get(6),
                lifted: try row.find(7))
        }
    }
}

extension WriteTransaction {
    /// The number of a party's next bar.
    func nextBar(of party: PartyID) throws -> Int64 {
        try get("SELECT coalesce(max(number), 0) + 1 FROM party_bar WHERE party = \(party)")
    }
}
