import Kernel
import Registry
import Storage

/// What a print of vouchers needs beside them.
enum PrintQueries {
    /// The titles of desks, also of closed ones.
    static func titles(_ offices: Set<OfficeID>, in tx: any ReadTransaction) throws -> [OfficeID: String] {
        var titles: [OfficeID: String] = [:]
        for office in offices { titles[office] = try OfficeQueries.find(office, in: tx)?.title }
        return titles
    }

    /// The vouchers of whole months, oldest first.
    static func vouchers(
        _ organisation: OrganisationID, from first: AccountingMonth, through last: AccountingMonth,
        in tx: any ReadTransaction
    ) throws -> [Voucher] {
        let names = try tx.rows(
            """
            SELECT voucher FROM voucher
            WHERE organisation = \(organisation) AND month >= \(first) AND month <= \(last) ORDER BY month, number
            """
        ).map { try $0.get(0, as: VoucherID.self) }
        return try names.compactMap { try VoucherQueries.find($0, in: tx) }
    }

    /// The electronic invoices that were booked by a voucher.
    static func invoices(of voucher: VoucherID, in tx: any ReadTransaction) throws -> [String] {
        try tx.rows("SELECT DISTINCT number FROM invoice_use WHERE voucher = \(voucher) ORDER BY number").map {
            try $0.get(0)
        }
    }
}
