package import Kernel
import Registry
package import Storage

extension Ledger {
    /// Instalments in arrears, for who keeps the books: of one organisation straight to what it is owed.
    package static func listWaiting(for principal: Principal, at now: Instant, in tx: any ReadTransaction) throws
        -> [Waiting]
    {
        guard SettleInstalment.access.roles.contains(principal.role) else { return [] }
        let path = try DivisionQueries.findPath(principal.division, in: tx) ?? "/"
        let overdue = try tx.rows(
            """
            SELECT r.organisation, COUNT(*) FROM instalment i JOIN receivable r ON r.receivable = i.receivable
                JOIN division d ON d.id = r.division
            WHERE i.due < \(now.date) AND i.paid_fen < i.amount_fen AND \(DivisionQueries.within(path))
            GROUP BY r.organisation ORDER BY r.organisation
            """
        ).map { (organisation: try $0.get(0) as OrganisationID, count: try $0.get(1) as Int) }
        guard let first = overdue.first else { return [] }
        return [
            Waiting(
                BookText.overdueInstalments, overdue.reduce(0) { $0 + $1.count },
                path: overdue.count == 1 ? BookDesk.path(first.organisation, "/receivables") : "/books", isLate: true)
        ]
    }
}
