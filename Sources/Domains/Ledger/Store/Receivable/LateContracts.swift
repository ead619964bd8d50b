package import Kernel
package import Registry
package import Storage

extension Ledger {
    /// Contracts of a place and all below it of which an instalment is past its day and not paid.
    package static func lateContracts(within path: String, on day: CivilDate, in tx: any ReadTransaction) throws
        -> Set<ContractID>
    {
        let found: [ContractID] = try tx.rows(
            """
            SELECT DISTINCT r.contract FROM receivable r JOIN instalment i ON i.receivable = r.receivable
                JOIN division d ON d.id = r.division
            WHERE \(DivisionQueries.within(path)) AND i.due < \(day) AND i.paid_fen + i.closed_fen < i.amount_fen
            """
        ).map { try $0.get(0) }
        return Set(found)
    }
}
