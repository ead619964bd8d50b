package import Kernel
import Registry
package import Storage

extension PostVoucher {
    /// Reads nothing where the program names the voucher.
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(isTaken: try voucher.map { try VoucherQueries.exists($0, in: tx) } ?? false)
    }
}

extension VoucherPosted {
    /// Three kinds of row, each only appended or added up.
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let month = AccountingMonth(date)
        try tx.append(
            [
                organisation.sqlValue, month.sqlValue, number.sqlValue, voucher.sqlValue, date.sqlValue,
                summary.sqlValue, attachments.sqlValue, maker.sqlValue, reviewer.sqlValue, .text(origin.rawValue),
                reverses?.sqlValue ?? .null, receivable?.sqlValue ?? .null, entry.index.sqlValue,
            ], to: "voucher")
        for (position, line) in lines.enumerated() {
            try tx.append(
                [
                    organisation.sqlValue, month.sqlValue, number.sqlValue, (position + 1).sqlValue,
                    line.account.sqlValue, (line.debit ?? .zero).sqlValue, (line.credit ?? .zero).sqlValue,
                    line.contract?.sqlValue ?? .null, line.party?.sqlValue ?? .null,
                ], to: "voucher_line")
            try line.addToBalance(of: organisation, month, in: tx)
        }
    }
}

extension VoucherLine {
    private static let balances = Tally(
        "account_balance", key: ["organisation", "account", "month"], sums: ["debit_fen", "credit_fen"])

    /// Adds the line to the turnover of its account in `month`.
    func addToBalance(of organisation: OrganisationID, _ month: AccountingMonth, in tx: any WriteTransaction) throws {
        try tx.add(
            [(debit ?? .zero).fen, (credit ?? .zero).fen],
            at: [organisation.sqlValue, account.sqlValue, month.sqlValue], to: Self.balances)
    }
}
