import Kernel
import Storage

/// One person's wage for one order, as the ledger and the slip show it.
struct WageRow: Sendable {
    let work: EngagementLine
    let terms: OrderTerms
    let gross: Money
    /// When nothing was left to pay.
    let paidOn: CivilDate?
}

enum WageQueries {
    /// What hours were confirmed for, or a call in vain is paid for: of an employer, the latest pay day first.
    static func listWages(of employer: EmployerID, limit: Int, in tx: any ReadTransaction) throws -> [WageRow] {
        try LabourQueries.listWages("e.employer = \(employer) AND e.due_on IS NOT NULL", limit: limit, in: tx)
    }

    static func findWage(of worker: WorkerID, on order: OrderID, in tx: any ReadTransaction) throws -> WageRow? {
        try LabourQueries.listWages("e.order_id = \(order) AND e.worker = \(worker)", limit: 1, in: tx).first
    }
}
