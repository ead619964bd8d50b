import Kernel
import Registry
import Storage

/// What a line is about beside its account and its party (辅助核算).
enum Dimension: String, CaseIterable { case contract, project, asset }

/// What stands with one contract, project or asset on one account.
struct DimensionBalance: Sendable, Hashable {
    let item: String
    /// As people call it; its identifier where it has no other name.
    let name: String
    let account: AccountCode
    let debit: Money
    let credit: Money
    let quantity: Int64

    /// Debit above zero.
    var balance: Money { debit - credit }
}

enum DimensionQueries {
    /// Through a day, by item and account.
    static func list(
        _ dimension: Dimension, of organisation: OrganisationID, through day: CivilDate, in tx: any ReadTransaction
    ) throws -> [DimensionBalance] {
        let (column, name, join): (SQL, SQL, SQL) =
            switch dimension {
            case .contract:
                (
                    "l.contract", "COALESCE(MAX(a.name), l.contract)",
                    "LEFT JOIN contract c ON c.id = l.contract LEFT JOIN asset a ON a.id = c.asset"
                )
            case .project: ("l.project", "l.project", "")
            case .asset:
                (
                    "l.asset", "COALESCE(MAX(k.name), MAX(a.name), l.asset)",
                    """
                    LEFT JOIN asset_card k ON k.organisation = l.organisation AND k.asset = l.asset
                    LEFT JOIN asset a ON a.id = l.asset
                    """
                )
            }
        return try tx.rows(
            """
            SELECT \(column), \(name), l.account, CAST(SUM(l.debit_fen) AS BIGINT), CAST(SUM(l.credit_fen) AS BIGINT),
                CAST(COALESCE(SUM(l.quantity), 0) AS BIGINT)
            FROM voucher_line l
            JOIN voucher v ON v.organisation = l.organisation AND v.month = l.month AND v.number = l.number
            \(join)
            WHERE l.organisation = \(organisation) AND v.date <= \(day) AND \(column) IS NOT NULL
            GROUP BY \(column), l.account ORDER BY \(column), l.account LIMIT 1000
            """
        ).map {
            DimensionBalance(
                item: try $0.get(0), name: try $0.get(1), account: try $0.get(2), debit: try $0.get(3),
                credit: try $0.get(4), quantity: try $0.get(5))
        }
    }
}
