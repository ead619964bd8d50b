package import Kernel
package import Registry
package import Storage

/// Reading what contracts owe.
package enum ReceivableQueries {
    package static func find(_ receivable: ReceivableID, in tx: any ReadTransaction) throws -> Receivable? {
        try list(where: "receivable = \(receivable)", in: tx).first
    }

    package static func find(contract: ContractID, in tx: any ReadTransaction) throws -> Receivable? {
        try list(where: "contract = \(contract)", in: tx).first
    }

    /// All receivables of an organisation, by identifier.
    package static func list(_ organisation: OrganisationID, in tx: any ReadTransaction) throws -> [Receivable] {
        try list(where: "organisation = \(organisation)", in: tx)
    }

    /// Whether the contract or the identifier has a receivable already.
    static func isTaken(_ receivable: ReceivableID?, _ contract: ContractID, in tx: any ReadTransaction) throws -> Bool
    {
        try tx.first("SELECT receivable FROM receivable WHERE contract = \(contract) OR receivable = \(receivable)")
            != nil
    }

    private static func list(where condition: SQL, in tx: any ReadTransaction) throws -> [Receivable] {
        let parts = try parts(where: condition, in: tx)
        return try tx.rows(
            """
            SELECT receivable, organisation, division, contract, debtor, is_member, total_fen, start_date, end_date,
                billed_fen, earned_fen, ended_on
            FROM receivable WHERE \(condition) ORDER BY receivable
            """
        ).map { row in
            let id: ReceivableID = try row.get(0)
            return Receivable(
                id: id, organisation: try row.get(1), division: try row.get(2), contract: try row.get(3),
                debtor: try row.get(4), isMember: try row.get(5), total: try row.get(6), start: try row.get(7),
                end: try row.get(8), billed: try row.get(9), earned: try row.get(10), endedOn: try row.find(11),
                parts: parts[id] ?? [])
        }
    }

    private static func parts(where condition: SQL, in tx: any ReadTransaction) throws
        -> [ReceivableID: [Receivable.Part]]
    {
        var parts: [ReceivableID: [Receivable.Part]] = [:]
        let rows = try tx.rows(
            """
            SELECT receivable, number, due, amount_fen, accrued_on, paid_fen, paid_on, closed_fen FROM instalment
            WHERE receivable IN (SELECT receivable FROM receivable WHERE \(condition)) ORDER BY receivable, number
            """)
        for row in rows {
            let id: ReceivableID = try row.get(0)
            parts[id, default: []].append(
                Receivable.Part(
                    number: try row.get(1), due: try row.get(2), amount: try row.get(3), accruedOn: try row.find(4),
                    paid: try row.get(5), paidOn: try row.find(6), closed: try row.get(7)))
        }
        return parts
    }
}

extension ReceivableVerb {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> ReceivableFacts {
        ReceivableFacts(receivable: try ReceivableQueries.find(receivable, in: tx))
    }
}
